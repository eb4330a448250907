// SPDX-License-Identifier: Apache-2.0
//
// Whom a letter to many reaches: as of now, by address alone. Whoever has answered meanwhile is not
// among those who are reminded. What is read of ten thousand people here is what decides whether a
// letter goes to them; their names are read for those who are shown or written to.

#pragma once

#include "forum/grant_store.hpp"
#include "registration/circular_store.hpp"
#include "registration/invitation_store.hpp"
#include "registration/registration_store.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

struct Reached {
    enum Gets {
        to_be_written,
        has_it,
        no_address,
        wants_none,
        through_focal_point  // has no address; who speaks for the delegation is written to
    };

    // invitation-12, login-5-12, registration-9, or for-5-12: a login about people of a delegation.
    std::string key;
    std::string name = {};  // of somebody who is registered it is read when they are shown
    std::string address;
    std::int64_t delegation = 0;
    std::optional<Registration> registration = {};  // of somebody who is registered
    std::optional<Id<Invitation>> invitation = {};  // of somebody who was invited
    std::optional<Id<forum::Grant>> role = {};      // for which they are written to
    std::vector<Id<Registration>> concerns = {};    // those without an address
    Gets gets = to_be_written;
    std::optional<SentTo> letter = {};  // that they got
    std::string came_back = {};         // why an earlier letter to this address did

    bool is_written_to() const { return gets == to_be_written || gets == has_it; }
    bool for_others() const { return !concerns.empty(); }
    // Whether they are written to because no address of the other is kept.
    bool is_for(const Reached& other) const
    {
        return other.registration && std::find(concerns.begin(), concerns.end(),
                                               other.registration->id()) != concerns.end();
    }
};

// In the order of invitations, of roles or of precedence. The same number of statements, whatever
// their number.
std::vector<Reached> reached_by(store::Session& session, const Circular& circular,
                                const std::vector<Invited>& invited);

}  // namespace sala::registration
