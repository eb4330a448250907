// SPDX-License-Identifier: Apache-2.0

#include "store/postgresql_store.hpp"

#include "store/copy_rows.hpp"
#include "store/faults.hpp"
#include "store/postgresql_connection.hpp"
#include "store/sqlite_connection.hpp"
#include "store/sqlite_store.hpp"

#include <filesystem>
#include <random>

#include <fmt/format.h>

namespace sala::store {

namespace {

std::string random_name()
{
    std::random_device chance;
    return fmt::format("{:08x}{:08x}", chance(), chance());
}

}  // namespace

PostgresqlStore::PostgresqlStore(const std::string& address) : EngineStore(address)
{
    news_ = random_name();
    writer();
    listener_ = std::make_unique<ChangeListener>(address, change_channel, news_,
                                                 [this](const auto&) { others_wrote(); });
}

PostgresqlStore::~PostgresqlStore()
{
    listener_.reset();
    close();
}

void PostgresqlStore::others_wrote()
{
    ++generation_;
    const std::lock_guard lock(told_mutex_);
    if (told_)
        told_();
}

void PostgresqlStore::when_others_write(std::function<void()> told)
{
    const std::lock_guard lock(told_mutex_);
    told_ = std::move(told);
}

std::unique_ptr<Connection> PostgresqlStore::new_reader()
{
    return std::make_unique<PostgresqlConnection>(address_);
}

std::unique_ptr<Connection> PostgresqlStore::new_writer()
{
    return std::make_unique<PostgresqlConnection>(address_);
}

void PostgresqlStore::back_up(const std::string& file)
{
    back_up_postgresql(address_, file, steps_of_this_program());
}

void back_up_postgresql(const std::string& address, const std::string& file,
                        std::span<const Step> steps)
{
    const auto partial = file + ".partial";
    remove_sqlite_file(partial);
    try {
        PostgresqlConnection from(address);
        SqliteConnection to(partial, SqliteConnection::Mode::writing);
        from.begin_reading();
        const auto behind = steps_behind(from, steps);
        lay_tables(to, steps.first(behind), 0);
        replace_rows(from, to, {});
        from.roll_back();
    } catch (...) {
        remove_sqlite_file(partial);
        throw;
    }
    std::error_code error;
    std::filesystem::rename(partial, file, error);
    if (error)
        throw StoreFault("The backup " + file + " cannot be made: " + error.message(), false);
}

}  // namespace sala::store
