// SPDX-License-Identifier: Apache-2.0
//
// The form with which a focal point gives the role away: to whom, and what ends by it.

#pragma once

#include "registration/delegation.view.hpp"
#include "registration/handed_over.hpp"
#include "registration/registration.view.hpp"

namespace sala::registration {

inline std::vector<web::Field> fields_of_handing_over()
{
    auto fields = fields_of_sharing();
    fields.push_back(web::text("again", tr("The same address again"))
                         .at_most(254)
                         .hinted(tr("A role that goes to a wrong address is gone.")));
    return fields;
}

inline web::Page handing_over_page(const web::Desk& desk, const Delegation& delegation)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, back_to_delegation(reader, delegation), "<div class=\"narrow stack\">\n<h1>",
        tr("Hand the role over"), "</h1>\n", on_behalf_note(reader, delegation),
        "<form class=\"card stack\" method=\"post\" action=\"", desk.address(), "\">\n",
        web::csrf_field(desk), web::refused_note(desk), "<p>",
        delegation.on_behalf
            ? tr("Whoever stands here speaks for the delegation from now on. Nobody else’s role "
                 "ends by it.")
            : tr("Whoever stands here speaks for the delegation from now on, and you no longer do. "
                 "Letters of the delegation that wait for you go to them. Only they, or the "
                 "secretariat, can give the role back to you."),
        "</p>\n", web::fields_of(desk, fields_of_handing_over()),
        "<p class=\"row\"><button type=\"submit\" data-kind=\"end\">",
        delegation.on_behalf ? tr("Give the role") : tr("Hand the role over; mine ends"),
        "</button> <a href=\"", delegation.address(), "\">", tr("Keep it as it is"),
        "</a></p>\n</form>\n</div>\n");
    return {.title = reader.say(tr("Hand the role over")),
            .body = std::move(body),
            .frame = delegation_frame(desk, delegation)};
}

// It is done; most of what they saw before they see no more.
inline web::Page handed_over_page(const web::Desk& desk, const HandedOver& handed)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("The role is handed over")),
            .body = html(
                reader, "<div class=\"narrow stack\">\n<h1>", tr("The role is handed over"),
                "</h1>\n<div class=\"note\" data-is=\"agreed\" role=\"status\"><p>",
                tr("You no longer speak for {delegation}; whoever you named does now.",
                   {{"delegation", handed.delegation.words(reader.language)}}),
                " ", forum::moment(reader, handed.at), "</p></div>\n<p>",
                tr("They come in with their own address, and what waited for you waits for them. "
                   "Only they, or the secretariat, can give the role back to you."),
                "</p>\n</div>\n"),
            .frame = forum::forum_frame(desk, handed.forum, "")};
}

}  // namespace sala::registration
