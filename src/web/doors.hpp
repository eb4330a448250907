// SPDX-License-Identifier: Apache-2.0
//
// What stands between a request and a verb: who asks, at which desk, and how a no is said.

#pragma once

#include "store/store.hpp"
#include "web/asked.hpp"
#include "web/routes.hpp"

namespace sala::web {

struct Doors {
    store::Store& store;
    House house;
    Routes routes;

    // `found` is nothing where no verb was found.
    Desk desk(const Request& request, const Asked& asked, const Routes::Found* found,
              store::Session& session) const;
};

// Who asks, with the roles they hold where another address leads: one that is about several forums.
Visitor visitor_at(const Desk& desk, const Parameters& parameters);

// No, as a page with a sentence, or as a problem for programs; with the status of its kind.
Reply refused(Desk& desk, const Refusal& refusal);
// As a page for whoever sent a form that no page takes any more: what they typed stands below the
// sentence, but for what is secret. `back_to` is a path of this server.
Reply refused_with_words(Desk& desk, const Verb& verb, const Form& form, const Refusal& refusal,
                         const std::string& back_to);
// Not without a login, or not with this one. A page asks people to sign in; a program is told 401,
// or 403 when its login is not enough. A form of ours that `verb` would have taken comes back with
// what was typed, but for what is secret: its login may have ended while somebody wrote.
Reply not_allowed(Desk& desk, const Verb& verb);

}  // namespace sala::web
