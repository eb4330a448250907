// SPDX-License-Identifier: Apache-2.0
//
// What the tests of passkeys have in common: somebody who is in by a letter, adds a passkey, and
// signs in with it in another browser.

#pragma once

#include "authenticator.hpp"
#include "signing_in.hpp"

namespace sala {

inline Id<web::Login> login_with(Stage& stage, const std::string& address)
{
    stage.browser_of(address);
    Id<web::Login> login;
    stage.store().write([&](store::Session& session) {
        login = web::login_at(session, address, address, stage.now(), stage.numbering());
        return true;
    });
    return login;
}

// As with the link of a letter: one step, and no code.
inline Shown comes_by_letter(Stage& stage, Jar& jar, const std::string& address = ama)
{
    const auto login = login_with(stage, address);
    std::string token;
    stage.store().write([&](store::Session& session) {
        token = web::make_sign_in_link(session, login, stage.now(), web::Way::letter);
        return true;
    });
    return jar.post("/login/" + token, {});
}

inline Shown adds(Jar& jar, Authenticator& device, const Bent& bent = {},
                  const std::string& name = "Ama's telephone")
{
    const auto asked = jar.post("/login/mine/passkeys/begin", {}).json();
    auto fields = device.makes(asked, bent);
    fields.emplace_back("name", name);
    return jar.post("/login/mine/passkeys", fields);
}

inline Shown uses(Jar& jar, Authenticator& device, const Bent& bent = {})
{
    const auto asked = jar.post("/login/passkey/begin", {}).json();
    return jar.post("/login/passkey", device.signs(asked, bent));
}

}  // namespace sala
