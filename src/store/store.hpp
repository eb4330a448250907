// SPDX-License-Identifier: Apache-2.0
//
// Everything a forum keeps: one SQLite file, or a PostgreSQL database by its address.
//
// Reading is a read-only snapshot. Writing is one process-wide turn, first come, first served: on
// SQLite eight unfair writers starve each other for seconds, with the turn nobody waits longer
// than the writes before it. PostgreSQL runs SERIALIZABLE and repeats the work on a serialisation
// failure, so work given to write() must do nothing outside its Session.

#pragma once

#include "base/result.hpp"
#include "store/session.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sala::store {

// The database address was wrong, the disk is full, the file is damaged: a Fault with a sentence
// that may be shown on the command line.
struct StoreFault : Fault {
    StoreFault(const std::string& what, bool disk_full_) : Fault(what), disk_full(disk_full_) {}
    bool disk_full;
};

class Store {
public:
    // `address` is a file or postgresql://user@host:port/name. A missing file is created.
    // Nothing is migrated yet. Throws StoreFault.
    static std::unique_ptr<Store> open(const std::string& address);
    virtual ~Store() = default;

    // Brings the store to the newest version, each step in a transaction; a SQLite file that
    // already holds something is copied beside itself first (FILE.before-N). A store newer than
    // this program, or with an unreadable version, is a StoreFault and stays untouched.
    virtual void migrate() = 0;

    // A consistent snapshot. The Session refuses to write.
    virtual void read(const std::function<void(Session&)>& work) = 0;

    // One turn, one transaction: committed when `work` answers true, rolled back when it answers
    // false or throws. May run `work` again on PostgreSQL.
    virtual void write(const std::function<bool(Session&)>& work) = 0;

    // A SQLite file with everything in it, made while others read and write.
    virtual void back_up(const std::string& file) = 0;

    // How often this program has committed a write; whoever caches compares it. On PostgreSQL it
    // also grows when another copy of the program commits (LISTEN/NOTIFY).
    virtual std::int64_t generation() const = 0;

    virtual bool is_sqlite() const = 0;
};

// Replaces what `address` holds by the backup in `file`, after checking that the file is whole.
// An existing SQLite file is kept beside itself as FILE.before-restore. Throws StoreFault.
void restore(const std::string& file, const std::string& address);

// What is wrong with the store, one sentence each: damaged pages, rows that refer to nothing,
// derived tables that differ from the acts. Empty when all is well.
std::vector<std::string> check(Store& store);

}  // namespace sala::store
