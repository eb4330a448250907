// SPDX-License-Identifier: Apache-2.0
//
// Somebody wants to sign in and learns how: with a link that the server prints. Where they wanted
// to go is remembered for as long as such a link lives.

#include "web/frame.hpp"
#include "web/session_cookie.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_sign_in()
{
    return {.path = "GET /login",
            .allow = anyone,
            .query = {{.name = "next", .meaning = "The path of this server to go to afterwards."}},
            .run = simply(show)};
}

constexpr std::size_t next_bytes_max = 1'000;

Result<Reply> show(Desk& desk)
{
    if (desk.visitor().signed_in())
        return desk.go(desk.query("next").empty() ? "/" : desk.query("next"));
    const auto& reader = desk.reader();
    const bool works = desk.request().secure || desk.request().loopback;
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"sign_in_works", works}}));
    const auto next = desk.query("next");
    const bool goes_on = works && leads_here(next) && next.size() <= next_bytes_max;
    auto page = desk.show(Page{
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
            when(goes_on,
                 [&] {
                     return html(reader, "<p>",
                                 tr("In this browser the link then leads on to {address}.",
                                    {{"address", next}}),
                                 "</p>\n");
                 }),
            "<p class=\"soft\">", tr("Reading the programme needs no account."),
            "</p>\n</div>\n</div>\n")});
    return goes_on ? page.with("Set-Cookie", set_next(next)).with("Cache-Control", "no-store")
                   : page;
}

}  // namespace sala::web
