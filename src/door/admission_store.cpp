// SPDX-License-Identifier: Apache-2.0

#include "door/admission_store.hpp"

#include "base/whole_number.hpp"
#include "registration/likeness_store.hpp"
#include "registration/registration_now.hpp"

#include <fmt/format.h>

#include <set>

namespace sala::door {

namespace {

using Number = std::optional<std::int64_t>;

constexpr char columns[] =
    "SELECT m.id, m.scan, m.registration, m.badge, m.vehicle, m.door, m.at, m.kept_at FROM "
    "admission m ";
constexpr char stands[] = "NOT EXISTS (SELECT 1 FROM admission_undo u WHERE u.forum = m.forum AND "
                          "u.admission = m.id)";

template <class Thing>
Number number_of(Id<Thing> id)
{
    return id ? Number{id.number()} : Number{};
}

std::vector<Admission> select(store::Session& session, std::int64_t forum, const std::string& where,
                              const auto&... values)
{
    std::vector<Admission> all;
    for (const auto& [id, scan, registration, badge, vehicle, door, at, kept_at] :
         session.select<std::int64_t, std::string, Number, Number, Number, std::string,
                        std::int64_t, std::int64_t>(
             fmt::format("{}WHERE m.forum = :forum AND {}", columns, where), forum, values...))
        all.push_back({forum,
                       Id<Admission>{id},
                       scan,
                       Id<Registration>{registration.value_or(0)},
                       Id<Badge>{badge.value_or(0)},
                       Id<VehiclePass>{vehicle.value_or(0)},
                       door,
                       Instant{at},
                       Instant{kept_at},
                       {}});
    return all;
}

std::optional<Admission> first(std::vector<Admission> all)
{
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

}  // namespace

void insert(store::Session& session, const Admission& admission)
{
    session.run("INSERT INTO admission (forum, id, scan, registration, badge, vehicle, door, at, "
                "kept_at, by_login) VALUES (:forum, :id, :scan, :registration, :badge, :vehicle, "
                ":door, :at, :kept_at, :by)",
                admission.forum, admission.id, admission.scan, number_of(admission.registration),
                number_of(admission.badge), number_of(admission.vehicle), admission.door,
                admission.at, admission.kept_at, admission.by);
}

void insert(store::Session& session, const AdmissionUndo& undo)
{
    session.run("INSERT INTO admission_undo (forum, admission, by_login, at) VALUES (:forum, "
                ":admission, :by, :at)",
                undo.forum, undo.admission, undo.by, undo.at);
}

std::optional<Admission> admission_of_scan(store::Session& session, std::int64_t forum,
                                           const std::string& scan)
{
    return first(select(session, forum, "m.scan = :scan", scan));
}

Result<Admission> admission_at(store::Session& session, std::int64_t forum,
                               const std::string& number)
{
    if (const auto id = whole_number(number))
        if (auto found =
                first(select(session, forum, fmt::format("m.id = :id AND {}", stands), *id)))
            return *std::move(found);
    return missing("no-such-admission", "Nobody was let in under this number, or it was undone.");
}

// Numbers of ours, never words of others.
static std::string numbers(const std::vector<Id<Registration>>& people)
{
    std::string list = "(0";
    for (const auto& one : people)
        list += "," + one.word();
    return list + ")";
}

std::optional<Admission> earlier_than(store::Session& session, const Admission& admission,
                                      Instant until)
{
    std::vector<Id<Registration>> people;
    if (admission.registration)
        people = registration::one_person(registration::merged_at(session, admission.forum),
                                          admission.registration);
    return first(select(session, admission.forum,
                        fmt::format("{} AND (m.registration IN {} OR m.vehicle = :vehicle) AND "
                                    "m.id <> :id AND m.at <= :at ORDER BY m.at LIMIT 1",
                                    stands, numbers(people)),
                        number_of(admission.vehicle), admission.id, until));
}

static std::map<Id<Registration>, FirstSeen> first_seen_where(store::Session& session,
                                                              std::int64_t forum,
                                                              const registration::StandsFor& merged,
                                                              const std::string& where)
{
    std::map<Id<Registration>, FirstSeen> all;
    for (const auto& [registration, door, at, id] :
         session.select<std::int64_t, std::string, std::int64_t, std::int64_t>(
             fmt::format(
                 "SELECT m.registration, m.door, m.at, m.id FROM admission m WHERE m.forum = "
                 ":forum AND m.registration {} AND {} ORDER BY m.at",
                 where, stands),
             forum))
        all.emplace(registration::standing_for(merged, Id<Registration>{registration}),
                    FirstSeen{door, Instant{at}, Id<Admission>{id}});
    return all;
}

std::map<Id<Registration>, FirstSeen> first_seen(store::Session& session, std::int64_t forum)
{
    return first_seen_where(session, forum, registration::merged_at(session, forum), "IS NOT NULL");
}

std::map<Id<Registration>, FirstSeen> first_seen(store::Session& session, std::int64_t forum,
                                                 const std::vector<Id<Registration>>& people)
{
    const auto merged = registration::merged_at(session, forum);
    std::vector<Id<Registration>> all;
    for (const auto& person : people)
        for (const auto& one : registration::one_person(merged, person))
            all.push_back(one);
    return first_seen_where(session, forum, merged, "IN " + numbers(all));
}

static std::map<Id<Registration>, std::string>
categories_of(store::Session& session, std::int64_t forum, const std::set<Id<Registration>>& people)
{
    std::map<Id<Registration>, std::string> categories;
    for (const auto& [registration, category] : session.select<std::int64_t, std::string>(
             fmt::format("SELECT registration, category FROM registration_now WHERE forum = :forum "
                         "AND registration IN {}",
                         numbers({people.begin(), people.end()})),
             forum))
        categories.emplace(Id<Registration>{registration}, category);
    return categories;
}

Presence presence_at(store::Session& session, std::int64_t forum)
{
    Presence presence;
    const auto merged = registration::merged_at(session, forum);
    // Whoever is one person under several registrations is counted once, the others as they come.
    std::set<Id<Registration>> several;
    for (const auto& [one, kept] : merged)
        several.insert({one, kept});
    const auto came = [&](const std::string& door, const std::string& category,
                          std::int64_t people) {
        presence.here += people;
        presence.by_door[door] += people;
        presence.by_category[category] += people;
    };
    const auto together = numbers({several.begin(), several.end()});
    for (const auto& [door, category, people] :
         session.select<std::string, std::string, std::int64_t>(
             fmt::format(
                 "SELECT m.door, n.category, COUNT(*) FROM admission m JOIN registration_now n ON "
                 "n.forum = m.forum AND n.registration = m.registration WHERE m.forum = :forum AND "
                 "m.registration NOT IN {} AND {} AND NOT EXISTS (SELECT 1 FROM admission p WHERE "
                 "p.forum = m.forum AND p.registration = m.registration AND p.at <= m.at AND (p.at "
                 "< m.at OR p.id < m.id) AND NOT EXISTS (SELECT 1 FROM admission_undo v WHERE "
                 "v.forum = p.forum AND v.admission = p.id)) GROUP BY m.door, n.category",
                 together, stands),
             forum))
        came(door, category, people);
    const auto first_doors = first_seen_where(session, forum, merged, "IN " + together);
    auto categories = categories_of(session, forum, several);
    for (const auto& [person, seen] : first_doors)
        came(seen.door, categories[person], 1);
    const auto row = session.find<std::int64_t>(
        fmt::format("SELECT COUNT(DISTINCT m.vehicle) FROM admission m WHERE m.forum = :forum AND "
                    "m.vehicle IS NOT NULL AND {}",
                    stands),
        forum);
    presence.vehicles = row ? std::get<0>(*row) : 0;
    return presence;
}

// Decided by a list that was older than what the secretariat had said meanwhile.
static std::vector<Oddity> told_too_late(store::Session& session, std::int64_t forum)
{
    constexpr char badge_had_ended[] =
        "EXISTS (SELECT 1 FROM badge_end e WHERE e.forum = m.forum AND e.badge = m.badge AND e.at "
        "<= m.at)";
    // Whoever only waited to be decided about again kept the place.
    const auto was_not_approved = fmt::format(
        "m.registration IS NOT NULL AND COALESCE((SELECT CASE WHEN a.step = 'change' AND NOT "
        "EXISTS (SELECT 1 FROM registration_revision v WHERE v.forum = a.forum AND v.registration "
        "= a.registration AND v.at <= m.at AND {} AND v.id > COALESCE((SELECT MAX(y.id) FROM "
        "registration_act y WHERE y.forum = a.forum AND y.registration = a.registration AND y.id < "
        "a.id AND y.step = 'approve'), 0)) THEN 'approved' ELSE a.status END FROM registration_act "
        "a WHERE a.forum = m.forum AND a.registration = m.registration AND a.at <= m.at ORDER BY "
        "a.id DESC LIMIT 1), 'draft') <> 'approved'",
        registration::asks_for_category);
    constexpr char was_revoked[] =
        "m.badge IS NULL AND EXISTS (SELECT 1 FROM badge b JOIN badge_end e ON e.forum = b.forum "
        "AND e.badge = b.id AND e.why = 'revoked' AND e.at <= m.at WHERE b.forum = m.forum AND "
        "b.registration = m.registration AND NOT EXISTS (SELECT 1 FROM badge n JOIN badge_print p "
        "ON p.forum = n.forum AND p.id = n.print AND p.at <= m.at WHERE n.forum = b.forum AND "
        "n.registration = b.registration AND n.id > b.id))";
    std::vector<Oddity> all;
    for (const auto& [what, where] : {std::pair{Oddity::ended_badge, std::string(badge_had_ended)},
                                      std::pair{Oddity::revoked_bearer, std::string(was_revoked)},
                                      std::pair{Oddity::not_approved, was_not_approved}})
        for (auto& one :
             select(session, forum,
                    fmt::format("{} AND {} ORDER BY m.at DESC LIMIT 100", stands, where)))
            all.push_back({what, std::move(one), {}});
    return all;
}

std::vector<Oddity> oddities_at(store::Session& session, std::int64_t forum)
{
    constexpr std::int64_t minute = 60'000;
    auto all = told_too_late(session, forum);
    for (const auto& [id, registration, door, at, other] :
         session.select<std::int64_t, std::int64_t, std::string, std::int64_t, std::string>(
             fmt::format("SELECT m.id, m.registration, m.door, m.at, o.door FROM admission m JOIN "
                         "admission o ON o.forum = m.forum AND o.registration = m.registration AND "
                         "o.door <> m.door AND o.at BETWEEN m.at - {} AND m.at AND o.id <> m.id "
                         "AND NOT EXISTS (SELECT 1 FROM admission_undo v WHERE v.forum = o.forum "
                         "AND v.admission = o.id) WHERE m.forum = :forum AND {} ORDER BY m.at DESC "
                         "LIMIT 100",
                         minute, stands),
             forum)) {
        Admission admission;
        admission.forum = forum;
        admission.id = Id<Admission>{id};
        admission.registration = Id<Registration>{registration};
        admission.door = door;
        admission.at = Instant{at};
        all.push_back({Oddity::two_doors, std::move(admission), other});
    }
    const auto merged = registration::merged_at(session, forum);
    for (auto& odd : all)
        odd.admission.registration = registration::standing_for(merged, odd.admission.registration);
    return all;
}

}  // namespace sala::door
