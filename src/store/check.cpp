// SPDX-License-Identifier: Apache-2.0

#include "store/checks.hpp"
#include "store/migration.hpp"
#include "store/shape.hpp"
#include "store/store.hpp"
#include "store/tables.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace sala::store {

namespace {

std::string dangling(std::int64_t count, const std::string& table, const std::string& other)
{
    return count == 1
               ? fmt::format("1 row of {} refers to a row of {} that does not exist.", table, other)
               : fmt::format("{} rows of {} refer to rows of {} that do not exist.", count, table,
                             other);
}

void check_sqlite(Session& session, std::vector<std::string>& wrong)
{
    for (const auto& [finding] : session.select<std::string>("PRAGMA integrity_check"))
        if (finding != "ok")
            wrong.push_back("The file is damaged: " + finding);
    for (const auto& [table, parent, count] :
         session.select<std::string, std::string, std::int64_t>(
             "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check "
             "GROUP BY 1, 2 ORDER BY 1, 2"))
        wrong.push_back(dangling(count, table, parent));
}

// Only somebody who switched the triggers off can leave such rows, but then nobody else tells.
void check_postgresql(Session& session, std::vector<std::string>& wrong)
{
    for (const auto& reference : references_on_postgresql(session)) {
        std::string join;
        std::string known;
        for (const auto& [mine, theirs] : reference.columns) {
            join += fmt::format("{}a.{} = b.{}", join.empty() ? "" : " AND ", quoted(mine),
                                quoted(theirs));
            known += fmt::format(" AND a.{} IS NOT NULL", quoted(mine));
        }
        const auto sql =
            fmt::format("SELECT count(*) FROM {} a LEFT JOIN {} b ON {} WHERE b.{} IS NULL{} "
                        "HAVING count(*) > 0",
                        quoted(reference.table), quoted(reference.other_table), join,
                        quoted(reference.columns.front().second), known);
        for (const auto& [count] : session.select<std::int64_t>(sql))
            wrong.push_back(dangling(count, reference.table, reference.other_table));
    }
}

}  // namespace

void say_once(std::string sentence, std::vector<std::string>& wrong)
{
    if (std::find(wrong.begin(), wrong.end(), sentence) == wrong.end())
        wrong.push_back(std::move(sentence));
}

void look(Session& session, std::span<const Check> checks, std::vector<std::string>& wrong)
{
    for (const auto& check : checks)
        try {
            check(session, wrong);
        } catch (const StoreFault&) {
            throw;  // PostgreSQL answers nothing more, and a damaged file would say the same again
        } catch (const Fault& fault) {
            say_once(fault.what(), wrong);
        }
}

std::vector<std::string> check(Store& store, std::span<const Check> checks)
{
    std::vector<std::string> wrong;
    try {
        bool has_all_versions = true;
        store.read([&](Session& session) {
            if (store.is_sqlite())
                check_sqlite(session, wrong);
            else
                check_postgresql(session, wrong);
            for (auto& sentence : wrong_versions(session)) {
                wrong.push_back(std::move(sentence));
                has_all_versions = false;
            }
            look(session, checks, wrong);
        });
        if (has_all_versions)  // otherwise nobody knows how it should look
            for (const auto& misfit : misfits(store))
                wrong.push_back(misfit.what + " " + misfit.remedy);
    } catch (const StoreFault& fault) {
        say_once(fault.what(), wrong);
    }
    return wrong;
}

}  // namespace sala::store
