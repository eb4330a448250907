// SPDX-License-Identifier: Apache-2.0
//
// A focal point writes down somebody who comes, with or without a login of their own.

#include "registration/ask_person.hpp"
#include "registration/last_day.hpp"
#include "registration/person.view.hpp"

namespace sala::registration {

static Result<web::Reply> add(web::Desk& desk, const Delegation& delegation, const web::Form& form);

web::Verb add_registration()
{
    return {.path = "POST /{forum}/delegations/{delegation}/people/new",
            .allow = forum::focal_points,
            .form = fields_of_registration(),
            .run = web::on<Delegation>(add)};
}

Result<web::Reply> add(web::Desk& desk, const Delegation& delegation, const web::Form& form)
{
    const auto forum = delegation.forum.id;
    if (const auto open = may_still_come(desk, delegation); !open)
        return open.refusal();
    std::vector<Refusal> wrong;
    const auto typed = typed_about(form, categories_at(desk.session(), forum),
                                   questions_at(desk.session(), forum), {}, wrong);
    if (!wrong.empty())
        return wrong.front();
    const auto id = begin_registration(desk, delegation, typed.particulars);
    keep_answers(desk.session(), forum, id, typed.answers);
    desk.again("forum:" + delegation.forum.slug);
    return desk.go(delegation.address() + "/people/" + id.word());
}

}  // namespace sala::registration
