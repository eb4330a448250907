// SPDX-License-Identifier: Apache-2.0

#include "forum/search_entries.hpp"

#include "base/json.hpp"
#include "forum/listed.hpp"

#include <algorithm>

namespace sala::forum {

namespace {

// A sheet each of whose rows has a page, at `folder` followed by its key, that shows nothing else.
struct RowPages {
    const char* sheet = "";
    const char* kind = "";
    const char* title = "";
    const char* folder = "";
    std::vector<const char*> other_names = {};
    std::vector<const char*> bodies = {};

    SearchEntry entry(const std::string& home, const sheet::Sheet& columns,
                      const sheet::Row& row) const
    {
        auto made = entry_of(home + folder + row.key, kind, columns.text(row, title));
        for (const auto* column : other_names)
            add_text(made, columns.text(row, column), other_name_weight);
        for (const auto* column : bodies)
            add_text(made, columns.text(row, column), body_weight);
        return made;
    }
};

const RowPages draft_sittings{"sittings", "sitting", "title", "/sittings/", {}, {"about"}};

struct Entries {
    store::Session& session;
    std::int64_t forum;
    std::string home;  // "/phnom-penh-2022"
    std::vector<SearchEntry> all;

    void add(const RowPages& pages)
    {
        const auto& columns = sheet::sheet_named(pages.sheet);
        const Listed listed(session, pages.sheet, forum);
        for (const auto& row : listed.rows())
            all.push_back(pages.entry(home, columns, row));
    }
};

void add_forum(Entries& entries)
{
    const Listed listed(entries.session, "forum", entries.forum);
    for (const auto& row : listed.rows())
        entries.all.push_back(with(entry_of(entries.home, "forum", listed.text(row, "title")),
                                   {&listed.text(row, "summary"), &listed.text(row, "about")}));
}

void add_persons(Entries& entries)
{
    const Listed persons(entries.session, "persons", entries.forum);
    const Listed posts(entries.session, "posts", entries.forum);
    const Listed holders(entries.session, "holders", entries.forum);
    const Listed delegates(entries.session, "delegates", entries.forum);
    for (const auto& row : persons.rows()) {
        auto made =
            entry_of(entries.home + "/people/" + row.key, "person", persons.text(row, "name"));
        add_honorific(made, persons.text(row, "honorific"));
        for (const auto* table : {&holders, &delegates})
            for (const auto& held : table->rows())
                if (table->words(held, "person") == row.key)
                    add_text(made, posts.text_of(table->words(held, "post"), "title"), body_weight);
        entries.all.push_back(std::move(made));
    }
}

Text text_of(const Json& json) { return Text::read(json.write()).value_or(Text{}); }

// Who speaks, as a list would call them: the city, else the delegation, else the person.
Text speaker_name(const Json& speaker)
{
    for (const auto* member : {"city_name", "delegation_name", "name"})
        if (auto text = text_of(speaker[member]); !text.empty())
            return text;
    return {};
}

// "Bangkok: Main cities", in the languages that both have; the name alone in the others.
Text name_and_sitting(const Text& name, const Text& sitting)
{
    if (name.empty())
        return sitting;
    Text both;
    for (const auto& [language, wording] : name.wordings()) {
        const auto* where = sitting.in(language);
        both.set(language, {wording.shown() + (where ? ": " + where->shown() : std::string{}), {}});
    }
    return both;
}

void add_intervention(Entries& entries, const Json& one, const Text& sitting)
{
    const auto& speaker = one["speaker"];
    auto called = text_of(one["title"]);
    if (called.empty())
        called = speaker_name(speaker);
    auto made =
        entry_of(entries.home + "/interventions/" + one["key"].string(), "intervention", called);
    made.title = name_and_sitting(called, sitting);
    const auto name = text_of(speaker["name"]), post = text_of(speaker["post"]),
               about = text_of(one["about"]);
    entries.all.push_back(with(std::move(made), {&name, &post, &sitting, &about}));
}

void add_released_sitting(Entries& entries, const Json& sitting)
{
    const auto title = text_of(sitting["title"]);
    const auto about = text_of(sitting["about"]);
    auto made =
        with(entry_of(entries.home + "/sittings/" + sitting["key"].string(), "sitting", title),
             {&about});
    for (const auto& item : sitting["agenda"].items())
        add_text(made, text_of(item["title"]), body_weight);
    entries.all.push_back(std::move(made));
    for (const auto& one : sitting["interventions"].items())
        add_intervention(entries, one, title);
}

// The newest release is read as the JSON it is kept in (programme/programme_json.cpp), because the
// rooms below this one know more of it than a search needs.
void add_sittings(Entries& entries)
{
    const auto kept = entries.session.find<std::string>(
        "SELECT programme FROM release WHERE forum = :forum ORDER BY number DESC LIMIT 1",
        entries.forum);
    if (!kept) {
        entries.add(draft_sittings);
        return;
    }
    const auto programme = Json::read(std::get<0>(*kept)).value_or(Json{});
    for (const auto& day : programme["days"].items())
        for (const auto& sitting : day["sittings"].items())
            add_released_sitting(entries, sitting);
}

// What a published report is called and says; a private one is nobody's to find.
void add_reports(Entries& entries)
{
    const Listed reports(entries.session, "reports", entries.forum);
    const Listed sections(entries.session, "report_sections", entries.forum);
    for (const auto& row : reports.rows()) {
        if (reports.words(row, "published") != "yes")
            continue;
        auto made = entry_of(entries.home + "/report?report=" + row.key, "report",
                             reports.text(row, "title"));
        for (const auto& section : sections.rows())
            if (sections.words(section, "report") == row.key)
                add_text(made, sections.text(section, "body"), body_weight);
        entries.all.push_back(std::move(made));
    }
}

std::string home_of(store::Session& session, std::int64_t forum)
{
    const auto found = session.find<std::string>("SELECT key FROM forum WHERE id = :id", forum);
    return found ? "/" + std::get<0>(*found) : std::string{};
}

constexpr std::int64_t entries_of_part_max = 1'000'000;

// One kind of page, and the sheets whose rows it shows: only an edit of these can change it.
struct Part {
    std::vector<std::string_view> sheets;
    void (*add)(Entries&) = nullptr;  // or else:
    RowPages rows = {};

