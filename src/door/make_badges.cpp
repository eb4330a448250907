// SPDX-License-Identifier: Apache-2.0
//
// Everybody who is approved and has no badge gets one. They are numbered and signed here; the paper
// is drawn when somebody opens it.

#include "door/badge_print.hpp"
#include "door/badges.view.hpp"
#include "registration/photo_store.hpp"

namespace sala::door {

static Result<web::Reply> make(web::Desk& desk, const forum::Forum& forum);

web::Verb make_badges()
{
    return {.path = "POST /{forum}/badges",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(make)};
}

Result<web::Reply> make(web::Desk& desk, const forum::Forum& forum)
{
    const auto people = without_badge(desk.session(), forum.id, badges_a_print);
    if (people.empty() && badge_numbers(desk.session(), forum.id).approved == 0)
        return conflict("nobody-approved", "Nobody is approved yet, so there is no badge.");
    if (people.empty())
        return conflict("everybody-has-one",
                        "Everybody who is approved has a badge, or had one that was revoked. A "
                        "badge is printed again from its line.");
    registration::made_signing_key(desk.session(), forum.id, desk.now());
    const auto print = print_badges(desk, forum.id, people);
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/badge-prints/" + print.word());
}

}  // namespace sala::door
