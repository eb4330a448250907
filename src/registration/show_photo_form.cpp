// SPDX-License-Identifier: Apache-2.0
//
// Where a focal point sends the photo of one person, and sees the one that is there.

#include "registration/kept_registrations.hpp"
#include "registration/photo.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const Delegation& delegation);

web::Verb show_photo_form()
{
    return {.path = "GET /{forum}/delegations/{delegation}/people/{registration}/photo",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Delegation& delegation)
{
    const auto forum = delegation.forum.id;
    const auto one = registered(desk.session(), forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    const auto id = one->registration.id();
    const auto addresses = photo_addresses(desk.session(), forum, {id});
    const auto found = addresses.find(id);
    const auto photo = found == addresses.end() ? std::string{} : found->second;
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"photo", photo.empty() ? Json() : Json(photo)}}));
    return desk.show(photo_page(desk, delegation, *one, photo,
                                forgets_visas(desk.session(), forum, desk.now())));
}

}  // namespace sala::registration
