// SPDX-License-Identifier: Apache-2.0

#include "report/report_template.hpp"

#include "base/embedded.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

namespace sala::report {

namespace {

// Thrown and caught in this file alone: reading a form has many places to give up from.
struct Unreadable {
    std::string reason;
};

template <class Value>
struct Named {
    std::string_view word;
    Value value;
};

constexpr Named<Numbering> numberings[] = {
    {"none", Numbering::none}, {"arabic", Numbering::arabic}, {"thai", Numbering::thai}};
constexpr Named<Fill> fills[] = {{"words", Fill::words},
                                 {"meeting", Fill::meeting},
                                 {"place", Fill::place},
                                 {"date", Fill::date},
                                 {"place-and-date", Fill::place_and_date},
                                 {"mission-group", Fill::mission_group},
                                 {"reporter", Fill::reporter}};
constexpr Named<script::Era> eras[] = {{"common", script::Era::common},
                                       {"buddhist", script::Era::buddhist}};
constexpr Named<script::Digits> digit_kinds[] = {{"arabic", script::Digits::arabic},
                                                 {"thai", script::Digits::thai}};
constexpr Named<script::RangeDash> dashes[] = {{"close", script::RangeDash::close},
                                               {"spaced", script::RangeDash::spaced},
                                               {"hyphen", script::RangeDash::spaced_hyphen}};
constexpr std::string_view actions[] = {"information", "consideration", "approval", "orders"};

std::string words_of(const toml::table& table, std::string_view name, const std::string& where)
{
    if (const auto words = table[name].value<std::string>(); words && !words->empty())
        return *words;
    throw Unreadable{fmt::format("“{}” is missing in {}", name, where)};
}

template <class Value, std::size_t N>
Value named_value(const toml::table& table, std::string_view name, const std::string& where,
                  const Named<Value> (&known)[N])
{
    const auto word = words_of(table, name, where);
    std::string all;
    for (const auto& one : known) {
        if (one.word == word)
            return one.value;
        all += (all.empty() ? "" : ", ") + std::string(one.word);
    }
    throw Unreadable{
        fmt::format("“{}” in {} is “{}”, but must be one of {}", name, where, word, all)};
}

std::vector<Language> languages_of(const toml::table& table)
{
    std::vector<Language> languages;
    const auto* list = table["languages"].as_array();
    if (!list)
        throw Unreadable{"“languages” is missing at the top"};
    for (const auto& one : *list) {
        const auto language = Language::named(one.value<std::string>().value_or(""));
        if (!language)
            throw Unreadable{"“languages” holds something that is not a language such as th"};
        languages.push_back(*language);
    }
    if (languages.empty())
        throw Unreadable{"“languages” is empty"};
    return languages;
}

std::vector<Heading> headings_of(const toml::table& table, const std::vector<Language>& languages)
{
    const auto* list = table["headings"].as_array();
    if (!list || list->empty())
        throw Unreadable{"there are no headings: write [[headings]]"};
    std::vector<Heading> headings;
    for (const auto& one : *list) {
        const auto where = fmt::format("heading {}", headings.size() + 1);
        const auto* heading = one.as_table();
        if (!heading)
            throw Unreadable{where + " is not a table: write [[headings]]"};
        Heading made{named_value(*heading, "fill", where, fills), {}};
        for (const auto& language : languages)
            made.words[language] = words_of(*heading, language.tag(), where);
        headings.push_back(std::move(made));
    }
    return headings;
}

FormWords form_words(const toml::table& whole, const Language& language, bool has_closing)
{
    const auto where = "[" + language.tag() + "]";
    const auto* table = whole[language.tag()].as_table();
    if (!table)
        throw Unreadable{where + " is missing"};
    FormWords words;
    words.title = words_of(*table, "title", where);
    words.mission_group = (*table)["mission_group"].value_or(std::string{});
    words.meeting = words_of(*table, "meeting", where);
    words.place = words_of(*table, "place", where);
    words.date = script::DateStyle::for_reader(language);
    words.date.era = named_value(*table, "era", where, eras);
    words.date.digits = named_value(*table, "digits", where, digit_kinds);
    words.date.dash = named_value(*table, "range_dash", where, dashes);
    if (!has_closing)
        return words;
    const auto* closing = (*table)["closing"].as_table();
    if (!closing)
        throw Unreadable{fmt::format("[{}.closing] is missing", language.tag())};
    for (const auto action : actions)
        words.closing[std::string(action)] =
            words_of(*closing, action, fmt::format("[{}.closing]", language.tag()));
    return words;
}

std::size_t closing_of(const toml::table& table, std::size_t headings)
{
    const auto number = table["closing_after"].value_or(std::int64_t{0});
    if (number < 0 || static_cast<std::size_t>(number) > headings)
        throw Unreadable{
            fmt::format("“closing_after” is {}, but there are {} headings", number, headings)};
    return static_cast<std::size_t>(number);
}

ReportTemplate understood(const std::string& name, const toml::table& table)
{
    ReportTemplate form;
    form.name = name;
    for (const auto& language : {Language::english(), Language::thai()})
        form.title.set(language, {table["title_" + language.tag()].value_or(std::string{}), {}});
    if (form.title.empty())
        throw Unreadable{"“title_en” is missing at the top"};
    form.languages = languages_of(table);
    form.numbering = named_value(table, "numbering", "the file", numberings);
    form.headings = headings_of(table, form.languages);
    form.closing_after = closing_of(table, form.headings.size());
    form.first_line_mm = table["first_line_mm"].value_or(25.0);
    for (const auto& language : form.languages)
        form.words[language] = form_words(table, language, form.closing_after > 0);
    return form;
}

Refusal bad_template(const std::string& name, const std::string& reason)
{
    return invalid("template", "bad-template", "The form “{name}” cannot be read: {reason}.",
                   {{"name", name}, {"reason", reason}});
}

}  // namespace

const Language& ReportTemplate::language_for(const Language& wanted) const
{
    const auto found = std::find(languages.begin(), languages.end(), wanted);
    return found == languages.end() ? languages.front() : *found;
}

std::string ReportTemplate::number(std::size_t heading) const
{
    if (numbering == Numbering::none)
        return {};
    const auto plain = std::to_string(heading) + ".";
    return numbering == Numbering::thai ? script::to_thai_digits(plain) : plain;
}

bool ReportTemplate::has(Fill fill) const
{
    return std::any_of(headings.begin(), headings.end(),
                       [&](const Heading& one) { return one.fill == fill; });
}

Result<ReportTemplate> read_template(const std::string& name, std::string_view toml)
{
    try {
        return understood(name, toml::parse(toml));
    } catch (const toml::parse_error& error) {
        return bad_template(
            name, fmt::format("line {}: {}", error.source().begin.line, error.description()));
    } catch (const Unreadable& no) {
        return bad_template(name, no.reason);
    }
}

const std::vector<ReportTemplate>& all_templates()
{
    static const auto templates = [] {
        constexpr std::string_view folder = "templates/report/";
        std::vector<ReportTemplate> all;
        for (const auto& file : embedded_under(folder)) {
            const auto word = file.name.substr(folder.size());
            auto read = read_template(std::string(word.substr(0, word.rfind('.'))), file.bytes);
            if (!read)
                throw Fault(read.refusal().sentence.english());
            all.push_back(*std::move(read));
        }
        return all;
    }();
    return templates;
}

Result<const ReportTemplate*> find_template(std::string_view name)
{
    for (const auto& form : all_templates())
        if (form.name == name)
            return &form;
    return missing("no-such-template",
                   "This report follows the form “{name}”, which this server does not have. Choose "
                   "another form in "
                   "the sheet reports.",
                   {{"name", std::string(name)}});
}

}  // namespace sala::report
