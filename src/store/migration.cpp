// SPDX-License-Identifier: Apache-2.0

#include "store/migration.hpp"

#include "store/faults.hpp"
#include "store/migration_script.hpp"
#include "store/seal.hpp"
#include "store/tables.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace sala::store {

namespace {

Step step_of(const Embedded& file)
{
    auto name = file.name.substr(file.name.rfind('/') + 1);
    const auto digits = name.find_first_not_of("0123456789");
    if (digits != 4 || name[digits] != '_' || !name.ends_with(".sql") || name.size() < 10)
        throw StoreFault(fmt::format("A migration must be called NNNN_what.sql, not {}.", name),
                         false);
    name.remove_suffix(4);
    return {std::stoll(std::string(name.substr(0, 4))), std::string(name), file.bytes};
}

std::int64_t now_milliseconds()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

void do_statements(Connection& connection, const Step& step)
{
    for (const auto& statement : statements_of(for_engine(step.script, connection.engine()))) {
        try {
            connection.execute(statement);
        } catch (const StoreFault& fault) {
            throw StoreFault(
                fmt::format("Step {} of the store failed: {}", step.name, fault.what()),
                fault.disk_full);
        } catch (const Fault& fault) {
            throw StoreFault(
                fmt::format("Step {} of the store failed: {}", step.name, fault.what()), false);
        }
    }
}

void do_step(Connection& connection, const Step& step)
{
    connection.begin_writing();
    try {
        connection.execute("CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY, "
                           "name TEXT NOT NULL, applied_at BIGINT NOT NULL)");
        // Two programs started at the same moment: the second finds the step done.
        if (!connection.find<std::int64_t>("SELECT number FROM migration WHERE number = :number",
                                           step.number)) {
            do_statements(connection, step);
            if (connection.engine() == Engine::sqlite &&
                connection.find<std::string>("SELECT \"table\" FROM pragma_foreign_key_check"))
                throw StoreFault(
                    fmt::format("Step {} would leave rows that refer to nothing.", step.name),
                    false);
            connection.run("INSERT INTO migration (number, name, applied_at) "
                           "VALUES (:number, :name, :now)",
                           step.number, step.name, now_milliseconds());
        }
        connection.commit({});
    } catch (...) {
        connection.roll_back();
        throw;
    }
}

}  // namespace

std::string Step::four_digits() const { return fmt::format("{:04}", number); }

std::vector<Step> steps_of(std::span<const Embedded> files)
{
    std::vector<Step> steps;
    for (const auto& file : files)
        steps.push_back(step_of(file));
    for (std::size_t n = 0; n < steps.size(); ++n)
        if (steps[n].number != static_cast<std::int64_t>(n + 1))
            throw StoreFault(fmt::format("Migration {:04} is missing: {} stands in its place.",
                                         n + 1, steps[n].name),
                             false);
    return steps;
}

std::size_t steps_behind(Connection& connection, std::span<const Step> steps)
{
    // One look: another program may be doing the first step at this moment.
    const auto tables = table_names(connection, connection.engine());
    if (tables.empty())
        return 0;
    if (std::find(tables.begin(), tables.end(), "migration") == tables.end())
        throw StoreFault("This database holds something, but it is not a store of Sala: "
                         "it has no table of versions.",
                         false);
    const auto rows = connection.select<std::int64_t, std::string>(
        "SELECT number, name FROM migration ORDER BY number");
    const auto newest = rows.empty() ? 0 : std::get<0>(rows.back());
    if (newest > static_cast<std::int64_t>(steps.size()))
        throw StoreFault(fmt::format("The store is newer than this program: it is at step {}, the "
                                     "program knows {}. Use the newer program.",
                                     newest, steps.size()),
                         false);
    for (std::size_t n = 0; n < rows.size(); ++n) {
        const auto& [number, name] = rows[n];
        if (number != steps[n].number || name != steps[n].name)
            throw StoreFault(fmt::format("The versions of the store cannot be read: step {} \"{}\" "
                                         "stands where this program has \"{}\".",
                                         number, name, steps[n].name),
                             false);
    }
    return rows.size();
}

namespace {

// What has to hold around all steps. SQLite can only rebuild a table that others refer to while
// foreign_keys is off; the check at the end of each step takes its place
// (https://www.sqlite.org/lang_altertable.html#otheralter). PostgreSQL has programs on several
// machines, and lets one at a time do the steps.
class Surroundings {
public:
    explicit Surroundings(Connection& connection) : connection_(connection)
    {
        connection_.execute(is_sqlite() ? "PRAGMA foreign_keys = OFF"
                                        : "SELECT pg_advisory_lock(20220704)");
    }
    ~Surroundings()
    {
        try {
            connection_.execute(is_sqlite() ? "PRAGMA foreign_keys = ON"
                                            : "SELECT pg_advisory_unlock(20220704)");
        } catch (const Fault& fault) {
            // The connection is gone, and its lock with it.
            spdlog::warn("After the steps of the store: {}", fault.what());
        }
    }
    Surroundings(const Surroundings&) = delete;
    Surroundings& operator=(const Surroundings&) = delete;

private:
    bool is_sqlite() const { return connection_.engine() == Engine::sqlite; }
    Connection& connection_;
};

}  // namespace

void lay_tables(Connection& connection, std::span<const Step> steps, std::size_t behind)
{
    const Surroundings surroundings(connection);
    for (std::size_t n = behind; n < steps.size(); ++n)
        do_step(connection, steps[n]);
    connection.forget_statements();
}

void do_steps(Connection& connection, std::span<const Step> steps, std::size_t behind)
{
    lay_tables(connection, steps, behind);
    if (is_to_be_sealed(connection))
        seal_what_is_there(connection);
}

std::vector<std::string> wrong_versions(Session& session)
{
    std::vector<std::string> wrong;
    std::int64_t expected = 1;
    for (const auto& [number] :
         session.select<std::int64_t>("SELECT number FROM migration ORDER BY number")) {
        if (number != expected)
            wrong.push_back(fmt::format("The table of versions lacks step {}.", expected));
        expected = number + 1;
    }
    return wrong;
}

}  // namespace sala::store
