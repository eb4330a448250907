// SPDX-License-Identifier: Apache-2.0
//
// Somebody is let in at a door. A door with network asks first and may hear no; one without has
// decided by its list, and what it saw is kept when it is back, once, however often it is sent.

#include "door/admission_store.hpp"
#include "door/door.view.hpp"
#include "door/door_list.hpp"
#include "registration/likeness_store.hpp"

namespace sala::door {

static Result<web::Reply> let_in(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb admit()
{
    return {.path = "POST /{forum}/door",
            .allow = forum::doors,
            .form = fields_of_admission(),
            .run = web::on<forum::Forum>(let_in)};
}

// Who stands there, by badge or by name.
struct Found {
    Admission admission;
    Bearer bearer;
};

static Result<Found> found_person(web::Desk& desk, const forum::Forum& forum,
                                  const std::string& number, std::optional<HeldBadge> held)
{
    auto& session = desk.session();
    const auto one = registration::registered_as_one(session, forum.id, number);
    if (!one)
        return one.refusal();
    const auto faces = Faces::read(desk, forum);
    if (!reaches(desk, faces.categories, *one))
        return forbidden("not-your-category", "Somebody else lets this category in.");
    Found found;
    found.admission.registration = one->registration.id();
    found.bearer = {one->registration.status() == registration::Status::approved,
                    {},
                    faces.design_of(*one).zones};
    if (held) {
        found.admission.badge = held->badge.id;
        found.bearer.badge_ended = held->ended;
    }
    return found;
}

static Result<Found> found_by(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    auto& session = desk.session();
    if (form["code"].empty())
        return found_person(desk, forum, form["person"], std::nullopt);
    const auto scanned = read_token(registration::signing_key(session, forum.id), form["code"]);
    if (scanned && scanned->vehicle)
        if (const auto pass = vehicle_numbered(session, forum.id, scanned->vehicle)) {
            if (!desk.may(forum::doors, {}))
                return forbidden("not-your-category", "Somebody else lets vehicles in.");
            Found found;
            found.admission.vehicle = pass->id;
            found.bearer.approved = pass->opens();
            return found;
        }
    if (scanned && scanned->badge)
        if (const auto held = badge_numbered(session, forum.id, scanned->badge))
            return found_person(desk, forum, held->badge.registration.word(), held);
    return missing("no-such-badge", "This is no badge of this forum.");
}

// The same answer for what is sent a second time.
static Result<web::Reply> answered(web::Desk& desk, const forum::Forum& forum,
                                   const Admission& admission)
{
    const auto earlier = earlier_than(desk.session(), admission);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"admission", admission.id.word()},
             {"verdict", earlier ? "again" : "in"},
             {"before",
              earlier ? Json::object({{"door", earlier->door}, {"at", earlier->at.milliseconds()}})
                      : Json()}}));
    return desk.go(forum.address() + "/door?door=" + web::percent_encoded(admission.door) +
                   "&in=" + admission.id.word());
}

Result<web::Reply> let_in(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    if (const auto before = admission_of_scan(desk.session(), forum.id, form["scan"]))
        return answered(desk, forum, *before);
    const auto found = found_by(desk, forum, form);
    if (!found)
        return found.refusal();
    if (!form.ticked("offline"))
        if (const auto enters = may_enter(found->bearer, form["zone"]); !enters)
            return enters.refusal();
    auto admission = found->admission;
    admission.forum = forum.id;
    admission.id = desk.next_id<Admission>();
    admission.scan = form["scan"];
    admission.door = form["door"];
    admission.at = seen_at(form.number("at"), desk.now());
    admission.kept_at = desk.now();
    admission.by = desk.visitor().login;
    desk.record(admission);
    desk.again("door:" + forum.slug);
    return answered(desk, forum, admission);
}

}  // namespace sala::door
