// SPDX-License-Identifier: Apache-2.0

#include "forum/blank_workbook.hpp"

#include "base/embedded.hpp"
#include "document/workbook.hpp"
#include "sheet/forum_files.hpp"

namespace sala::forum {

namespace {

using sheet::Column;
using sheet::Sheet;

// The example travels inside the program as the folder one would send in.
const sheet::ForumFiles& example()
{
    static const auto files = [] {
        constexpr std::string_view folder = "templates/forum/example-2030/";
        sheet::NamedFiles named;
        for (const auto& file : embedded_under(folder))
            named.emplace_back(file.name.substr(folder.size()), file.bytes);
        auto read = sheet::read_named_files(named);
        assert(read.problems.empty());
        return std::move(read.files);
    }();
    return files;
}

std::vector<const sheet::Row*> example_rows(const Sheet& sheet)
{
    if (sheet.scope == Sheet::itself)
        return {&example().forum->row};
    std::vector<const sheet::Row*> rows;
    if (const auto lines = example().sheets.find(sheet.name); lines != example().sheets.end())
        for (const auto& line : lines->second)
            rows.push_back(&line.row);
    return rows;
}

std::string advice_words(const Column& column, const Saying& say)
{
    std::string words;
    for (const auto& sentence : column_advice(column))
        words += (words.empty() ? "" : ". ") + say(sentence);
    return words;
}

document::WrittenSheet template_sheet(const Sheet& sheet, const Saying& say)
{
    document::WrittenSheet written{sheet.name, {template_header(sheet)}, {}, {}, {}};
    written.marks.push_back({0, 0, say(sheet.about), false});
    std::size_t at = 1;
    for (const auto& column : sheet.columns) {
        written.marks.push_back({0, at, advice_words(column, say), false});
        if (column.kind == Column::choice)
            written.choices.push_back({at, column.words});
        at += column.is_text() ? 2 : 1;
    }
    return written;
}

Result<std::string> workbook_of(const Saying& say, Instant made, bool filled)
{
    std::vector<document::WrittenSheet> sheets;
    for (const auto& sheet : sheet::all_sheets()) {
        auto written = template_sheet(sheet, say);
        if (filled)
            for (const auto* row : example_rows(sheet))
                written.rows.push_back(sheet::line_of(sheet, *row, template_header(sheet)));
        // The forum's own row is what one fills in first.
        sheets.insert(sheet.scope == Sheet::itself ? sheets.begin() : sheets.end(),
                      std::move(written));
    }
    return document::write_workbook(sheets, {.title = "Sala", .author = "Sala", .created = made});
}

}  // namespace

std::vector<std::string> template_header(const Sheet& sheet)
{
    std::vector<std::string> header{sheet.scope == Sheet::itself ? "slug" : "key"};
    for (const auto& column : sheet.columns) {
        if (!column.is_text()) {
            header.push_back(column.name);
            continue;
        }
        header.push_back(column.name + "_en");
        header.push_back(column.name + "_th");
    }
    return header;
}

std::vector<Sentence> column_advice(const Column& column)
{
    std::vector<Sentence> advice{sheet::label_of(column.name)};
    if (column.required)
        advice.push_back(tr("This must not be empty."));
    std::string words;
    for (const auto& word : column.words)
        words += (words.empty() ? "" : ", ") + word;
    switch (column.kind) {
    case Column::ref:
        advice.push_back(tr("The key of a row of the sheet {sheet}.", {{"sheet", column.to}}));
        break;
    case Column::refs:
        advice.push_back(
            tr("Keys of rows of the sheet {sheet}, separated by spaces.", {{"sheet", column.to}}));
        break;
    case Column::number:
        advice.push_back(
            tr("A whole number from {low} to {high}.",
               {{"low", std::to_string(column.low)}, {"high", std::to_string(column.high)}}));
        break;
    case Column::day:
        advice.push_back(tr("Such as 2022-12-02, in the Common Era."));
        break;
    case Column::date:
        advice.push_back(tr("2022, 2022-12 or 2022-12-02; a range as 2019-08-26/2019-08-28; "
                            "2022-12-02/.. when the end is not known."));
        break;
    case Column::time:
        advice.push_back(tr("Such as 09:08."));
        break;
    case Column::choice:
        advice.push_back(tr("One of: {words}.", {{"words", words}}));
        break;
    case Column::flag:
        advice.push_back(tr("Write yes, or leave it empty."));
        break;
    case Column::url:
        advice.push_back(tr("It begins with https:// or http://."));
        break;
    case Column::text:
    case Column::lines:
        advice.push_back(tr("One column a language: {name}_en, {name}_th. A correction stands in "
                            "{name}_th_corrected.",
                            {{"name", column.name}}));
        break;
    case Column::word:
        break;
    }
    return advice;
}

Result<std::string> blank_workbook(const Saying& say, Instant made)
{
    return workbook_of(say, made, false);
}

Result<std::string> filled_workbook(const Saying& say, Instant made)
{
    return workbook_of(say, made, true);
}

}  // namespace sala::forum
