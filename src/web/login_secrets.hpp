// SPDX-License-Identifier: Apache-2.0
//
// What a login proves itself with, in the store: password, key of codes, recovery codes, and
// whether the secretariat must give a code.

#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/session.hpp"
#include "web/permission.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::web {

struct KeptPassword {
    Id<Login> login;
    std::string hash;
};
// Of the login that gets its letters at `address`.
std::optional<KeptPassword> password_at(store::Session& session, const std::string& address);
std::optional<KeptPassword> password_of(store::Session& session, Id<Login> login);
void keep_password(store::Session& session, Id<Login> login, const std::string& hash, Instant now);
void forget_password(store::Session& session, Id<Login> login);

struct CodeKey {
    std::string key;
    bool confirmed = false;
};
std::optional<CodeKey> code_key_of(store::Session& session, Id<Login> login);
// A key that is shown and must be confirmed with a code; a confirmed one is never replaced so.
void begin_code_key(store::Session& session, Id<Login> login);
// The first code of a new key. Answers the recovery codes, shown once. Refuses: no-code-key;
// wrong-code at the field `code`.
Result<std::vector<std::string>> confirm_code_key(store::Session& session, Id<Login> login,
                                                  const std::string& code, Instant now);
// Another key in place of the confirmed one, of which `new_code` is the first code; `code` proves
// that it is the owner who changes it, and is used up only where the new one fits. Answers new
// recovery codes; the old ones are good no more. Refuses: wrong-new-code at the field `new_code`,
// wrong-code at `code`.
struct NewCodeKey {
    std::string key;
    std::string new_code;
    std::string code;
};
Result<std::vector<std::string>> replace_code_key(store::Session& session, Id<Login> login,
                                                  const NewCodeKey& given, Instant now);
// A code of the app or a recovery code; each is good once. Refuses: wrong-code.
Allowed use_code(store::Session& session, Id<Login> login, const std::string& typed, Instant now);
std::int64_t recovery_codes_left(store::Session& session, Id<Login> login);
// The telephone is gone: neither its codes nor the recovery codes are good any more.
void forget_codes(store::Session& session, Id<Login> login);

struct Setting;  // of the server: a row of server_setting

// The secretariat gives a code, too: without one its role sleeps.
bool secretariat_gives_code(store::Session& session);
// Whether this login is asked for one: it is of the server's or of a forum's secretariat.
bool must_give_code(store::Session& session, Id<Login> login);
void keep_setting(store::Session& session, Id<Setting> id, std::string_view name,
                  std::string_view value, Id<Login> by, Instant now);

}  // namespace sala::web
