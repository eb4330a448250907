// SPDX-License-Identifier: Apache-2.0

#include "swept_places.hpp"

#include <fmt/format.h>

#include <memory>
#include <stdexcept>
#include <utility>

#include <libpq-fe.h>

namespace sala {

namespace {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

struct Talk {
    explicit Talk(const std::string& address) : line(PQconnectdb(address.c_str()), &PQfinish)
    {
        PQsetNoticeProcessor(line.get(), [](void*, const char*) {}, nullptr);
    }

    Answer say(const std::string& sql) const
    {
        Answer answer(PQexec(line.get(), sql.c_str()), &PQclear);
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_OUT &&
            status != PGRES_COPY_IN)
            throw std::runtime_error(sql + ": " + PQerrorMessage(line.get()));
        return answer;
    }

    // The first column of all rows.
    std::vector<std::string> ask(const std::string& sql) const
    {
        const auto answer = say(sql);
        std::vector<std::string> all;
        for (int row = 0; row < PQntuples(answer.get()); ++row)
            all.emplace_back(PQgetvalue(answer.get(), row, 0));
        return all;
    }

    std::string rows_of(const std::string& table) const
    {
        say(fmt::format("COPY \"{}\" TO STDOUT", table));
        std::string rows;
        char* bytes = nullptr;
        for (int size = 0; (size = PQgetCopyData(line.get(), &bytes, 0)) > 0; PQfreemem(bytes))
            rows.append(bytes, static_cast<std::size_t>(size));
        finish();
        return rows;
    }

    void put(const std::string& table, const std::string& rows) const
    {
        say(fmt::format("COPY \"{}\" FROM STDIN", table));
        PQputCopyData(line.get(), rows.data(), static_cast<int>(rows.size()));
        PQputCopyEnd(line.get(), nullptr);
        finish();
    }

    void finish() const
    {
        while (PGresult* rest = PQgetResult(line.get())) {
            const Answer answer(rest, &PQclear);
            if (PQresultStatus(rest) != PGRES_COMMAND_OK)
                throw std::runtime_error(PQerrorMessage(line.get()));
        }
    }

    std::unique_ptr<PGconn, decltype(&PQfinish)> line;
};

// What a test could have made, changed or dropped besides rows gets or loses a number here.
constexpr auto ask_shape =
    "SELECT concat_ws(' ', (SELECT concat(count(*), ':', max(oid)) FROM pg_class), "
    "(SELECT concat(count(*), ':', max(oid)) FROM pg_constraint), "
    "(SELECT concat(count(*), ':', max(oid)) FROM pg_trigger), "
    "(SELECT concat(count(*), ':', max(oid)) FROM pg_proc), "
    "(SELECT concat(count(*), ':', sum(attnum)) FROM pg_attribute WHERE NOT attisdropped))";

constexpr auto ask_touched =
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace "
    "AND pg_relation_size(oid) > 0";

}  // namespace

SweptPlaces::SweptPlaces(const std::string& pattern, std::string (*address_of)(const std::string&))
    : address_of_(address_of)
{
    const Talk talk(pattern);
    shape_ = talk.ask(ask_shape).at(0);
    for (const auto& table : talk.ask(ask_touched))
        rows_[table] = talk.rows_of(table);
}

std::optional<std::string> SweptPlaces::take()
{
    if (left_.empty())
        return std::nullopt;
    auto name = std::move(left_.back());
    left_.pop_back();
    if (sweep(address_of_(name)))
        return name;
    left_.insert(left_.begin(), std::move(name));  // goes with the others at the end
    return std::nullopt;
}

bool SweptPlaces::sweep(const std::string& address) const
{
    const Talk talk(address);
    if (talk.ask(ask_shape).at(0) != shape_)
        return false;
    // References are not looked at: what refers goes as well.
    std::string sql = "BEGIN; SET LOCAL session_replication_role = replica;";
    for (const auto& table : talk.ask(ask_touched))
        sql += fmt::format("DELETE FROM \"{}\";", table);
    talk.say(sql);
    for (const auto& [table, rows] : rows_)
        talk.put(table, rows);
    talk.say("COMMIT");
    return true;
}

}  // namespace sala
