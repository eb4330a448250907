// SPDX-License-Identifier: Apache-2.0
//
// What happens when somebody has shown who they are: they are asked for a code if they use codes,
// and come in; a browser that is new is told to them by letter.

#pragma once

#include "web/login_store.hpp"
#include "web/verb.hpp"

namespace sala::web {

constexpr std::string_view half_cookie = "__Host-half";
constexpr std::string_view device_cookie = "__Host-device";
constexpr std::chrono::minutes half_sign_in_lives{10};
constexpr std::int64_t half_attempts_max = 5;

// Nobody signs in where others could read it on the way.
Allowed may_sign_in_here(const Desk& desk);

// One step is done. The reply leads on: to the code, or in.
Reply come_in(Desk& desk, Id<Login> login, Way way);

// Their passkey has shown both at once: that they hold the device, and that it is they.
Reply come_in_with_passkey(Desk& desk, Id<Login> login);

// Who has come in by this request, or has done the first step: the act is theirs.
std::optional<Id<Login>> came_in_as(const Desk& desk);

// Who has done one step in this browser, lately, and not too often.
struct HalfWay {
    Id<Login> login;
    Way way = Way::password;
};
std::optional<HalfWay> half_way(store::Session& session, const Request& request, Instant now);
void note_wrong_code(store::Session& session, const Request& request);
// Both steps are done.
Reply come_in_with_code(Desk& desk, const HalfWay& half);

}  // namespace sala::web
