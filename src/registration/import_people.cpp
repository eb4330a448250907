// SPDX-License-Identifier: Apache-2.0
//
// A whole delegation comes from a sheet: everybody is written down, or nobody when a row is wrong
// or stands there twice. Who is there already under the same name is left out, so sending it twice
// does no harm, and what the sheet says otherwise of them is said. Nobody is taken for somebody
// else by itself.

#include "registration/last_day.hpp"
#include "registration/people_import.view.hpp"

namespace sala::registration {

static Result<web::Reply> import(web::Desk& desk, const Delegation& delegation,
                                 const web::Form& form);

web::Verb import_people()
{
    return {.path = "POST /{forum}/delegations/{delegation}/import",
            .allow = forum::focal_points,
            .form = fields_of_people_import(),
            .run = web::on<Delegation>(import)};
}

static std::vector<ImportedPerson> looked_at(web::Desk& desk, const Delegation& delegation,
                                             const std::vector<SheetPerson>& read)
{
    const auto there =
        registered_at(desk.session(), delegation.forum.id, {.delegation = delegation.id});
    const auto known = people_of_delegation(desk.session(), delegation.forum.id, delegation.id);
    std::vector<ImportedPerson> people;
    for (const auto& person : read) {
        const auto name = person.particulars.name();
        const auto is_there = std::find_if(there.begin(), there.end(), [&](const Registered& one) {
            return names_alike(name, one.particulars.name()) == 100;
        });
        ImportedPerson imported{.read = person, .alike = people_alike(person.particulars, known)};
        if (is_there != there.end()) {
            imported.there = is_there->registration.id();
            imported.differs = said_otherwise(person, is_there->particulars);
        }
        people.push_back(std::move(imported));
    }
    return people;
}

Result<web::Reply> import(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto categories = categories_at(desk.session(), delegation.forum.id);
    const auto read = read_people(*form.upload("file"), categories);
    if (!read)
        return read.refusal();
    const auto people = looked_at(desk, delegation, *read);
    const bool wrong = std::any_of(people.begin(), people.end(), [](const ImportedPerson& one) {
        return !one.read.wrong.empty();
    });
    if (form["what"] == "import" && !wrong) {
        if (const auto open = may_still_come(desk, delegation); !open)
            return open.refusal();
        for (const auto& one : people)
            if (!one.there)
                begin_registration(desk, delegation, one.read.particulars);
        desk.again("forum:" + delegation.forum.slug);
        return desk.go(delegation.address() + "/import?" + what_came_of(people));
    }
    const auto heads = heads_of(desk.session(), delegation.forum.id, delegation.id);
    desk.keep_nothing();
    auto reply = desk.wants(web::Format::json)
                     ? desk.show(imported_json(people))
                     : desk.show(people_import_page(
                           desk, delegation, categories,
                           html(desk.reader(), heads_in_sheet(desk.reader(), people, heads),
                                imported_table(desk.reader(), people, categories))));
    if (wrong)
        reply.status = 422;
    return reply;
}

}  // namespace sala::registration
