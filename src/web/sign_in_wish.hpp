// SPDX-License-Identifier: Apache-2.0
//
// Somebody would like a link that signs in. Asking notes the wish and nothing else, whoever has the
// address: an answer that took longer for those who are known would tell who they are. Whose it is
// is looked up in the postman's next round, which writes the letter.

#pragma once

#include "store/store.hpp"
#include "web/desk.hpp"

#include <functional>
#include <optional>
#include <string>

namespace sala::web {

// A wish that nobody came to answer is of no use to who has waited so long.
constexpr std::chrono::minutes sign_in_wish_lives{15};
// While so many links work for this long yet, no further letter is written: whoever asks in a
// stranger's name fills no mailbox, and keeps nobody out, because those links are in it.
constexpr std::int64_t open_links_max = 3;
constexpr std::chrono::minutes open_link_works_for{5};

// Counts the asking, for the other end of the connection, and notes the wish. `forum`: whose
// registrations the address is looked for in; nothing: among the logins. Refuses too-many-attempts.
Allowed wish_for_link(Desk& desk, const std::string& address,
                      std::optional<std::int64_t> forum = {});

// Whose a registration at a forum is, by its address, in small letters; their login is made when
// there is none. Nothing where nobody is registered with it. Registrations know (a room below).
using RegisteredLogin = std::function<std::optional<Id<Login>>(
    store::Session&, std::int64_t forum, const std::string& address, Instant now, Numbering&)>;

struct Answerer {
    const House& house;
    RegisteredLogin registered;
};

// Answers what was wished: a link and its letter for whoever may sign in with that address. Looks
// first, so that no turn is taken when nobody has wished anything. Whether a letter was written.
bool answer_wishes(store::Store& store, const Answerer& by, Instant now);

}  // namespace sala::web
