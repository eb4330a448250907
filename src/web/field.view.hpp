// SPDX-License-Identifier: Apache-2.0
//
// One field of a form, from its declaration: label, hint, the field with what was typed, and the
// sentence about what is wrong with it.

#pragma once

#include "web/desk.hpp"

namespace sala::web {

// What was typed into it last; a secret is never shown again.
inline std::string typed_into(const Desk& desk, const Field& field)
{
    return desk.typed() && field.kind != Field::secret ? (*desk.typed())[field.name]
                                                       : std::string{};
}

// aria-describedby, aria-invalid, autocomplete.
inline Html attributes_of(const Desk& desk, const Field& field, bool wrong)
{
    const auto& reader = desk.reader();
    const bool hinted = !field.hint.key.empty();
    return html(reader,
                when(hinted || wrong,
                     [&] {
                         return html(reader, " aria-describedby=\"",
                                     hinted ? field.name + "-h" : std::string{},
                                     hinted && wrong ? std::string(" ") : std::string{},
                                     wrong ? field.name + "-e" : std::string{}, "\"");
                     }),
                when(wrong, [&] { return html(reader, " aria-invalid=\"true\""); }),
                when(!field.autocomplete.empty(),
                     [&] { return html(reader, " autocomplete=\"", field.autocomplete, "\""); }));
}

inline Html input_of(const Desk& desk, const Field& field, const Html& attributes)
{
    const auto& reader = desk.reader();
    const auto value = typed_into(desk, field);
    if (field.kind == Field::lines)
        return html(reader, "<textarea id=\"", field.name, "\" name=\"", field.name,
                    "\" rows=\"4\"", attributes, ">", value, "</textarea>");
    if (field.kind == Field::choice)
        return html(reader, "<select id=\"", field.name, "\" name=\"", field.name, "\"", attributes,
                    ">",
                    each(field.choices,
                         [&](const auto& one) {
                             return html(reader, "<option value=\"", one.first, "\"",
                                         when(one.first == value,
                                              [&] { return html(reader, " selected"); }),
                                         ">", one.second, "</option>");
                         }),
                    "</select>");
    const std::string type = field.kind == Field::secret   ? "password"
                             : field.kind == Field::number ? "number"
                                                           : "text";
    return html(reader, "<input type=\"", type, "\" id=\"", field.name, "\" name=\"", field.name,
                "\" value=\"", value, "\"", attributes, ">");
}

inline Html error_of(const Desk& desk, const std::string& name)
{
    return each(desk.refusals(), [&](const Refusal& refusal) {
        return when(refusal.field == name, [&] {
            return html(desk.reader(), "<span class=\"error\" id=\"", name, "-e\">",
                        refusal.sentence, "</span>");
        });
    });
}

inline Html field_of(const Desk& desk, const Field& field)
{
    const auto& reader = desk.reader();
    const auto error = error_of(desk, field.name);
    const auto attributes = attributes_of(desk, field, !error.empty());
    if (field.kind == Field::tick)
        return html(reader, "<p><label class=\"tick\"><input type=\"checkbox\" name=\"", field.name,
                    "\" value=\"yes\"",
                    when(desk.typed() && desk.typed()->ticked(field.name),
                         [&] { return html(reader, " checked"); }),
                    attributes, "> ", field.label, "</label>", error, "</p>\n");
    return html(reader, "<p><label for=\"", field.name, "\">", field.label, "</label>",
                when(!field.hint.key.empty(),
                     [&] {
                         return html(reader, "<span class=\"hint\" id=\"", field.name, "-h\">",
                                     field.hint, "</span>");
                     }),
                input_of(desk, field, attributes), error, "</p>\n");
}

// What is hidden is written by the page that knows its value, such as the version of a row.
inline Html fields_of(const Desk& desk, const std::vector<Field>& fields)
{
    return each(fields, [&](const Field& field) {
        return when(field.kind != Field::hidden, [&] { return field_of(desk, field); });
    });
}

// What is wrong with the whole form, above it.
inline Html refused_note(const Desk& desk)
{
    const auto& reader = desk.reader();
    return each(desk.refusals(), [&](const Refusal& refusal) {
        return when(refusal.field.empty(), [&] {
            return html(reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><p>",
                        refusal.sentence, "</p></div>\n");
        });
    });
}

}  // namespace sala::web
