// SPDX-License-Identifier: Apache-2.0
//
// Who gets a letter to many, by name, with what is filled in for each.

#pragma once

#include "registration/circular_reach.hpp"
#include "registration/rules.hpp"

#include <algorithm>

namespace sala::registration {

struct Recipient : Reached {
    Language language = Language::english();
    Text delegation_name;
    std::string delegation_key;
    std::vector<Registered> concerned = {};  // those without an address
};

struct Recipients {
    forum::Forum forum;
    Rules rules;
    std::vector<Invited> invited;
    std::vector<Reached> all;

    std::size_t to_be_written() const
    {
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(),
                          [](const Reached& one) { return one.gets == Reached::to_be_written; }));
    }
    std::size_t waiting() const  // have a letter that nobody has read
    {
        return static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](const Reached& one) {
                return one.letter && one.letter->state == "prepared";
            }));
    }
};

Recipients recipients_of(store::Session& session, const forum::Forum& forum,
                         const Circular& circular);

// The given ones by name, in their order. Two statements, whatever their number.
std::vector<Recipient> by_name(store::Session& session, const Recipients& recipients,
                               const std::vector<Reached>& some);

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
