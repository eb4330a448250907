// SPDX-License-Identifier: Apache-2.0
//
// Somebody is asked whether to sign out of this browser.

#include "web/frame.hpp"
#include "web/login_name.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_sign_out() { return {.path = "GET /login/out", .allow = anyone, .run = simply(show)}; }

Result<Reply> show(Desk& desk)
{
    if (desk.wants(Format::json))
        return desk.show(Json::object(
            {{"signed_in", desk.visitor().signed_in()}, {"name", desk.visitor().name}}));
    if (!desk.visitor().signed_in())
        return desk.go("/");
    const auto& reader = desk.reader();
    return desk.show(
        Page{.title = reader.say(tr("Sign out")),
             .body = html(reader, "<div class=\"narrow\">\n<div class=\"card stack\">\n<h1>",
                          tr("Sign out"), "</h1>\n<p>",
                          tr("You are signed in as {name}. What you saved stays.",
                             {{"name", said_login(reader, desk.visitor().name)}}),
                          "</p>\n<form method=\"post\" action=\"/login/out\">\n", csrf_field(desk),
                          "<p><button type=\"submit\">", tr("Sign out"),
                          "</button></p>\n</form>\n</div>\n</div>\n")});
}

}  // namespace sala::web
