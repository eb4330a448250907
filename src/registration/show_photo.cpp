// SPDX-License-Identifier: Apache-2.0
//
// A photo, for whoever was given its address: pages of those who may see the person hold it. It
// reads no cookie and sets none, and a browser that is sent there saves a file and shows no page.

#include "registration/photo_store.hpp"
#include "web/verb.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk);

web::Verb show_photo()
{
    return {.path = "GET /photos/{photo}", .allow = web::anyone, .run = web::simply(show)};
}

Result<web::Reply> show(web::Desk& desk)
{
    auto jpeg = photo_at(desk.session(), desk.at("photo"));
    if (!jpeg || jpeg->empty())
        return missing("no-such-photo", "There is no photo here, or another took its place.");
    return desk.download("image/jpeg", "photo.jpg", *std::move(jpeg))
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Security-Policy", "default-src 'none'; sandbox")
        .with("Cross-Origin-Resource-Policy", "same-origin")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "private, max-age=3600");
}

}  // namespace sala::registration
