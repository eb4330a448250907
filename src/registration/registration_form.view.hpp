// SPDX-License-Identifier: Apache-2.0
//
// The form of one person, and what its words and marks are called.

#pragma once

#include "directory/whole_name.hpp"
#include "registration/entering.hpp"
#include "registration/invitations.view.hpp"
#include "script/person_name.hpp"

namespace sala::registration {

// The fields as a verb declares them; which categories there are, the forum says.
inline web::Field field_of(const Particular& column)
{
    const auto kind = column.kind == Particular::choice ? web::Field::choice
                      : column.kind == Particular::tick ? web::Field::tick
                                                        : web::Field::text;
    web::Field field{kind, column.name, column.label};
    field.hint = column.hint;
    field.required = false;  // mended() asks, because a sheet has no fields
    field.high = column.characters_max;
    field.choices = column.choices;
    // Nobody is the first of a list because nobody chose.
    if (column.kind == Particular::choice && column.needed)
        field.choices.insert(field.choices.begin(), {"", tr("Please choose")});
    if (column.kind == Particular::day)
        field.hint = tr("Year-month-day, such as 2030-05-06.");
    if (column.kind == Particular::clock)
        field.hint = tr("On the clock of that place, such as 09:30.");
    return field;
}

inline std::vector<web::Field> fields_of_registration()
{
    std::vector<web::Field> fields;
    for (const auto& column : all_particulars())
        fields.push_back(field_of(column));
    fields.push_back(web::hidden("version"));
    fields.push_back(web::hidden("wish").hinted(
        tr("The change asked for that was shown as if it were made: what is sent stands in its "
           "place. Without it, what is sent is added to it.")));
    return fields;
}

// What a form shows at first.
inline web::Form form_of(const Particulars& particulars, std::int64_t version)
{
    web::Form form;
    for (const auto& column : all_particulars())
        if (!particulars[column.name].empty())
            form.set(column.name, particulars[column.name]);
    form.set("version", std::to_string(version));
    return form;
}

inline std::vector<std::pair<std::string, Sentence>>
part_choices(const web::Reader& reader, const std::vector<forum::Part>& parts, Sentence none)
{
    std::vector<std::pair<std::string, Sentence>> choices{{"", std::move(none)}};
    for (const auto& part : parts)
        choices.emplace_back(part.key,
                             tr("{name}", {{"name", part_words(reader, parts, part.number)}}));
    return choices;
}

inline std::vector<std::pair<std::string, Sentence>>
category_choices(const web::Reader& reader, const std::vector<forum::Part>& categories)
{
    return part_choices(reader, categories, tr("not said"));
}

// What was entered as its reader says it: a part, a category, a day, a choice or a tick by its
// name.
inline std::string said_words(const web::Reader& reader, const Particular& column,
                              const std::string& words, const std::vector<forum::Part>& categories)
{
    if (words.empty())
        return words;
    if (column.name == "role")
        return reader.say(role_name(words));
    if (column.kind == Particular::category) {
        const auto* part = part_keyed(categories, words);
        return part ? part_words(reader, categories, part->number) : words;
    }
    if (column.kind == Particular::tick)
        return reader.say(tr("yes"));
    if (column.kind == Particular::day) {
        const auto day = script::parse_iso_day(words);
        return day ? script::render_day(*day, script::DateStyle::for_reader(reader.language))
                   : words;
    }
    for (const auto& [word, name] : column.choices)
        if (word == words)
            return reader.say(name);
    return words;
}

// `kept` is the category of the person, which stays to choose when it is gone from the sheet.
inline web::Html group_of_fields(const web::Desk& desk, Particular::Group group,
                                 const std::vector<forum::Part>& categories,
                                 const std::string& kept)
{
    std::vector<web::Field> fields;
    for (const auto& column : all_particulars()) {
        if (column.group != group)
            continue;
        fields.push_back(field_of(column));
        if (column.kind == Particular::category) {
            fields.back().kind = web::Field::choice;
            fields.back().choices = category_choices(desk.reader(), categories);
            if (!kept.empty() && !part_keyed(categories, kept))
                fields.back().choices.emplace_back(
                    kept, tr("{name}, no category any more", {{"name", kept}}));
        }
    }
    return html(desk.reader(), "<fieldset><legend>", group_name(group), "</legend>\n",
                web::fields_of(desk, fields), "</fieldset>\n");
}

inline web::Html groups_of_fields(const web::Desk& desk, const std::vector<forum::Part>& categories,
                                  const std::string& kept)
{
    using enum Particular::Group;
    return each(
        std::array{who, contact, stay, travel, visa, consent},
        [&](Particular::Group group) { return group_of_fields(desk, group, categories, kept); });
}

inline Sentence status_name(Status status)
{
    switch (status) {
    case Status::draft:
        return tr("not sent in yet");
    case Status::submitted:
        return tr("to be decided");
    case Status::returned:
        return tr("came back");
    case Status::approved:
        return tr("approved");
    case Status::waiting:
        return tr("waits for a place");
    case Status::refused:
        return tr("refused");
    case Status::withdrawn:
        return tr("withdrawn");
    }
    return {};
}

inline web::Html status_chip(const web::Reader& reader, Status status)
{
    const std::string is = status == Status::approved                                 ? "agreed"
                           : status == Status::returned || status == Status::waiting  ? "adjusted"
                           : status == Status::refused || status == Status::withdrawn ? "cancelled"
                                                                                      : "proposed";
    return html(reader, "<span class=\"chip\" data-is=\"", is, "\">", status_name(status),
                "</span>");
}

inline std::string person_words(const web::Reader& reader, const Particulars& particulars)
{
    auto words =
        directory::whole_name(particulars.honorific(), particulars.name(), reader.language);
    return words.empty() ? reader.say(tr("Name erased")) : words;
}

inline std::string people_words(const web::Reader& reader, const std::vector<Registered>& people)
{
    std::string words;
    for (const auto& one : people)
        words += (words.empty() ? "" : ", ") + person_words(reader, one.particulars);
    return words;
}

inline Sentence several_heads(const std::string& names)
{
    return tr("Several people are written down as head of this delegation: {names}. Seats and name "
              "plates begin with the head, so please give all but one of them another part.",
              {{"names", names}});
}

inline web::Html heads_note(const web::Reader& reader, const std::vector<Registered>& heads)
{
    return when(heads.size() > 1, [&] {
        return html(reader, "<p class=\"note\" role=\"status\">",
                    several_heads(people_words(reader, heads)), "</p>\n");
    });
}

// The names in the other scripts, for whoever compares with a passport.
inline web::Html other_names(const web::Reader& reader, const Particulars& particulars)
{
    const auto names = web::other_script(reader, particulars.name());
    return when(!names.empty(), [&] { return html(reader, "<br>", names); });
}

}  // namespace sala::registration
