// SPDX-License-Identifier: Apache-2.0
//
// Another provider that signs people in: OpenID Connect, authorization code with a proof key
// (RFC 7636). The server asks the one provider it was told at its start, and nobody else.

#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"

#include <functional>
#include <string>

namespace sala::web {

struct OpenIdProvider {
    std::string name;    // as people know it, "City of Lyon"
    std::string issuer;  // "https://login.lyon.example", without a slash at its end
    std::string client;
    std::string secret;  // may be empty
};

// What must be the same when somebody comes back.
struct Trip {
    std::string state;
    std::string nonce;
    std::string verifier;
};
Trip new_trip();

// Who the provider says somebody is. The address is empty where the provider has not verified it.
struct Identity {
    std::string subject;
    std::string address;
};

// The address of the provider to send somebody to. Refuses provider-away.
Result<std::string> way_to(const OpenIdProvider& provider, const Trip& trip,
                           const std::string& back_to);
// What the code of somebody who came back is worth. Refuses provider-away; provider-refused when
// the answer does not hold what OpenID Connect Core 1.0, 3.1.3.7 asks for.
Result<Identity> identity_of(const OpenIdProvider& provider, const Trip& trip,
                             const std::string& code, const std::string& back_to, Instant now);

}  // namespace sala::web
