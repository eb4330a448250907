// SPDX-License-Identifier: Apache-2.0

#include "forum/row_form.hpp"

#include "sheet/understand.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>

namespace sala::forum {

namespace {

using sheet::Cell;
using sheet::Column;
using sheet::Row;
using sheet::Sheet;

// Ticked keys: those that were there keep their order, new ones follow.
std::string ticked_keys(const std::string& column, const Cell& was, const web::Form& form)
{
    std::vector<std::string> keys;
    std::istringstream before(sheet::cell_words(was));
    for (std::string key; before >> key;)
        if (form.ticked(column + "." + key))
            keys.push_back(key);
    const auto prefix = column + ".";
    for (const auto& [name, value] : form.values()) {
        if (!name.starts_with(prefix) || name == prefix + "ticks" || !form.ticked(name))
            continue;
        auto key = name.substr(prefix.size());
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(std::move(key));
    }
    std::string words;
    for (const auto& key : keys)
        words += (words.empty() ? "" : " ") + key;
    return words;
}

void take_wording(Cell& cell, const sheet::Heading& heading, const std::string& words)
{
    if (!std::holds_alternative<Text>(cell))
        cell = Text{};
    auto& text = std::get<Text>(cell);
    Text::Wording wording;
    if (const auto* held = text.in(*heading.language))
        wording = *held;
    (heading.corrected ? wording.corrected : wording.verbatim) = words;
    text.set(*heading.language, wording);
    if (text.empty())
        cell = Cell{};
}

void take_words(TypedRow& typed, const Column& column, Cell& cell, const std::string& words)
{
    auto read = sheet::read_cell(column, words);
    if (read)
        cell = *read;
    else
        typed.refusals.push_back(read.refusal());
}

// One text as both began with it and as each of them left it.
struct ThreeTexts {
    Text base;
    Text mine;
    Text theirs;
};

// Nothing where a cell is no text; an empty one may be.
std::optional<ThreeTexts> texts_of(const Cell& base, const Cell& mine, const Cell& theirs)
{
    ThreeTexts texts;
    bool any = false;
    for (const auto& [cell, text] :
         {std::pair{&base, &texts.base}, {&mine, &texts.mine}, {&theirs, &texts.theirs}}) {
        if (const auto* held = std::get_if<Text>(cell)) {
            *text = *held;
            any = true;
        } else if (!std::holds_alternative<std::monostate>(*cell)) {
            return std::nullopt;
        }
    }
    return any ? std::optional(std::move(texts)) : std::nullopt;
}

// Each language that one of them has, with its wording in all three.
void each_language(
    const ThreeTexts& texts,
    const std::function<void(const Language&, const std::array<Text::Wording, 3>&)>& look)
{
    std::vector<Language> seen;
    for (const auto* text : {&texts.base, &texts.mine, &texts.theirs})
        for (const auto& [language, held] : text->wordings()) {
            if (std::find(seen.begin(), seen.end(), language) != seen.end())
                continue;
            seen.push_back(language);
            std::array<Text::Wording, 3> wordings;
            std::size_t n = 0;
            for (const auto* one : {&texts.base, &texts.mine, &texts.theirs}) {
                if (const auto* in = one->in(language))
                    wordings.at(n) = *in;
                ++n;
            }
            look(language, wordings);
        }
}

Cell both_wordings(const ThreeTexts& texts)
{
    Text both;
    each_language(texts, [&](const Language& language, const auto& wordings) {
        const auto& [base, mine, theirs] = wordings;
        both.set(language, {mine.verbatim == base.verbatim ? theirs.verbatim : mine.verbatim,
                            mine.corrected == base.corrected ? theirs.corrected : mine.corrected});
    });
    return both.empty() ? Cell{} : Cell{both};
}

bool are_apart(const ThreeTexts& texts)
{
    bool apart = true;
    const auto touched_by_one = [](const auto& base, const auto& mine, const auto& theirs) {
        return mine == base || theirs == base || mine == theirs;
    };
    each_language(texts, [&](const Language&, const auto& wordings) {
        const auto& [base, mine, theirs] = wordings;
        apart = apart && touched_by_one(base.verbatim, mine.verbatim, theirs.verbatim) &&
                touched_by_one(base.corrected, mine.corrected, theirs.corrected);
    });
    return apart;
}

}  // namespace

TypedRow read_row_form(const Sheet& sheet, const Row& was, const web::Form& form)
{
    TypedRow typed{was, {}};
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto& column = sheet.columns[i];
        auto& cell = typed.row.cells[i];
        if (column.is_text())
            continue;
        if (column.kind == Column::refs && form.has(column.name + ".ticks"))
            take_words(typed, column, cell, ticked_keys(column.name, was.cells[i], form));
        else if (form.has(column.name))
            take_words(typed, column, cell, form[column.name]);
    }
    for (const auto& [name, words] : form.values())
        if (const auto heading = sheet::heading_of(sheet, name); heading && heading->language)
            take_wording(typed.row.cells[heading->column], *heading, words);
    // A value that could not be read has been said; that its cell is empty is no second problem.
    std::set<std::string> unreadable;
    for (const auto& refusal : typed.refusals)
        unreadable.insert(refusal.field);
    for (auto& refusal : sheet::check_row(sheet, typed.row, unreadable))
        typed.refusals.push_back(std::move(refusal));
    return typed;
}

