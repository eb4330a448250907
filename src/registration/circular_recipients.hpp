// SPDX-License-Identifier: Apache-2.0
//
// Who gets a letter to many: as of now, with what is filled in for each. Whoever has answered
// meanwhile is not among those who are reminded.

#pragma once

#include "registration/circular_store.hpp"
#include "registration/invitation_store.hpp"
#include "registration/registration_store.hpp"
#include "registration/rules.hpp"

#include <algorithm>

namespace sala::registration {

struct Recipient {
    enum Gets {
        to_be_written,
        has_it,
        no_address,
        wants_none,
        through_focal_point  // has no address; who speaks for the delegation is written to
    };

    // invitation-12, login-5-12, registration-9, or for-5-12: a login about people of a delegation.
    std::string key;
    std::string name;
    std::string address;
    Language language = Language::english();
    Text delegation;
    std::string delegation_key;
    std::optional<Status> status = {};                          // of a registration
    std::optional<Invitation> invitation = {};                  // of somebody who was invited
    std::optional<Id<forum::Grant>> role = {};                  // for which they are written to
    std::vector<std::pair<Particulars, Status>> concerns = {};  // those without an address
    Gets gets = to_be_written;
    std::optional<SentTo> letter = {};  // that they got
    std::string came_back = {};         // why an earlier letter to this address did
};

struct Recipients {
    forum::Forum forum;
    Rules rules;
    std::vector<Recipient> all;

    std::size_t to_be_written() const
    {
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const Recipient& one) {
                return one.gets == Recipient::to_be_written;
            }));
    }
    std::size_t waiting() const  // have a letter that nobody has read
    {
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const Recipient& one) {
                return one.letter && one.letter->state == "prepared";
            }));
    }
};

// In the order of invitations, of roles or of precedence. The same number of statements, whatever
// their number.
Recipients recipients_of(store::Session& session, const forum::Forum& forum,
                         const Circular& circular);

// What this recipient reads, with {secret} where their link stands.
struct CircularWords {
    std::string subject;
    std::string body;
};
CircularWords circular_words(const Circular& circular, const Recipients& recipients,
                             const Recipient& recipient, const Language& language);

// A letter to each who is still to be written to, into the outbox; how many.
std::size_t write_to_all(web::Desk& desk, const Circular& circular, const Recipients& recipients);

}  // namespace sala::registration
