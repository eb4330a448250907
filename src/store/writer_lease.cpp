// SPDX-License-Identifier: Apache-2.0

#include "store/writer_lease.hpp"

#include <optional>
#include <random>

#include <fmt/format.h>
#include <unistd.h>

namespace sala::store {

namespace {

constexpr int writers_max = 1024;

std::int64_t milliseconds(std::chrono::system_clock::time_point moment)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count();
}

// Tells this run of the program from every other one, on this machine and elsewhere.
const std::string& name_of_this_program()
{
    static const std::string name = [] {
        char host[256] = "";
        gethostname(host, sizeof host - 1);
        std::random_device chance;
        return fmt::format("{}/{}/{:08x}{:08x}", host, getpid(), chance(), chance());
    }();
    return name;
}

std::optional<int> free_number(Session& session, std::int64_t now)
{
    int number = 0;
    for (const auto& [taken] : session.select<std::int64_t>(
             "SELECT number FROM writer WHERE leased_until > :now ORDER BY number", now)) {
        if (taken != number)
            break;
        ++number;
    }
    return number < writers_max ? std::optional(number) : std::nullopt;
}

}  // namespace

int lease_writer(Store& store)
{
    std::optional<int> number;
    store.write([&](Session& session) {
        const auto now = std::chrono::system_clock::now();
        number = free_number(session, milliseconds(now));
        if (!number)
            return false;
        session.run(
            "INSERT INTO writer (number, leased_until, name) VALUES (:number, :until, :name) "
            "ON CONFLICT (number) DO UPDATE SET leased_until = excluded.leased_until, "
            "name = excluded.name",
            *number, milliseconds(now + writer_lease), name_of_this_program());
        return true;
    });
    if (!number)
        throw StoreFault("1024 programs write to this store already. Stop one of them.", false);
    return *number;
}

void renew_writer(Store& store, int number)
{
    std::int64_t renewed = 0;
    store.write([&](Session& session) {
        renewed = session.run("UPDATE writer SET leased_until = :until "
                              "WHERE number = :number AND name = :name",
                              milliseconds(std::chrono::system_clock::now() + writer_lease), number,
                              name_of_this_program());
        return true;
    });
    if (renewed == 0)
        throw StoreFault(
            fmt::format("Writer number {} belongs to another program now. Start again.", number),
            false);
}

void give_back_writer(Store& store, int number)
{
    store.write([&](Session& session) {
        session.run("DELETE FROM writer WHERE number = :number AND name = :name", number,
                    name_of_this_program());
        return true;
    });
}

}  // namespace sala::store
