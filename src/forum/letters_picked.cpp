// SPDX-License-Identifier: Apache-2.0

#include "forum/letters_picked.hpp"

#include <algorithm>

namespace sala::forum {

WaitingLetters waiting_letters(store::Session& session, std::int64_t forum)
{
    const auto standings = mail::standings_at(session, forum);
    WaitingLetters waiting;
    for (auto& kept : mail::list(session, forum)) {
        if (!waits_for_a_person(kept))
            continue;
        const bool back =
            mail::standing_of(standings, kept.letter.to_address).came_back.has_value();
        (back ? waiting.kept_back : waiting.free).push_back(std::move(kept));
    }
    return waiting;
}

std::vector<mail::Kept> picked(std::vector<mail::Kept> letters, const web::Form& form)
{
    std::erase_if(letters,
                  [&](const mail::Kept& kept) { return !form.ticked("pick-" + kept.id.word()); });
    return letters;
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
