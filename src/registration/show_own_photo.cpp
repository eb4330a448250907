// SPDX-License-Identifier: Apache-2.0
//
// Where somebody sends their own photo, and sees the one that is there.

#include "registration/kept_registrations.hpp"
#include "registration/own.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const OwnPlace& place);

web::Verb show_own_photo()
{
    return {
        .path = "GET /{forum}/mine/photo", .allow = web::signed_in, .run = web::on<OwnPlace>(show)};
}

static web::Page own_photo_page(const web::Desk& desk, const forum::Forum& forum,
                                const Registered& one, const std::string& photo, bool over)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Your photo")),
            .body = html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"", own_address(forum),
                         "\">", tr("Your registration"), "</a></li></ol></nav>\n<h1>",
                         tr("Your photo"), "</h1>\n",
                         photo_forms(desk, photo, person_words(reader, one.particulars), over)),
            .frame = forum::forum_frame(desk, forum, "mine")};
}

Result<web::Reply> show(web::Desk& desk, const OwnPlace& place)
{
    const auto& forum = place.forum;
    const auto one = own_registration(desk.session(), forum.id, desk.visitor().login);
    if (!one)
        return one.refusal();
    const auto id = one->registration.id();
    const auto addresses = photo_addresses(desk.session(), forum.id, {id});
    const auto found = addresses.find(id);
    const auto photo = found == addresses.end() ? std::string{} : found->second;
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"photo", photo.empty() ? Json() : Json(photo)}}));
    return desk.show(own_photo_page(desk, forum, *one, photo,
                                    forgets_visas(desk.session(), forum.id, desk.now())));
}

}  // namespace sala::registration
