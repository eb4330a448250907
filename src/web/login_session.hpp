// SPDX-License-Identifier: Apache-2.0
//
// Browsers that are signed in: how they came in, what they may, and how they are signed out.

#pragma once

#include "web/login_store.hpp"

namespace sala::web {

// How somebody came in. What the browser calls itself and the other end of the connection are shown
// to its owner alone.
struct Entry {
    Id<Login> login;
    Way way = Way::server;
    bool with_code = true;
    std::string device = {};
    std::string peer = {};
    bool by_passkey = false;    // and by no other way
    std::string language = {};  // of the pages through which they came: letters are in it
};
// Starts a session; answers its token for the cookie.
std::string start_session(store::Session& session, const Entry& entry, Instant now);

// Nothing when the session is over. A role that asks for a code is left out where none was given.
std::optional<Visitor> visitor_of(store::Session& session, const std::string& session_token,
                                  Instant now);
void end_session(store::Session& session, const std::string& session_token, Instant now);

// The open sessions of a login, newest first; `hash` names one without opening it.
struct OpenSession {
    std::string hash;
    std::string way;
    std::string device;
    std::string peer;
    Instant started_at;
};
std::vector<OpenSession> sessions_of(store::Session& session, Id<Login> login, Instant now);
// Refuses no-such-session when it is not of this login or over.
Allowed end_session_of(store::Session& session, Id<Login> login, const std::string& hash,
                       Instant now);
void end_sessions_of(store::Session& session, Id<Login> login, Instant now,
                     const std::string& but_token = {});
// Their links that were not used yet and sign-ins that wait for the second step open nothing more.
void end_begun_sign_ins(store::Session& session, Id<Login> login, Instant now);

// So long whoever came in may set a new password without the old one.
constexpr std::chrono::minutes proof_lasts{15};
// Whether this session began so lately, and with something else than the password: a letter's link
// (and the code, where one is asked for), a passkey, the provider or the server itself. A code that
// was set up since proves nothing: whoever found the browser open could have done that.
bool came_in_lately(store::Session& session, const std::string& session_token, Instant now);

// Whether a code was given in this session, or a passkey opened it.
bool came_in_with_second_step(store::Session& session, const std::string& session_token);
// A code was given in this session, or a passkey was made.
void strengthen_session(store::Session& session, const std::string& session_token);

// After a restore: who had signed out since the backup, or used a link up, must not come in with
// it.
void end_every_way_in(store::Session& session, Instant now);

}  // namespace sala::web
