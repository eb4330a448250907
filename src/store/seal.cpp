// SPDX-License-Identifier: Apache-2.0

#include "store/seal.hpp"

#include "store/connection.hpp"
#include "store/salts.hpp"
#include "store/seal_line.hpp"
#include "store/sealed_rows.hpp"
#include "store/tables.hpp"

#include <algorithm>

namespace sala::store {

namespace {

constexpr std::size_t lines_max = 1000;

std::string line_of(const WrittenAct& act, std::string_view salt, Salts& salts)
{
    const auto& table = *act.table;
    const auto key = key_of(table, act.values);
    const auto own = salts.next_for(act, key);
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
        Salts salts;
        const auto some = acts.first(std::min(acts.size(), lines_max));
        for (const auto& act : some)
            lines += line_of(act, salt, salts);
        salts.keep(session);
        end = {end.number + 1, hash_of_seal(end.hash, end.number + 1, salt, lines)};
        session.run("INSERT INTO sealed (number, salt, lines, hash) VALUES (:number, :salt, "
                    ":lines, :hash)",
                    end.number, salt, lines, end.hash);
        acts = acts.subspan(some.size());
    }
}

// A row whose table has more columns that are sealed than when it was; one that was changed past
// Sala stays as it is, so that it is found.
bool has_grown(const Seals& seals, const TableOfActs& table, std::span<const Value> row,
               const SealedRow& sealed)
{
    return sealed.columns > 0 && sealed.columns < table.columns.size() &&
           is_as_sealed(seals, table, row, sealed);
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
            const auto sealed = known.find(key_of(table, row));
            if (sealed == known.end() || has_grown(seals, table, row, sealed->second))
                unsealed.push_back({&table,
                                    {row.begin(), row.end()},
                                    false,
                                    sealed == known.end() || sealed->second.erasable.empty()});
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
    if (noted.number == 0)
        return session
            .find<std::int64_t>("SELECT number FROM sealed WHERE hash = :hash", noted.hash)
            .has_value();
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
