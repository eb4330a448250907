// SPDX-License-Identifier: Apache-2.0
//
// Everything a forum keeps: one SQLite file, or a PostgreSQL database by its address.
//
// Reading is a read-only snapshot. Writing is one process-wide turn, first come, first served: on
// SQLite eight unfair writers starve each other for seconds, with the turn nobody waits longer
// than the writes before it. PostgreSQL runs SERIALIZABLE and repeats the work on a serialisation
// failure, so work given to write() must do nothing outside its Session.

#pragma once

#include "base/embedded.hpp"
#include "base/result.hpp"
#include "store/session.hpp"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sala::store {

// The database address was wrong, the disk is full, the file is damaged: a Fault with a sentence
// that may be shown on the command line.
struct StoreFault : Fault {
    StoreFault(const std::string& what, bool disk_full_, std::string details_ = {})
        : Fault(what),
          disk_full(disk_full_),
          details(std::move(details_))
    {
    }
    bool disk_full;
    std::string details;  // what the engine said, and to which statement: for the log alone
};

// A row with this key is there already. The transaction can only be rolled back: a verb that
// expects the race catches it and answers a conflict Refusal.
struct Duplicate : Fault {
    using Fault::Fault;
};

// A row refers to one that does not exist, or is still referred to. Rolled back like a Duplicate.
struct Dangling : Fault {
    using Fault::Fault;
};

// Rebuilds a derived table from the acts, after a restore.
using Rebuild = std::function<void(Session&)>;
// Adds a sentence for everything that is wrong, such as acts that a derived table does not show.
using Check = std::function<void(Session&, std::vector<std::string>&)>;

class Store {
public:
    // `address` is a file or postgresql://user@host:port/name. A missing file is created.
    // Nothing is migrated yet. Throws StoreFault.
    static std::unique_ptr<Store> open(const std::string& address);
    // Nothing when no store is there: no such file, or nothing in it. Makes nothing.
    static std::unique_ptr<Store> find(const std::string& address);
    virtual ~Store() = default;

    // How many steps of this program the store lacks; changes nothing. Throws StoreFault when the
    // store is newer than this program or is none.
    std::size_t steps_missing();
    virtual std::size_t steps_missing(std::span<const Embedded> steps) = 0;

    // Brings the store to the newest version, each step in a transaction; a SQLite file that
    // already holds something is copied beside itself first (FILE.before-NNNN, the first step that
    // was missing). A store newer than this program, or with an unreadable version, is a
    // StoreFault and stays untouched.
    void migrate();
    // The same with other steps: files named NNNN_what.sql from 0001 on, without a gap.
    virtual void migrate(std::span<const Embedded> steps) = 0;

    // A consistent snapshot. The Session refuses to write.
    virtual void read(const std::function<void(Session&)>& work) = 0;

    // One turn: kept when `work` answers true; when it answers false or throws, nothing of it is.
    // Returns when it is on the disk. May run `work` again on PostgreSQL. After a Fault in the
    // Session nothing is kept any more, whatever `work` answers. A write inside a write is a Fault.
    // On SQLite, short works that wait for one another are committed together; `alone` is for
    // long ones, which nobody should have to wait for twice.
    enum class Sharing { together, alone };
    virtual void write(const std::function<bool(Session&)>& work, Sharing sharing) = 0;
    void write(const std::function<bool(Session&)>& work) { write(work, Sharing::together); }

    // A SQLite file with everything in it, made while others read and write. It appears whole or
    // not at all, and takes the place of an older one. Tables that only one engine has (search)
    // are derived, and are left out on the way from PostgreSQL.
    virtual void back_up(const std::string& file) = 0;

    // How many writes this program has committed; whoever caches compares it. On PostgreSQL it
    // also grows when another copy of the program commits (LISTEN/NOTIFY).
    virtual std::int64_t generation() const = 0;

    // Called from a thread of the store when another copy of the program has committed, or may
    // have; must be quick and must not throw. SQLite never calls it. Set before serving.
    virtual void when_others_write(std::function<void()> told) = 0;

    virtual bool is_sqlite() const = 0;
};

// What is wrong with the store, one sentence each: damaged pages, rows that refer to nothing,
// steps that are missing, what the given checks find, and what is not made as Sala makes it. One
// check that cannot read something says what, and the next goes on. Empty when all is well.
std::vector<std::string> check(Store& store, std::span<const Check> checks = {});

}  // namespace sala::store
