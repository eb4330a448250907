// SPDX-License-Identifier: Apache-2.0

#include "forum/letter_at.hpp"

#include <charconv>

namespace sala::forum {

Result<mail::Kept> letter_at(web::Desk& desk, const Forum& forum)
{
    const auto& words = desk.at("letter");
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(words.data(), words.data() + words.size(), number);
    if (failed == std::errc{} && end == words.data() + words.size())
        if (auto kept = mail::find(desk.session(), Id<mail::Letter>{number});
            kept && kept->letter.forum == forum.id)
            return std::move(*kept);
    return missing("no-such-letter", "There is no such letter in the outbox of this forum.");
}

}  // namespace sala::forum
