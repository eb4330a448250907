// SPDX-License-Identifier: Apache-2.0
//
// Somebody signs in with codes of an app, as tests of them do.

#pragma once

#include "signing_in.hpp"

#include "web/code.hpp"

namespace sala {

inline std::string key_of(Stage& stage, const std::string& address)
{
    std::string key;
    const auto login = login_with(stage, address);
    stage.store().read([&](store::Session& session) {
        if (const auto kept = web::code_key_of(session, login))
            key = kept->key;
    });
    return key;
}

// Sets codes up as somebody does in a browser; answers the recovery codes.
inline std::vector<std::string> sets_up_codes(Stage& stage, Jar& jar, const std::string& address)
{
    REQUIRE(jar.post("/login/mine/code/begin", {}).status == 303);
    const auto key = key_of(stage, address);
    REQUIRE(jar.get("/login/mine/code").holds(web::in_groups(key)));
    const auto shown = jar.post("/login/mine/code", {{"code", web::code_at(key, stage.now())}});
    REQUIRE(shown.status == 200);
    std::vector<std::string> codes;
    const auto json = shown.json();
    for (const auto& code : json["recovery_codes"].items())
        codes.push_back(code.string());
    return codes;
}

}  // namespace sala
