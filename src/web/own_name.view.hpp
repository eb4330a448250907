// SPDX-License-Identifier: Apache-2.0
//
// The form in which somebody puts their own name right.

#pragma once

#include "web/login_name.hpp"
#include "web/sign_in_page.view.hpp"

namespace sala::web {

inline std::vector<Field> fields_of_own_name()
{
    return {text("name", tr("Your name")).at_most(200)};
}

inline Page own_name_page(const Desk& desk)
{
    const auto& reader = desk.reader();
    return door_page(
        desk, tr("Your name"),
        html(
            reader, "<form class=\"stack\" method=\"post\" action=\"/login/mine/name\">\n",
            csrf_field(desk), refused_note(desk), "<p>",
            tr("Until now: {name}", {{"name", said_login(reader, desk.visitor().name)}}), "</p>\n",
            fields_of(desk, fields_of_own_name()), "<p class=\"soft\">",
            tr("It stands beside what you do, from now on and before. A forum that gave you a role "
               "calls you as it wrote there. That you changed it stays on record, with the name "
               "until then."),
            "</p>\n<p><button type=\"submit\">", tr("Save the name"),
            "</button></p>\n</form>\n<p class=\"soft\"><a href=\"/login/mine\">", tr("Your login"),
            "</a></p>\n"));
}

}  // namespace sala::web
