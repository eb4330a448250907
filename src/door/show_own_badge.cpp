// SPDX-License-Identifier: Apache-2.0
//
// Whoever looks after their own registration takes their badge along as a file: the same paper as
// the secretariat's, for them alone, and only while it opens doors.

#include "door/badge_faces.hpp"
#include "door/badges.view.hpp"
#include "registration/own.hpp"
#include "registration/photo_store.hpp"

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

static std::string paper(const web::Desk& desk, const forum::Forum& forum, const Registered& one,
                         Id<Badge> badge)
{
    const auto id = one.registration.id();
    auto sheet = sheet_for(desk, desk.reader().say(tr("Your badge")) + ", " +
                                     forum.title.words(desk.reader().language));
    const auto photos = registration::photos_of(desk.session(), forum.id, {id});
    const auto photo = photos.find(id);
    sheet.badges.push_back(
        Faces::read(desk, forum)
            .of_person(one, badge, photo == photos.end() ? std::string{} : photo->second));
    return document::write_badges(sheet);
}

static web::Page own_badge_page(const web::Desk& desk, const forum::Forum& forum,
                                const std::string& name, Instant printed)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Your badge")) + ", " + forum.title.words(reader.language),
            .body = html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"",
                         registration::own_address(forum), "\">", tr("Your registration"),
                         "</a></li></ol></nav>\n<h1>", tr("Your badge"),
                         "</h1>\n<p class=\"lede\">", name, ", ", forum::moment(reader, printed),
                         "</p>\n", paper_links(reader, desk.address()), "<p class=\"soft\">",
                         tr("It opens doors on paper and on a screen, until it is printed again or "
                            "revoked. Show it to nobody before: whoever has a picture of its code "
                            "could be taken for you."),
                         "</p>\n"),
            .frame = forum::forum_frame(desk, forum, "mine")};
}

Result<web::Reply> show(web::Desk& desk, const registration::OwnPlace& place)
{
    const auto& forum = place.forum;
    const auto one = registration::own_registration(desk.session(), forum.id, desk.visitor().login);
    if (!one)
        return one.refusal();
    const auto badges = standing_badges(desk.session(), forum.id, one->registration.id());
    if (badges.empty() || one->registration.status() != registration::Status::approved)
        return conflict("no-badge-yet",
                        "No badge of yours opens doors now. The secretariat makes it once you are "
                        "approved; ask there if yours was revoked.");
    const auto& held = badges.back();
    if (desk.wants(web::Format::pdf))
        return desk.send("application/pdf", paper(desk, forum, *one, held.badge.id))
            .with("Content-Disposition", "inline; filename=\"badge.pdf\"")
            .with("Cache-Control", "no-store");
    if (desk.wants(web::Format::json))
        return desk
            .show(Json::object(
                {{"badge", held.badge.id.word()}, {"printed", held.printed_at.milliseconds()}}))
            .with("Cache-Control", "no-store");
    return desk
        .show(own_badge_page(desk, forum, person_words(desk.reader(), one->particulars),
                             held.printed_at))
        .with("Cache-Control", "no-store");
}

}  // namespace sala::door
