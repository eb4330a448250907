// SPDX-License-Identifier: Apache-2.0
//
// How often somebody has tried lately. Attempts are counted for what was typed, whether there is
// such a login or not, and for the other end of the connection (web/peer.hpp).

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/session.hpp"
#include "web/http.hpp"

#include <chrono>
#include <string>

namespace sala::web {

struct Attempt {
    std::string what;   // "password", "letter", "code", "passkey"
    std::string about;  // whose it is; only its hash is kept
    std::string peer;   // the other end; this machine stands for everybody and is not counted
    // From browsers in which nobody has come in with it yet: each end of a connection is counted
    // apart, so that one stranger does not use up what all others may try.
    bool by_strangers = false;
};

constexpr std::chrono::minutes attempts_count_for{15};
constexpr std::int64_t password_attempts_max = 10;
constexpr std::int64_t strangers_attempts_max = 100;  // all of them together, for one address
constexpr std::int64_t code_attempts_max = 10;
constexpr std::int64_t peer_attempts_max = 60;

// An attempt with the password of an address. Each browser in which its owner came in is counted by
// itself, so nobody keeps somebody out of their own by guessing.
Attempt password_attempt(store::Session& session, const Request& request,
                         const std::string& address);

// Refuses too-many-attempts, with when to come back.
Allowed may_try(store::Session& session, const Attempt& attempt, Instant now);
// Counts it, and forgets those of yesterday.
void note_attempt(store::Session& session, const Attempt& attempt, Instant now,
                  Numbering& numbering);
// It went well: what was mistyped before no longer counts.
void forget_attempts(store::Session& session, const Attempt& attempt);

}  // namespace sala::web
