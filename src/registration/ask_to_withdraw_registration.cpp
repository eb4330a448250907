// SPDX-License-Identifier: Apache-2.0
//
// Before somebody is withdrawn, whoever does it reads who that is and what becomes of their place.

#include "registration/withdrawal.view.hpp"

namespace sala::registration {

static Result<web::Reply> ask(web::Desk& desk, const Delegation& delegation);

web::Verb ask_to_withdraw_registration()
{
    return {.path = "GET /{forum}/delegations/{delegation}/people/{registration}/withdraw",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(ask)};
}

Result<web::Reply> ask(web::Desk& desk, const Delegation& delegation)
{
    const auto one =
        registered(desk.session(), delegation.forum.id, desk.at("registration"), delegation.id);
    if (!one)
        return one.refusal();
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"name", person_words(desk.reader(), one->particulars)},
                                       {"role", one->particulars["role"]},
                                       {"status", std::string(word(one->registration.status()))}}));
    return desk.show(withdrawal_page(desk, delegation, *one));
}

}  // namespace sala::registration
