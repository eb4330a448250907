// SPDX-License-Identifier: Apache-2.0

#include "bilateral/suggestion.hpp"

#include "bilateral/candidates.hpp"

#include <algorithm>

namespace sala::bilateral {

int points_of(const Want& need, const Want& offer)
{
    if (need.topic != offer.topic)
        return 0;
    return points_of(need.priority, offer.priority, need.flexible || offer.flexible);
}

namespace {

const Wants& wants_of(const Matching& matching, std::int64_t delegation)
{
    static const Wants nothing;
    const auto found = matching.wants.find(delegation);
    return found == matching.wants.end() ? nothing : found->second;
}

// Each need is answered once, by the best offer for it.
int add_answers(Suggestion& made, Reason::Kind kind, const Wants& needing, const Wants& offering)
{
    int gained = 0;
    for (const auto& need : needing.needs) {
        const Want* best = nullptr;
        for (const auto& offer : offering.offers)
            if (points_of(need, offer) > (best ? points_of(need, *best) : 0))
                best = &offer;
        if (!best)
            continue;
        gained += points_of(need, *best);
        made.reasons.push_back(
            {kind, points_of(need, *best), need.topic, need.text, best->text, {}});
    }
    return gained;
}

void add_same_needs(Suggestion& made, const Wants& own, const Wants& theirs)
{
    std::set<std::int64_t> told;
    for (const auto& need : own.needs)
        for (const auto& other : theirs.needs)
            if (need.topic == other.topic && told.insert(need.topic).second)
                made.reasons.push_back(
                    {Reason::same_need, points_same_need, need.topic, need.text, other.text, {}});
}

int sum_of(const std::vector<Reason>& reasons)
{
    int sum = 0;
    for (const auto& reason : reasons)
        sum += reason.points;
    return sum;
}

}  // namespace

Suggestion seen_by(const Matching& matching, std::int64_t self, std::int64_t other)
{
    Suggestion made;
    made.with = other;
    const auto& own = wants_of(matching, self);
    const auto& theirs = wants_of(matching, other);
    const int to_us = add_answers(made, Reason::they_answer, own, theirs);
    const int to_them = add_answers(made, Reason::we_answer, theirs, own);
    made.mutual = to_us > 0 && to_them > 0;
    if (made.mutual)
        made.reasons.push_back({Reason::mutual, std::min(to_us, to_them), 0, {}, {}, {}});
    add_same_needs(made, own, theirs);
    const auto both = std::minmax(self, other);
    if (const auto shared = matching.rivers.find(both); shared != matching.rivers.end())
        made.reasons.push_back(
            {Reason::shared_river, points_shared_river, 0, {}, {}, shared->second, {}});
    if (const auto met = matching.met.find(both); met != matching.met.end())
        made.reasons.push_back({Reason::met_before, points_met_before, 0, {}, {}, met->second});
    if (const auto agreed = matching.agreed.find(both); agreed != matching.agreed.end())
        made.reasons.push_back({Reason::agreed_before,
                                points_agreed_before,
                                0,
                                agreed->second.words,
                                {},
                                agreed->second.forum});
    if (const auto open = matching.open.find(both); open != matching.open.end())
        for (const auto& promised : open->second)
            made.reasons.push_back({Reason::open_commitment,
                                    points_open_commitment,
                                    0,
                                    promised.words,
                                    {},
                                    promised.occasion,
                                    promised.date});
    made.score = sum_of(made.reasons);
    return made;
}

std::vector<Suggestion> suggestions_for(const Matching& matching, const Known& self,
                                        const std::map<std::int64_t, Word>& own,
                                        const std::set<std::int64_t>& left_out)
{
    std::vector<Suggestion> all;
    for (const auto& other : matching.all) {
        const auto said = own.find(other.number);
        const auto word = said == own.end() ? Word::none : said->second;
        if (other.number == self.number || word == Word::no || left_out.contains(other.number))
            continue;
        auto made = seen_by(matching, self.number, other.number);
        if (word != Word::none)
            made.reasons.push_back({Reason::wish,
                                    word == Word::must ? points_must : points_would_like,
                                    0,
                                    {},
                                    {},
                                    {}});
        made.score = sum_of(made.reasons);
        std::stable_sort(made.reasons.begin(), made.reasons.end(),
                         [](const Reason& a, const Reason& b) { return a.points > b.points; });
        if (made.score > 0)
            all.push_back(std::move(made));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.score > b.score; });
    return all;
}

int benefit_of(const Matching& matching, const Wishes& wishes, std::int64_t one, std::int64_t other)
{
    int benefit = seen_by(matching, one, other).score;
    for (const auto& pair : {std::pair{one, other}, std::pair{other, one}})
        if (const auto wish = wishes.find(pair); wish != wishes.end())
            benefit += wish->second == Word::must ? points_must : points_would_like;
    return benefit;
}

}  // namespace sala::bilateral
