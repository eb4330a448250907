// SPDX-License-Identifier: Apache-2.0

#include "door/vehicle_store.hpp"

namespace sala::door {

void insert(store::Session& session, const VehiclePass& pass)
{
    session.run("INSERT INTO vehicle_pass (forum, id, delegation, by_login, at) VALUES (:forum, "
                ":id, :delegation, :by, :at)",
                pass.forum, pass.id, pass.delegation, pass.by, pass.at);
    session.run("INSERT INTO vehicle_pass_words (forum, pass, plate, remark) VALUES (:forum, :id, "
                ":plate, :remark)",
                pass.forum, pass.id, pass.plate, pass.remark);
}

void insert(store::Session& session, const VehicleEnd& end)
{
    session.run("INSERT INTO vehicle_pass_end (forum, pass, by_login, at) VALUES (:forum, :pass, "
                ":by, :at)",
                end.forum, end.pass, end.by, end.at);
}

static std::vector<VehiclePass> select(store::Session& session, std::int64_t forum,
                                       const std::string& where, const auto&... values)
{
    std::vector<VehiclePass> all;
    for (const auto& [id, delegation, at, plate, remark, ended] :
         session.select<std::int64_t, std::int64_t, std::int64_t, std::optional<std::string>,
                        std::optional<std::string>, std::optional<std::int64_t>>(
             "SELECT v.id, v.delegation, v.at, w.plate, w.remark, e.at FROM vehicle_pass v LEFT "
             "JOIN vehicle_pass_words w ON w.forum = v.forum AND w.pass = v.id LEFT JOIN "
             "vehicle_pass_end e ON e.forum = v.forum AND e.pass = v.id WHERE v.forum = :forum" +
                 where,
             forum, values...))
        all.push_back({forum,
                       Id<VehiclePass>{id},
                       registration::DelegationId{delegation},
                       plate.value_or(""),
                       remark.value_or(""),
                       {},
                       Instant{at},
                       ended.has_value()});
    return all;
}

std::vector<VehiclePass> vehicles_at(store::Session& session, std::int64_t forum)
{
    return select(session, forum, " ORDER BY v.id");
}

std::optional<VehiclePass> vehicle_numbered(store::Session& session, std::int64_t forum,
                                            Id<VehiclePass> pass)
{
    auto found = select(session, forum, " AND v.id = :pass", pass);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

}  // namespace sala::door
