// SPDX-License-Identifier: Apache-2.0
//
// The form with which a letter goes out again, to the same or to another address.

#pragma once

#include "registration/invitation.view.hpp"

namespace sala::registration {

// As when somebody is invited; what is left empty stays as it was.
inline std::vector<web::Field> fields_of_again()
{
    std::vector<web::Field> fields;
    for (auto& field : fields_of_invitation())
        if (field.name != "delegation")
            fields.push_back(std::move(field).optional());
    return fields;
}

inline web::Page again_page(const web::Desk& desk, const forum::Forum& forum,
                            const Invitation& invitation, const Text& delegation)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/invitations\">",
        tr("Invitations"), "</a></li><li><a href=\"", forum.address(), "/invitations/",
        invitation.id.word(), "\">", delegation, "</a></li></ol></nav>\n<h1>",
        tr("Send the letter again"), "</h1>\n<p class=\"lede\">",
        tr("It waits in the outbox, with a fresh link. Older links work until it has left."),
        "</p>\n<p>",
        tr("Did it go to a wrong address or name? Put it right here. What still waits is then "
           "dropped, and with another address older links end at once."),
        "</p>\n<form class=\"stack narrow\" method=\"post\" action=\"", desk.address(), "\">\n",
        web::csrf_field(desk), web::refused_note(desk), web::fields_of(desk, fields_of_again()),
        "<p><button type=\"submit\">", tr("Prepare the letter"), "</button></p>\n</form>\n");
    return {.title = reader.say(tr("Send the letter again")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
