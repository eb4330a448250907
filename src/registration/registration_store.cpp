// SPDX-License-Identifier: Apache-2.0

#include "registration/registration_store.hpp"

#include "base/whole_number.hpp"
#include "script/normal.hpp"

#include <fmt/format.h>

namespace sala::registration {

namespace {

using Number = std::optional<std::int64_t>;
using Words = std::optional<std::string>;

// The newest act of each, and what else stands beside it.
constexpr char tables[] =
    " FROM registration r "
    "LEFT JOIN registration_person p ON p.forum = r.forum AND p.registration = r.id "
    "LEFT JOIN registration_act a ON a.forum = r.forum AND a.registration = r.id AND a.id = "
    "(SELECT MAX(b.id) FROM registration_act b WHERE b.forum = r.forum AND b.registration = r.id) ";
constexpr char beside[] =
    "LEFT JOIN registration_reason w ON w.forum = a.forum AND w.act = a.id "
    "LEFT JOIN registration_proposal o ON o.forum = r.forum AND o.registration = r.id AND NOT "
    "EXISTS (SELECT 1 FROM registration_proposal_answer x WHERE x.forum = o.forum AND x.proposal = "
    "o.id) "
    "LEFT JOIN registration_match t ON t.forum = r.forum AND t.registration = r.id AND t.id = "
    "(SELECT MAX(u.id) FROM registration_match u WHERE u.forum = r.forum AND u.registration = "
    "r.id) "
    "LEFT JOIN delegation d ON d.forum = r.forum AND d.id = r.delegation ";
constexpr char not_merged[] =
    "NOT EXISTS (SELECT 1 FROM registration_merge m WHERE m.forum = r.forum AND m.merged = r.id "
    "AND NOT EXISTS (SELECT 1 FROM registration_merge_end e WHERE e.forum = m.forum AND e.merge = "
    "m.id))";

std::string order_by_precedence()
{
    std::string roles;
    for (const auto& [role, name] : delegation_roles())
        roles += fmt::format(" WHEN '{}' THEN {}", role, role_order(role));
    return fmt::format(" ORDER BY d.position NULLS LAST, r.delegation, CASE p.role{} ELSE 99 END, "
                       "CAST(NULLIF(p.precedence, '') AS BIGINT) NULLS LAST, p.name_en, r.id",
                       roles);
}

std::string particular_columns()
{
    std::string columns;
    for (const auto& column : all_particulars())
        columns += ", p." + column.name;
    return columns;
}

// A LIKE pattern for words anywhere in it.
std::string anywhere(const std::string& words)
{
    std::string pattern = "%";
    for (const char c : script::searchable(words)) {
        if (c == '%' || c == '_' || c == '!')
            pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

struct Where {
    std::string sql;
    std::vector<store::Value> values;
};

Where where_of(std::int64_t forum, const Filter& filter)
{
    Where where{"WHERE r.forum = :forum", {forum}};
    if (!filter.merged_too)
        where.sql += std::string(" AND ") + not_merged;
    const auto also = [&](const std::string& sql, store::Value value) {
        where.sql += sql;
        where.values.push_back(std::move(value));
    };
    if (filter.delegation)
        also(" AND r.delegation = :delegation", filter.delegation->number());
    if (filter.status)
        also(" AND COALESCE(a.status, 'draft') = :status", std::string(word(*filter.status)));
    if (filter.only)
        also(" AND r.id = :only", filter.only->number());
    if (filter.among) {
        where.sql += " AND r.id IN (0";  // numbers of ours, never words of others
        for (const auto& one : *filter.among)
            where.sql += "," + one.word();
        where.sql += ")";
    }
    if (filter.categories) {
        where.sql += " AND p.category IN (''";
        for (std::size_t i = 0; i < filter.categories->size(); ++i)
            also(fmt::format(", :category_{}", i), filter.categories->at(i));
        where.sql += ") AND p.category <> ''";
    }
    if (!filter.category.empty())
        also(" AND p.category = :category", filter.category);
    if (!filter.words.empty())
        also(" AND p.found_by LIKE :words ESCAPE '!'", anywhere(filter.words));
    return where;
}

std::string words_in(const store::Value& value)
{
    const auto* words = std::get_if<std::string>(&value);
    return words ? *words : std::string{};
}
std::int64_t number_in(const store::Value& value)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? *number : 0;
}

constexpr std::size_t columns_before = 8;

Registered registered_from(std::int64_t forum, const std::vector<store::Value>& row)
{
    const auto status = status_named(words_in(row[2])).value_or(Status::draft);
    Registered one{
        {forum, Id<Registration>{number_in(row[0])}, DelegationId{number_in(row[1])}, status},
        number_in(row[3]),
        {},
        Instant{number_in(row[4])},
        words_in(row[5]),
        {},
        number_in(row[7])};
    if (const auto wish = number_in(row[6]); wish != 0)
        one.wish = Id<Wish>{wish};
    auto place = columns_before;
    for (const auto& column : all_particulars())
        one.particulars.set(column.name, words_in(row[place++]));
    return one;
}

// What a search for a name may find: every script it was given in, and Latin without accents.
std::string names_searched(const Particulars& particulars)
{
    std::string all;
    for (const auto* column : {"name_en", "name_th", "name_own"})
        all += " " + script::searchable(particulars[column]);
    return all + " " + script::searchable(script::without_accents(particulars["name_en"]));
}

}  // namespace

std::vector<Registered> registered_at(store::Session& session, std::int64_t forum,
                                      const Filter& filter)
{
    auto where = where_of(forum, filter);
    std::vector<store::Kind> kinds{store::Kind::integer, store::Kind::integer, store::Kind::text,
                                   store::Kind::integer, store::Kind::integer, store::Kind::text,
                                   store::Kind::integer, store::Kind::integer};
    kinds.resize(columns_before + all_particulars().size(), store::Kind::text);
    where.values.emplace_back(static_cast<std::int64_t>(filter.at_most));
    where.values.emplace_back(static_cast<std::int64_t>(filter.from));
    const auto sql = fmt::format(
        "SELECT r.id, r.delegation, a.status, p.version, COALESCE(a.at, r.at), w.words, o.id, "
        "t.person{}{}{}{}{} LIMIT :at_most OFFSET :start",
        particular_columns(), tables, beside, where.sql, order_by_precedence());
    std::vector<Registered> all;
    for (const auto& row : session.select_kinds(sql, where.values, kinds))
        all.push_back(registered_from(forum, row));
    return all;
}

std::int64_t count_at(store::Session& session, std::int64_t forum, const Filter& filter)
{
    const auto where = where_of(forum, filter);
    const store::Kind kinds[] = {store::Kind::integer};
    const auto rows = session.select_kinds(fmt::format("SELECT COUNT(*){}{}", tables, where.sql),
                                           where.values, kinds);
    return number_in(rows.front().front());
}

Result<Registered> registered(store::Session& session, std::int64_t forum,
                              const std::string& number, std::optional<DelegationId> delegation)
{
    if (const auto id = whole_number(number)) {
        auto found = registered_at(session, forum,
                                   {.delegation = delegation, .only = Id<Registration>{*id}});
        if (!found.empty())
            return std::move(found.front());
    }
    return missing("no-such-registration", "There is no such registration here.");
}

Counts counts_at(store::Session& session, std::int64_t forum)
{
    Counts counts;
    for (const auto& [category, status, count] : session.select<Words, Words, std::int64_t>(
             fmt::format("SELECT p.category, a.status, COUNT(*){} WHERE r.forum = :forum AND {} "
                         "GROUP BY p.category, a.status",
                         tables, not_merged),
             forum))
        counts[{category.value_or(""),
                status_named(status.value_or("draft")).value_or(Status::draft)}] += count;
    return counts;
}

void keep_particulars(store::Session& session, std::int64_t forum, Id<Registration> id,
                      std::int64_t version, const Particulars& particulars)
{
    session.run("DELETE FROM registration_person WHERE forum = :forum AND registration = :id",
                forum, id);
    std::string columns;
    std::string places;
    std::vector<store::Value> values{forum, id.number(), version, names_searched(particulars)};
    for (const auto& column : all_particulars()) {
        columns += ", " + column.name;
        places += ", :" + column.name;
        values.emplace_back(particulars[column.name]);
    }
    session.run_bound(fmt::format("INSERT INTO registration_person (forum, registration, version, "
                                  "found_by{}) VALUES (:forum, :registration, :version, "
                                  ":found_by{})",
                                  columns, places),
                      values);
}

}  // namespace sala::registration
