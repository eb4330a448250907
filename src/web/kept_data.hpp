// SPDX-License-Identifier: Apache-2.0
//
// What is kept about people: what, why and how long, with the three things that follow from it: a
// copy for the person, erasure, and forgetting in time. Each module declares what it keeps.

#pragma once

#include "base/instant.hpp"
#include "base/json.hpp"
#include "base/sentence.hpp"
#include "base/text.hpp"
#include "store/store.hpp"
#include "web/permission.hpp"

#include <functional>
#include <string>
#include <vector>

namespace sala::web {

// Somebody or something beside the login itself that erasing it concerns.
struct Concerned {
    Text name;
    Text where;         // the title of the forum
    bool goes = false;  // with the login; otherwise it stays, and the login's address alone goes
};

struct KeptData {
    std::string name;  // in the copy: "sessions"
    Sentence what;
    Sentence why;
    Sentence until;
    // What is held of one person.
    std::function<Json(store::Session&, Id<Login>)> copy;
    // Takes the person out of it. Acts stay; they hold numbers.
    std::function<void(store::Session&, Id<Login>, Instant)> erase = {};
    // Takes out what is past its time; how many rows.
    std::function<std::int64_t(store::Session&, Instant)> forget = {};
    // Whom erasing this login concerns, for the page that asks first.
    std::function<std::vector<Concerned>(store::Session&, Id<Login>)> concerns = {};
};

// What web/ itself keeps: logins and what they are secured with, sessions, letters about them,
// acts.
std::vector<KeptData> kept_by_logins();

// Somebody is taken out of everything that is kept. Acts stay.
void erase_login(store::Session& session, const std::vector<KeptData>& kept, Id<Login> login,
                 Instant now);

// Whom it concerns, of all that is kept.
std::vector<Concerned> concerned_by_erasure(store::Session& session,
                                            const std::vector<KeptData>& kept, Id<Login> login);

// Everything past its time goes. Done every hour while the server runs.
void forget_in_time(store::Store& store, const std::vector<KeptData>& kept, Instant now);

}  // namespace sala::web