    void add_to(Entries& entries) const { add ? add(entries) : entries.add(rows); }
    // The forum's own row holds the address under which all pages are.
    bool shows(std::string_view sheet) const
    {
        return sheet.empty() || sheet == "forum" ||
               std::find(sheets.begin(), sheets.end(), sheet) != sheets.end();
    }
};

Part rows(RowPages pages) { return {{pages.sheet}, nullptr, std::move(pages)}; }

// In the order in which equally good pages are found.
const std::vector<Part>& parts()
{
    static const std::vector<Part> all{
        {{"forum"}, add_forum},
        rows({"editions", "edition", "name", "#edition-", {}, {"theme", "objective"}}),
        rows({"topics", "topic", "title", "/topics/", {}, {"note"}}),
        rows({"questions", "question", "text", "#question-"}),
        rows({"cities", "city", "name", "/cities/", {"aliases"}, {"note"}}),
        {{"persons", "posts", "holders", "delegates"}, add_persons},
        rows({"organisations",
              "organisation",
              "name",
              "/organisations/",
              {"abbreviation", "aliases"},
              {"note"}}),
        {{"sittings"}, add_sittings},
        rows({"documents", "document", "title", "/documents#document-", {}, {"note"}}),
        rows({"texts", "text", "title", "/documents#text-", {}, {"text"}}),
        {{"reports", "report_sections"}, add_reports},
    };
    return all;
}

}  // namespace

std::vector<SearchEntry> search_entries(store::Session& session, std::int64_t forum,
                                        std::string_view sheet)
{
    Entries entries{session, forum, home_of(session, forum), {}};
    std::int64_t first = 0;
    for (const auto& part : parts()) {
        first += entries_of_part_max;
        if (!part.shows(sheet))
            continue;
        const auto begin = entries.all.size();
        part.add_to(entries);
        for (auto i = begin; i < entries.all.size(); ++i)
            entries.all[i].number = first + static_cast<std::int64_t>(i - begin);
    }
    return std::move(entries.all);
}

std::vector<NumberRange> search_numbers(std::string_view sheet)
{
    std::vector<NumberRange> ranges;
    std::int64_t first = 0;
    for (const auto& part : parts()) {
        first += entries_of_part_max;
        if (part.shows(sheet))
            ranges.push_back({first, first + entries_of_part_max - 1});
    }
    return ranges;
}

std::vector<std::string_view> sheets_listed_anew(store::Session& session, std::int64_t forum)
{
    std::string counts;
    std::vector<std::string_view> names;
    std::int64_t first = 0;
    for (const auto& part : parts()) {
        first += entries_of_part_max;
        const auto name = part.sheets.front();  // each of its rows has one page of this part
        if (sheet::sheet_named(name).scope != sheet::Sheet::server)
            continue;
        const auto number = std::to_string(first);
        counts +=
            (counts.empty() ? "SELECT " : " UNION ALL SELECT ") + std::to_string(names.size()) +
            " WHERE (SELECT COUNT(*) FROM listing WHERE forum = :forum AND sheet = '" +
            std::string(name) +
            "') <> (SELECT COUNT(*) FROM search_entry WHERE forum = :forum AND number >= " +
            number + " AND number < " + number + " + " + std::to_string(entries_of_part_max) + ")";
        names.push_back(name);
    }
    std::vector<std::string_view> anew;
    for (const auto& [n] : session.select<std::int64_t>(counts, forum))
        anew.push_back(names.at(static_cast<std::size_t>(n)));
    return anew;
}

std::optional<RowEntry> search_entry_of(store::Session& session, std::int64_t forum,
                                        const sheet::Sheet& sheet, const std::string& key)
{
    if (std::count_if(parts().begin(), parts().end(),
                      [&](const Part& part) { return part.shows(sheet.name); }) != 1)
        return std::nullopt;
    std::int64_t first = 0;
    for (const auto& part : parts()) {
        first += entries_of_part_max;
        const bool sittings = part.add == add_sittings && sheet.name == "sittings";
        if (!sittings && part.rows.sheet != sheet.name)
            continue;
        const NumberRange range{first, first + entries_of_part_max - 1};
        if (sittings && session.find<std::int64_t>(
                            "SELECT number FROM release WHERE forum = :forum LIMIT 1", forum))
            return RowEntry{{}, range};
        const auto row = sheet::find_row(session, sheet, forum, key);
        if (!row)
            return RowEntry{{}, range};
        const auto& pages = sittings ? draft_sittings : part.rows;
        return RowEntry{pages.entry(home_of(session, forum), sheet, row->row), range};
    }
    return std::nullopt;
}

}  // namespace sala::forum
