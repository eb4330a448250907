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

std::string unexpected(std::string_view complaint)
{
    return fmt::format("The store could not do what it was asked: {}.",
                       complaint.substr(0, complaint.find('\n')));
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
    // The index of the log wants some room, too, already when a store is opened.
    constexpr int no_room_for_index = 4874;
    if (code == no_room_for_index)
        throw StoreFault(std::string(disk_full_sentence), true);

    constexpr int busy = 5;
    constexpr int read_only = 8;
    constexpr int input_output = 10;
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int cannot_open = 14;
    constexpr int not_a_database = 26;
    switch (code & 0xff) {
    case full:
        throw StoreFault(std::string(disk_full_sentence), true);
    case busy:
        throw StoreBusy("Another program keeps the store busy. Stop it, or try again.");
    case read_only:
        throw StoreFault("The store may only be read here. Whoever runs Sala needs the right to "
                         "write the file and its folder.",
                         false, told(complaint, sql));
    case input_output:
        throw StoreFault("The disk of the store does not work as it should: it could not be read "
                         "or written.",
                         false, told(complaint, sql));
    case corrupt:
        throw StoreDamaged("The store is damaged; restore a backup.", false, told(complaint, sql));
    case cannot_open:
        throw StoreFault("The store cannot be opened. Whoever runs Sala needs the right to read "
                         "and write the file and its folder.",
                         false, told(complaint, sql));
    case not_a_database:
        throw NotAStore("This file is not a store of Sala.", false, told(complaint, sql));
    default:
        throw StoreFault(unexpected(complaint), false, told(complaint, sql));
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
        throw ConnectionLost("The PostgreSQL server does not answer.", told(complaint, sql));
    throw StoreFault(unexpected(complaint), false, told(complaint, sql));
}

void throw_unreachable(const std::string& complaint)
{
    const auto says = [&](std::string_view words) {
        return complaint.find(words) != std::string::npos;
    };
    auto sentence = "The PostgreSQL server cannot be reached. Is it running, and is the address "
                    "right?";
    if (says("database \"") && says("\" does not exist"))
        sentence = "The PostgreSQL server has no database of this name. Make it with: CREATE "
                   "DATABASE sala TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'";
    else if (says("authentication failed") || says("no password supplied") || says("pg_hba.conf") ||
             says("role \""))
        sentence = "The PostgreSQL server does not let this user in. Look at the user in the "
                   "address, and at the password in the file .pgpass.";
    throw ConnectionLost(sentence, complaint);
}

}  // namespace sala::store
