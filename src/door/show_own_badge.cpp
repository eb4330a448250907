// SPDX-License-Identifier: Apache-2.0
//
// Whoever looks after their own registration takes their badge along as a file: the same paper as
// the secretariat's, for them alone, and only while it opens doors.

#include "door/badge_paper.hpp"
#include "door/show_own_badge.view.hpp"
#include "registration/coming.hpp"
#include "registration/revocation.hpp"

namespace sala::door {

static Result<web::Reply> show(web::Desk& desk, const registration::OwnPlace& place);

web::Verb show_own_badge()
{
    return {
        .path = "GET /{forum}/mine/badge",
        .allow = web::signed_in,
        .query = {{.name = "size", .meaning = "The paper of the badge.", .words = {"a6", "id1"}},
                  {.name = "cut", .meaning = "On a sheet of A4.", .words = {"yes"}}},
        .run = web::on<registration::OwnPlace>(show),
        .also = {web::Format::pdf}};
}

Result<web::Reply> show(web::Desk& desk, const registration::OwnPlace& place)
{
    const auto& forum = place.forum;
    const auto one = registration::own_registration(desk.session(), forum.id, desk.visitor().login);
    if (!one)
        return one.refusal();
    const auto person = as_approved(desk.session(), *one);
    const auto id = person.registration.id();
    const auto badges = standing_badges(desk.session(), forum.id, {id});
    if (badges.empty() || !person.holds_place ||
        registration::revoked_at(desk.session(), forum.id).contains(id))
        return conflict("no-badge-yet",
                        "No badge of yours opens doors now. The secretariat makes it once you are "
                        "approved; ask there if yours was revoked.");
    const auto& held = badges.back();
    if (desk.wants(web::Format::pdf))
        return desk
            .send("application/pdf", badge_paper(desk, forum, tr("Your badge"), {{held, person}}))
            .with("Content-Disposition", "inline; filename=\"badge.pdf\"")
            .with("Cache-Control", "no-store");
    if (desk.wants(web::Format::json))
        return desk
            .show(Json::object(
                {{"badge", held.badge.id.word()}, {"printed", held.printed_at.milliseconds()}}))
            .with("Cache-Control", "no-store");
    return desk
        .show(own_badge_page(desk, forum, person_words(desk.reader(), person.particulars),
                             held.printed_at))
        .with("Cache-Control", "no-store");
}

}  // namespace sala::door
