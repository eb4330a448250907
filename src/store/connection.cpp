// SPDX-License-Identifier: Apache-2.0

#include "store/connection.hpp"

#include "store/faults.hpp"
#include "store/statements.hpp"
#include "store/tables.hpp"
#include "store/tables_of_acts.hpp"

#include <algorithm>
#include <iterator>

namespace sala::store {

Connection::Connection() = default;
Connection::~Connection() = default;

void Connection::begun(bool is_reading)
{
    is_reading_ = is_reading;
    failure_ = nullptr;
    written_acts_.clear();
}

std::span<const WrittenAct> Connection::written_acts() const { return written_acts_; }

bool Connection::has_erased() const
{
    return std::any_of(written_acts_.begin(), written_acts_.end(),
                       [](const WrittenAct& act) { return act.table->name.ends_with("_erasure"); });
}

void Connection::forget_statements() { statements_prepared_->clear(); }

std::int64_t Connection::run_bound(std::string_view sql, std::span<const Value> values)
{
    if (is_reading_)
        throw Fault("A reader tried to write: " + std::string(sql));
    ++statements_;
    try {
        if (const auto writing = writing_of_acts(sql))
            return write_acts(*writing, values);
        return statements_prepared_->run(sql, values);
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

// What is written is answered by the statement itself, so that a change seals it without asking.
std::int64_t Connection::write_acts(const WritingOfActs& writing, std::span<const Value> values)
{
    struct Writing {
        const WritingOfActs& statement;
        std::vector<WrittenAct>& acts;
    } context{writing, written_acts_};
    const auto before = written_acts_.size();
    statements_prepared_->fetch(
        writing.sql, values, writing.table->kinds, &context,
        [](void* given, std::span<const ValueView> row) {
            auto& [statement, acts] = *static_cast<Writing*>(given);
            auto& act = acts.emplace_back(
                WrittenAct{statement.table, {}, statement.deletes, statement.inserts});
            act.values.reserve(row.size());
            std::transform(row.begin(), row.end(), std::back_inserter(act.values), kept);
        });
    return static_cast<std::int64_t>(written_acts_.size() - before);
}

void Connection::fetch_rows(std::string_view sql, std::span<const Value> values,
                            std::span<const Kind> kinds, void* context, Take take)
{
    ++statements_;
    try {
        statements_prepared_->fetch(sql, values, kinds, context, take);
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

namespace {

class InsertedRows : public RowSink {
public:
    InsertedRows(Connection& connection, const Table& table)
        : connection_(connection),
          sql_(insert_into(table))
    {
    }
    void put(std::span<const Value> row) override { connection_.run_bound(sql_, row); }

private:
    Connection& connection_;
    std::string sql_;
};

}  // namespace

void Connection::each_row(const Table& table, const std::function<void(std::span<Value>)>& take)
{
    const auto kinds = table.kinds();
    std::vector<Value> values(kinds.size());
    each_kinds(select_all(table), {}, kinds, [&](std::span<const ValueView> row) {
        std::transform(row.begin(), row.end(), values.begin(), kept);
        take(values);
    });
}

std::unique_ptr<RowSink> Connection::sink(const Table& table)
{
    return std::make_unique<InsertedRows>(*this, table);
}

}  // namespace sala::store
