// SPDX-License-Identifier: Apache-2.0
//
// Somebody wants to sign in and learns how: with a link that the server prints.

#include "web/frame.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk)
{
    if (desk.visitor().signed_in())
        return desk.go(desk.query("next").empty() ? "/" : desk.query("next"));
    const auto& reader = desk.reader();
    const bool works = desk.request().secure || desk.request().loopback;
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"sign_in_works", works}}));
    return desk.show(Page{
        .title = reader.say(tr("Sign in")),
        .body = html(
            reader, "<div class=\"narrow\">\n<div class=\"card door stack\">\n<h1>", tr("Sign in"),
            "</h1>\n",
            works
                ? html(reader, "<p>",
                       tr("The secretariat signs in with a link that works once, for 15 minutes."),
                       "</p>\n<p>",
                       tr("Whoever looks after the server prints a fresh link with this command:"),
                       "</p>\n<pre><code>sala sign-in</code></pre>\n")
                : html(reader, "<div class=\"note\" data-is=\"conflict\"><h2>",
                       tr("Signing in is off here"), "</h2><p>",
                       tr("This connection is not encrypted. Open this server's https address, or "
                          "use the "
                          "machine it runs on."),
                       "</p></div>\n"),
            "<p class=\"soft\">", tr("Reading the programme needs no account."),
            "</p>\n</div>\n</div>\n")});
}

Verb show_sign_in() { return {.path = "GET /login", .allow = anyone, .run = simply(show)}; }

}  // namespace sala::web
