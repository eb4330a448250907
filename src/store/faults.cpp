// SPDX-License-Identifier: Apache-2.0

#include "store/faults.hpp"

#include <fmt/format.h>

namespace sala::store {

namespace {

constexpr std::string_view disk_full_sentence =
    "The disk of the store is full. Nothing was lost; make room and try again.";

// Only the first line: in the lines after it PostgreSQL quotes the values, which may be personal.
std::string told(std::string_view complaint, std::string_view sql)
{
    return fmt::format("{} [{}]", complaint.substr(0, complaint.find('\n')), sql);
}

}  // namespace

void throw_sqlite_fault(int code, std::string_view complaint, std::string_view sql)
{
    constexpr int primary_key = 1555;
    constexpr int unique = 2067;
    constexpr int row_id = 2579;
    constexpr int foreign_key = 787;
    if (code == primary_key || code == unique || code == row_id)
        throw Duplicate(told(complaint, sql));
    if (code == foreign_key)
        throw Dangling(told(complaint, sql));

    constexpr int busy = 5;
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int not_a_database = 26;
    switch (code & 0xff) {
    case full:
        throw StoreFault(std::string(disk_full_sentence), true);
    case busy:
        throw StoreBusy("Another program keeps the store busy. Stop it, or try again.");
    case corrupt:
        throw StoreFault("The store is damaged; restore a backup. " + told(complaint, sql), false);
    case not_a_database:
        throw StoreFault("This file is not a store of Sala.", false);
    default:
        throw StoreFault(told(complaint, sql), false);
    }
}

void throw_postgresql_fault(std::string_view state, std::string_view complaint,
                            std::string_view sql)
{
    if (state == "23505")
        throw Duplicate(told(complaint, sql));
    if (state == "23503")
        throw Dangling(told(complaint, sql));
    if (state == "40001" || state == "40P01")
        throw TryAgain(told(complaint, sql));
    if (state == "53100")
        throw StoreFault(std::string(disk_full_sentence), true);
    // Class 08 is a broken connection, 57P0x a server that stops. libpq itself gives no state.
    if (state.starts_with("08") || state.starts_with("57P0") || state.empty() || state[0] == ' ')
        throw ConnectionLost("The PostgreSQL server does not answer. " + told(complaint, sql));
    throw StoreFault(told(complaint, sql), false);
}

}  // namespace sala::store
