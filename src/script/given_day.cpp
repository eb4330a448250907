// SPDX-License-Identifier: Apache-2.0

#include "script/given_day.hpp"

#include "script/digits.hpp"

#include <algorithm>
#include <charconv>

namespace sala::script {

std::optional<std::string> in_common_era(std::string_view words)
{
    constexpr int buddhist_years_from = 2400;
    std::string converted;
    bool buddhist = false;
    for (std::size_t at = 0; at <= words.size();) {
        const auto slash = std::min(words.find('/', at), words.size());
        std::string part(words.substr(at, slash - at));
        int year = 0;
        const auto [end, failed] = std::from_chars(part.data(), part.data() + part.size(), year);
        if (failed == std::errc{} && end == part.data() + 4 && year > buddhist_years_from) {
            part.replace(0, 4, std::to_string(year - buddhist_years_ahead));
            buddhist = true;
        }
        converted += (at == 0 ? "" : "/") + part;
        at = slash + 1;
    }
    return buddhist ? std::optional(converted) : std::nullopt;
}

Result<Day> given_day(const std::string& field, std::string_view words)
{
    const auto written = to_arabic_digits(words);
    const auto common = in_common_era(written);
    auto day = parse_iso_day(common.value_or(written));
    if (!day) {
        auto refusal = day.refusal();
        refusal.field = field;
        for (auto& [place, said] : refusal.sentence.arguments)
            said = words;  // as it was written, in whichever era and digits
        return refusal;
    }
    if (common)
        return invalid(field, "buddhist-year", "This looks like a Buddhist year. Write {date}.",
                       {{"date", *common}});
    return day;
}

}  // namespace sala::script
