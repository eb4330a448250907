// SPDX-License-Identifier: Apache-2.0
//
// What a program may do with somebody's login: as little as they said, for as long as they said.

#pragma once

#include "web/http.hpp"
#include "web/login_store.hpp"

namespace sala::web {

struct ApiToken;

constexpr std::int64_t token_days_max = 365;
// Whoever finds one in a log or a repository sees whose it is.
constexpr std::string_view token_beginning = "sala_";

struct TokenScope {
    std::string name;   // what the program is called
    std::string below;  // "/lyon-2030": this address and all beneath it; empty: every one
    std::string role;   // the only role it carries; empty: every role of the login
    bool reads_only = true;
};

// Refuses not-an-address-here; the token is shown once and only its hash is kept. `with_code`: its
// maker had signed in with a code.
Result<std::string> make_token(store::Session& session, Id<ApiToken> id, Id<Login> login,
                               const TokenScope& scope, bool with_code, Instant now, Instant until);

struct KeptToken {
    Id<ApiToken> id;
    TokenScope scope;
    Instant created_at;
    Instant expires_at;
    bool over = false;
};
std::vector<KeptToken> tokens_of(store::Session& session, Id<Login> login, Instant now);
// Refuses no-such-token.
Allowed end_token(store::Session& session, Id<Login> login, const std::string& number, Instant now);
void end_tokens_of(store::Session& session, Id<Login> login, Instant now);

// Whether what was asked is not with a token that is good for one address alone.
bool reaches_everywhere(store::Session& session, const Request& request);

// Who asks with a token at `path`; nothing when it is over or not good for that address. The roles
// come afterwards and are cut down to scope.role.
struct TokenHolder {
    Visitor visitor;
    TokenScope scope;
};
std::optional<TokenHolder> holder_of(store::Session& session, const std::string& token,
                                     std::string_view path, Instant now);

}  // namespace sala::web
