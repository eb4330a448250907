// SPDX-License-Identifier: Apache-2.0
//
// Who is signed in, and how they came in. Tokens are random and only their hashes are kept.

#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/session.hpp"
#include "web/permission.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::web {

constexpr std::chrono::minutes sign_in_link_lives{15};
constexpr std::chrono::hours login_session_lives{24 * 14};

// The login of the secretariat, made on the first call.
Id<Login> secretariat_login(store::Session& session, Instant now, Numbering& numbering);

// The name of the login of this number; nothing when there is none, or it was erased.
struct NamedLogin {
    Id<Login> login;
    std::string name;
};
std::optional<NamedLogin> login_numbered(store::Session& session, const std::string& number);

// The role of the secretariat on the whole server, given or taken away; nothing happens when it is
// so already. Answers whether something did.
bool set_server_secretary(store::Session& session, Id<Login> login, bool given, Instant now,
                          Numbering& numbering);
// Roles on the whole server end.
// Whether nobody else is a secretary of the whole server.
bool is_last_secretary(store::Session& session, Id<Login> login);
// Whether the secretariat of the whole server is theirs.
bool is_server_secretary(store::Session& session, Id<Login> login);
void end_server_roles(store::Session& session, Id<Login> login, Instant now);

// The login that gets its letters at `address`; made with `name` when there is none.
Id<Login> login_at(store::Session& session, const std::string& address, const std::string& name,
                   Instant now, Numbering& numbering);
// E-mail addresses are compared in small letters, without what stands around them.
std::string plain_address(std::string_view address);

// A new link for `login`; answers the token, which is shown once and never kept. One that `letter`
// brings proves an address; one that the server itself prints proves that somebody has the server.
enum class Way { server, letter, password, provider };
std::string_view word(Way way);
std::string make_sign_in_link(store::Session& session, Id<Login> login, Instant now,
                              Way way = Way::server);

// Whether a link would still work; changes nothing, so that mail scanners may follow it.
Allowed sign_in_link_works(store::Session& session, const std::string& token, Instant now);

// Uses the link up; whose it was, and which way it came.
struct UsedLink {
    Id<Login> login;
    Way way = Way::server;
};
Result<UsedLink> use_sign_in_link(store::Session& session, const std::string& token, Instant now);

// 256 random bits in URL-safe letters, and the hash under which a token is kept.
std::string random_token();
std::string token_hash(std::string_view token);

}  // namespace sala::web
