// SPDX-License-Identifier: Apache-2.0
//
// Somebody follows a sign-in link and is asked to press one button.
//
// Following it changes nothing, so that a mail scanner that opens links does not use it up. Where
// anybody could read along it signs nobody in, and the page says so before a button is pressed.

#include "web/login_store.hpp"
#include "web/sign_in_page.view.hpp"
#include "web/verb.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb open_sign_in_link()
{
    return {.path = "GET /login/{token}", .allow = anyone, .run = simply(show)};
}

static Html one_button(const Desk& desk)
{
    const auto& reader = desk.reader();
    return html(reader, "<p>", tr("This link signs you in, in this browser, for 14 days."),
                "</p>\n<form method=\"post\" action=\"", desk.address(), "\">\n", csrf_field(desk),
                "<p><button type=\"submit\">", tr("Sign in"), "</button></p>\n</form>\n");
}

Result<Reply> show(Desk& desk)
{
    if (auto works = sign_in_link_works(desk.session(), desk.at("token"), desk.now()); !works)
        return works.refusal();
    const bool works = static_cast<bool>(may_sign_in_here(desk));
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"sign_in_works", works}}))
            .with("Cache-Control", "no-store");
    auto reply = desk.show(
        door_page(desk, tr("Sign in"), works ? one_button(desk) : signing_in_is_off(desk)));
    return reply.with("Referrer-Policy", "no-referrer").with("Cache-Control", "no-store");
}

}  // namespace sala::web
