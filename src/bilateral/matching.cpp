// SPDX-License-Identifier: Apache-2.0

#include "bilateral/matching.hpp"

#include "bilateral/commitment_store.hpp"
#include "bilateral/terms_store.hpp"
#include "forum/earlier_forums.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

// What an item is about, in the words of the first column that has any.
Text words_of(const std::vector<Item>& items)
{
    for (const auto& item : items)
        for (const auto& words : item.words)
            if (!words.empty())
                return words;
    return {};
}

// The same two cities at an earlier forum, where both heads confirmed the same revision.
void load_confirmed(Matching& matching, store::Session& session, std::int64_t forum)
{
    for (const auto& [one, other, title, items] :
         session.select<std::int64_t, std::int64_t, std::string, std::string>(
             "SELECT a.id, b.id, f.title, w.items FROM " + std::string(confirmed_together) +
                 " WHERE m.forum IN " + forum::earlier_forums(session, forum) + " AND " +
                 std::string(all_confirmed) + " ORDER BY c.at",
             forum))
        matching.agreed[std::minmax(one, other)] = {Text::read(title).value_or(Text{}),
                                                    words_of(read_items(items))};
}

// The same two cities at an earlier forum, in a meeting to which all who still took part said yes
// themselves as it was proposed last, which neither of the two called off, and of which nobody
// noted last that it did not take place.
void load_met(Matching& matching, store::Session& session, std::int64_t forum)
{
    const auto said_yes = [](const std::string& side) {
        return "EXISTS (SELECT 1 FROM meeting_act t WHERE t.forum = m.forum AND t.meeting = m.id "
               "AND t.side = " +
               side +
               " AND t.own = 1 AND t.step IN ('ask', 'propose', 'accept', 'confirm') AND t.number "
               ">= (SELECT MAX(p.number) FROM meeting_act p WHERE p.forum = m.forum AND p.meeting "
               "= m.id AND p.step IN ('ask', 'propose')))";
    };
    const auto is_out = [](const std::string& side) {
        return "EXISTS (SELECT 1 FROM meeting_act t WHERE t.forum = m.forum AND t.meeting = m.id "
               "AND t.step IN ('decline', 'withdraw') AND t.side = " +
               side + ")";
    };
    for (const auto& [one, other, title] : session.select<std::int64_t, std::int64_t, std::string>(
             "SELECT a.id, b.id, f.title FROM meeting m JOIN meeting_party g ON g.forum = m.forum "
             "AND g.meeting = m.id JOIN meeting_party h ON h.forum = m.forum AND h.meeting = m.id "
             "AND h.side < g.side JOIN delegation k ON k.forum = m.forum AND k.id = g.delegation "
             "JOIN delegation l ON l.forum = m.forum AND l.id = h.delegation JOIN delegation a ON "
             "a.forum = :forum AND a.city = k.city JOIN delegation b ON b.forum = :forum AND "
             "b.city "
             "= l.city JOIN forum f ON f.id = m.forum WHERE m.forum IN " +
                 forum::earlier_forums(session, forum) +
                 " AND NOT EXISTS (SELECT 1 FROM meeting_party q WHERE q.forum = m.forum AND "
                 "q.meeting = m.id AND NOT " +
                 is_out("q.side") + " AND NOT " + said_yes("q.side") +
                 ") AND NOT EXISTS (SELECT 1 FROM meeting_act t WHERE t.forum = m.forum AND "
                 "t.meeting = m.id AND t.step IN ('decline', 'withdraw') AND t.side IN ('host', "
                 "g.side, h.side)) AND NOT EXISTS (SELECT 1 FROM meeting_outcome o WHERE o.forum = "
                 "m.forum AND o.meeting = m.id AND o.took_place = 0 AND o.id = (SELECT MAX(n.id) "
                 "FROM meeting_outcome n WHERE n.forum = m.forum AND n.meeting = m.id)) ORDER BY "
                 "m.at",
             forum))
        matching.met[std::minmax(one, other)] = Text::read(title).value_or(Text{});
}

// Two delegations whose cities lie on the same river; of several rivers the first by name.
void load_rivers(Matching& matching, store::Session& session, std::int64_t forum)
{
    for (const auto& [one, other, name] : session.select<std::int64_t, std::int64_t, std::string>(
             "SELECT a.id, b.id, r.name FROM riverside s JOIN riverside t ON t.river = s.river "
             "JOIN "
             "river r ON r.id = s.river JOIN delegation a ON a.forum = :forum AND a.city = s.city "
             "JOIN delegation b ON b.forum = :forum AND b.city = t.city WHERE a.id < b.id AND "
             "s.city "
             "<> t.city ORDER BY r.key",
             forum))
        matching.rivers.try_emplace({one, other}, Text::read(name).value_or(Text{}));
}

// What two of them promised each other by name, and neither kept nor gave up.
void load_open(Matching& matching, store::Session& session, std::int64_t forum)
{
    for (const auto& promised : commitments_for(session, forum)) {
        if (!promised.is_named() || promised.status() != CommitmentStatus::open)
            continue;
        const auto& with = promised.delegations;
        for (std::size_t one = 0; one < with.size(); ++one)
            for (std::size_t other = one + 1; other < with.size(); ++other)
                matching.open[std::minmax(with[one], with[other])].push_back(
                    {promised.where(), promised.text, promised.date});
    }
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
    load_met(matching, session, forum);
    load_confirmed(matching, session, forum);
    load_rivers(matching, session, forum);
    load_open(matching, session, forum);
    return matching;
}

}  // namespace sala::bilateral
