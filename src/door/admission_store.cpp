// SPDX-License-Identifier: Apache-2.0

#include "door/admission_store.hpp"

#include <fmt/format.h>

#include <charconv>

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
    std::int64_t id = 0;
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), id);
    if (failed == std::errc{} && end == number.data() + number.size())
        if (auto found =
                first(select(session, forum, fmt::format("m.id = :id AND {}", stands), id)))
            return *std::move(found);
    return missing("no-such-admission", "Nobody was let in under this number, or it was undone.");
}

std::optional<Admission> earlier_than(store::Session& session, const Admission& admission)
{
    return first(select(
        session, admission.forum,
        fmt::format("{} AND (m.registration = :registration OR m.vehicle = :vehicle) AND m.id <> "
                    ":id AND m.at <= :at ORDER BY m.at LIMIT 1",
                    stands),
        number_of(admission.registration), number_of(admission.vehicle), admission.id,
        admission.at));
}

static std::map<Id<Registration>, FirstSeen>
first_seen_where(store::Session& session, std::int64_t forum, const std::string& where)
{
    std::map<Id<Registration>, FirstSeen> all;
    for (const auto& [registration, door, at] :
         session.select<std::int64_t, std::string, std::int64_t>(
             fmt::format("SELECT m.registration, m.door, m.at FROM admission m WHERE m.forum = "
                         ":forum AND m.registration {} AND {} ORDER BY m.at",
                         where, stands),
             forum))
        all.emplace(Id<Registration>{registration}, FirstSeen{door, Instant{at}});
    return all;
}

std::map<Id<Registration>, FirstSeen> first_seen(store::Session& session, std::int64_t forum)
{
    return first_seen_where(session, forum, "IS NOT NULL");
}

std::map<Id<Registration>, FirstSeen> first_seen(store::Session& session, std::int64_t forum,
                                                 const std::vector<Id<Registration>>& people)
{
    std::string numbers = "IN (0";
    for (const auto& one : people)
        numbers += "," + one.word();
    return first_seen_where(session, forum, numbers + ")");
}

Presence presence_at(store::Session& session, std::int64_t forum)
{
    Presence presence;
    for (const auto& [registration, seen] : first_seen(session, forum)) {
        ++presence.here;
        ++presence.by_door[seen.door];
    }
    for (const auto& [category, people] : session.select<std::string, std::int64_t>(
             fmt::format("SELECT p.category, COUNT(DISTINCT m.registration) FROM admission m JOIN "
                         "registration_person p ON p.forum = m.forum AND p.registration = "
                         "m.registration WHERE m.forum = :forum AND {} GROUP BY p.category",
                         stands),
             forum))
        presence.by_category.emplace(category, people);
    const auto row = session.find<std::int64_t>(
        fmt::format("SELECT COUNT(DISTINCT m.vehicle) FROM admission m WHERE m.forum = :forum AND "
                    "m.vehicle IS NOT NULL AND {}",
                    stands),
        forum);
    presence.vehicles = row ? std::get<0>(*row) : 0;
    return presence;
}

std::vector<Oddity> oddities_at(store::Session& session, std::int64_t forum)
{
    constexpr std::int64_t minute = 60'000;
    std::vector<Oddity> all;
    for (auto& one : select(session, forum,
                            fmt::format("{} AND EXISTS (SELECT 1 FROM badge_end e WHERE e.forum = "
                                        "m.forum AND e.badge = m.badge AND e.at <= m.at) ORDER BY "
                                        "m.at DESC LIMIT 100",
                                        stands)))
        all.push_back({Oddity::ended_badge, std::move(one), {}});
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
    return all;
}

std::vector<Admission> newest_admissions(store::Session& session, std::int64_t forum,
                                         std::size_t most)
{
    return select(session, forum, fmt::format("{} ORDER BY m.at DESC LIMIT :most", stands), most);
}

}  // namespace sala::door
