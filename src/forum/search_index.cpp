// SPDX-License-Identifier: Apache-2.0

#include "forum/search_index.hpp"

#include "forum/search_entries.hpp"
#include "script/segment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace sala::forum {

namespace {

using store::Kind;
using store::Value;

constexpr std::size_t rows_at_once = 200;
constexpr std::size_t query_words_max = 8;
constexpr int whole_word_bonus = 2;

// "INSERT ... VALUES (...), (...)": one statement for many rows; a row at a time takes ten times
// as long.
void insert_rows(store::Session& session, std::string_view into, std::size_t columns,
                 const std::vector<Value>& values)
{
    const auto most = rows_at_once * columns;
    for (std::size_t from = 0; from < values.size(); from += most) {
        const auto count = std::min(most, values.size() - from);
        std::string sql = fmt::format("INSERT INTO {} VALUES ", into);
        for (std::size_t i = 0; i < count; ++i)
            sql += fmt::format("{}:v{}{}",
                               i % columns != 0 ? ", "
                               : i == 0         ? "("
                                                : ", (",
                               i, i % columns == columns - 1 ? ")" : "");
        session.run_bound(sql, std::span(values).subspan(from, count));
    }
}

std::vector<std::int64_t> all_forum_ids(store::Session& session)
{
    std::vector<std::int64_t> ids;
    for (const auto& [id] : session.select<std::int64_t>("SELECT id FROM forum ORDER BY id"))
        ids.push_back(id);
    return ids;
}

std::vector<SearchEntry> stored_entries(store::Session& session, std::int64_t forum,
                                        NumberRange range)
{
    std::map<std::int64_t, SearchEntry> entries;
    for (auto& [number, address, kind, title] :
         session.select<std::int64_t, std::string, std::string, std::string>(
             "SELECT number, address, kind, title FROM search_entry WHERE forum = :forum AND "
             "number >= :first AND "
             "number <= :last",
             forum, range.first, range.last))
        entries[number] = {number, address, kind, Text::read(title).value_or(Text{}), {}};
    for (auto& [number, word, weight] : session.select<std::int64_t, std::string, std::int64_t>(
             "SELECT number, word, weight FROM search_word WHERE forum = :forum AND number >= "
             ":first AND "
             "number <= :last",
             forum, range.first, range.last))
        entries[number].words.emplace(word, static_cast<int>(weight));
    std::vector<SearchEntry> in_order;
    in_order.reserve(entries.size());
    for (auto& [number, entry] : entries)
        in_order.push_back(std::move(entry));
    return in_order;
}

// Smallest text above every text that begins with `word`: U+10FFFF sorts last in both engines.
std::string after_all_of(const std::string& word) { return word + "\xF4\x8F\xBF\xBF"; }

// SELECT of pages that hold every word, each weighed; `values` are its bounds in order.
std::string search_sql(const std::vector<std::string>& words, std::optional<std::int64_t> forum,
                       bool drafts, std::vector<Value>& values)
{
    std::string parts;
    for (std::size_t i = 0; i < words.size(); ++i) {
        parts +=
            fmt::format("{}SELECT forum, number, MAX(CASE WHEN word = :word{} THEN weight * {} "
                        "ELSE weight END) "
                        "AS weight FROM search_word WHERE word >= :word{} AND word < :after{}{} "
                        "GROUP BY forum, number",
                        i == 0 ? "" : " UNION ALL ", i, whole_word_bonus, i, i,
                        forum ? " AND forum = :forum" : "");
        values.push_back(words[i]);
        values.push_back(after_all_of(words[i]));
        if (forum && i == 0)
            values.push_back(*forum);
    }
    values.push_back(static_cast<std::int64_t>(words.size()));
    return fmt::format("SELECT f.key, f.title, e.address, e.kind, e.title FROM "
                       "(SELECT forum, number, SUM(weight) AS score FROM ({}) AS word_found GROUP "
                       "BY forum, number "
                       "HAVING COUNT(*) = :count) AS found "
                       "JOIN search_entry e ON e.forum = found.forum AND e.number = found.number "
                       "JOIN forum f ON f.id = found.forum{} "
                       "ORDER BY found.score DESC, f.date DESC, f.key, e.number LIMIT {}",
                       parts,
                       drafts ? "" : " WHERE EXISTS (SELECT 1 FROM release r WHERE r.forum = f.id)",
                       hits_max);
}

void insert_entries(store::Session& session, std::int64_t forum,
                    const std::vector<const SearchEntry*>& entries)
{
    std::vector<Value> entry_values;
    std::vector<Value> word_values;
    for (const auto* entry : entries) {
        for (auto value : {Value{forum}, Value{entry->number}, Value{entry->address},
                           Value{entry->kind}, Value{entry->title.canonical_json()}})
            entry_values.push_back(std::move(value));
        for (const auto& [word, weight] : entry->words)
            for (auto value :
                 {Value{forum}, Value{word}, Value{entry->number}, Value{std::int64_t{weight}}})
                word_values.push_back(std::move(value));
    }
    insert_rows(session, "search_entry (forum, number, address, kind, title)", 5, entry_values);
    insert_rows(session, "search_word (forum, word, number, weight)", 4, word_values);
}

void write_index(store::Session& session, std::int64_t forum)
{
    session.run("DELETE FROM search_word WHERE forum = :forum", forum);
    session.run("DELETE FROM search_entry WHERE forum = :forum", forum);
    std::vector<const SearchEntry*> all;
    const auto entries = search_entries(session, forum);
    all.reserve(entries.size());
    for (const auto& entry : entries)
        all.push_back(&entry);
    insert_entries(session, forum, all);
}

void take_out(store::Session& session, std::int64_t forum, std::int64_t number)
{
    session.run("DELETE FROM search_word WHERE forum = :forum AND number = :number", forum, number);
    session.run("DELETE FROM search_entry WHERE forum = :forum AND number = :number", forum,
                number);
}

// An edit mostly changes one page, and everybody who writes waits for it to end.
void mend_index(store::Session& session, std::int64_t forum, std::string_view sheet)
{
    std::map<std::int64_t, SearchEntry> stored;
    for (const auto& range : search_numbers(sheet))
        for (auto& entry : stored_entries(session, forum, range))
            stored.emplace(entry.number, std::move(entry));
    const auto entries = search_entries(session, forum, sheet);
    std::vector<const SearchEntry*> different;
    for (const auto& entry : entries) {
        const auto found = stored.find(entry.number);
        if (found != stored.end() && found->second == entry)
            stored.erase(found);
        else
            different.push_back(&entry);
    }
    for (const auto& [number, entry] : stored)
        take_out(session, forum, number);
    insert_entries(session, forum, different);
}

void mend_page(store::Session& session, std::int64_t forum, const sheet::Sheet& sheet,
               const std::string& key)
{
    auto changed = search_entry_of(session, forum, sheet, key);
    if (changed && !changed->entry)
        return;
    const auto stands =
        changed ? session.find<std::int64_t>(
                      "SELECT number FROM search_entry WHERE forum = :forum AND number >= :first "
                      "AND number <= :last AND address = :address",
                      forum, changed->range.first, changed->range.last, changed->entry->address)
                : std::nullopt;
    if (!stands)
        return mend_index(session, forum, sheet.name);
    auto& entry = *changed->entry;
    entry.number = std::get<0>(*stands);
    if (stored_entries(session, forum, {entry.number, entry.number}) == std::vector{entry})
        return;
    take_out(session, forum, entry.number);
    insert_entries(session, forum, {&entry});
}

// A delegation of an organisation that the forum did not know brings the organisation's page along.
void mend_what_was_listed(store::Session& session, std::int64_t forum, const sheet::Sheet& sheet)
{
    for (const auto name : sheets_listed_anew(session, forum))
        if (name != sheet.name)
            mend_index(session, forum, name);
}

// Those whose pages name a city, person or organisation that this forum names, too.
std::vector<std::int64_t> neighbours(store::Session& session, std::int64_t forum)
{
    std::vector<std::int64_t> ids;
    for (const auto& [id] : session.select<std::int64_t>(
             "SELECT DISTINCT o.forum FROM listing m JOIN listing o ON o.sheet = m.sheet AND "
             "o.row_id = m.row_id "
             "WHERE m.forum = :forum AND o.forum <> m.forum ORDER BY o.forum",
             forum))
        ids.push_back(id);
    return ids;
}

}  // namespace

