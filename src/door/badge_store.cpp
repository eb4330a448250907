// SPDX-License-Identifier: Apache-2.0

#include "door/badge_store.hpp"

#include "base/whole_number.hpp"
#include "registration/likeness_store.hpp"
#include "registration/revocation.hpp"

#include <fmt/format.h>

namespace sala::door {

namespace {

using Number = std::optional<std::int64_t>;

constexpr char select_badges[] =
    "SELECT b.id, b.registration, b.print, p.at, e.why, e.at FROM badge b JOIN badge_print p ON "
    "p.forum = b.forum AND p.id = b.print LEFT JOIN badge_end e ON e.forum = b.forum AND e.badge = "
    "b.id ";

// Who come as it is now, are not merged into another, and no badge of theirs stands.
constexpr char coming[] =
    " FROM registration_now r WHERE r.forum = :forum AND r.merged = 0 AND r.holds_place = 1";
constexpr char has_badge[] =
    "(SELECT 1 FROM badge b WHERE b.forum = r.forum AND b.registration = r.registration AND NOT "
    "EXISTS (SELECT 1 FROM badge_end e WHERE e.forum = b.forum AND e.badge = b.id))";

std::vector<HeldBadge> select(store::Session& session, std::int64_t forum, const std::string& where,
                              const auto&... values)
{
    std::vector<HeldBadge> all;
    for (const auto& [id, registration, print, at, why, ended] :
         session.select<std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                        std::optional<std::string>, Number>(select_badges + where, values...)) {
        HeldBadge held{{forum, Id<Badge>{id}, Id<Registration>{registration}, Id<Print>{print}},
                       Instant{at},
                       {},
                       Instant{ended.value_or(0)}};
        if (why)
            held.ended = *why == "replaced" ? BadgeEnd::replaced : BadgeEnd::revoked;
        all.push_back(held);
    }
    return all;
}

// The numbers of these people and of all that were merged into them.
std::string numbers_of(const registration::StandsFor& merged,
                       const std::vector<Id<Registration>>& people)
{
    std::string numbers = "0";
    for (const auto& person : people)
        for (const auto& one : registration::one_person(merged, person))
            numbers += "," + one.word();
    return numbers;
}

}  // namespace

void insert(store::Session& session, const Print& print)
{
    session.run("INSERT INTO badge_print (forum, id, by_login, at) VALUES (:forum, :id, :by, :at)",
                print.forum, print.id, print.by, print.at);
}

void insert(store::Session& session, const Badge& badge)
{
    session.run("INSERT INTO badge (forum, id, registration, print) VALUES (:forum, :id, "
                ":registration, :print)",
                badge.forum, badge.id, badge.registration, badge.print);
}

void insert(store::Session& session, const BadgeEnd& end)
{
    session.run("INSERT INTO badge_end (forum, badge, why, by_login, at) VALUES (:forum, :badge, "
                ":why, :by, :at)",
                end.forum, end.badge, word(end.why), end.by, end.at);
}

std::map<Id<Registration>, HeldBadge> newest_badges(store::Session& session, std::int64_t forum,
                                                    const std::vector<Id<Registration>>& people)
{
    const auto merged = registration::merged_at(session, forum);
    const auto numbers = numbers_of(merged, people);
    std::map<Id<Registration>, HeldBadge> newest;
    for (auto& held : select(session, forum,
                             fmt::format("WHERE b.forum = :forum AND b.registration IN ({}) ORDER "
                                         "BY b.id",
                                         numbers),
                             forum))
        newest.insert_or_assign(registration::standing_for(merged, held.badge.registration), held);
    for (const auto& [person, at] : registration::revoked_at(session, forum))
        if (const auto held = newest.find(person); held != newest.end()) {
            held->second.ended = BadgeEnd::revoked;
            held->second.ended_at = at;
        }
    return newest;
}

std::vector<HeldBadge> badges_at(store::Session& session, std::int64_t forum)
{
    return select(session, forum, "WHERE b.forum = :forum ORDER BY b.id", forum);
}

std::vector<HeldBadge> badges_of(store::Session& session, std::int64_t forum, Id<Print> print)
{
    return select(session, forum, "WHERE b.forum = :forum AND b.print = :print ORDER BY b.id",
                  forum, print);
}

std::vector<HeldBadge> standing_badges(store::Session& session, std::int64_t forum,
                                       const std::vector<Id<Registration>>& people)
{
    const auto numbers = numbers_of(registration::merged_at(session, forum), people);
    return select(session, forum,
                  fmt::format("WHERE b.forum = :forum AND b.registration IN ({}) AND e.badge IS "
                              "NULL ORDER BY b.id",
                              numbers),
                  forum);
}

std::optional<HeldBadge> badge_numbered(store::Session& session, std::int64_t forum,
                                        Id<Badge> badge)
{
    const auto found =
        select(session, forum, "WHERE b.forum = :forum AND b.id = :badge", forum, badge);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

Result<HeldBadge> badge_at(store::Session& session, std::int64_t forum, const std::string& number)
{
    if (const auto id = whole_number(number))
        if (auto held = badge_numbered(session, forum, Id<Badge>{*id}))
            return *std::move(held);
    return missing("no-such-badge", "There is no such badge here.");
}

Result<Print> print_at(store::Session& session, std::int64_t forum, const std::string& number)
{
    if (const auto id = whole_number(number))
        if (const auto row = session.find<Number, std::int64_t>(
                "SELECT by_login, at FROM badge_print WHERE forum = :forum AND id = :id", forum,
                *id))
            return Print{forum, Id<Print>{*id}, Id<web::Login>{std::get<0>(*row).value_or(0)},
                         Instant{std::get<1>(*row)}};
    return missing("no-such-print", "There is no such print of badges here.");
}

std::vector<CountedPrint> prints_at(store::Session& session, std::int64_t forum)
{
    constexpr int singles_max = 20;
    int singles = 0;
    std::vector<CountedPrint> all;
    for (const auto& [id, by, at, badges] :
         session.select<std::int64_t, Number, std::int64_t, std::int64_t>(
             "SELECT p.id, p.by_login, p.at, COUNT(b.id) FROM badge_print p LEFT JOIN badge b ON "
             "b.forum = p.forum AND b.print = p.id WHERE p.forum = :forum GROUP BY p.id, "
             "p.by_login, p.at ORDER BY p.id DESC",
             forum))
        if (badges > 1 || ++singles <= singles_max)
            all.push_back(
                {{forum, Id<Print>{id}, Id<web::Login>{by.value_or(0)}, Instant{at}}, badges});
    return all;
}

bool is_revoked(const HeldBadge& newest) { return newest.ended == BadgeEnd::revoked; }

// Numbers of ours, never words of others. They get no badge with the others.
static std::string revoked_numbers(store::Session& session, std::int64_t forum)
{
    std::string numbers = "0";
    for (const auto& [person, at] : registration::revoked_at(session, forum))
        numbers += "," + person.word();
    return numbers;
}

BadgeNumbers badge_numbers(store::Session& session, std::int64_t forum)
{
    const auto revoked = revoked_numbers(session, forum);
    const auto row = session.find<std::int64_t, std::int64_t, std::int64_t>(
        fmt::format("SELECT COUNT(*), COALESCE(SUM(CASE WHEN EXISTS {0} OR r.registration IN ({2}) "
                    "THEN 0 ELSE 1 END), 0), COALESCE(SUM(CASE WHEN r.registration IN ({2}) THEN 1 "
                    "ELSE 0 END), 0){1}",
                    has_badge, coming, revoked),
        forum);
    return row ? BadgeNumbers{std::get<0>(*row), std::get<1>(*row), std::get<2>(*row)}
               : BadgeNumbers{};
}

std::vector<Id<Registration>> without_badge(store::Session& session, std::int64_t forum,
                                            std::size_t at_most)
{
    std::vector<Id<Registration>> people;
    for (const auto& [id] : session.select<std::int64_t>(
             fmt::format("SELECT r.registration{} AND NOT EXISTS {} AND r.registration NOT IN ({}) "
                         "ORDER BY "
                         "r.delegation, r.registration LIMIT :most",
                         coming, has_badge, revoked_numbers(session, forum)),
             forum, at_most))
        people.emplace_back(id);
    return people;
}

Designs designs_at(store::Session& session, std::int64_t forum)
{
    Designs designs;
    for (const auto& [category, colour, zones, photo] :
         session.select<std::int64_t, std::string, std::string, std::int64_t>(
             "SELECT d.category, d.colour, d.zones, d.photo FROM badge_design d WHERE d.forum = "
             ":forum AND d.id = (SELECT MAX(n.id) FROM badge_design n WHERE n.forum = d.forum AND "
             "n.category = d.category)",
             forum))
        if (const auto design = designed(category, colour, zones, photo == 1))
            designs.emplace(category, *design);
    return designs;
}

void keep_design(store::Session& session, std::int64_t forum, Id<DesignRow> id,
                 const Design& design, Id<web::Login> by, Instant now)
{
    session.run("INSERT INTO badge_design (forum, id, category, colour, zones, photo, by_login, "
                "at) VALUES (:forum, :id, :category, :colour, :zones, :photo, :by, :at)",
                forum, id, design.category, design.colour, joined(design.zones), design.photo, by,
                now);
}

}  // namespace sala::door
