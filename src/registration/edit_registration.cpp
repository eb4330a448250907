// SPDX-License-Identifier: Apache-2.0
//
// A focal point changes what is known of somebody. What says who comes is decided again when it was
// approved; after the last day it is a wish, which the secretariat answers.

#include "registration/ask_person.hpp"
#include "registration/person.view.hpp"

namespace sala::registration {

static Result<web::Reply> edit(web::Desk& desk, const Delegation& delegation,
                               const web::Form& form);

web::Verb edit_registration()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/{registration}",
            .allow = forum::focal_points,
            .form = fields_of_registration(),
            .run = web::on<Delegation>(edit)};
}

Result<web::Reply> edit(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto forum = delegation.forum.id;
    const auto one = registered(desk.session(), forum, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    if (form.number("version") != one->version)
        return stale("changed-meanwhile",
                     "Somebody changed this person after you opened the page. Copy what you typed, "
                     "open the page again and look.");
    std::vector<Refusal> wrong;
    const auto questions = questions_at(desk.session(), forum);
    const auto typed = typed_about(form, categories_at(desk.session(), forum), questions,
                                   {one->counts_as(), one->particulars["category"]}, wrong);
    if (!wrong.empty())
        return wrong.front();
    const auto rules = rules_at(desk.session(), forum);
    const auto written = take_typed(desk, *one, typed, questions, side_of(delegation),
                                    rules.closed(desk.now(), delegation.forum.zone));
    if (!written)
        return written.refusal();
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(desk.address());
}

}  // namespace sala::registration
