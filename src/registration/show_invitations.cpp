// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees whom the forum invited, who answered what, and who has not answered.

#include "registration/invitations.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_invitations()
{
    return {.path = "GET /{forum}/invitations",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

static Json invited_json(const InvitationsPage& page, const Invited& one)
{
    const auto* part = part_of(page.delegations, one.invitation.delegation.number());
    auto json = Json::object({{"id", one.invitation.id.word()},
                              {"delegation", part ? Json(part->key) : Json()},
                              {"name", one.invitation.name},
                              {"address", one.invitation.address},
                              {"letters", one.letters},
                              {"answer", Json()}});
    auto speak = Json::array();
    for (const auto& grant : page.focal_points)
        if (grant.delegation->number == one.invitation.delegation.number())
            speak.push(Json::object({{"name", grant.name}, {"address", grant.address}}));
    json.set("focal_points", std::move(speak));
    if (one.answer)
        json.set("answer", Json::object({{"comes", one.answer->comes},
                                         {"at", one.answer->at.milliseconds()},
                                         {"head", one.answer->words.head},
                                         {"people", one.answer->words.people},
                                         {"focal_name", one.answer->words.focal_name},
                                         {"focal_address", one.answer->words.focal_address},
                                         {"remark", one.answer->words.remark}}));
    return json;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    InvitationsPage page{invited_at(desk.session(), forum.id),
                         delegations_at(desk.session(), forum.id),
                         rules_at(desk.session(), forum.id)};
    for (auto& grant : forum::grants_of(desk.session(), forum.id))
        if (grant.stands() && grant.role == "focal-point" && grant.delegation)
            page.focal_points.push_back(std::move(grant));
    if (desk.wants(web::Format::html))
        return desk.show(invitations_page(desk, forum, page));
    auto list = Json::array();
    for (const auto& one : page.invited)
        list.push(invited_json(page, one));
    return desk.show(Json::object({{"invitations", list}}));
}

}  // namespace sala::registration