web::Form form_of(const Sheet& sheet, const Row& row)
{
    web::Form form;
    form.set("key", row.key);
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        const auto& column = sheet.columns[i];
        if (const auto* text = std::get_if<Text>(&row.cells[i])) {
            for (const auto& [language, wording] : text->wordings()) {
                form.set(column.name + "_" + language.tag(), wording.verbatim);
                form.set(column.name + "_" + language.tag() + "_corrected", wording.corrected);
            }
            continue;
        }
        const auto words = sheet::cell_words(row.cells[i]);
        form.set(column.name, words);
        if (column.kind != Column::refs)
            continue;
        std::istringstream keys(words);
        for (std::string key; keys >> key;)
            form.set(column.name + "." + key, "yes");
    }
    return form;
}

Row empty_row(const Sheet& sheet, std::string key)
{
    return {std::move(key), std::vector<Cell>(sheet.columns.size())};
}

std::vector<Language> form_languages(const std::string& forum_languages, const Row& row)
{
    std::vector<Language> languages{Language::english(), Language::thai()};
    const auto add = [&](const Language& language) {
        if (std::find(languages.begin(), languages.end(), language) == languages.end())
            languages.push_back(language);
    };
    std::istringstream tags(forum_languages);
    for (std::string tag; tags >> tag;)
        if (const auto language = Language::named(tag))
            add(*language);
    for (const auto& cell : row.cells)
        if (const auto* text = std::get_if<Text>(&cell))
            for (const auto& [language, wording] : text->wordings())
                add(language);
    return languages;
}

const Text& name_of(const Sheet& sheet, const Row& row)
{
    static const Text nothing;
    for (const auto* name : {"name", "title"})
        for (std::size_t i = 0; i < sheet.columns.size(); ++i)
            if (sheet.columns[i].name == name && sheet.columns[i].is_text())
                return sheet.text(row, name);
    return nothing;
}

Row both_changes(const Row& base, const Row& mine, const Row& theirs)
{
    auto row = mine;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (mine.cells[i] == base.cells[i])
            row.cells[i] = theirs.cells[i];
        else if (const auto texts = texts_of(base.cells[i], mine.cells[i], theirs.cells[i]))
            row.cells[i] = both_wordings(*texts);
    return row;
}

bool are_apart(const Row& base, const Row& mine, const Row& theirs)
{
    for (std::size_t i = 0; i < mine.cells.size(); ++i) {
        if (mine.cells[i] == base.cells[i] || mine.cells[i] == theirs.cells[i])
            continue;
        const auto texts = texts_of(base.cells[i], mine.cells[i], theirs.cells[i]);
        if (!texts || !are_apart(*texts))
            return false;
    }
    return true;
}

}  // namespace sala::forum
