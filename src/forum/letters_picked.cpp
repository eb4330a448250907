// SPDX-License-Identifier: Apache-2.0

#include "forum/letters_picked.hpp"

#include "mail/letter_pages.hpp"

#include <algorithm>
#include <span>

namespace sala::forum {

WaitingLetters waiting_letters(store::Session& session, std::int64_t forum)
{
    const auto standings = mail::standings_at(session, forum);
    WaitingLetters waiting;
    for (const auto& one : mail::waiting_at(session, forum)) {
        const bool back = mail::standing_of(standings, one.to_address).came_back.has_value();
        (back ? waiting.kept_back : waiting.free).push_back(one.id);
    }
    return waiting;
}

std::vector<mail::Kept> letters_on(store::Session& session,
                                   const std::vector<Id<mail::Letter>>& letters,
                                   const web::Pages& pages)
{
    const std::span<const Id<mail::Letter>> all(letters);
    const auto from = std::min(pages.from, all.size());
    const auto some = all.subspan(from, std::min(pages.a_page, all.size() - from));
    return mail::letters_numbered(session, {some.begin(), some.end()});
}

std::vector<mail::Kept> picked(store::Session& session,
                               const std::vector<Id<mail::Letter>>& letters, const web::Form& form)
{
    std::vector<Id<mail::Letter>> ticked;
    std::copy_if(letters.begin(), letters.end(), std::back_inserter(ticked),
                 [&](Id<mail::Letter> id) { return form.ticked("pick-" + id.word()); });
    return mail::letters_numbered(session, ticked);
}

std::vector<std::pair<std::string, std::size_t>> counted(const std::vector<mail::Kept>& letters)
{
    std::vector<std::pair<std::string, std::size_t>> counts;
    for (const auto& kept : letters) {
        const auto found = std::find_if(counts.begin(), counts.end(), [&](const auto& one) {
            return one.first == kept.letter.subject;
        });
        if (found == counts.end())
            counts.emplace_back(kept.letter.subject, 1);
        else
            ++found->second;
    }
    return counts;
}

}  // namespace sala::forum
