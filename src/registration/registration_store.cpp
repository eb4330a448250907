// SPDX-License-Identifier: Apache-2.0

#include "registration/registration_store.hpp"

#include "base/whole_number.hpp"
#include "registration/registration_now.hpp"
#include "script/normal.hpp"
#include "store/value_in.hpp"
#include "web/words_anywhere.hpp"

#include <fmt/format.h>

namespace sala::registration {

using store::number_in;
using store::words_in;

namespace {

// What stands beside one registration `n`.
constexpr char beside[] =
    "LEFT JOIN registration_person p ON p.forum = n.forum AND p.registration = n.registration "
    "LEFT JOIN registration_reason w ON w.forum = n.forum AND w.act = n.act "
    "LEFT JOIN registration_proposal o ON o.forum = n.forum AND o.registration = n.registration "
    "AND NOT EXISTS (SELECT 1 FROM registration_proposal_answer x WHERE x.forum = o.forum AND "
    "x.proposal = o.id) "
    "LEFT JOIN registration_match t ON t.forum = n.forum AND t.registration = n.registration AND "
    "t.id = (SELECT MAX(u.id) FROM registration_match u WHERE u.forum = n.forum AND "
    "u.registration = n.registration)";
constexpr char within_delegation[] = "n.part, n.precedence, n.name, n.registration";
// `{}` is the table that has the delegations' places.
constexpr char order_by_precedence[] =
    "ORDER BY {}.position NULLS LAST, n.delegation, n.part, n.precedence, n.name, n.registration";

std::string particular_columns()
{
    std::string columns;
    for (const auto& column : all_particulars())
        columns += ", p." + column.name;
    return columns;
}

Condition where_of(std::int64_t forum, const Filter& filter)
{
    Condition where{"WHERE n.forum = :forum", {forum}};
    if (!filter.merged_too)
        where.sql += " AND n.merged = 0";
    const auto also = [&](const std::string& sql, store::Value value) {
        where.sql += sql;
        where.values.push_back(std::move(value));
    };
    if (filter.delegation)
        also(" AND n.delegation = :delegation", filter.delegation->number());
    if (filter.status)
        also(" AND n.status = :status", std::string(word(*filter.status)));
    if (filter.may_come)
        where.sql += " AND n.status NOT IN ('refused', 'withdrawn')";
    if (filter.holds_place)
        where.sql += " AND n.holds_place = 1";
    if (filter.on_list)
        where.sql += " AND n.on_list = 1";
    if (!filter.role.empty())
        also(" AND n.part = :part", std::int64_t{role_order(filter.role)});
    if (filter.only)
        also(" AND n.registration = :only", filter.only->number());
    if (filter.among) {
        where.sql += " AND n.registration IN (0";  // numbers of ours, never words of others
        for (const auto& one : *filter.among)
            where.sql += "," + one.word();
        where.sql += ")";
    }
    if (filter.categories) {
        where.sql += " AND n.category IN (''";
        for (std::size_t i = 0; i < filter.categories->size(); ++i)
            also(fmt::format(", :category_{}", i), filter.categories->at(i));
        where.sql += ") AND n.category <> ''";
    }
    if (!filter.category.empty())
        also(" AND n.category = :category", filter.category);
    if (!filter.words.empty())
        also(" AND n.registration IN (SELECT f.registration FROM registration_person f WHERE "
             "f.forum = :forum AND f.found_by LIKE :words ESCAPE '!')",
             web::words_anywhere(script::searchable(filter.words)));
    if (filter.also) {
        where.sql += " AND (" + filter.also->sql + ")";
        where.values.insert(where.values.end(), filter.also->values.begin(),
                            filter.also->values.end());
    }
    return where;
}

// Those of one page, by themselves: what else is shown of them is read for them alone.
Condition page_of(std::int64_t forum, const Filter& filter)
{
    auto page = where_of(forum, filter);
    std::string from = "registration_now n";
    if (filter.of_each) {
        from = fmt::format("(SELECT n.*, ROW_NUMBER() OVER (PARTITION BY n.delegation ORDER BY {}) "
                           "AS seat FROM registration_now n {}) n",
                           within_delegation, page.sql);
        page.sql = "WHERE n.seat <= :each";
        page.values.emplace_back(static_cast<std::int64_t>(*filter.of_each));
    }
    page.sql = fmt::format(
        "SELECT n.forum, n.registration, n.delegation, n.act, n.status, n.since, n.part, "
        "n.precedence, n.name, n.holds_place, d.position FROM {} LEFT JOIN delegation d ON d.forum "
        "= n.forum AND "
        "d.id = n.delegation {} {} LIMIT :at_most OFFSET :start",
        from, page.sql, fmt::format(order_by_precedence, "d"));
    page.values.emplace_back(static_cast<std::int64_t>(filter.at_most));
    page.values.emplace_back(static_cast<std::int64_t>(filter.from));
    return page;
}

constexpr std::size_t columns_before = 10;

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
        number_in(row[7]),
        Id<Act>{number_in(row[8])},
        number_in(row[9]) == 1};
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
    const auto page = page_of(forum, filter);
    std::vector<store::Kind> kinds{store::Kind::integer, store::Kind::integer, store::Kind::text,
                                   store::Kind::integer, store::Kind::integer, store::Kind::text,
                                   store::Kind::integer, store::Kind::integer, store::Kind::integer,
                                   store::Kind::integer};
    kinds.resize(columns_before + all_particulars().size(), store::Kind::text);
    const auto sql = fmt::format(
        "SELECT n.registration, n.delegation, n.status, p.version, n.since, w.words, o.id, "
        "t.person, n.act, n.holds_place{} FROM ({}) n {} {}",
        particular_columns(), page.sql, beside, fmt::format(order_by_precedence, "n"));
    std::vector<Registered> all;
    for (const auto& row : session.select_kinds(sql, page.values, kinds))
        all.push_back(registered_from(forum, row));
    return all;
}

