// SPDX-License-Identifier: Apache-2.0

#include "store/connection.hpp"

#include "store/faults.hpp"
#include "store/statements.hpp"
#include "store/tables.hpp"

#include <algorithm>

namespace sala::store {

Connection::Connection() = default;
Connection::~Connection() = default;

void Connection::begun(bool is_reading)
{
    is_reading_ = is_reading;
    failure_ = nullptr;
}

void Connection::forget_statements() { statements_prepared_->clear(); }

std::int64_t Connection::run_bound(std::string_view sql, std::span<const Value> values)
{
    if (is_reading_)
        throw Fault("A reader tried to write: " + std::string(sql));
    ++statements_;
    try {
        return statements_prepared_->run(sql, values);
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
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
