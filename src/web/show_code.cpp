// SPDX-License-Identifier: Apache-2.0
//
// Who has shown one proof is asked for the code of this moment, or for one of the recovery codes on
// paper.

#include "web/sign_in_page.view.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_code() { return {.path = "GET /login/code", .allow = anyone, .run = simply(show)}; }

Result<Reply> show(Desk& desk)
{
    const bool waits = half_way(desk.session(), desk.request(), desk.now()).has_value();
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"waits_for_code", waits}}))
            .with("Cache-Control", "no-store");
    if (!waits)
        return desk.go("/login");
    const auto& reader = desk.reader();
    const auto field = secret("code", tr("Code"))
                           .hinted(tr("Six digits from your app, or a recovery code."))
                           .completed_by("one-time-code");
    return desk
        .show(door_page(
            desk, tr("Your code, please"),
            html(reader, "<form class=\"stack\" method=\"post\" action=\"/login/code\">\n",
                 refused_note(desk), field_of(desk, field), "<p><button type=\"submit\">",
                 tr("Sign in"), "</button></p>\n</form>\n<p class=\"soft\">",
                 tr("Without telephone and recovery codes, ask a colleague of the "
                    "secretariat: they can take the code away from your login."),
                 "</p>\n")))
        .with("Cache-Control", "no-store");
}

}  // namespace sala::web
