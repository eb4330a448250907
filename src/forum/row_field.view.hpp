// SPDX-License-Identifier: Apache-2.0
//
// The fields of one row, made from the declaration of its sheet: a text has a field for each
// language with the corrections folded away, a reference is chosen by name.

#pragma once

#include "forum/row_desk.hpp"

namespace sala::forum {

using web::each;
using web::html;
using web::when;

constexpr std::size_t select_rows_max = 200;  // beyond it one types, and the browser proposes
constexpr std::size_t tick_rows_max = 60;

inline Sentence language_name(const Language& language)
{
    static const std::map<std::string, Sentence, std::less<>> names{
        {"en", tr("English")},    {"th", tr("Thai")},     {"km", tr("Khmer")},
        {"vi", tr("Vietnamese")}, {"lo", tr("Lao")},      {"my", tr("Burmese")},
        {"id", tr("Indonesian")}, {"ms", tr("Malay")},    {"fil", tr("Filipino")},
        {"zh", tr("Chinese")},    {"ja", tr("Japanese")}, {"fr", tr("French")},
    };
    const auto found = names.find(language.tag());
    return found == names.end() ? tr("Language {tag}", {{"tag", language.tag()}}) : found->second;
}

inline std::vector<Refusal> refusals_at(const RowPage& page, std::string_view field)
{
    std::vector<Refusal> here;
    for (const auto& refusal : page.refusals)
        if (refusal.field == field)
            here.push_back(refusal);
    return here;
}

// The sentences beneath a field, and what the field says about itself.
struct FieldState {
    web::Html attributes;
    web::Html beneath;
};
inline FieldState field_state(const web::Reader& reader, const std::vector<Refusal>& wrong,
                              const std::string& id, const std::optional<Sentence>& hint)
{
    FieldState state;
    std::string described;
    if (hint) {
        described = id + "-hint";
        state.beneath +=
            html(reader, "<span class=\"hint\" id=\"", described, "\">", *hint, "</span>");
    }
    if (!wrong.empty()) {
        described += (described.empty() ? "" : " ") + id + "-error";
        state.beneath +=
            html(reader, "<span class=\"error\" id=\"", id, "-error\">",
                 each(wrong, [&](const Refusal& one) { return html(reader, one.sentence, " "); }),
                 "</span>");
        append(state.attributes, reader, " aria-invalid=\"true\"");
    }
    if (!described.empty())
        append(state.attributes, reader, " aria-describedby=\"", described, "\"");
    return state;
}

inline std::optional<Sentence> hint_of(const sheet::Column& column)
{
    switch (column.kind) {
    case sheet::Column::number:
        return tr("A whole number from {low} to {high}.",
                  {{"low", std::to_string(column.low)}, {"high", std::to_string(column.high)}});
    case sheet::Column::day:
        return tr("Such as 2022-12-02, in the Common Era.");
    case sheet::Column::date:
        return tr("2022, 2022-12 or 2022-12-02; a range as 2019-08-26/2019-08-28; 2022-12-02/.. "
                  "when the end is not known.");
    case sheet::Column::time:
        return tr("Such as 09:08.");
    case sheet::Column::url:
        return tr("It begins with https:// or http://.");
    case sheet::Column::word:
        if (column.name == "languages")
            return tr("Tags separated by spaces, such as en th.");
        if (column.name == "time_zone")
            return tr("Such as Asia/Phnom_Penh.");
        if (column.name == "subject")
            return tr("forum, or a sheet and a key such as sittings:opening.");
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

inline web::Html required_mark(const web::Reader& reader, bool required)
{
    return when(required, [&] {
        return html(reader, " <small class=\"soft\">", tr("(needed)"), "</small>");
    });
}

// One wording of a text in one language.
inline web::Html wording_field(const web::Reader& reader, const RowPage& page,
                               const sheet::Column& column, const Language& language,
                               bool corrected, const std::vector<Refusal>& wrong)
{
    const auto name = column.name + "_" + language.tag() + (corrected ? "_corrected" : "");
    const auto state = field_state(reader, wrong, name, std::nullopt);
    const auto head =
        html(reader, "<div><label for=\"", name, "\">", language_name(language), "</label>");
    if (column.kind == sheet::Column::lines)
        return html(reader, head, "<textarea id=\"", name, "\" name=\"", name, "\" lang=\"",
                    language.tag(), "\"", state.attributes, ">\n", page.values[name], "</textarea>",
                    state.beneath, "</div>");
    return html(reader, head, "<input type=\"text\" id=\"", name, "\" name=\"", name, "\" lang=\"",
                language.tag(), "\" value=\"", page.values[name], "\"", state.attributes, ">",
                state.beneath, "</div>");
}

inline web::Html text_field(const web::Reader& reader, const RowPage& page,
                            const sheet::Column& column)
{
    const auto wrong = refusals_at(page, column.name);
    bool any_corrected = false;
    web::Html words;
    web::Html corrections;
    for (const auto& language : page.languages) {
        words += wording_field(reader, page, column, language, false,
                               language == page.languages.front() ? wrong : std::vector<Refusal>{});
        corrections += wording_field(reader, page, column, language, true, {});
        any_corrected |= !page.values[column.name + "_" + language.tag() + "_corrected"].empty();
    }
    return html(reader, "<fieldset>\n<legend>", sheet::label_of(column.name),
                required_mark(reader, column.required), "</legend>\n<div class=\"pair wide\">",
                words, "</div>\n<details",
                when(any_corrected, [&] { return html(reader, " open"); }), "><summary>",
                tr("Corrections"), "</summary>\n<p class=\"hint\">",
                tr("Above stands what was printed, word for word. Write here what was meant; pages "
                   "show it and mark it."),
                "</p>\n<div class=\"pair wide\">", corrections, "</div></details>\n</fieldset>\n");
}

inline web::Html option(const web::Reader& reader, const std::string& value, const web::Html& words,
                        bool chosen)
{
    return html(reader, "<option value=\"", value, "\"",
                when(chosen, [&] { return html(reader, " selected"); }), ">", words, "</option>");
}

inline std::string choice_words(const web::Reader& reader, const RowChoice& choice)
{
    const auto name = choice.name.words(reader.language);
    return name.empty() ? choice.key : name + " · " + choice.key;
}

inline web::Html reference_control(const web::Reader& reader, const RowPage& page,
                                   const sheet::Column& column, const FieldState& state)
{
    const auto& choices = page.choices.find(column.to)->second;
    const auto& value = page.values[column.name];
    if (choices.size() > select_rows_max)
        return html(reader, "<input type=\"text\" id=\"", column.name, "\" name=\"", column.name,
                    "\" value=\"", value, "\" list=\"", column.name, "-rows\" autocomplete=\"off\"",
                    state.attributes, "><datalist id=\"", column.name, "-rows\">",
                    each(choices,
                         [&](const RowChoice& choice) {
                             return html(reader, "<option value=\"", choice.key, "\">",
                                         choice.name.words(reader.language), "</option>");
                         }),
                    "</datalist>");
    const bool known =
        value.empty() || std::any_of(choices.begin(), choices.end(),
                                     [&](const RowChoice& choice) { return choice.key == value; });
    return html(reader, "<select id=\"", column.name, "\" name=\"", column.name, "\"",
                state.attributes, ">", option(reader, "", html(reader, tr("none")), value.empty()),
                when(!known, [&] { return option(reader, value, html(reader, value), true); }),
                each(choices,
                     [&](const RowChoice& choice) {
                         return option(reader, choice.key,
                                       html(reader, choice_words(reader, choice)),
                                       choice.key == value);
                     }),
                "</select>");
}

inline web::Html ticks_field(const web::Reader& reader, const RowPage& page,
                             const sheet::Column& column)
{
    const auto& choices = page.choices.find(column.to)->second;
    const auto state =
        field_state(reader, refusals_at(page, column.name), column.name, std::nullopt);
    return html(reader, "<fieldset", state.attributes, ">\n<legend>", sheet::label_of(column.name),
                "</legend>\n<input type=\"hidden\" name=\"", column.name,
                ".ticks\" value=\"yes\"><ul class=\"columns\">",
                each(choices,
                     [&](const RowChoice& choice) {
                         const auto name = column.name + "." + choice.key;
                         return html(reader,
                                     "<li><label class=\"tick\"><input type=\"checkbox\" name=\"",
                                     name, "\" value=\"yes\"",
                                     when(page.values.ticked(name),
                                          [&] { return html(reader, " checked"); }),
                                     ">", choice_words(reader, choice), "</label></li>");
                     }),
                "</ul>", state.beneath, "</fieldset>\n");
}

inline web::Html flag_field(const web::Reader& reader, const RowPage& page,
                            const sheet::Column& column)
{
    const auto state =
        field_state(reader, refusals_at(page, column.name), column.name, std::nullopt);
    return html(reader, "<p><input type=\"hidden\" name=\"", column.name,
                "\" value=\"\"><label class=\"tick\"><input type=\"checkbox\" name=\"", column.name,
                "\" value=\"yes\"",
                when(page.values[column.name] == "yes", [&] { return html(reader, " checked"); }),
                state.attributes, ">", sheet::label_of(column.name), "</label>", state.beneath,
                "</p>\n");
}

inline web::Html choice_control(const web::Reader& reader, const RowPage& page,
                                const sheet::Column& column, const FieldState& state)
{
    const auto& value = page.values[column.name];
    return html(reader, "<select id=\"", column.name, "\" name=\"", column.name, "\"",
                state.attributes, ">",
                option(reader, "", html(reader, tr("not said")), value.empty()),
                each(column.words,
                     [&](const std::string& word) {
                         return option(reader, word, html(reader, sheet::label_of_choice(word)),
                                       word == value);
                     }),
                "</select>");
}

inline web::Html plain_control(const web::Reader& reader, const RowPage& page,
                               const sheet::Column& column, const FieldState& state)
{
    return html(reader, "<input type=\"text\" id=\"", column.name, "\" name=\"", column.name,
                "\" value=\"", page.values[column.name], "\"",
                when(column.kind == sheet::Column::number,
                     [&] { return html(reader, " inputmode=\"numeric\""); }),
                state.attributes, ">");
}

inline web::Html column_field(const web::Reader& reader, const RowPage& page,
                              const sheet::Column& column)
{
    using Kind = sheet::Column;
    if (column.is_text())
        return text_field(reader, page, column);
    if (column.kind == Kind::flag)
        return flag_field(reader, page, column);
    const auto choices = page.choices.find(column.to);
    if (column.kind == Kind::refs && choices->second.size() <= tick_rows_max)
        return ticks_field(reader, page, column);
    const auto state =
        field_state(reader, refusals_at(page, column.name), column.name, hint_of(column));
    const auto control = column.kind == Kind::ref ? reference_control(reader, page, column, state)
                         : column.kind == Kind::choice ? choice_control(reader, page, column, state)
                                                       : plain_control(reader, page, column, state);
    return html(reader, "<p><label for=\"", column.name, "\">", sheet::label_of(column.name),
                required_mark(reader, column.required), "</label>", control, state.beneath,
                "</p>\n");
}

// Names first, then what a row belongs to, as people fill a form in.
inline web::Html row_fields(const web::Reader& reader, const RowPage& page)
{
    web::Html names;
    web::Html others;
    for (const auto& column : page.sheet->columns)
        (column.name == "name" || column.name == "title" ? names : others) +=
            column_field(reader, page, column);
    names += others;
    return names;
}

}  // namespace sala::forum
