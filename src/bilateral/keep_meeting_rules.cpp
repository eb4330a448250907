// SPDX-License-Identifier: Apache-2.0
//
// The secretariat decides who may meet whom, for how long, and until when an ask waits.

#include "bilateral/rules.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> keep(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb keep_meeting_rules()
{
    return {.path = "POST /{forum}/bilaterals/rules",
            .allow = web::secretariat,
            .form = fields_of_meeting_rules(),
            .run = web::on<forum::Forum>(keep)};
}

Result<web::Reply> keep(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    if (form["version"] != std::to_string(rules_at(desk.session(), forum.id).version))
        return stale("changed-meanwhile",
                     "Somebody changed these rules after you opened the page. Copy what you typed, "
                     "open the page again and look.");
    if (const auto kept = keep_rules(desk, forum.id, rules_of(form)); !kept)
        return kept.refusal();
    return desk.go(forum.address() + "/bilaterals");
}

}  // namespace sala::bilateral
