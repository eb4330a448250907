// SPDX-License-Identifier: Apache-2.0

#include "registration/likeness_store.hpp"

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

std::string first_sound(const Particulars& particulars)
{
    for (const auto& [language, wording] : particulars.name().wordings())
        if (const auto sound = script::name_sound(wording.shown()); !sound.empty())
            return sound.substr(0, 1);
    return {};
}

}  // namespace

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
             "ON o.id = g.post WHERE d.city = own.city OR d.organisation = own.organisation OR "
             "(d.forum = own.forum AND d.id = own.id) GROUP BY p.id, p.key, p.honorific, p.name "
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

std::vector<Pair> pairs_alike(const std::vector<Registered>& people, std::size_t at_most)
{
    std::map<std::string, std::vector<std::size_t>> by_sound;
    for (std::size_t place = 0; place < people.size(); ++place)
        if (auto sound = first_sound(people[place].particulars); !sound.empty())
            by_sound[std::move(sound)].push_back(place);
    std::vector<Pair> pairs;
    for (const auto& [sound, places] : by_sound)
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size(); ++j) {
                const auto score = names_alike(people[places[i]].particulars.name(),
                                               people[places[j]].particulars.name());
                if (score >= 80)
                    pairs.push_back({places[i], places[j], score});
            }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& one, const Pair& other) { return one.score > other.score; });
    if (pairs.size() > at_most)
        pairs.resize(at_most);
    return pairs;
}

void insert(store::Session& session, const Merge& merge)
{
    session.run("INSERT INTO registration_merge (forum, id, kept, merged, by_login, at) VALUES "
                "(:forum, :id, :kept, :merged, :by, :at)",
                merge.forum, merge.id, merge.kept, merge.merged, number_of(merge.by), merge.at);
}

void insert(store::Session& session, const MergeUndone& undone)
{
    session.run("INSERT INTO registration_merge_end (forum, merge, by_login, at) VALUES (:forum, "
                ":merge, :by, :at)",
                undone.forum, undone.merge, number_of(undone.by), undone.at);
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
             "registration_merge_end e WHERE e.forum = m.forum AND e.merge = m.id) ORDER BY m.id "
             "DESC",
             forum))
        all.push_back({{forum, Id<Merge>{id}, Id<Registration>{kept}, Id<Registration>{merged},
                        Id<web::Login>{by.value_or(0)}, Instant{at}},
                       kept_name.value_or(""),
                       merged_name.value_or("")});
    return all;
}

}  // namespace sala::registration
