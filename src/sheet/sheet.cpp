// SPDX-License-Identifier: Apache-2.0

#include "sheet/sheet.hpp"

#include "script/calendar.hpp"
#include "script/digits.hpp"
#include "script/given_day.hpp"
#include "script/slug.hpp"

#include <algorithm>
#include <charconv>

namespace sala::sheet {

namespace {

Result<Cell> read_number(const Column& column, std::string_view words)
{
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (failed != std::errc{} || end != words.data() + words.size())
        return invalid(column.name, "not-a-number",
                       "“{value}” is not a whole number. Write digits only, such as 7.",
                       {{"value", std::string(words)}});
    if (value < column.low || value > column.high)
        return invalid(column.name, "out-of-range",
                       "{value} is out of range. Write a number from {low} to {high}.",
                       {{"value", std::string(words)},
                        {"low", std::to_string(column.low)},
                        {"high", std::to_string(column.high)}});
    return Cell{value};
}

Result<Cell> read_time(const Column& column, std::string_view words)
{
    const auto digit = [&](std::size_t i) { return words[i] >= '0' && words[i] <= '9'; };
    const bool shaped =
        words.size() == 5 && words[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4);
    if (!shaped || words.substr(0, 2) > "23" || words.substr(3) > "59")
        return invalid(column.name, "not-a-time",
                       "“{value}” is not a time of day. Write it as 09:08.",
                       {{"value", std::string(words)}});
    return Cell{std::string(words)};
}

Result<Cell> read_choice(const Column& column, std::string_view words)
{
    if (std::find(column.words.begin(), column.words.end(), words) != column.words.end())
        return Cell{std::string(words)};
    std::string all;
    for (const auto& word : column.words)
        all += (all.empty() ? "" : ", ") + word;
    return invalid(column.name, "not-a-choice",
                   "“{value}” is not one of the words here. Write one of: {words}.",
                   {{"value", std::string(words)}, {"words", all}});
}

Result<Cell> read_keys(const Column& column, std::string_view words)
{
    std::string keys;
    while (!words.empty()) {
        const auto space = words.find(' ');
        const auto key = words.substr(0, space);
        words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
        if (key.empty())
            continue;
        if (!script::is_key(key))
            return invalid(column.name, "not-a-key",
                           "“{value}” is not a key. A key has small letters, digits and hyphens, "
                           "such as ha-noi.",
                           {{"value", std::string(key)}});
        keys += (keys.empty() ? "" : " ") + std::string(key);
    }
    if (column.kind == Column::ref && keys.find(' ') != std::string::npos)
        return invalid(column.name, "one-key-only",
                       "Only one key fits here; “{value}” has several.", {{"value", keys}});
    return Cell{std::move(keys)};
}

Result<Cell> read_url(const Column& column, std::string_view words)
{
    const bool web = words.starts_with("https://") || words.starts_with("http://");
    if (!web || words.find_first_of(" \"<>") != std::string_view::npos)
        return invalid(column.name, "not-an-address",
                       "“{value}” is not a web address. It begins with https:// or http://.",
                       {{"value", std::string(words)}});
    return Cell{std::string(words)};
}

// BE 2568 has no 29th of February, though the year 2568 of the Common Era will have one: what is no
// date in the era that was meant is none.
Result<Cell> read_date(const Column& column, const std::string& words)
{
    const auto common = script::in_common_era(words);
    const auto meant = common.value_or(words);
    if (column.kind == Column::day && !script::parse_iso_day(meant))
        return invalid(column.name, "not-a-day",
                       "“{value}” is not a day. Write it as 2022-12-02, in the Common Era.",
                       {{"value", words}});
    if (column.kind == Column::date)
        if (const auto read = script::PartialDate::read(meant); !read) {
            if (read.refusal().code == "end-before-start")
                return Refusal{Refusal::invalid, column.name, read.refusal().code,
                               read.refusal().sentence};
            return invalid(column.name, "not-a-date",
                           "“{value}” is not a date. Write 2022, 2022-12, 2022-12-02, a range "
                           "2019-08-26/2019-08-28, "
                           "or 2022-12-02/.. when the end is not known.",
                           {{"value", words}});
        }
    if (common)
        return invalid(column.name, "buddhist-year",
                       "This looks like a Buddhist year. Write {date}.", {{"date", *common}});
    return Cell{words};
}

bool is_empty(const Cell& cell)
{
    if (const auto* text = std::get_if<Text>(&cell))
        return text->empty();
    if (const auto* words = std::get_if<std::string>(&cell))
        return words->empty();
    return std::holds_alternative<std::monostate>(cell);
}

Allowed key_is_right(const Sheet& sheet, const std::string& key)
{
    if (key.empty())
        return invalid("key", "required", "Each row needs a key of its own, such as ha-noi.");
    const bool plain = std::none_of(key.begin(), key.end(), [](char c) { return c < 0; });
    if (plain && key.size() > script::key_size_max)
        return invalid("key", "key-too-long",
                       "“{value}” has {length} characters; a key has at most {limit}.",
                       {{"value", key},
                        {"length", std::to_string(key.size())},
                        {"limit", std::to_string(script::key_size_max)}});
    if (!script::is_key(key))
        return invalid(
            "key", "not-a-key",
            "“{value}” is not a key. A key has small letters, digits and hyphens, such as ha-noi.",
            {{"value", key}});
    // Nobody could open that row: its address is the form for a new one.
    if (key == "new" && sheet.scope != Sheet::itself)
        return invalid("key", "reserved-key",
                       "“new” is the address of the form for a new row. Choose another key.");
    return allowed();
}

}  // namespace

std::size_t Sheet::at(std::string_view column) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column& one) { return one.name == column; });
    assert(found != columns.end());
    return static_cast<std::size_t>(found - columns.begin());
}

