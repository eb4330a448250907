// SPDX-License-Identifier: Apache-2.0
//
// The photo of one person: shown beside what is known of them, sent from a page of its own.

#pragma once

#include "registration/photo_store.hpp"
#include "registration/registration.view.hpp"

namespace sala::registration {

inline std::vector<web::Field> fields_of_photo()
{
    return {web::file("photo", tr("Photo (JPEG or PNG)")),
            web::tick("agreed", tr("The person agrees that this photo is on the badge and shown to "
                                   "those at the doors. It is kept until 30 days after the forum."))
                .optional()};
}

inline web::Html portrait(const web::Reader& reader, const std::string& address,
                          const std::string& name)
{
    return when(!address.empty(), [&] {
        return html(reader, "<p><img class=\"portrait\" src=\"", address,
                    "\" width=\"120\" height=\"160\" alt=\"",
                    tr("Photo of {name}", {{"name", name}}), "\"></p>\n");
    });
}

// The form that sends a photo, and the button that takes the one away that is there.
inline web::Html photo_forms(const web::Desk& desk, const std::string& photo,
                             const std::string& name, bool over)
{
    const auto& reader = desk.reader();
    return html(
        reader, over_note(reader, over), portrait(reader, photo, name), "<p>",
        tr("From the front, without a hat, on a light ground. It is cut to three by four; where "
           "and "
           "when it was taken is not kept."),
        "</p>\n<form class=\"card stack\" method=\"post\" enctype=\"multipart/form-data\" "
        "data-progress action=\"",
        desk.address(), "\">\n", web::csrf_field(desk), web::refused_note(desk),
        "<p><label for=\"photo\">", fields_of_photo()[0].label,
        "</label><input type=\"file\" id=\"photo\" name=\"photo\" accept=\"image/jpeg,image/png\">",
        web::error_of(desk, "photo"), "</p>\n", web::field_of(desk, fields_of_photo()[1]),
        "<p><button type=\"submit\">", tr("Send the photo"), "</button></p>\n</form>\n",
        when(!photo.empty(), [&] {
            return html(reader, "<form method=\"post\" action=\"", desk.address(), "/remove\">",
                        web::csrf_field(desk), "<p><button type=\"submit\" data-kind=\"end\">",
                        tr("Take the photo away"), "</button></p></form>\n");
        }));
}

inline web::Page photo_page(const web::Desk& desk, const Delegation& delegation,
                            const Registered& one, const std::string& photo, bool over)
{
    const auto& reader = desk.reader();
    const auto name = person_words(reader, one.particulars);
    const auto person = delegation.address() + "/people/" + one.registration.id().word();
    auto body = html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"", delegation.address(),
                     "\">", delegation.name, "</a></li><li><a href=\"", person, "\">", name,
                     "</a></li></ol></nav>\n<h1>", tr("Photo of {name}", {{"name", name}}),
                     "</h1>\n", photo_forms(desk, photo, name, over));
    return {.title = reader.say(tr("Photo of {name}", {{"name", name}})),
            .body = std::move(body),
            .frame = delegation_frame(desk, delegation)};
}

}  // namespace sala::registration
