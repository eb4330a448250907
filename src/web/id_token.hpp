// SPDX-License-Identifier: Apache-2.0
//
// What another provider says of somebody, signed: an ID token (OpenID Connect Core 1.0, RFC 7519).

#pragma once

#include "base/instant.hpp"
#include "base/json.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sala::web {

// The claims of a token that one of the keys (RFC 7517) signed with RS256; nothing otherwise. Other
// ways of signing, "none" above all, are not taken.
std::optional<Json> claims_of(std::string_view token, const Json& keys);

struct Expected {
    std::string issuer;
    std::string client;
    std::string nonce;
};
// What is wrong with the claims, for the log; nullptr when they are what was expected.
const char* wrong_with(const Json& claims, const Expected& expected, Instant now);

// RFC 7636, 4.2: what is shown of the verifier beforehand.
std::string proof_of(std::string_view verifier);

}  // namespace sala::web
