// SPDX-License-Identifier: Apache-2.0
//
// What a passkey proves (W3C Web Authentication, Level 2): that its device was asked by this
// server, for this server's pages, and that its owner was there and showed finger, face or PIN.
// Knows no store and no clock.

#pragma once

#include "base/result.hpp"
#include "web/passkey_place.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

// The ways of signing that are taken (COSE), best first: ES256, EdDSA, RS256.
const std::vector<int>& passkey_algorithms();

// All bytes, as they came from the browser.
struct PasskeyClient {
    std::string data;  // collected client data: JSON
    std::string authenticator_data;
};

struct MadePasskey {
    std::string credential;  // its name, bytes
    int algorithm = 0;
    std::string key;  // its public half, as libfido2 keeps it
    std::uint32_t counter = 0;
};

// The challenge that the client data repeat; empty when they are none.
std::string challenge_in(std::string_view client_data);

// A passkey that was just made. Refuses passkey-unreadable, passkey-wrong-origin,
// passkey-wrong-domain, passkey-unverified, passkey-wrong. The challenge is the caller's to check.
Result<MadePasskey> made_passkey(const PasskeyPlace& place, std::string_view client_data,
                                 std::string_view attestation);

// The counter in what a passkey signed. Refuses the same.
Result<std::uint32_t> signed_by_passkey(const PasskeyPlace& place, const PasskeyClient& client,
                                        std::string_view signature, int algorithm,
                                        std::string_view key);

// One answer for a passkey that nobody has and for one that did not sign: neither tells whether
// there is such a passkey.
Refusal wrong_passkey();

}  // namespace sala::web
