// SPDX-License-Identifier: Apache-2.0
//
// A badge is printed again, because it was lost, spoiled or shows an old name. The one before opens
// no door any more.

#include "door/badge_print.hpp"
#include "door/badges.view.hpp"
#include "registration/likeness_store.hpp"

namespace sala::door {

static Result<web::Reply> again(web::Desk& desk, const forum::Forum& forum);

web::Verb print_badge_again()
{
    return {.path = "POST /{forum}/badges/{badge}/again",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(again)};
}

Result<web::Reply> again(web::Desk& desk, const forum::Forum& forum)
{
    const auto held = badge_at(desk.session(), forum.id, desk.at("badge"));
    if (!held)
        return held.refusal();
    const auto person = registration::standing_for(
        registration::merged_at(desk.session(), forum.id), held->badge.registration);
    const auto newest = newest_badges(desk.session(), forum.id, {person}).at(person);
    if (newest.badge.id != held->badge.id)
        return conflict("printed-again-already",
                        "This badge was printed again already. The newest one is in the list.");
    const auto one = registration::registered(desk.session(), forum.id, person.word());
    if (!one || !one->holds_place)
        return conflict("not-approved",
                        "This person is not approved, so no badge is printed for them.");
    const auto print = print_badges(desk, forum.id, {person});
    desk.acts_for("registration/" + person.word());
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/badge-prints/" + print.word());
}

}  // namespace sala::door
