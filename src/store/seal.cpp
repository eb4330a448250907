// SPDX-License-Identifier: Apache-2.0

#include "store/seal.hpp"

#include "store/connection.hpp"
#include "store/seal_line.hpp"
#include "store/sealed_rows.hpp"
#include "store/tables.hpp"

#include <algorithm>

namespace sala::store {

namespace {

constexpr std::size_t lines_max = 1000;

// A new salt for what may be erased; none, and the old one gone, when there is nothing of it.
std::string erasable_salt(Session& session, const WrittenAct& act, const std::string& key)
{
    if (act.is_gone || !holds_erasable(*act.table, act.values)) {
        session.run("DELETE FROM sealed_salt WHERE of_table = :table AND of_row = :row",
                    act.table->name, key);
        return {};
    }
    auto salt = random_salt();
    session.run("INSERT INTO sealed_salt (of_table, of_row, salt) VALUES (:table, :row, :salt) ON "
                "CONFLICT (of_table, of_row) DO UPDATE SET salt = excluded.salt",
                act.table->name, key, salt);
    return salt;
}

std::string line_of(Session& session, const WrittenAct& act, std::string_view salt)
{
    const auto& table = *act.table;
    const auto key = key_of(table, act.values);
    const auto own = table.has_erasable ? erasable_salt(session, act, key) : std::string{};
    if (act.is_gone)
        return written({.table = table.name, .key = key, .digest = {}, .erasable = {}});
    const auto columns = table.columns.size();
    const auto digest = digest_of(table, act.values, columns, Part::firm, salt);
    const auto erasable =
        own.empty() ? own : digest_of(table, act.values, columns, Part::erasable, own);
    return written({table.name, key, columns, digest, erasable});
}

void add_seals(Session& session, std::span<const WrittenAct> acts)
{
    auto end = seal_end(session);
    while (!acts.empty()) {
        const auto salt = random_salt();
        std::string lines;
        const auto some = acts.first(std::min(acts.size(), lines_max));
        for (const auto& act : some)
            lines += line_of(session, act, salt);
        end = {end.number + 1, hash_of_seal(end.hash, end.number + 1, salt, lines)};
        session.run("INSERT INTO sealed (number, salt, lines, hash) VALUES (:number, :salt, "
                    ":lines, :hash)",
                    end.number, salt, lines, end.hash);
        acts = acts.subspan(some.size());
    }
}

// What no seal knows, of all tables.
void seal_unsealed(Session& session)
{
    std::vector<std::string> wrong;
    auto seals = read_seals(session, wrong);
    std::vector<WrittenAct> unsealed;
    for (const auto& table : tables_of_acts()) {
        const auto& known = seals.rows[table.name];
        each_act(session, table, [&](std::span<const Value> row) {
            if (!known.contains(key_of(table, row)))
                unsealed.push_back({&table, {row.begin(), row.end()}});
            if (unsealed.size() < lines_max)
                return;
            add_seals(session, unsealed);
            unsealed.clear();
        });
    }
    add_seals(session, unsealed);
}

}  // namespace

SealEnd seal_end(Session& session)
{
    const auto last = session.find<std::int64_t, std::string>(
        "SELECT number, hash FROM sealed ORDER BY number DESC LIMIT 1");
    return last ? SealEnd{std::get<0>(*last), std::get<1>(*last)} : SealEnd{};
}

bool seal_holds(Session& session, const SealEnd& noted)
{
    const auto held =
        session.find<std::string>("SELECT hash FROM sealed WHERE number = :number", noted.number);
    return held && std::get<0>(*held) == noted.hash;
}

std::span<const WrittenAct> written_acts(const Session& session)
{
    const auto* connection = dynamic_cast<const Connection*>(&session);
    return connection ? connection->written_acts() : std::span<const WrittenAct>{};
}

void seal(Connection& connection)
{
    if (!connection.written_acts().empty())
        add_seals(connection, connection.written_acts());
}

bool is_to_be_sealed(Connection& connection)
{
    const auto tables = table_names(connection, connection.engine());
    return std::find(tables.begin(), tables.end(), "sealed") != tables.end() &&
           connection.find<std::int64_t>("SELECT number FROM sealed WHERE number = 0").has_value();
}

void seal_what_is_there(Connection& connection)
{
    connection.begin_writing();
    try {
        seal_unsealed(connection);
        connection.run("DELETE FROM sealed WHERE number = 0");
        connection.commit({});
    } catch (...) {
        connection.roll_back();
        throw;
    }
}

}  // namespace sala::store
