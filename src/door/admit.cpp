// SPDX-License-Identifier: Apache-2.0
//
// Somebody is let in at a door. A door with network asks first and may hear no; one without has
// decided by its list, and what it saw is kept when it is back, once, however often it is sent, as
// seen by whoever stood there, whoever sends it.

#include "door/door.view.hpp"
#include "registration/photo_store.hpp"

namespace sala::door {

static Result<web::Reply> let_in(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb admit()
{
    return {.path = "POST /{forum}/door",
            .allow = forum::doors,
            .form = fields_of_admission(),
            .run = web::on<forum::Forum>(let_in)};
}

// The same answer for what is sent a second time. Of a door with network everything that is kept is
// earlier, lest a telephone whose clock is slow takes a copied badge for the first.
static Result<web::Reply> answered(web::Desk& desk, const forum::Forum& forum,
                                   const Admission& admission, bool offline)
{
    const auto earlier =
        earlier_than(desk.session(), admission, offline ? admission.at : admission.kept_at);
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"admission", admission.id.word()},
                          {"verdict", earlier ? "again" : "in"},
                          {"before", earlier ? Json::object({{"door", earlier->door},
                                                             {"at", earlier->at.milliseconds()},
                                                             {"admission", earlier->id.word()}})
                                             : Json()}}));
    return desk.go(forum.address() + "/door?door=" + web::percent_encoded(admission.door) +
                   "&in=" + admission.id.word());
}

Result<web::Reply> let_in(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    if (const auto before = admission_of_scan(desk.session(), forum.id, form["scan"]))
        return answered(desk, forum, *before, form.ticked("offline"));
    const auto found = found_by(desk, forum, form);
    if (!found)
        return found.refusal();
    if (!form.ticked("offline"))
        if (const auto enters =
                may_enter(found->bearer, found->admission.vehicle ? "" : form["zone"]);
            !enters)
            return enters.refusal();
    auto admission = found->admission;
    admission.forum = forum.id;
    admission.id = desk.next_id<Admission>();
    admission.scan = form["scan"];
    admission.door = form["door"];
    admission.at = seen_at(form.number("at"), desk.now());
    admission.kept_at = desk.now();
    admission.by =
        who_stood_there(desk, registration::signing_key(desk.session(), forum.id), form["by"]);
    if (admission.by != desk.visitor().login)
        desk.acts_for("login/" + admission.by.word());
    desk.record(admission);
    desk.again("door:" + forum.slug);
    return answered(desk, forum, admission, form.ticked("offline"));
}

}  // namespace sala::door