const std::string& Sheet::words(const Row& row, std::string_view column) const
{
    static const std::string nothing;
    const auto* held = std::get_if<std::string>(&row.cells[at(column)]);
    return held ? *held : nothing;
}

const Text& Sheet::text(const Row& row, std::string_view column) const
{
    static const Text nothing;
    const auto* held = std::get_if<Text>(&row.cells[at(column)]);
    return held ? *held : nothing;
}

std::optional<std::int64_t> Sheet::number(const Row& row, std::string_view column) const
{
    const auto* held = std::get_if<std::int64_t>(&row.cells[at(column)]);
    return held ? std::optional(*held) : std::nullopt;
}

const Sheet* find_sheet(std::string_view name)
{
    for (const auto& sheet : all_sheets())
        if (sheet.name == name)
            return &sheet;
    return nullptr;
}

const Sheet& sheet_named(std::string_view name)
{
    const auto* sheet = find_sheet(name);
    assert(sheet);
    return *sheet;
}

Result<Cell> read_cell(const Column& column, std::string_view words)
{
    if (words.empty())
        return Cell{};
    switch (column.kind) {
    case Column::text:
    case Column::lines:
    case Column::word:
        return Cell{std::string(words)};
    case Column::number:
        return read_number(column, script::to_arabic_digits(words));
    case Column::ref:
    case Column::refs:
        return read_keys(column, words);
    case Column::day:
    case Column::date:
        return read_date(column, script::to_arabic_digits(words));
    case Column::time:
        return read_time(column, script::to_arabic_digits(words));
    case Column::choice:
        return read_choice(column, words);
    case Column::flag:
        if (words != "yes")
            return invalid(column.name, "not-a-flag",
                           "“{value}” does not fit here. Write yes, or leave it empty.",
                           {{"value", std::string(words)}});
        return Cell{std::string(words)};
    case Column::url:
        return read_url(column, words);
    }
    return Cell{};
}

std::string cell_words(const Cell& cell)
{
    if (const auto* words = std::get_if<std::string>(&cell))
        return *words;
    if (const auto* number = std::get_if<std::int64_t>(&cell))
        return std::to_string(*number);
    return {};
}

std::vector<Refusal> check_row(const Sheet& sheet, const Row& row,
                               const std::set<std::string>& unreadable)
{
    std::vector<Refusal> refusals;
    auto spoken_for = unreadable;
    const auto refuse = [&](Refusal refusal) {
        if (spoken_for.insert(refusal.field).second)
            refusals.push_back(std::move(refusal));
    };
    if (auto keyed = key_is_right(sheet, row.key); !keyed)
        refuse(keyed.refusal());
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
        if (sheet.columns[i].required && is_empty(row.cells[i]))
            refuse(invalid(sheet.columns[i].name, "required", "This must not be empty."));
    for (const auto& rule : sheet.rules)
        if (std::none_of(rule.columns.begin(), rule.columns.end(),
                         [&](const auto& column) { return spoken_for.count(column) > 0; }))
            if (auto held = rule.holds(sheet, row); !held)
                refuse(held.refusal());
    return refusals;
}

}  // namespace sala::sheet
