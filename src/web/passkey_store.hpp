// SPDX-License-Identifier: Apache-2.0
//
// The passkeys of logins in the store, and what their devices are asked to sign.

#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/session.hpp"
#include "web/passkey_proof.hpp"
#include "web/permission.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sala::web {

constexpr std::chrono::minutes passkey_challenge_lives{5};
constexpr std::size_t passkeys_max = 20;  // of a login

struct Passkey {
    Id<Passkey> id;
    Id<Login> login;
    std::string name;
    std::string credential;  // base64url
    int algorithm = 0;
    std::string key;  // bytes
    std::int64_t counter = 0;
    Instant created_at;
    std::optional<Instant> used_at;
    bool copied = false;  // its counter went back once: it opens nothing any more
};

// The number under which a device knows the login, base64url; made on the first call.
std::string passkey_handle(store::Session& session, Id<Login> login);
std::vector<Passkey> passkeys_of(store::Session& session, Id<Login> login);
std::optional<Passkey> passkey_named(store::Session& session, const std::string& credential);

// Something new to sign: for `login`, who adds a passkey; empty: for whoever signs in. Answers the
// challenge, which is good once.
std::string new_challenge(store::Session& session, Id<Login> login, Instant now);
// Uses a challenge up. Refuses passkey-challenge-over when it was not asked for this, is used, or
// old.
Allowed use_challenge(store::Session& session, const std::string& challenge, Id<Login> login,
                      Instant now);

struct NewPasskey {
    Id<Passkey> id;
    Id<Login> login;
    std::string name;
    MadePasskey made;
};
// Refuses passkey-known, whoever has it; too-many-passkeys.
Allowed keep_passkey(store::Session& session, const NewPasskey& added, Instant now);
// It was used, and has counted so far.
void note_passkey_use(store::Session& session, Id<Passkey> passkey, std::int64_t counter,
                      Instant now);
void note_passkey_copy(store::Session& session, Id<Passkey> passkey, Instant now);
// Answers how it was called. Refuses no-such-passkey when it is not of this login.
Result<std::string> remove_passkey_of(store::Session& session, Id<Login> login,
                                      const std::string& number);
// None of this login opens anything any more, and nothing tells that there were any.
void forget_passkeys(store::Session& session, Id<Login> login);

}  // namespace sala::web
