// SPDX-License-Identifier: Apache-2.0
//
// Somebody signs in with another provider: they are shown the way there. This browser alone can
// come back with the answer.

#include "web/provider.hpp"
#include "web/provider_trip.hpp"
#include "web/sign_in_page.view.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static std::any ask_the_way(const BeforeTurn& before);
static Result<Reply> go(Desk& desk);

Verb go_to_provider()
{
    return {
        .path = "POST /login/provider", .allow = anyone, .run = simply(go), .prepare = ask_the_way};
}

namespace {

struct WayThere {
    Trip trip;
    std::string address;
};

}  // namespace

std::any ask_the_way(const BeforeTurn& before)
{
    const auto* provider = before.house.provider;
    if (!provider)
        return no_provider();
    auto trip = new_trip();
    auto address = way_to(*provider, trip, before.house.public_url + provider_returns);
    if (!address)
        return address.refusal();
    return WayThere{std::move(trip), *std::move(address)};
}

Result<Reply> go(Desk& desk)
{
    if (const auto may = may_sign_in_here(desk); !may)
        return may.refusal();
    const auto& way = desk.prepared<WayThere>();
    keep_trip(desk.session(), way.trip, desk.now());
    const auto& reader = desk.reader();
    // A form may lead to this server alone, so the page that follows it leads on.
    return desk
        .show(door_page(desk, tr("Sign in"),
                        html(reader, "<p><a class=\"button\" href=\"", way.address, "\">",
                             tr("Go on to {provider}", {{"provider", desk.house().provider->name}}),
                             "</a></p>\n")))
        .with("Refresh", "0;url=" + way.address)
        .with("Set-Cookie", trip_cookie(way.trip.state))
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store");
}

}  // namespace sala::web
