// SPDX-License-Identifier: Apache-2.0
//
// Who is on their way to the other provider and back: kept in the store by a hash, and tied to the
// browser by a cookie, so that nobody can be signed in as somebody else.

#pragma once

#include "web/http.hpp"
#include "web/login_store.hpp"
#include "web/provider.hpp"

#include <optional>

namespace sala::web {

constexpr char provider_returns[] = "/login/provider";
constexpr std::chrono::minutes provider_trip_lives{10};

Refusal no_provider();
std::string trip_cookie(const std::string& state);

void keep_trip(store::Session& session, const Trip& trip, Instant now);
// The trip of this browser with that state; nothing when it is not of this browser, used or old.
std::optional<Trip> trip_of(store::Session& session, const Request& request,
                            const std::string& state, Instant now);
void end_trip(store::Session& session, const std::string& state);

// The login of an identity: the one it has come to before, else the one that gets its letters at
// the verified address, to which it is tied from now on. No login is made for a stranger.
struct ComeBack {
    Id<Login> login;
    bool is_tied_now = false;
};
std::optional<ComeBack> login_of(store::Session& session, const std::string& issuer,
                                 const Identity& identity, Instant now);

}  // namespace sala::web
