// SPDX-License-Identifier: Apache-2.0
//
// The form with which another telephone takes over: the new key to scan, and a code of each.

#pragma once

#include "web/code_key.view.hpp"
#include "web/sign_in_page.view.hpp"

namespace sala::web {

inline std::vector<Field> fields_of_new_code_key()
{
    return {hidden("key").at_most(40),
            secret("new_code", tr("The code that the new key shows now"))
                .completed_by("one-time-code")
                .at_most(40),
            secret("code", tr("A code of the old app, or a recovery code")).at_most(40)};
}

inline Html new_code_key_form(const Desk& desk, const std::string& key)
{
    const auto& reader = desk.reader();
    return html(reader, "<ol class=\"points\">\n<li>", key_to_take(desk, key), "</li>\n<li><p>",
                tr("Type a code of the new key and one of the old. What you have now stays good "
                   "until both fit; then every other browser is signed out."),
                "</p></li>\n</ol>\n<form class=\"stack\" method=\"post\" "
                "action=\"/login/mine/code/anew\">\n",
                csrf_field(desk), "<input type=\"hidden\" name=\"key\" value=\"", key, "\">\n",
                refused_note(desk), fields_of(desk, fields_of_new_code_key()),
                "<p><button type=\"submit\">", tr("Use the new key from now on"),
                "</button></p>\n</form>\n");
}

}  // namespace sala::web
