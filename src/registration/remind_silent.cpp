// SPDX-License-Identifier: Apache-2.0
//
// Those who have not answered are written to once more, and only those. The letters wait in the
// outbox.

#include "registration/invitation_letter.hpp"
#include "registration/reminders.view.hpp"

namespace sala::registration {

static Result<web::Reply> remind(web::Desk& desk, const forum::Forum& forum);

web::Verb remind_silent()
{
    return {.path = "POST /{forum}/reminders",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(remind)};
}

Result<web::Reply> remind(web::Desk& desk, const forum::Forum& forum)
{
    const auto rules = rules_at(desk.session(), forum.id);
    const auto delegations = delegations_at(desk.session(), forum.id);
    const auto silent = not_answered(invited_at(desk.session(), forum.id),
                                     mail::standings_at(desk.session(), forum.id),
                                     unheard_at(desk.session(), forum.id));
    if (silent.empty())
        return conflict(
            "everybody-answered",
            "Nobody who was written to and wants reminders owes an answer, so nobody is "
            "reminded.");
    for (const auto& one : silent) {
        const auto* part = part_of(delegations, one.invitation.delegation.number());
        write_to_invited(desk, rules,
                         {forum, part ? part->name : Text{}, one.invitation.name, rules.answer_by},
                         one.invitation, true);
    }
    desk.again("forum:" + forum.slug);
    return desk.go(forum.address() + "/outbox");
}

}  // namespace sala::registration
