// SPDX-License-Identifier: Apache-2.0
//
// Somebody was let in by mistake, or under the wrong name: it counts no more, and who undid it
// stays.

#include "door/admission_store.hpp"
#include "door/door.view.hpp"
#include "door/door_list.hpp"
#include "registration/likeness_store.hpp"
#include "registration/photo_store.hpp"

namespace sala::door {

static Result<web::Reply> undo(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb undo_admission()
{
    return {.path = "POST /{forum}/admissions/{admission}/undo",
            .allow = forum::doors,
            .form = {field_of_who_stood_there()},
            .run = web::on<forum::Forum>(undo)};
}

// As at the door itself. Vehicles, and people who were erased since, have no category.
static bool reaches(web::Desk& desk, const forum::Forum& forum, const Admission& admission)
{
    const auto one =
        registration::registered_as_one(desk.session(), forum.id, admission.registration.word());
    return one ? reaches(desk, registration::categories_at(desk.session(), forum.id), *one)
               : desk.may(forum::doors, {});
}

Result<web::Reply> undo(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto admission = admission_at(desk.session(), forum.id, desk.at("admission"));
    if (!admission)
        return admission.refusal();
    if (!reaches(desk, forum, *admission))
        return forbidden("not-your-category", "Somebody else lets this category in.");
    const auto by =
        who_stood_there(desk, registration::signing_key(desk.session(), forum.id), form["by"]);
    if (by != desk.visitor().login)
        desk.acts_for("login/" + by.word());
    desk.record(AdmissionUndo{forum.id, admission->id, by, desk.now()});
    desk.again("door:" + forum.slug);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"undone", true}}));
    return desk.go(forum.address() + "/door?door=" + web::percent_encoded(admission->door));
}

}  // namespace sala::door
