// SPDX-License-Identifier: Apache-2.0
// The C interface is described at https://www.sqlite.org/cintro.html

#include "store/sqlite_statements.hpp"

#include "store/faults.hpp"
#include "store/placeholders.hpp"

#include <algorithm>

#include <sqlite3.h>

namespace sala::store {

namespace {

int bind(sqlite3_stmt* statement, int place, const Value& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return sqlite3_bind_int64(statement, place, *integer);
    if (const auto* text = std::get_if<std::string>(&value))
        return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC,
                                   SQLITE_UTF8);
    if (const auto* real = std::get_if<double>(&value))
        return sqlite3_bind_double(statement, place, *real);
    return sqlite3_bind_null(statement, place);
}

// Asked once for the value and then of the value: a page asks for some hundreds. The connection
// belongs to one thread at a time, so the value needs no protection of its own.
ValueView column(sqlite3_stmt* statement, int place, Kind kind)
{
    auto* value = sqlite3_column_value(statement, place);
    if (sqlite3_value_type(value) == SQLITE_NULL)
        return Null{};
    if (kind == Kind::integer)
        return std::int64_t{sqlite3_value_int64(value)};
    if (kind == Kind::real)
        return sqlite3_value_double(value);
    const auto* text = sqlite3_value_text(value);
    // NULL here is no NULL of the row but memory that SQLite did not get.
    if (!text)
        throw std::bad_alloc();
    return std::string_view(reinterpret_cast<const char*>(text),
                            static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

// A statement that is not reset keeps its snapshot open.
class Reset {
public:
    explicit Reset(sqlite3_stmt* statement) : statement_(statement) {}
    ~Reset() { sqlite3_reset(statement_); }
    Reset(const Reset&) = delete;
    Reset& operator=(const Reset&) = delete;

private:
    sqlite3_stmt* statement_;
};

}  // namespace

void SqliteStatements::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void SqliteStatements::make_room()
{
    if (prepared_.size() < statements_kept)
        return;
    prepared_.erase(std::min_element(prepared_.begin(), prepared_.end(),
                                     [](const auto& one, const auto& other) {
                                         return one.second.last_use < other.second.last_use;
                                     }));
}

SqliteStatements::Prepared SqliteStatements::prepare(std::string_view sql,
                                                     std::span<const Value> values)
{
    // SQLite counts names as we do, in the order in which they first stand in the SQL.
    placed(sql, values, Engine::sqlite);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(file_, sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        fail(sql);
    return {std::unique_ptr<sqlite3_stmt, Finalize>(statement), 0};
}

sqlite3_stmt* SqliteStatements::ready(std::string_view sql, std::span<const Value> values)
{
    std::for_each(values.begin(), values.end(), refuse_what_cannot_be_kept);
    auto found = prepared_.find(sql);
    if (found == prepared_.end()) {
        auto made = prepare(sql, values);
        make_room();
        found = prepared_.emplace(sql, std::move(made)).first;
    }
    auto& [statement, last_use] = found->second;
    last_use = ++uses_;
    const auto names = static_cast<std::size_t>(sqlite3_bind_parameter_count(statement.get()));
    if (names != values.size())
        throw Fault("Not as many values as names: " + std::string(sql));
    for (std::size_t n = 0; n < values.size(); ++n)
        if (bind(statement.get(), static_cast<int>(n + 1), values[n]) != SQLITE_OK)
            fail(sql);
    return statement.get();
}

// Whether there is a row.
bool SqliteStatements::step(sqlite3_stmt* statement, std::string_view sql)
{
    const int result = sqlite3_step(statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        fail(sql);
    return result == SQLITE_ROW;
}

void SqliteStatements::fetch(std::string_view sql, std::span<const Value> values,
                             std::span<const Kind> kinds, void* context, Take take)
{
    auto* statement = ready(sql, values);
    const Reset reset(statement);
    row_.resize(kinds.size());
    while (step(statement, sql)) {
        if (static_cast<std::size_t>(sqlite3_column_count(statement)) != kinds.size())
            throw Fault("Not as many columns as kinds: " + std::string(sql));
        for (std::size_t n = 0; n < kinds.size(); ++n)
            row_[n] = column(statement, static_cast<int>(n), kinds[n]);
        take(context, row_);
    }
}

std::int64_t SqliteStatements::run(std::string_view sql, std::span<const Value> values)
{
    auto* statement = ready(sql, values);
    const Reset reset(statement);
    const auto before = sqlite3_total_changes(file_);
    while (step(statement, sql)) {
    }
    return sqlite3_total_changes(file_) == before ? 0 : sqlite3_changes(file_);
}

void SqliteStatements::fail(std::string_view sql)
{
    throw_sqlite_fault(sqlite3_extended_errcode(file_), sqlite3_errmsg(file_), sql);
}

}  // namespace sala::store
