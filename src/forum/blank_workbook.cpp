// SPDX-License-Identifier: Apache-2.0

#include "forum/blank_workbook.hpp"

#include "document/workbook.hpp"

namespace sala::forum {

namespace {

using sheet::Column;
using sheet::Sheet;

// What a sheet's own rule asks for, beyond what its columns say.
std::string particular(const Sheet& sheet, const Column& column)
{
    static const std::map<std::string, std::string, std::less<>> values{
        {"forum.time_zone", "Asia/Bangkok"},
        {"forum.languages", "en th"},
        {"countries.code", "TH"},
        {"claims.subject", "forum"},
        {"reports.template", "en-brief"},
    };
    const auto found = values.find(sheet.name + "." + column.name);
    return found == values.end() ? std::string{} : found->second;
}

// A reference that would go in a circle, or that the sheet's rule forbids beside another.
bool stays_empty(const Sheet& sheet, const Column& column)
{
    return (sheet.name == "organisations" && column.name == "parent") ||
           (sheet.name == "hosts" && column.name == "organisation") || column.kind == Column::flag;
}

std::string sample_value(const Sheet& sheet, const Column& column)
{
    if (stays_empty(sheet, column))
        return {};
    if (auto value = particular(sheet, column); !value.empty())
        return value;
    switch (column.kind) {
    case Column::number:
        return column.name == "minutes" ? "60" : column.name == "speaker_minutes" ? "7" : "1";
    case Column::ref:
    case Column::refs:
        return "example";
    case Column::day:
    case Column::date:
        return "2027-03-14";
    case Column::time:
        return "09:00";
    case Column::choice:
        return column.words.front();
    case Column::url:
        return "https://example.org/";
    default:
        return "example";
    }
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

std::vector<std::string> sample_line(const Sheet& sheet)
{
    std::vector<std::string> line{sheet.scope == Sheet::itself ? "my-forum" : "example"};
    for (const auto& column : sheet.columns) {
        if (!column.is_text()) {
            line.push_back(sample_value(sheet, column));
            continue;
        }
        line.push_back("Example: " + sheet::label_of(column.name).english());
        line.push_back("ตัวอย่าง");
    }
    return line;
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

Result<std::string> blank_workbook(const std::function<std::string(const Sentence&)>& say,
                                   Instant made)
{
    std::vector<document::WrittenSheet> sheets;
    for (const auto& sheet : sheet::all_sheets()) {
        document::WrittenSheet written{
            sheet.name, {template_header(sheet), sample_line(sheet)}, {}, {}, {}};
        written.marks.push_back(
            {0, 0, say(sheet.about) + " " + say(tr("Write your own rows over the sample row.")),
             false});
        std::size_t at = 1;
        for (const auto& column : sheet.columns) {
            std::string advice;
            for (const auto& sentence : column_advice(column))
                advice += (advice.empty() ? "" : ". ") + say(sentence);
            written.marks.push_back({0, at, advice, false});
            if (column.kind == Column::choice)
                written.choices.push_back({at, column.words});
            at += column.is_text() ? 2 : 1;
        }
        // The forum's own row is what one fills in first.
        sheets.insert(sheet.scope == Sheet::itself ? sheets.begin() : sheets.end(),
                      std::move(written));
    }
    return document::write_workbook(sheets, {.title = "Sala", .author = "Sala", .created = made});
}

}  // namespace sala::forum
