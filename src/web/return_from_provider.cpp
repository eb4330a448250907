// SPDX-License-Identifier: Apache-2.0
//
// Somebody has come back from the other provider, which says who they are; they come in if somebody
// with that address may sign in here.

#include "web/provider.hpp"
#include "web/provider_accounts.hpp"
#include "web/provider_trip.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static std::any ask_who(const BeforeTurn& before);
static Result<Reply> enter(Desk& desk, const Form& form);

Verb return_from_provider()
{
    return {.path = "POST /login/provider/return",
            .allow = anyone,
            .form = {text("code", tr("Code of the provider")).at_most(4'000),
                     text("state", tr("Beginning of the journey")).at_most(200)},
            .run = simply(enter),
            .prepare = ask_who};
}

static Refusal lost_on_the_way()
{
    return forbidden("journey-over",
                     "This took too long, or began in another browser. Please begin again.");
}

std::any ask_who(const BeforeTurn& before)
{
    const auto* provider = before.house.provider;
    if (!provider)
        return no_provider();
    std::optional<Trip> trip;
    before.look([&](store::Session& session) {
        trip = trip_of(session, before.request, before.form["state"], before.house.clock());
    });
    if (!trip)
        return lost_on_the_way();
    auto identity = identity_of(*provider, *trip, before.form["code"],
                                before.house.public_url + provider_returns, before.house.clock());
    if (!identity)
        return identity.refusal();
    return *std::move(identity);
}

Result<Reply> enter(Desk& desk, const Form& form)
{
    if (const auto may = may_sign_in_here(desk); !may)
        return may.refusal();
    const auto& identity = desk.prepared<Identity>();
    // Once more in the turn: two requests with one answer come in once.
    if (!trip_of(desk.session(), desk.request(), form["state"], desk.now()))
        return lost_on_the_way();
    end_trip(desk.session(), form["state"]);
    const auto back = login_of(desk.session(), desk.house().provider->issuer, identity, desk.now());
    if (!back)
        return forbidden("nobody-here",
                         "Nobody with that address may sign in here. The secretariat of your forum "
                         "can give you a role.");
    if (back->is_tied_now)
        tell_owner(desk, back->login, AccountNews::tied);
    return come_in(desk, back->login, Way::provider);
}

}  // namespace sala::web
