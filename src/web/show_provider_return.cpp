// SPDX-License-Identifier: Apache-2.0
//
// Somebody comes back from the other provider and presses one button. Looking at this page changes
// nothing, so nobody is signed in by a link.

#include "web/sign_in_page.view.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_provider_return()
{
    return {.path = "GET /login/provider",
            .allow = anyone,
            .query = {{.name = "code", .meaning = "What the provider gave for the way back."},
                      {.name = "state", .meaning = "What the journey began with."}},
            .run = simply(show)};
}

Result<Reply> show(Desk& desk)
{
    if (desk.query("code").empty() || desk.query("state").empty())
        return invalid({}, "provider-said-no",
                       "The other provider did not sign you in. Please begin again.");
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"came_back", true}})).with("Cache-Control", "no-store");
    const auto& reader = desk.reader();
    return desk
        .show(door_page(
            desk, tr("Welcome back"),
            html(reader,
                 "<form method=\"post\" action=\"/login/provider/return\">\n<input type=\"hidden\" "
                 "name=\"code\" value=\"",
                 desk.query("code"), "\"><input type=\"hidden\" name=\"state\" value=\"",
                 desk.query("state"), "\">\n", csrf_field(desk), "<p><button type=\"submit\">",
                 tr("Sign in"), "</button></p>\n</form>\n")))
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store");
}

}  // namespace sala::web
