// SPDX-License-Identifier: Apache-2.0

#include "store/postgresql_connection.hpp"

#include "store/faults.hpp"
#include "store/postgresql_statements.hpp"
#include "store/tables.hpp"

#include <cctype>

#include <fmt/format.h>
#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

namespace sala::store {

struct PostgresqlConnection::Soci {
    soci::session session;
    PGconn* line = nullptr;
};

namespace {

// The address as the key='value' pairs that SOCI wants. It cuts them apart at every space.
std::string pairs_of(const std::string& address)
{
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(address.c_str(), nullptr), &PQconninfoFree);
    if (!options)
        throw StoreFault("This is not an address like postgresql://user@host:port/name.", false);
    auto pairs = fmt::format("fallback_application_name='{}'", application_name);
    for (const auto* option = options.get(); option->keyword; ++option) {
        if (!option->val || std::string_view(option->keyword) == "fallback_application_name")
            continue;
        pairs += fmt::format("{}{}='", pairs.empty() ? "" : " ", option->keyword);
        for (const char c : std::string_view(option->val)) {
            if (std::isspace(static_cast<unsigned char>(c)))
                throw StoreFault("The PostgreSQL address holds a space. A password with spaces can "
                                 "stand in the file .pgpass.",
                                 false);
            if (c == '\'' || c == '\\')
                pairs += '\\';
            pairs += c;
        }
        pairs += '\'';
    }
    return pairs;
}

}  // namespace

PostgresqlConnection::PostgresqlConnection(const std::string& address)
    : soci_(std::make_unique<Soci>())
{
    try {
        soci_->session.open(soci::postgresql, pairs_of(address));
    } catch (const soci::soci_error& error) {
        throw_unreachable(error.get_error_message());
    }
    soci_->line =
        static_cast<soci::postgresql_session_backend*>(soci_->session.get_backend())->conn_;
    PQsetNoticeProcessor(soci_->line, [](void*, const char*) {}, nullptr);
    PQsetClientEncoding(soci_->line, "UTF8");
    statements_prepared_ = std::make_unique<PostgresqlStatements>(soci_->session);
    refuse_unfit_database();
}

PostgresqlConnection::~PostgresqlConnection()
{
    statements_prepared_.reset();  // before the session that prepared them
}

// Keys sort by bytes on SQLite; a database that sorts otherwise would answer otherwise.
void PostgresqlConnection::refuse_unfit_database()
{
    for (const auto& [name, encoding, collation] : select<std::string, std::string, std::string>(
             "SELECT datname::text, pg_encoding_to_char(encoding)::text, datcollate::text "
             "FROM pg_database WHERE datname = current_database()")) {
        const bool is_bytewise = collation == "C" || collation == "POSIX" ||
                                 collation == "C.UTF-8" || collation == "C.utf8";
        if (encoding == "UTF8" && is_bytewise)
            continue;
        throw StoreFault(
            fmt::format(
                "The PostgreSQL database {0} has encoding {1} and sorts by {2}. Make it with: "
                "CREATE DATABASE {0} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'",
                name, encoding, collation),
            false);
    }
}

void PostgresqlConnection::execute(const std::string& sql)
{
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(soci_->line, sql.c_str()),
                                                               &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
        return;
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    throw_postgresql_fault(state ? state : "", PQerrorMessage(soci_->line), sql);
}

void PostgresqlConnection::begin_reading()
{
    execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    begun(true);
}

void PostgresqlConnection::begin_writing()
{
    execute("BEGIN ISOLATION LEVEL SERIALIZABLE");
    begun(false);
}

void PostgresqlConnection::commit(std::string_view news)
{
    if (news.empty())
        execute("COMMIT");
    else
        execute(fmt::format("NOTIFY {}, '{}'; COMMIT", change_channel, news));
}

void PostgresqlConnection::roll_back() noexcept
{
    if (PQtransactionStatus(soci_->line) != PQTRANS_IDLE)
        PQclear(PQexec(soci_->line, "ROLLBACK"));
}

bool PostgresqlConnection::is_alive() const { return PQstatus(soci_->line) == CONNECTION_OK; }

// libpq would hold the whole table, so it is read through a cursor.
void PostgresqlConnection::each_row(const Table& table,
                                    const std::function<void(std::span<Value>)>& take)
{
    const auto cursor = fmt::format("copied_{}", ++cursors_);
    execute(fmt::format("DECLARE {} NO SCROLL CURSOR FOR {}", cursor, select_all(table)));
    const auto kinds = table.kinds();
    for (;;) {
        auto rows = select_kinds("FETCH FORWARD 1000 FROM " + cursor, {}, kinds);
        if (rows.empty())
            break;
        for (auto& row : rows)
            take(row);
    }
    execute("CLOSE " + cursor);
}

namespace {

// The text format of COPY, https://www.postgresql.org/docs/15/sql-copy.html
class CopiedRows : public RowSink {
public:
    explicit CopiedRows(PGconn* line) : line_(line) {}

    ~CopiedRows() override
    {
        if (!is_finished_)
            PQputCopyEnd(line_, "given up");
    }

    void put(std::span<const Value> row) override
    {
        for (std::size_t n = 0; n < row.size(); ++n) {
            if (n > 0)
                text_ += '\t';
            std::visit([&](const auto& value) { append(value); }, row[n]);
        }
        text_ += '\n';
        constexpr std::size_t bytes_per_piece = 1 << 16;
        if (text_.size() > bytes_per_piece)
            send();
    }

    void finish() override
    {
        send();
        is_finished_ = true;
        PQputCopyEnd(line_, nullptr);
        std::string state;
        std::string complaint;
        while (auto* result = PQgetResult(line_)) {
            if (PQresultStatus(result) != PGRES_COMMAND_OK && complaint.empty()) {
                const char* given = PQresultErrorField(result, PG_DIAG_SQLSTATE);
                state = given ? given : "";
                complaint = PQresultErrorMessage(result);
            }
            PQclear(result);
        }
        if (!complaint.empty())
            throw_postgresql_fault(state, complaint, "COPY");
    }

private:
    void append(Null) { text_ += "\\N"; }
    void append(std::int64_t value) { text_ += std::to_string(value); }
    void append(double value) { text_ += fmt::format("{}", value); }
    void append(const std::string& value)
    {
        for (const char c : value) {
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r')
                text_ += '\\';
            text_ += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
        }
    }
    void send()
    {
        if (PQputCopyData(line_, text_.data(), static_cast<int>(text_.size())) != 1)
            throw_postgresql_fault("", PQerrorMessage(line_), "COPY");
        text_.clear();
    }

    PGconn* line_;
    std::string text_;
    bool is_finished_ = false;
};

}  // namespace

std::unique_ptr<RowSink> PostgresqlConnection::sink(const Table& table)
{
    const auto sql = fmt::format("COPY {} ({}) FROM STDIN", quoted(table.name), column_list(table));
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(soci_->line, sql.c_str()),
                                                               &PQclear);
    if (PQresultStatus(result.get()) != PGRES_COPY_IN)
        throw_postgresql_fault(PQresultErrorField(result.get(), PG_DIAG_SQLSTATE),
                               PQerrorMessage(soci_->line), sql);
    return std::make_unique<CopiedRows>(soci_->line);
}

}  // namespace sala::store
