// SPDX-License-Identifier: Apache-2.0

#include "registration/likeness_store.hpp"

#include "base/whole_number.hpp"
#include "registration/registration_now.hpp"
#include "script/name_sound.hpp"

#include <algorithm>
#include <map>

namespace sala::registration {

namespace {

constexpr int score_min = 60;

std::optional<std::int64_t> number_of(Id<web::Login> login)
{
    return login ? std::optional(login.number()) : std::nullopt;
}

}  // namespace

// Who came for it to a public forum before: what a draft says is its own secretariat's.
std::vector<Known> people_of_delegation(store::Session& session, std::int64_t forum,
                                        DelegationId delegation)
{
    std::vector<Known> known;
    for (const auto& [id, key, honorific, name, post] :
         session.select<std::int64_t, std::string, std::string, std::string,
                        std::optional<std::string>>(
             "SELECT p.id, p.key, p.honorific, p.name, MAX(o.title) FROM person p JOIN delegate g "
             "ON g.person = p.id JOIN delegation d ON d.forum = g.forum AND d.id = g.delegation "
             "JOIN delegation own ON own.forum = :forum AND own.id = :delegation LEFT JOIN post o "
             "ON o.id = g.post WHERE (d.forum = own.forum AND d.id = own.id) OR ((d.city = "
             "own.city "
             "OR d.organisation = own.organisation) AND (d.forum = own.forum OR EXISTS (SELECT 1 "
             "FROM release r WHERE r.forum = d.forum))) GROUP BY p.id, p.key, p.honorific, p.name "
             "ORDER BY p.id",
             forum, delegation))
        known.push_back({id, key, Text::read(honorific).value_or(Text{}),
                         Text::read(name).value_or(Text{}),
                         Text::read(post.value_or("")).value_or(Text{})});
    return known;
}

int names_alike(const Text& one, const Text& other)
{
    int best = 0;
    for (const auto& [language, wording] : one.wordings())
        for (const auto& [other_language, other_wording] : other.wordings())
            best = std::max(best, script::likeness(wording.shown(), other_wording.shown()));
    return best;
}

std::vector<Likeness> people_alike(const Particulars& particulars, const std::vector<Known>& known)
{
    const auto name = particulars.name();
    std::vector<Likeness> alike;
    for (const auto& person : known)
        if (const auto score = names_alike(name, person.name); score >= score_min)
            alike.push_back({person.id, person.key, person.name, person.post, score});
    std::stable_sort(alike.begin(), alike.end(), [](const Likeness& one, const Likeness& other) {
        return one.score > other.score;
    });
    if (alike.size() > 5)
        alike.resize(5);
    return alike;
}

void insert(store::Session& session, const Merge& merge)
{
    session.run("INSERT INTO registration_merge (forum, id, kept, merged, by_login, at) VALUES "
                "(:forum, :id, :kept, :merged, :by, :at)",
                merge.forum, merge.id, merge.kept, merge.merged, number_of(merge.by), merge.at);
    note_now(session, merge.forum, merge.merged);
    note_heard(session, merge.forum, merge.merged);
}

void insert(store::Session& session, const MergeUndone& undone)
{
    session.run("INSERT INTO registration_merge_end (forum, merge, by_login, at) VALUES (:forum, "
                ":merge, :by, :at)",
                undone.forum, undone.merge, number_of(undone.by), undone.at);
    for (const auto& [merged] : session.select<std::int64_t>(
             "SELECT merged FROM registration_merge WHERE forum = :forum AND id = :merge",
             undone.forum, undone.merge)) {
        note_now(session, undone.forum, Id<Registration>{merged});
        note_heard(session, undone.forum, Id<Registration>{merged});
    }
}

void insert(store::Session& session, const Match& match)
{
    session.run("INSERT INTO registration_match (forum, id, registration, person, by_login, at) "
                "VALUES (:forum, :id, :registration, :person, :by, :at)",
                match.forum, match.id, match.registration, match.person, number_of(match.by),
                match.at);
}

std::vector<MergeTold> merges_at(store::Session& session, std::int64_t forum)
{
    std::vector<MergeTold> all;
    for (const auto& [id, kept, merged, by, at, kept_name, merged_name] :
         session.select<std::int64_t, std::int64_t, std::int64_t, std::optional<std::int64_t>,
                        std::int64_t, std::optional<std::string>, std::optional<std::string>>(
             "SELECT m.id, m.kept, m.merged, m.by_login, m.at, k.name_en, n.name_en FROM "
             "registration_merge m LEFT JOIN registration_person k ON k.forum = m.forum AND "
             "k.registration = m.kept LEFT JOIN registration_person n ON n.forum = m.forum AND "
             "n.registration = m.merged WHERE m.forum = :forum AND NOT EXISTS (SELECT 1 FROM "
             "registration_merge_end e WHERE e.forum = m.forum AND e.merge = m.id) AND NOT EXISTS "
             "(SELECT 1 FROM registration_erasure g WHERE g.forum = m.forum AND g.registration IN "
             "(m.kept, m.merged)) ORDER BY m.id DESC",
             forum))
        all.push_back({{forum, Id<Merge>{id}, Id<Registration>{kept}, Id<Registration>{merged},
                        Id<web::Login>{by.value_or(0)}, Instant{at}},
                       kept_name.value_or(""),
                       merged_name.value_or("")});
    return all;
}

std::vector<Merge> standing_merges(store::Session& session, std::int64_t forum)
{
    std::vector<Merge> all;
    for (const auto& [id, kept, merged] : session.select<std::int64_t, std::int64_t, std::int64_t>(
             "SELECT m.id, m.kept, m.merged FROM registration_merge m WHERE m.forum = :forum AND "
             "NOT EXISTS (SELECT 1 FROM registration_merge_end e WHERE e.forum = m.forum AND "
             "e.merge = m.id) ORDER BY m.id",
             forum))
        all.push_back(
            {forum, Id<Merge>{id}, Id<Registration>{kept}, Id<Registration>{merged}, {}, {}});
    return all;
}

StandsFor merged_at(store::Session& session, std::int64_t forum)
{
    StandsFor merged;
    for (const auto& merge : standing_merges(session, forum))
        merged.emplace(merge.merged, merge.kept);
    return merged;
}

Id<Registration> standing_for(const StandsFor& merged, Id<Registration> one)
{
    // Who was merged is offered for no other merge, so no chain comes back to where it began; a
    // store that was changed by hand shall not hold up a door all the same.
    for (std::size_t steps = 0; steps <= merged.size(); ++steps) {
        const auto next = merged.find(one);
        if (next == merged.end())
            break;
        one = next->second;
    }
    return one;
}

std::vector<Id<Registration>> one_person(const StandsFor& merged, Id<Registration> one)
{
    const auto standing = standing_for(merged, one);
    std::vector<Id<Registration>> all{standing};
    for (const auto& [other, kept] : merged)
        if (other != standing && standing_for(merged, other) == standing)
            all.push_back(other);
    return all;
}

Result<Registered> registered_as_one(store::Session& session, std::int64_t forum,
                                     const std::string& number)
{
    auto found = registered(session, forum, number);
    const auto id = whole_number(number);
    if (found || !id)
        return found;
    const Id<Registration> one{*id};
    const auto standing = standing_for(merged_at(session, forum), one);
    return standing == one ? found : registered(session, forum, standing.word());
}

}  // namespace sala::registration
