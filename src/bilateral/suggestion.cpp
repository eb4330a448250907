// SPDX-License-Identifier: Apache-2.0

#include "bilateral/suggestion.hpp"

#include "bilateral/candidates.hpp"
#include "bilateral/terms.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

// What an item is about, in the words of the first column that has any.
std::string words_of(const std::vector<Item>& items)
{
    for (const auto& item : items)
        for (const auto& words : item.words)
            if (!words.empty())
                return words;
    return {};
}

// The same two cities at another forum, where both heads confirmed the same revision.
void load_commitments(Matching& matching, store::Session& session, std::int64_t forum)
{
    for (const auto& [one, other, title, items] :
         session.select<std::int64_t, std::int64_t, std::string, std::string>(
             "SELECT a.id, b.id, f.title, w.items FROM terms_confirmation c JOIN meeting m ON "
             "m.forum = c.forum AND m.id = c.meeting JOIN terms_words w ON w.forum = c.forum AND "
             "w.meeting = c.meeting AND w.number = c.number JOIN delegation h ON h.forum = m.forum "
             "AND h.id = m.host JOIN delegation g ON g.forum = m.forum AND g.id = m.guest JOIN "
             "delegation a ON a.forum = :forum AND a.city = h.city JOIN delegation b ON b.forum = "
             ":forum AND b.city = g.city JOIN forum f ON f.id = m.forum WHERE m.forum <> :forum "
             "GROUP BY m.forum, m.id, c.number, a.id, b.id, f.title, w.items HAVING COUNT(*) = 2 "
             "ORDER BY MAX(c.at)",
             forum))
        matching.agreed[std::minmax(one, other)] = {Text::read(title).value_or(Text{}),
                                                    words_of(read_items(items))};
}

}  // namespace

Matching matching_at(store::Session& session, std::int64_t forum)
{
    Matching matching;
    matching.all = known_at(session, forum);
    const auto wants = wants_at(session, forum);
    for (const auto& need : wants.needs)
        matching.wants[need.delegation].needs.push_back(need);
    for (const auto& offer : wants.offers)
        matching.wants[offer.delegation].offers.push_back(offer);
    // The same two cities at another forum, in a meeting to which both said yes themselves as it
    // was proposed last, which none called off, and of which nobody noted last that it did not take
    // place.
    for (const auto& [one, other, title] : session.select<std::int64_t, std::int64_t, std::string>(
             "SELECT a.id, b.id, f.title FROM meeting m JOIN delegation h ON h.forum = m.forum AND "
             "h.id = m.host JOIN delegation g ON g.forum = m.forum AND g.id = m.guest JOIN "
             "delegation a ON a.forum = :forum AND a.city = h.city JOIN delegation b ON b.forum = "
             ":forum AND b.city = g.city JOIN forum f ON f.id = m.forum WHERE m.forum <> :forum "
             "AND (SELECT COUNT(DISTINCT t.side) FROM meeting_act t WHERE t.forum = m.forum AND "
             "t.meeting = m.id AND t.own = 1 AND t.step IN ('ask', 'propose', 'accept', 'confirm') "
             "AND t.number >= (SELECT MAX(p.number) FROM meeting_act p WHERE p.forum = m.forum AND "
             "p.meeting = m.id AND p.step IN ('ask', 'propose'))) = 2 AND NOT EXISTS (SELECT 1 "
             "FROM "
             "meeting_act t WHERE t.forum = m.forum AND t.meeting = m.id AND t.step IN ('decline', "
             "'withdraw')) AND NOT EXISTS (SELECT 1 FROM meeting_outcome o WHERE o.forum = m.forum "
             "AND o.meeting = m.id AND o.took_place = 0 AND o.id = (SELECT MAX(n.id) FROM "
             "meeting_outcome n WHERE n.forum = m.forum AND n.meeting = m.id)) ORDER BY m.at",
             forum))
        matching.met[std::minmax(one, other)] = Text::read(title).value_or(Text{});
    load_commitments(matching, session, forum);
    return matching;
}

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
    if (const auto met = matching.met.find(std::minmax(self, other)); met != matching.met.end())
        made.reasons.push_back({Reason::met_before, points_met_before, 0, {}, {}, met->second});
    if (const auto agreed = matching.agreed.find(std::minmax(self, other));
        agreed != matching.agreed.end())
        made.reasons.push_back({Reason::agreed_before,
                                points_agreed_before,
                                0,
                                {},
                                {},
                                agreed->second.forum,
                                agreed->second.words});
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
