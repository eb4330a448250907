// SPDX-License-Identifier: Apache-2.0

#include "door/vehicle_store.hpp"

#include "base/whole_number.hpp"
#include "store/value_in.hpp"
#include "web/words_anywhere.hpp"

#include <fmt/format.h>

namespace sala::door {

using store::number_in;
using store::words_in;

namespace {

constexpr const char* state_words[] = {"waiting", "given", "ended"};

constexpr char from_passes[] =
    " FROM vehicle_pass v LEFT JOIN vehicle_pass_words w ON w.forum = v.forum AND w.pass = v.id "
    "LEFT JOIN vehicle_pass_given g ON g.forum = v.forum AND g.pass = v.id LEFT JOIN "
    "vehicle_pass_end e ON e.forum = v.forum AND e.pass = v.id ";

struct Where {
    std::string sql = "WHERE v.forum = :forum";
    std::vector<store::Value> values = {};
};

Where where_of(std::int64_t forum, const VehicleFilter& filter)
{
    Where where{.values = {forum}};
    const auto also = [&](const char* sql, store::Value value) {
        where.sql += sql;
        where.values.push_back(std::move(value));
    };
    if (filter.delegation)
        also(" AND v.delegation = :delegation", filter.delegation->number());
    if (filter.only)
        also(" AND v.id = :only", filter.only->number());
    if (filter.until)
        also(" AND v.id <= :until", filter.until->number());
    if (filter.standing || (filter.state && *filter.state != VehiclePass::ended))
        where.sql += " AND e.pass IS NULL";
    if (filter.state == VehiclePass::waiting)
        where.sql += " AND g.pass IS NULL";
    if (filter.state == VehiclePass::given)
        where.sql += " AND g.pass IS NOT NULL";
    if (filter.state == VehiclePass::ended)
        where.sql += " AND e.pass IS NOT NULL";
    if (!filter.words.empty())
        also(" AND LOWER(w.plate || ' ' || w.remark) LIKE :words ESCAPE '!'",
             web::words_anywhere(filter.words));
    return where;
}

}  // namespace

std::string_view word(VehiclePass::State state) { return state_words[state]; }

std::optional<VehiclePass::State> vehicle_state_named(std::string_view name)
{
    for (const auto state : {VehiclePass::waiting, VehiclePass::given, VehiclePass::ended})
        if (word(state) == name)
            return state;
    return std::nullopt;
}

void insert(store::Session& session, const VehiclePass& pass)
{
    session.run("INSERT INTO vehicle_pass (forum, id, delegation, by_login, at) VALUES (:forum, "
                ":id, :delegation, :by, :at)",
                pass.forum, pass.id, pass.delegation, pass.by, pass.at);
    session.run("INSERT INTO vehicle_pass_words (forum, pass, plate, remark) VALUES (:forum, :id, "
                ":plate, :remark)",
                pass.forum, pass.id, pass.plate, pass.remark);
}

void insert(store::Session& session, const VehicleGiven& given)
{
    session.run("INSERT INTO vehicle_pass_given (forum, pass, by_login, at) VALUES (:forum, :pass, "
                ":by, :at)",
                given.forum, given.pass, given.by, given.at);
}

void insert(store::Session& session, const VehicleEnd& end)
{
    session.run("INSERT INTO vehicle_pass_end (forum, pass, by_login, at) VALUES (:forum, :pass, "
                ":by, :at)",
                end.forum, end.pass, end.by, end.at);
}

void keep_remark(store::Session& session, std::int64_t forum, Id<VehiclePass> pass,
                 const std::string& remark)
{
    session.run("UPDATE vehicle_pass_words SET remark = :remark WHERE forum = :forum AND pass = "
                ":pass",
                remark, forum, pass);
}

std::vector<VehiclePass> vehicles_at(store::Session& session, std::int64_t forum,
                                     const VehicleFilter& filter)
{
    auto where = where_of(forum, filter);
    where.values.emplace_back(static_cast<std::int64_t>(filter.at_most));
    where.values.emplace_back(static_cast<std::int64_t>(filter.from));
    constexpr auto number = store::Kind::integer;
    constexpr auto words = store::Kind::text;
    const store::Kind kinds[] = {number, number, number, words, words, number, number};
    std::vector<VehiclePass> all;
    for (const auto& row : session.select_kinds(
             fmt::format("SELECT v.id, v.delegation, v.at, w.plate, w.remark, g.at, e.at{}{} ORDER "
                         "BY v.id LIMIT :at_most OFFSET :start",
                         from_passes, where.sql),
             where.values, kinds))
        all.push_back({forum,
                       Id<VehiclePass>{number_in(row[0])},
                       registration::DelegationId{number_in(row[1])},
                       words_in(row[3]),
                       words_in(row[4]),
                       {},
                       Instant{number_in(row[2])},
                       number_in(row[6]) != 0   ? VehiclePass::ended
                       : number_in(row[5]) != 0 ? VehiclePass::given
                                                : VehiclePass::waiting});
    return all;
}

std::int64_t count_vehicles(store::Session& session, std::int64_t forum,
                            const VehicleFilter& filter)
{
    const auto where = where_of(forum, filter);
    const store::Kind kinds[] = {store::Kind::integer};
    const auto rows = session.select_kinds(
        fmt::format("SELECT COUNT(*){}{}", from_passes, where.sql), where.values, kinds);
    return number_in(rows.front().front());
}

WaitingVehicles waiting_vehicles(store::Session& session, std::int64_t forum)
{
    const auto row = session.find<std::int64_t, std::int64_t>(
        fmt::format("SELECT COUNT(*), COALESCE(MAX(v.id), 0){}WHERE v.forum = :forum AND g.pass IS "
                    "NULL AND e.pass IS NULL",
                    from_passes),
        forum);
    return row ? WaitingVehicles{std::get<0>(*row), Id<VehiclePass>{std::get<1>(*row)}}
               : WaitingVehicles{};
}

std::optional<VehiclePass> vehicle_numbered(store::Session& session, std::int64_t forum,
                                            Id<VehiclePass> pass)
{
    auto found = vehicles_at(session, forum, {.only = pass});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<VehiclePass> vehicle_at(store::Session& session, std::int64_t forum,
                               const std::string& number,
                               std::optional<registration::DelegationId> delegation)
{
    if (const auto id = whole_number(number)) {
        auto found =
            vehicles_at(session, forum, {.delegation = delegation, .only = Id<VehiclePass>{*id}});
        if (!found.empty())
            return std::move(found.front());
    }
    return missing("no-such-pass", "There is no such pass here.");
}

Result<VehiclePass> standing_vehicle_at(store::Session& session, std::int64_t forum,
                                        const std::string& number,
                                        std::optional<registration::DelegationId> delegation)
{
    auto pass = vehicle_at(session, forum, number, delegation);
    if (pass && pass->state == VehiclePass::ended)
        return conflict("pass-ended-already", "This pass has ended already.");
    return pass;
}

}  // namespace sala::door
