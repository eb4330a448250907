// SPDX-License-Identifier: Apache-2.0
//
// Only typed into<> and use<> of buffers that stay where they are.

#include "store/postgresql_statements.hpp"

#include "store/faults.hpp"
#include "store/placeholders.hpp"

#include <algorithm>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

namespace sala::store {

namespace {

struct Slot {
    Kind kind = Kind::text;
    long long integer = 0;
    double real = 0;
    std::string text;
    soci::indicator indicator = soci::i_ok;

    void use_in(soci::statement& statement)
    {
        if (kind == Kind::integer)
            statement.exchange(soci::use(integer, indicator));
        else if (kind == Kind::real)
            statement.exchange(soci::use(real, indicator));
        else
            statement.exchange(soci::use(text, indicator));
    }

    void fill_from(soci::statement& statement)
    {
        if (kind == Kind::integer)
            statement.exchange(soci::into(integer, indicator));
        else if (kind == Kind::real)
            statement.exchange(soci::into(real, indicator));
        else
            statement.exchange(soci::into(text, indicator));
    }

    void set(const Value& value)
    {
        indicator = std::holds_alternative<Null>(value) ? soci::i_null : soci::i_ok;
        if (const auto* given = std::get_if<std::int64_t>(&value))
            integer = *given;
        else if (const auto* number = std::get_if<double>(&value))
            real = *number;
        else if (const auto* words = std::get_if<std::string>(&value))
            text = *words;
    }

    ValueView seen() const
    {
        if (indicator == soci::i_null)
            return Null{};
        if (kind == Kind::integer)
            return static_cast<std::int64_t>(integer);
        if (kind == Kind::real)
            return real;
        return std::string_view(text);
    }
};

Kind kind_of(const Value& value)
{
    return std::holds_alternative<std::int64_t>(value) ? Kind::integer
           : std::holds_alternative<double>(value)     ? Kind::real
                                                       : Kind::text;
}

char letter_of(Kind kind) { return kind == Kind::integer ? 'i' : kind == Kind::real ? 'r' : 't'; }

}  // namespace

struct PostgresqlStatements::Prepared {
    Prepared(soci::session& session, const Placed& placed_sql, std::span<const Value> values,
             std::span<const Kind> kinds)
        : order(placed_sql.order),
          uses(order.size()),
          intos(kinds.size()),
          row(kinds.size()),
          statement(session)
    {
        for (std::size_t n = 0; n < uses.size(); ++n) {
            uses[n].kind = kind_of(values[order[n]]);
            uses[n].use_in(statement);
        }
        for (std::size_t n = 0; n < intos.size(); ++n) {
            intos[n].kind = kinds[n];
            intos[n].fill_from(statement);
        }
        statement.alloc();
        statement.prepare(placed_sql.sql);
        statement.define_and_bind();
        // SOCI names the parameters when it reports an error, and finds none where we wrote $1.
        static_cast<soci::postgresql_statement_backend*>(statement.get_backend())
            ->names_.assign(uses.size(), "");
    }

    void bind(std::span<const Value> values)
    {
        for (std::size_t n = 0; n < uses.size(); ++n)
            uses[n].set(values[order[n]]);
    }

    std::vector<std::size_t> order;
    std::vector<Slot> uses;  // never resized: SOCI holds addresses into them
    std::vector<Slot> intos;
    std::vector<ValueView> row;
    std::int64_t last_use = 0;
    soci::statement statement;  // last, so that it goes before its buffers
};

PostgresqlStatements::PostgresqlStatements(soci::session& session) : session_(session) {}

PostgresqlStatements::~PostgresqlStatements() = default;

void PostgresqlStatements::clear() { statements_.clear(); }

PostgresqlStatements::Prepared& PostgresqlStatements::prepared(std::string_view sql,
                                                               std::span<const Value> values,
                                                               std::span<const Kind> kinds)
{
    std::for_each(values.begin(), values.end(), refuse_what_cannot_be_kept);
    key_.assign(sql);
    key_ += '\n';
    for (const auto& value : values)
        key_ += std::holds_alternative<Null>(value) ? 'n' : letter_of(kind_of(value));
    key_ += '\n';
    for (const auto kind : kinds)
        key_ += letter_of(kind);

    auto found = statements_.find(key_);
    if (found == statements_.end()) {
        make_room();
        auto made = std::make_unique<Prepared>(session_, placed(sql, values, Engine::postgresql),
                                               values, kinds);
        found = statements_.emplace(key_, std::move(made)).first;
    }
    found->second->last_use = ++uses_;
    found->second->bind(values);
    return *found->second;
}

void PostgresqlStatements::make_room()
{
    if (statements_.size() < statements_kept)
        return;
    statements_.erase(std::min_element(statements_.begin(), statements_.end(),
                                       [](const auto& one, const auto& other) {
                                           return one.second->last_use < other.second->last_use;
                                       }));
}

// A statement that failed half way is in an unknown state.
void PostgresqlStatements::forget() { statements_.erase(key_); }

void PostgresqlStatements::fetch(std::string_view sql, std::span<const Value> values,
                                 std::span<const Kind> kinds, void* context, Take take)
{
    try {
        auto& ready = prepared(sql, values, kinds);
        for (bool got = ready.statement.execute(true); got; got = ready.statement.fetch()) {
            for (std::size_t n = 0; n < kinds.size(); ++n)
                ready.row[n] = ready.intos[n].seen();
            take(context, ready.row);
        }
    } catch (...) {
        fail(sql);
    }
}

std::int64_t PostgresqlStatements::run(std::string_view sql, std::span<const Value> values)
{
    try {
        auto& ready = prepared(sql, values, {});
        ready.statement.execute(true);
        return ready.statement.get_affected_rows();
    } catch (...) {
        fail(sql);
    }
}

void PostgresqlStatements::fail(std::string_view sql)
{
    forget();
    try {
        throw;
    } catch (const soci::postgresql_soci_error& error) {
        throw_postgresql_fault(error.sqlstate(), error.get_error_message(), sql);
    } catch (const soci::soci_error& error) {
        throw StoreFault("The store could not do what it was asked.", false,
                         error.get_error_message() + " [" + std::string(sql) + "]");
    }
}

}  // namespace sala::store
