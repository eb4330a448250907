// SPDX-License-Identifier: Apache-2.0
//
// Somebody was let in by mistake, or under the wrong name: it counts no more, and who undid it
// stays.

#include "door/admission_store.hpp"
#include "door/door.view.hpp"

namespace sala::door {

static Result<web::Reply> undo(web::Desk& desk, const forum::Forum& forum);

web::Verb undo_admission()
{
    return {.path = "POST /{forum}/admissions/{admission}/undo",
            .allow = forum::doors,
            .run = web::on<forum::Forum>(undo)};
}

Result<web::Reply> undo(web::Desk& desk, const forum::Forum& forum)
{
    const auto admission = admission_at(desk.session(), forum.id, desk.at("admission"));
    if (!admission)
        return admission.refusal();
    desk.record(AdmissionUndo{forum.id, admission->id, desk.visitor().login, desk.now()});
    desk.again("door:" + forum.slug);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"undone", true}}));
    return desk.go(forum.address() + "/door?door=" + web::percent_encoded(admission->door));
}

}  // namespace sala::door
