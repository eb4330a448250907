// SPDX-License-Identifier: Apache-2.0
//
// Who shares what a delegation keeps to itself: whom it will not meet, and what was said at its
// meetings. The secretariat makes focal points, and shares none of it, whoever it makes one.
//
// Focal points share it with whom they gave the role themselves, and with whom they let in. Whom
// the secretariat made while others stood works in the delegation's place, as itself would. Once
// nobody of those others stands, whoever is left begins anew: what was kept before stays with those
// who kept it, is shown to nobody else and binds nobody else.

#pragma once

#include "forum/grant.hpp"
#include "store/session.hpp"

#include <map>
#include <set>
#include <vector>

namespace sala::forum {

// A role of focal point for the delegation, as far as it decides who shares.
struct SpeakingRole {
    enum class LetIn { no, by_somebody, before_anybody_was_asked };

    Id<Grant> id;
    Id<web::Login> to;
    Id<web::Login> by;  // empty: the server itself
    Instant at;
    Instant withdrawn_at;  // empty while it stands
    LetIn let_in = LetIn::no;
    Id<web::Login> let_in_by = {};

    bool stood_at(Instant when) const { return !withdrawn_at || withdrawn_at >= when; }
};

// Those who share it now, also whose role has ended since: what they said is shared.
class Insiders {
public:
    Insiders() = default;
    // `roles`: the oldest first. Of those who stand, whoever stands longest is one.
    explicit Insiders(const std::vector<SpeakingRole>& roles);

    bool has(Id<web::Login> login) const { return all_.contains(login); }
    // Whether they read what was said in confidence then, by the other side too: not what was said
    // to those who spoke for the delegation before them.
    bool read(Id<web::Login> by, Instant at) const { return at >= since_ || has(by); }

private:
    std::set<Id<web::Login>> all_;
    Instant since_;
};

// One statement.
Insiders insiders_of(store::Session& session, std::int64_t forum, std::int64_t delegation);

// One row, written once: somebody who shares it lets in whoever was given this role.
struct LettingIn {
    std::int64_t forum = 0;
    Id<Grant> grant;
    Id<web::Login> by;
    Instant at;
};
void insert(store::Session& session, const LettingIn& letting_in);

}  // namespace sala::forum
