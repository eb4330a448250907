// SPDX-License-Identifier: Apache-2.0

#include "sheet/kept_columns.hpp"

#include "sheet/understand.hpp"

namespace sala::sheet {

namespace {

// Of a text in one language: the words of the file, or those that stood there.
Text::Wording kept_wording(const std::string& name, const Text::Wording& given,
                           const Text::Wording& stood, const Header& header)
{
    auto kept = given;
    if (!header.contains(name))
        kept.verbatim = stood.verbatim;
    if (!header.contains(name + std::string(corrected_ending)) && kept.verbatim == stood.verbatim)
        kept.corrected = stood.corrected;
    return kept;
}

Cell kept_text(const Column& column, const Cell& given, const Cell& stored, const Header& header)
{
    const auto* stood = std::get_if<Text>(&stored);
    if (!stood)
        return given;
    const auto* said = std::get_if<Text>(&given);
    auto text = said ? *said : Text{};
    for (const auto& [language, wording] : stood->wordings()) {
        const auto* now = text.in(language);
        text.set(language, kept_wording(column.name + "_" + language.tag(),
                                        now ? *now : Text::Wording{}, wording, header));
    }
    return text.empty() ? Cell{} : Cell{std::move(text)};
}

}  // namespace

std::set<std::string> columns_left_out(const Sheet& sheet, const Header& header)
{
    std::set<std::string> lacking;
    for (const auto& column : sheet.columns)
        lacking.insert(column.name);
    for (const auto& name : header)
        if (const auto heading = heading_of(sheet, name))
            lacking.erase(sheet.columns[heading->column].name);
    return lacking;
}

Row with_kept_columns(const Sheet& sheet, Row given, const Row& stored, const Header& header)
{
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto& column = sheet.columns[i];
        if (column.is_text())
            given.cells[i] = kept_text(column, given.cells[i], stored.cells[i], header);
        else if (!header.contains(column.name))
            given.cells[i] = stored.cells[i];
    }
    return given;
}

}  // namespace sala::sheet
