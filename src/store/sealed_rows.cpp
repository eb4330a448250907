// SPDX-License-Identifier: Apache-2.0

#include "store/sealed_rows.hpp"

#include "store/seal_line.hpp"

#include <fmt/format.h>

namespace sala::store {

namespace {

constexpr std::int64_t rows_in_a_piece = 1000;
constexpr std::int64_t seals_in_a_piece = 200;

void note_lines(Seals& seals, std::int64_t number, std::string_view lines)
{
    while (!lines.empty()) {
        const auto line = next_line(lines);
        auto of_table = seals.rows.find(line.table);
        if (of_table == seals.rows.end())
            of_table = seals.rows.emplace(std::string(line.table), SealedRows{}).first;
        of_table->second[std::string(line.key)] = {number, line.columns, std::string(line.digest),
                                                   std::string(line.erasable)};
    }
}

// In the order of the key, the piece after that key.
std::string piece_of(const TableOfActs& table, bool goes_on)
{
    std::string keys;
    std::string values;
    for (const auto& column : table.columns)
        if (column.is_key) {
            keys += (keys.empty() ? "" : ", ") + column.name;
            values += (values.empty() ? ":" : ", :") + column.name;
        }
    return fmt::format("SELECT {} FROM {}{} ORDER BY {} LIMIT {}", table.column_list, table.name,
                       goes_on ? fmt::format(" WHERE ({}) > ({})", keys, values) : "", keys,
                       rows_in_a_piece);
}

std::vector<Value> key_values(const TableOfActs& table, const std::vector<Value>& row)
{
    std::vector<Value> key;
    for (std::size_t n = 0; n < row.size(); ++n)
        if (table.columns[n].is_key)
            key.push_back(row[n]);
    return key;
}

}  // namespace

std::string hash_of_seal(std::string_view before, std::int64_t number, std::string_view salt,
                         std::string_view lines)
{
    return digest_of(fmt::format("{}\n{}\n{}\n{}", before, number, salt, lines));
}

Seals read_seals(Session& session, std::vector<std::string>& wrong)
{
    Seals seals;
    std::string before;
    std::int64_t last = 0;
    for (bool more = true; more;) {
        const auto piece = session.select<std::int64_t, std::string, std::string, std::string>(
            "SELECT number, salt, lines, hash FROM sealed WHERE number > :last ORDER BY number "
            "LIMIT :most",
            last, seals_in_a_piece);
        for (const auto& [number, salt, lines, hash] : piece) {
            if (number != last + 1)
                wrong.push_back(
                    fmt::format("Seal {} is missing from the chain of what was done.", last + 1));
            if (hash != hash_of_seal(before, number, salt, lines))
                wrong.push_back(fmt::format("Seal {} was changed past Sala, or the one before it "
                                            "was taken out.",
                                            number));
            note_lines(seals, number, lines);
            seals.salts[number] = salt;
            before = hash;
            last = number;
        }
        more = static_cast<std::int64_t>(piece.size()) == seals_in_a_piece;
    }
    for (const auto& [table, key, salt] : session.select<std::string, std::string, std::string>(
             "SELECT of_table, of_row, salt FROM sealed_salt"))
        seals.erasable_salts[{table, key}] = salt;
    return seals;
}

bool is_as_sealed(const Seals& seals, const TableOfActs& table, std::span<const Value> row,
                  const SealedRow& sealed)
{
    const auto salt = seals.salts.find(sealed.seal);
    if (salt == seals.salts.end() ||
        digest_of(table, row, sealed.columns, Part::firm, salt->second) != sealed.digest)
        return false;
    if (sealed.erasable.empty())
        return !holds_erasable(table, row, sealed.columns);
    const auto own = seals.erasable_salts.find({table.name, key_of(table, row)});
    return own != seals.erasable_salts.end() &&
           digest_of(table, row, sealed.columns, Part::erasable, own->second) == sealed.erasable;
}

void each_act(Session& session, const TableOfActs& table,
              const std::function<void(std::span<const Value>)>& f)
{
    std::vector<Value> last;
    for (bool more = true; more;) {
        const auto piece = session.select_kinds(piece_of(table, !last.empty()), last, table.kinds);
        for (const auto& row : piece)
            f(row);
        more = static_cast<std::int64_t>(piece.size()) == rows_in_a_piece;
        if (more)
            last = key_values(table, piece.back());
    }
}

}  // namespace sala::store
