// SPDX-License-Identifier: Apache-2.0
//
// What the tests of passkeys have in common: somebody who is in adds a passkey, and signs in with
// it in another browser.

#pragma once

#include "authenticator.hpp"
#include "signing_in.hpp"

namespace sala {

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
