// SPDX-License-Identifier: Apache-2.0
//
// A focal point sees their delegation: who is registered, what became of it, what is to be done.

#include "registration/delegation.view.hpp"

#include "forum/text_json.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const Delegation& delegation);

web::Verb show_delegation()
{
    return {.path = "GET /{forum}/delegations/{delegation}",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(show)};
}

static Json person_json(const Registered& one)
{
    auto json = Json::object({{"id", one.registration.id().word()},
                              {"status", std::string(word(one.registration.status()))},
                              {"reason", one.reason},
                              {"change_asked_for", one.wish.has_value()}});
    for (const auto& column : all_particulars())
        json.set(column.name, one.particulars[column.name]);
    return json;
}

Result<web::Reply> show(web::Desk& desk, const Delegation& delegation)
{
    DelegationPage page;
    page.people = registered_at(desk.session(), delegation.forum.id, {.delegation = delegation.id});
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"delegation", delegation.key},
                                       {"people", forum::list_json(page.people, person_json)}}));
    for (auto& grant : forum::grants_of(desk.session(), delegation.forum.id))
        if (grant.stands() && grant.role == "focal-point" && grant.delegation &&
            grant.delegation->number == delegation.id.number())
            page.focal_points.push_back(std::move(grant));
    page.rules = rules_at(desk.session(), delegation.forum.id);
    page.closed = page.rules.closed(desk.now(), delegation.forum.zone);
    return desk.show(delegation_page(desk, delegation, page));
}

}  // namespace sala::registration
