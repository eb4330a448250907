// SPDX-License-Identifier: Apache-2.0
//
// Somebody wants to sign in and learns how: with a password, a letter, another provider, or a link
// that the server prints. Where they wanted to go is remembered for a quarter of an hour.

#include "web/provider.hpp"
#include "web/session_cookie.hpp"
#include "web/sign_in_page.view.hpp"
#include "web/verb.hpp"
#include "web/way_in.hpp"

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
    const bool works = static_cast<bool>(may_sign_in_here(desk));
    if (desk.wants(Format::json))
        return desk.show(Json::object({{"sign_in_works", works}}));
    const auto next = desk.query("next");
    const bool goes_on = works && leads_here(next) && next.size() <= next_bytes_max;
    const auto* provider = desk.house().provider;
    auto page = desk.show(door_page(
        desk, tr("Sign in"),
        html(reader,
             works ? html(reader, password_form(desk),
                          other_ways(desk, provider ? provider->name : std::string{}))
                   : signing_in_is_off(desk),
             when(goes_on,
                  [&] {
                      return html(reader, "<p>",
                                  tr("You then go on to {address}.", {{"address", next}}),
                                  "</p>\n");
                  }),
             "<p class=\"soft\">", tr("Reading the programme needs no account."), "</p>\n")));
    return goes_on ? page.with("Set-Cookie", set_next(next)).with("Cache-Control", "no-store")
                   : page;
}

}  // namespace sala::web
