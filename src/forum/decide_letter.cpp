// SPDX-License-Identifier: Apache-2.0
//
// Somebody has read a letter: it may leave, or it shall not. Their name is kept beside it.

#include "forum/letter_at.hpp"
#include "forum/letter_for_role.hpp"
#include "forum/role_letter.hpp"
#include "mail/standing.hpp"

namespace sala::forum {

static Result<web::Reply> decide(web::Desk& desk, const Forum& forum, const web::Form& form);

web::Verb decide_letter()
{
    return {.path = "POST /{forum}/outbox/{letter}",
            .allow = web::secretariat,
            .form = {web::choice(
                         "what", tr("What happens with the letter"),
                         {{"approve", tr("Approve and send")}, {"drop", tr("Drop, do not send")}}),
                     web::tick("sure", tr("It shall go there nevertheless"))},
            .run = web::on<Forum>(decide)};
}

// Where a letter came back, the next one asks first: an address may be mistyped, and servers that
// are sent too many such letters take none any more.
static Allowed goes_there(web::Desk& desk, const mail::Kept& kept, bool sure)
{
    const auto standing = mail::standing_of(mail::standings_at(desk.session(), kept.letter.forum),
                                            kept.letter.to_address);
    if (!standing.came_back || sure)
        return allowed();
    return conflict("came-back-before",
                    "A letter to this address came back: {reason}. Mend the address, or say that "
                    "this one shall go there nevertheless.",
                    {{"reason", standing.came_back->reason}});
}

// Whoever gives roles cannot keep from a delegation that they gave one.
static Allowed may_be_dropped(const mail::Kept& kept)
{
    if (kept.letter.reason == tells_who_speaks)
        return forbidden("tells-who-speaks",
                         "This letter tells a delegation who has a role for it. It leaves by "
                         "itself, and nobody drops it.");
    return allowed();
}

Result<web::Reply> decide(web::Desk& desk, const Forum& forum, const web::Form& form)
{
    const auto kept = letter_at(desk, forum);
    if (!kept)
        return kept.refusal();
    const bool approves = form["what"] == "approve";
    if (approves)
        if (const auto holds = holds_its_role(desk.session(), kept->id); !holds)
            return holds.refusal();
    if (approves)
        if (const auto goes = goes_there(desk, *kept, form.ticked("sure")); !goes)
            return goes.refusal();
    if (!approves)
        if (const auto may = may_be_dropped(*kept); !may)
            return may.refusal();
    const auto done = approves
                          ? mail::approve(desk.session(), kept->id, desk.visitor().name, desk.now())
                          : mail::drop(desk.session(), kept->id, desk.visitor().name, desk.now());
    if (!done)
        return done.refusal();
    return desk.go(forum.address() + "/outbox");
}

}  // namespace sala::forum
