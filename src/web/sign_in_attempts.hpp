// SPDX-License-Identifier: Apache-2.0
//
// How often somebody has tried lately. Attempts are counted for what was typed, whether there is
// such a login or not, and for the machine at the other end of the connection; no header counts.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/session.hpp"
#include "web/http.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace sala::web {

struct Attempt {
    std::string_view what;   // "password", "letter", "code"
    std::string_view about;  // whose it is: counted_for(); only its hash is kept
    std::string_view peer;   // the other end; a proxy on this machine stands for everybody and is
                             // not counted
};

constexpr std::chrono::minutes attempts_count_for{15};
constexpr std::int64_t password_attempts_max = 10;
constexpr std::int64_t letter_attempts_max = 3;
constexpr std::int64_t code_attempts_max = 10;
constexpr std::int64_t peer_attempts_max = 60;

// What is counted for an address that was typed: those from browsers in which nobody came in with
// it yet together, each other browser by itself. So nobody keeps somebody out of their own by
// guessing.
std::string counted_for(store::Session& session, const Request& request,
                        const std::string& address);

// Refuses too-many-attempts, with when to come back.
Allowed may_try(store::Session& session, const Attempt& attempt, Instant now);
// Counts it, and forgets those of yesterday.
void note_attempt(store::Session& session, const Attempt& attempt, Instant now,
                  Numbering& numbering);
// It went well: what was mistyped before no longer counts.
void forget_attempts(store::Session& session, const Attempt& attempt);

}  // namespace sala::web
