// SPDX-License-Identifier: Apache-2.0
//
// One open line to an engine. Used by one thread at a time; the only file of the room that both
// engines fill in.

#pragma once

#include "base/result.hpp"
#include "store/session.hpp"

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sala::store {

enum class Engine { sqlite, postgresql };

class Statements;
struct Table;
struct WritingOfActs;
struct WrittenAct;

// Takes many rows of one table, in the order of its columns.
class RowSink {
public:
    virtual ~RowSink() = default;
    virtual void put(std::span<const Value> row) = 0;
    virtual void finish() {}  // throws when the rows were refused
};

class Connection : public Session {
public:
    Connection();
    ~Connection() override;

    virtual Engine engine() const = 0;
    virtual void begin_reading() = 0;
    virtual void begin_writing() = 0;
    // `news` is told to other programs when it commits; SQLite has nobody to tell.
    virtual void commit(std::string_view news) = 0;
    // Never throws: a transaction that cannot be rolled back is gone with its connection.
    virtual void roll_back() noexcept = 0;
    // A part of a transaction that can be dropped without the rest; only SQLite is asked for it.
    // Kept only when what it refers to is there: throws Dangling otherwise.
    virtual void begin_part() { throw Fault("This engine writes no parts."); }
    virtual void keep_part() {}
    virtual void drop_part() {}
    virtual bool is_in_transaction() const { return false; }
    // SQL that is not worth preparing: DDL, PRAGMA, SET. One statement or several.
    virtual void execute(const std::string& sql) = 0;
    virtual bool is_alive() const = 0;

    // What went wrong since the transaction began. PostgreSQL then refuses everything but a
    // rollback, so nothing is committed after a failure on either engine.
    std::exception_ptr failure() const { return failure_; }

    std::int64_t run_bound(std::string_view sql, std::span<const Value> values) override;

    // Every row of a table, one after the other, without holding them all.
    virtual void each_row(const Table& table, const std::function<void(std::span<Value>)>& take);
    virtual std::unique_ptr<RowSink> sink(const Table& table);

    // What the transaction, or this part of it, has written into tables of acts so far.
    std::span<const WrittenAct> written_acts() const;
    // Whether somebody is erased by it.
    bool has_erased() const;

    // Statements prepared before the tables changed.
    void forget_statements();

protected:
    void fetch_rows(std::string_view sql, std::span<const Value> values,
                    std::span<const Kind> kinds, void* context, Take take) override;
    void begun(bool is_reading);
    std::int64_t write_acts(const WritingOfActs& writing, std::span<const Value> values);

    std::unique_ptr<Statements> statements_prepared_;
    std::vector<WrittenAct> written_acts_;
    bool is_reading_ = false;
    std::exception_ptr failure_;
};

}  // namespace sala::store
