// SPDX-License-Identifier: Apache-2.0

#include "registration/seen.hpp"

#include "registration/registration.view.hpp"

#include <algorithm>

namespace sala::registration {

Changes unseen_changes(store::Session& session, const Registered& one, const web::Form& form,
                       const std::string& field)
{
    if (!form.has(field))
        return {};
    const auto since = one.version - form.number(field).value_or(0);
    return since > 0
               ? changes_of_last(session, one.registration.forum(), one.registration.id(), since)
               : Changes{};
}

bool hinders(const Changes& unseen, const std::vector<Question>& questions)
{
    std::vector<std::string> columns;
    for (const auto& [name, words] : unseen.after.members())
        columns.push_back(name);
    return any_matters(columns) ||
           std::any_of(questions.begin(), questions.end(), [&](const Question& one) {
               return one.matters && unseen.after[one.field()].is_string();
           });
}

FieldsSeen fields_seen_of(Id<Registration> id)
{
    return {"version-" + id.word(), "act-" + id.word()};
}

std::optional<Status> status_seen(store::Session& session, const Registered& one,
                                  const web::Form& form, const FieldsSeen& fields)
{
    const auto seen = form.has(fields.act) ? form.number(fields.act) : std::nullopt;
    if (!seen || Id<Act>{*seen} == one.act)
        return std::nullopt;
    const auto row = session.find<std::string>(
        "SELECT status FROM registration_act WHERE forum = :forum AND registration = :id AND id = "
        ":act",
        one.registration.forum(), one.registration.id(), *seen);
    return row ? status_named(std::get<0>(*row)).value_or(Status::draft) : Status::draft;
}

std::vector<ChangedWords> in_words(const web::Reader& reader, const Changes& changes,
                                   const std::vector<forum::Part>& categories,
                                   const std::vector<Question>& questions)
{
    std::vector<ChangedWords> all;
    for (const auto& column : all_particulars())
        if (changes.after[column.name].is_string())
            all.push_back(
                {reader.say(column.label),
                 said_words(reader, column, changes.before[column.name].string(), categories),
                 said_words(reader, column, changes.after[column.name].string(), categories)});
    for (const auto& one : questions)
        if (changes.after[one.field()].is_string())
            all.push_back({one.prompt.words(reader.language),
                           answer_words(reader, one, changes.before[one.field()].string()),
                           answer_words(reader, one, changes.after[one.field()].string())});
    return all;
}

std::vector<ChangedWords> said_anew(const web::Desk& desk, const Registered& one,
                                    const web::Form& form, const FieldsSeen& fields,
                                    const std::vector<forum::Part>& categories,
                                    const std::vector<Question>& questions)
{
    const auto& reader = desk.reader();
    auto all = in_words(reader, unseen_changes(desk.session(), one, form, fields.version),
                        categories, questions);
    if (const auto seen = status_seen(desk.session(), one, form, fields))
        all.insert(all.begin(), {reader.say(tr("Status")), reader.say(status_name(*seen)),
                                 reader.say(status_name(one.registration.status()))});
    return all;
}

}  // namespace sala::registration
