// SPDX-License-Identifier: Apache-2.0
//
// A focal point sees their delegation: who is registered, what became of it, what is to be done.

#include "registration/delegation.view.hpp"

#include "forum/text_json.hpp"
#include "registration/claim.hpp"
#include "registration/last_day.hpp"
#include "registration/question_answers.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const Delegation& delegation);

web::Verb show_delegation()
{
    return {.path = "GET /{forum}/delegations/{delegation}",
            .allow = forum::focal_points,
            .run = web::on<Delegation>(show)};
}

static Json person_json(const DelegationPage& page, const Registered& one)
{
    const auto id = one.registration.id();
    auto json = Json::object({{"id", one.registration.id().word()},
                              {"status", std::string(word(one.registration.status()))},
                              {"reason", one.reason},
                              {"change_asked_for", one.wish.has_value()},
                              {"claimed", page.claimed.count(id) > 0},
                              {"answer_needed", page.owing.count(id) > 0}});
    for (const auto& column : all_particulars())
        json.set(column.name, one.particulars[column.name]);
    return json;
}

Result<web::Reply> show(web::Desk& desk, const Delegation& delegation)
{
    DelegationPage page;
    page.people = registered_at(desk.session(), delegation.forum.id, {.delegation = delegation.id});
    page.claimed = claimed_of(desk.session(), delegation.forum.id, delegation.id);
    const auto questions = questions_at(desk.session(), delegation.forum.id);
    page.owing = owing_of(desk.session(), delegation.forum.id, delegation.id, questions);
    if (desk.wants(web::Format::json)) {
        const auto json = [&](const Registered& one) { return person_json(page, one); };
        return desk.show(Json::object(
            {{"delegation", delegation.key}, {"people", forum::list_json(page.people, json)}}));
    }
    page.heads = heads_of(desk.session(), delegation.forum.id, delegation.id);
    for (auto& grant : forum::grants_of(desk.session(), delegation.forum.id))
        if (grant.stands() && grant.role == "focal-point" && grant.delegation &&
            grant.delegation->number == delegation.id.number())
            page.focal_points.push_back(std::move(grant));
    page.insiders = forum::insiders_of(desk.session(), delegation.forum.id, delegation.id.number());
    page.rules = rules_at(desk.session(), delegation.forum.id);
    page.closed = page.rules.closed(desk.now(), delegation.forum.zone);
    page.takes_new = static_cast<bool>(may_still_come(desk, delegation));
    page.missing = missing_of(desk.session(), delegation.forum.id, page.people, questions);
    std::erase_if(page.missing, [](const Missing& missing) {
        return missing.one->registration.status() != Status::draft;
    });
    return desk.show(delegation_page(desk, delegation, page));
}

}  // namespace sala::registration
