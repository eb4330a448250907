// SPDX-License-Identifier: Apache-2.0

#include "floor/rules_sheet.hpp"

#include "base/spaced_words.hpp"
#include "floor/moments.hpp"

#include <algorithm>
#include <sstream>

namespace sala::floor {

namespace {

using sheet::Cell;

// In the sheet a point of order is a point: the order is another column.
std::string seconds_column(Kind kind)
{
    return (kind == Kind::order ? "point" : word(kind)) + "_seconds";
}

bool holds(const std::vector<std::string>& words, const std::string& one)
{
    return std::find(words.begin(), words.end(), one) != words.end();
}

// "Suspend the meeting; Close the debate", by rank.
std::vector<std::string> categories_in(const std::string& cell)
{
    std::vector<std::string> all;
    std::istringstream parts(cell);
    for (std::string one; std::getline(parts, one, ';');) {
        const auto begin = one.find_first_not_of(' ');
        if (begin != std::string::npos)
            all.push_back(one.substr(begin, one.find_last_not_of(' ') + 1 - begin));
    }
    return all;
}

std::string joined(const std::vector<std::string>& words, const char* between)
{
    std::string all;
    for (const auto& one : words)
        all += (all.empty() ? "" : between) + one;
    return all;
}

Cell cell_of(std::string words) { return words.empty() ? Cell{} : Cell{std::move(words)}; }

// "none" where no kind does: an empty cell is as usual.
Cell kinds_cell(const Rules& rules, bool KindRule::* of)
{
    std::vector<std::string> words;
    for (const auto kind : all_kinds)
        if (rules.of(kind).*of)
            words.push_back(word(kind));
    return joined(words.empty() ? std::vector<std::string>{"none"} : words, " ");
}

void read_kinds(Rules& rules, const std::string& cell, bool KindRule::* of)
{
    const auto words = spaced_words(cell);
    if (words.empty())
        return;
    for (auto& [kind, rule] : rules.kinds)
        rule.*of = holds(words, word(kind));
}

}  // namespace

const sheet::Sheet& sheet_of_rules() { return sheet::sheet_named("floor_rules"); }

Rules rules_in(const sheet::Row& row, Rules usual)
{
    const auto& sheet = sheet_of_rules();
    auto rules = std::move(usual);
    std::vector<By> order;
    for (const auto& word : spaced_words(sheet.words(row, "speaking_order")))
        if (const auto by = by_named(word))
            order.push_back(*by);
    if (!order.empty())
        rules.order = std::move(order);
    for (auto& [kind, rule] : rules.kinds)
        rule.seconds = sheet.number(row, seconds_column(kind)).value_or(rule.seconds);
    read_kinds(rules, sheet.words(row, "pauses"), &KindRule::pauses);
    read_kinds(rules, sheet.words(row, "budgeted"), &KindRule::budgeted);
    rules.budget_seconds = sheet.number(row, "budget_minutes").value_or(0) * 60;
    rules.rotates_from = sheet.words(row, "rotates_from");
    rules.point_categories = categories_in(sheet.words(row, "point_categories"));
    rules.starts_at_once = !sheet.words(row, "starts_at_once").empty();
    rules.sound = !sheet.words(row, "sound").empty();
    rules.words = sheet.text(row, "rule_book");
    return rules;
}

sheet::Row row_of(const Rules& rules, sheet::Row was)
{
    const auto& sheet = sheet_of_rules();
    const auto set = [&](const std::string& column, Cell cell) {
        was.cells[sheet.at(column)] = std::move(cell);
    };
    std::vector<std::string> order;
    order.reserve(rules.order.size());
    for (const auto by : rules.order)
        order.push_back(word(by));
    set("speaking_order", joined(order, " "));
    for (const auto& [kind, rule] : rules.kinds)
        set(seconds_column(kind), rule.seconds);
    set("pauses", kinds_cell(rules, &KindRule::pauses));
    set("budgeted", kinds_cell(rules, &KindRule::budgeted));
    set("budget_minutes", rules.budget_seconds > 0 ? Cell{rules.budget_seconds / 60} : Cell{});
    set("rotates_from", cell_of(rules.rotates_from));
    set("point_categories", cell_of(joined(rules.point_categories, "; ")));
    set("starts_at_once", cell_of(rules.starts_at_once ? "yes" : ""));
    set("sound", cell_of(rules.sound ? "yes" : ""));
    set("rule_book", rules.words.empty() ? Cell{} : Cell{rules.words});
    return was;
}

Window window_in(const sheet::Row& row, const std::string& zone)
{
    const auto moment = [&](const char* column) {
        return read_moment(zone, sheet_of_rules().words(row, column)).value_or(Instant{});
    };
    return {moment("inscription_opens"), moment("inscription_closes")};
}

sheet::Row row_of(const Window& window, const std::string& zone, sheet::Row was)
{
    const auto& sheet = sheet_of_rules();
    was.cells[sheet.at("inscription_opens")] = cell_of(written_moment(zone, window.opens_at));
    was.cells[sheet.at("inscription_closes")] = cell_of(written_moment(zone, window.closes_at));
    return was;
}

const sheet::StoredRow* row_for(const std::vector<sheet::StoredRow>& rows,
                                const std::string& sitting)
{
    const auto& sheet = sheet_of_rules();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const sheet::StoredRow& one) {
        return sheet.words(one.row, "sitting") == sitting;
    });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace sala::floor