void rebuild_search(store::Session& session, std::int64_t forum)
{
    write_index(session, forum);
    for (const auto other : neighbours(session, forum))
        write_index(session, other);
}

void rebuild_search(store::Session& session, std::int64_t forum, const sheet::Sheet& sheet)
{
    mend_index(session, forum, sheet.name);
    mend_what_was_listed(session, forum, sheet);
    if (sheet.scope == sheet::Sheet::server)
        for (const auto other : neighbours(session, forum))
            mend_index(session, other, sheet.name);
}

void rebuild_search(store::Session& session, std::int64_t forum, const sheet::Sheet& sheet,
                    const std::string& key)
{
    mend_page(session, forum, sheet, key);
    mend_what_was_listed(session, forum, sheet);
    if (sheet.scope == sheet::Sheet::server)
        for (const auto other : neighbours(session, forum))
            mend_page(session, other, sheet, key);
}

void rebuild_all_searches(store::Session& session)
{
    for (const auto forum : all_forum_ids(session))
        write_index(session, forum);
}

void check_search(store::Session& session, std::vector<std::string>& wrong)
{
    for (const auto& [id, slug] :
         session.select<std::int64_t, std::string>("SELECT id, key FROM forum ORDER BY id")) {
        const auto fresh = search_entries(session, id);
        const auto stored =
            stored_entries(session, id, {0, std::numeric_limits<std::int64_t>::max()});
        if (fresh == stored)
            continue;
        const auto lacks = [](const std::vector<SearchEntry>& all, const SearchEntry& one) {
            return std::find(all.begin(), all.end(), one) == all.end();
        };
        const auto missing = std::count_if(fresh.begin(), fresh.end(),
                                           [&](const auto& one) { return lacks(stored, one); });
        const auto old = std::count_if(stored.begin(), stored.end(),
                                       [&](const auto& one) { return lacks(fresh, one); });
        wrong.push_back(fmt::format(
            "The search index of {} is not up to date: {} of its {} entries are missing or "
            "different, and {} should not be there.",
            slug, missing, fresh.size(), old));
    }
}

std::vector<Hit> search(store::Session& session, std::string_view query,
                        std::optional<std::int64_t> forum, bool drafts)
{
    std::vector<std::string> words;
    for (auto& word : script::query_words(query))
        if (words.size() < query_words_max)
            words.push_back(index_word(std::move(word)));
    if (words.empty())
        return {};
    std::vector<Value> values;
    const auto sql = search_sql(words, forum, drafts, values);
    std::vector<Hit> hits;
    const std::vector<Kind> kinds(5, Kind::text);
    for (auto& row : session.select_kinds(sql, values, kinds)) {
        const auto text = [&](std::size_t i) -> std::string& {
            return std::get<std::string>(row[i]);
        };
        hits.push_back({text(0), Text::read(text(1)).value_or(Text{}), text(2), text(3),
                        Text::read(text(4)).value_or(Text{})});
    }
    return hits;
}

}  // namespace sala::forum
