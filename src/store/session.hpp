// SPDX-License-Identifier: Apache-2.0
//
// One transaction's view of the store, the same on SQLite and PostgreSQL.
//
// SQL is written once for both engines. Placeholders are named for the reader and bound in order;
// a name that stands twice is one value:
//   session.select<std::int64_t, std::string>("SELECT id, key FROM city WHERE country = :country",
//   id)
// SQL of both: BIGINT, TEXT, DOUBLE PRECISION, CHECK, REFERENCES, ON CONFLICT (...) DO UPDATE,
// RETURNING (with select). A comparison is not a column: CASE WHEN a = b THEN 1 ELSE 0 END. NULLs
// sort first on SQLite and last on PostgreSQL, so say NULLS LAST. Text that is not UTF-8, text
// with NUL and numbers that are not finite are a Fault on both.
// Columns come back as std::int64_t, double or std::string, or std::optional of one of them where
// NULL may stand; a NULL in a column that is not optional is a Fault.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

namespace sala::store {

struct Null {
    bool operator==(const Null&) const = default;
};
using Value = std::variant<Null, std::int64_t, double, std::string>;
// The same while the row is in hand: a text belongs to the engine and is gone with the next row.
using ValueView = std::variant<Null, std::int64_t, double, std::string_view>;
Value kept(const ValueView& seen);
enum class Kind { integer, real, text };

// What may be bound: integers, booleans, text, ids, instants, nothing, or an optional of them.
inline Value bound(std::int64_t value) { return value; }
inline Value bound(int value) { return std::int64_t{value}; }
inline Value bound(std::size_t value) { return static_cast<std::int64_t>(value); }
inline Value bound(bool value) { return std::int64_t{value ? 1 : 0}; }
inline Value bound(double value) { return value; }
inline Value bound(std::string value) { return value; }
inline Value bound(std::string_view value) { return std::string(value); }
inline Value bound(const char* value) { return std::string(value); }
inline Value bound(Null) { return Null{}; }
inline Value bound(Value value) { return value; }
inline Value bound(Instant value) { return value.milliseconds(); }
template <class Thing>
Value bound(Id<Thing> value)
{
    return value.number();
}
template <class T>
Value bound(const std::optional<T>& value)
{
    return value ? bound(*value) : Value{Null{}};
}

class Session {
public:
    virtual ~Session() = default;

    template <class... Columns>
    std::vector<std::tuple<Columns...>> select(std::string_view sql, const auto&... values)
    {
        const Kind kinds[] = {kind_of<Columns>()...};
        const std::vector<Value> bounds{bound(values)...};
        std::vector<std::tuple<Columns...>> rows;
        each_kinds(sql, bounds, kinds, [&](std::span<const ValueView> row) {
            rows.push_back(taken<Columns...>(row, std::index_sequence_for<Columns...>{}));
        });
        return rows;
    }

    // The only row, or nothing. More than one row is a Bug in the SQL and the first is taken.
    template <class... Columns>
    std::optional<std::tuple<Columns...>> find(std::string_view sql, const auto&... values)
    {
        auto rows = select<Columns...>(sql, values...);
        if (rows.empty())
            return std::nullopt;
        return std::move(rows.front());
    }

    // INSERT, UPDATE, DELETE or DDL. Answers how many rows it touched.
    std::int64_t run(std::string_view sql, const auto&... values)
    {
        return run_bound(sql, std::vector<Value>{bound(values)...});
    }

    // For SQL whose columns are only known at run time, such as the sheets of a forum.
    std::vector<std::vector<Value>>
    select_kinds(std::string_view sql, std::span<const Value> values, std::span<const Kind> kinds);
    // The same, each row looked at while it is in hand. `f` may ask nothing of this session.
    template <class F>
    void each_kinds(std::string_view sql, std::span<const Value> values,
                    std::span<const Kind> kinds, F f)
    {
        fetch_rows(sql, values, kinds, &f, [](void* context, std::span<const ValueView> row) {
            (*static_cast<F*>(context))(row);
        });
    }
    virtual std::int64_t run_bound(std::string_view sql, std::span<const Value> values) = 0;

    // Statements so far: tests compare it between a page of one row and a page of three.
    std::int64_t statements() const { return statements_; }

protected:
    using Take = void (*)(void*, std::span<const ValueView>);
    virtual void fetch_rows(std::string_view sql, std::span<const Value> values,
                            std::span<const Kind> kinds, void* context, Take take) = 0;
    std::int64_t statements_ = 0;

private:
    template <class Column>
    struct Optional : std::false_type {
        using Held = Column;
    };
    template <class Column>
    struct Optional<std::optional<Column>> : std::true_type {
        using Held = Column;
    };

    template <class Column>
    static constexpr Kind kind_of()
    {
        using Held = typename Optional<Column>::Held;
        static_assert(std::is_same_v<Held, std::int64_t> || std::is_same_v<Held, double> ||
                      std::is_same_v<Held, std::string>);
        return std::is_same_v<Held, std::int64_t> ? Kind::integer
               : std::is_same_v<Held, double>     ? Kind::real
                                                  : Kind::text;
    }

    [[noreturn]] static void null_in_column();

    template <class Column>
    static Column take_one(const ValueView& value)
    {
        using Held = typename Optional<Column>::Held;
        using Seen = std::conditional_t<std::is_same_v<Held, std::string>, std::string_view, Held>;
        if (std::holds_alternative<Null>(value)) {
            if constexpr (Optional<Column>::value)
                return std::nullopt;
            else
                null_in_column();
        }
        return Column{Held(std::get<Seen>(value))};
    }

    template <class... Columns, std::size_t... N>
    static std::tuple<Columns...> taken(std::span<const ValueView> row, std::index_sequence<N...>)
    {
        return {take_one<Columns>(row[N])...};
    }
};

}  // namespace sala::store