std::vector<Registered> heads_of(store::Session& session, std::int64_t forum,
                                 DelegationId delegation)
{
    return registered_at(session, forum,
                         {.delegation = delegation, .may_come = true, .role = "head"});
}

std::vector<Addressed> addresses_at(store::Session& session, std::int64_t forum,
                                    const Filter& filter)
{
    const auto where = where_of(forum, filter);
    const store::Kind kinds[] = {store::Kind::integer, store::Kind::integer, store::Kind::text,
                                 store::Kind::text};
    const auto sql = fmt::format(
        "SELECT n.registration, n.delegation, n.status, p.email FROM registration_now n LEFT JOIN "
        "delegation d ON d.forum = n.forum AND d.id = n.delegation LEFT JOIN registration_person p "
        "ON p.forum = n.forum AND p.registration = n.registration {} {}",
        where.sql, fmt::format(order_by_precedence, "d"));
    std::vector<Addressed> all;
    for (const auto& row : session.select_kinds(sql, where.values, kinds))
        all.push_back({{forum, Id<Registration>{number_in(row[0])}, DelegationId{number_in(row[1])},
                        status_named(words_in(row[2])).value_or(Status::draft)},
                       words_in(row[3])});
    return all;
}

std::int64_t count_at(store::Session& session, std::int64_t forum, const Filter& filter)
{
    const auto where = where_of(forum, filter);
    const store::Kind kinds[] = {store::Kind::integer};
    const auto rows = session.select_kinds(
        fmt::format("SELECT COUNT(*) FROM registration_now n {}", where.sql), where.values, kinds);
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
    for (const auto& [category, status, count] :
         session.select<std::string, std::string, std::int64_t>(
             "SELECT category, status, COUNT(*) FROM registration_now WHERE forum = :forum AND "
             "merged = 0 GROUP BY category, status",
             forum))
        counts[{category, status_named(status).value_or(Status::draft)}] += count;
    return counts;
}

std::map<std::string, std::int64_t> places_taken_at(store::Session& session, std::int64_t forum)
{
    std::map<std::string, std::int64_t> taken;
    for (const auto& [category, people] : session.select<std::string, std::int64_t>(
             "SELECT category, COUNT(*) FROM registration_now WHERE forum = :forum AND merged = 0 "
             "AND holds_place = 1 GROUP BY category",
             forum))
        taken.emplace(category, people);
    return taken;
}

std::map<std::int64_t, std::int64_t> coming_of_each(store::Session& session, std::int64_t forum)
{
    std::map<std::int64_t, std::int64_t> counts;
    for (const auto& [delegation, people] : session.select<std::int64_t, std::int64_t>(
             "SELECT delegation, COUNT(*) FROM registration_now WHERE forum = :forum AND merged = "
             "0 "
             "AND holds_place = 1 GROUP BY delegation",
             forum))
        counts.emplace(delegation, people);
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
    note_now(session, forum, id);
    note_heard(session, forum, id);
}

Condition has_open_wish()
{
    return {"n.registration IN (SELECT o.registration FROM registration_proposal o WHERE o.forum = "
            ":forum AND NOT EXISTS (SELECT 1 FROM registration_proposal_answer x WHERE x.forum = "
            "o.forum AND x.proposal = o.id))",
            {}};
}

}  // namespace sala::registration
