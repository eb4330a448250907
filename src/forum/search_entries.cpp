// SPDX-License-Identifier: Apache-2.0

#include "forum/search_entries.hpp"

#include "base/json.hpp"
#include "forum/claims.hpp"
#include "forum/listed.hpp"
#include "forum/search_programme.hpp"

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

// An edition is asked for by the name of its body: "MGMAC".
void add_editions(Entries& entries)
{
    const RowPages pages{"editions", "edition", "name", "#edition-", {}, {"theme", "objective"}};
    const auto& columns = sheet::sheet_named("editions");
    const Listed editions(entries.session, "editions", entries.forum);
    const Listed bodies(entries.session, "bodies", entries.forum);
    for (const auto& row : editions.rows()) {
        auto made = pages.entry(entries.home, columns, row);
        const auto& body = editions.words(row, "body");
        for (const auto* column : {"abbreviation", "aliases", "name"})
            add_text(made, bodies.text_of(body, column), other_name_weight);
        entries.all.push_back(std::move(made));
    }
}

// A city's page names the rivers it lies on.
void add_cities(Entries& entries)
{
    const RowPages pages{"cities", "city", "name", "/cities/", {"aliases"}, {"note"}};
    const auto& columns = sheet::sheet_named("cities");
    const Listed cities(entries.session, "cities", entries.forum);
    const Listed riversides(entries.session, "riversides", entries.forum);
    const Listed rivers(entries.session, "rivers", entries.forum);
    for (const auto& row : cities.rows()) {
        auto made = pages.entry(entries.home, columns, row);
        for (const auto& side : riversides.rows())
            if (riversides.words(side, "city") == row.key)
                for (const auto* column : {"name", "aliases"})
                    add_text(made, rivers.text_of(riversides.words(side, "river"), column),
                             body_weight);
        entries.all.push_back(std::move(made));
    }
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
    for (auto& made :
         entries_of_programme(Json::read(std::get<0>(*kept)).value_or(Json{}), entries.home))
        entries.all.push_back(std::move(made));
}

// A question of the page about the data, with what its sources say.
void add_claims(Entries& entries)
{
    for (const auto& one : claims_of(entries.session, entries.forum)) {
        auto made =
            entry_of(entries.home + "/data#claim-" + one.claims.front().key, "claim", one.question);
        for (const auto& claim : one.claims) {
            add_text(made, claim.value, body_weight);
            add_text(made, claim.note, body_weight);
        }
        entries.all.push_back(std::move(made));
    }
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
        {{"editions", "bodies"}, add_editions},
        rows({"topics", "topic", "title", "/topics/", {}, {"note"}}),
        rows({"questions", "question", "text", "#question-"}),
        {{"cities", "riversides", "rivers"}, add_cities},
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
        {{"claims"}, add_claims},
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
