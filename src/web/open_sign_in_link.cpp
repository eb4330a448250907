// SPDX-License-Identifier: Apache-2.0
//
// Somebody follows a sign-in link and is asked to press one button.
//
// Following it changes nothing, so that a mail scanner that opens links does not use it up.

#include "web/frame.hpp"
#include "web/login_store.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb open_sign_in_link()
{
    return {.path = "GET /login/{token}", .allow = anyone, .run = simply(show)};
}

Result<Reply> show(Desk& desk)
{
    if (auto works = sign_in_link_works(desk.session(), desk.at("token"), desk.now()); !works)
        return works.refusal();
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"sign_in_works", true}})).with("Cache-Control", "no-store");
    const auto& reader = desk.reader();
    auto reply = desk.show(
        Page{.title = reader.say(tr("Sign in")),
             .body = html(reader, "<div class=\"narrow\">\n<div class=\"card door stack\">\n<h1>",
                          tr("Sign in"), "</h1>\n<p>",
                          tr("This link signs you in, in this browser, for 14 days."),
                          "</p>\n<form method=\"post\" action=\"", desk.address(), "\">\n",
                          csrf_field(desk), "<p><button type=\"submit\">", tr("Sign in"),
                          "</button></p>\n</form>\n</div>\n</div>\n")});
    return reply.with("Referrer-Policy", "no-referrer").with("Cache-Control", "no-store");
}

}  // namespace sala::web
