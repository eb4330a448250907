// SPDX-License-Identifier: Apache-2.0
//
// Registrations in the store: what was entered, and what became of it.

#pragma once

#include "registration/delegation.hpp"
#include "registration/particulars.hpp"
#include "registration/registration_acts.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

// A registration as pages and lists show it.
struct Registered {
    Registration registration;
    std::int64_t version = 0;  // of the particulars; 0 once they are erased
    Particulars particulars;
    Instant since;       // of the status
    std::string reason;  // why it came back or was refused
    std::optional<Id<Wish>> wish;
    std::int64_t person = 0;  // of the directory, when somebody said that it is this one
    Id<Act> act = {};         // the newest; none before anybody was sent in
    // Approved; or approved before, and to be decided about again for what was corrected since.
    bool holds_place = false;

    // Which questions of the forum they are asked goes by this: approved as long as they keep the
    // place.
    Status counts_as() const { return holds_place ? Status::approved : registration.status(); }
};

// A condition on a row `n` of registration_now that one of our stores wrote, with the values of its
// names in their order.
struct Condition {
    std::string sql = {};
    std::vector<store::Value> values = {};
};

// Somebody asked for a change of it that nobody has answered.
Condition has_open_wish();

struct Filter {
    std::optional<DelegationId> delegation = {};
    std::optional<Status> status = {};
    bool may_come = false;      // neither refused nor withdrawn
    bool holds_place = false;   // as Registered has it: they come (coming.hpp)
    bool on_list = false;       // of those who come, whoever the public may read
    std::string role = {};      // word
    std::string category = {};  // key
    // Keys; with none of them nobody is found. Nothing: whatever the category.
    std::optional<std::vector<std::string>> categories = {};
    std::string words = {};  // in a name
    std::optional<Id<Registration>> only = {};
    std::optional<std::vector<Id<Registration>>> among = {};
    bool merged_too = false;
    std::optional<std::size_t> of_each = {};  // the first so many of each delegation
    std::optional<Condition> also = {};
    std::size_t at_most = 100'000;
    std::size_t from = 0;
};

// By precedence: delegations as their sheet has them, then role, then place in the order. Those
// that were merged into another are left out unless asked for. One statement, whatever their
// number.
std::vector<Registered> registered_at(store::Session& session, std::int64_t forum,
                                      const Filter& filter = {});
std::int64_t count_at(store::Session& session, std::int64_t forum, const Filter& filter);
// The same in the same order, with nothing of them but where letters reach them; empty when
// nowhere.
struct Addressed {
    Registration registration;
    std::string address;
};
std::vector<Addressed> addresses_at(store::Session& session, std::int64_t forum,
                                    const Filter& filter);
// Those of a delegation who may come as its head.
std::vector<Registered> heads_of(store::Session& session, std::int64_t forum,
                                 DelegationId delegation);
// Missing when the forum, or the delegation when one is named, has none of this number.
Result<Registered> registered(store::Session& session, std::int64_t forum,
                              const std::string& number,
                              std::optional<DelegationId> delegation = {});

// The status of all, counted: category key and status. One statement.
using Counts = std::map<std::pair<std::string, Status>, std::int64_t>;
Counts counts_at(store::Session& session, std::int64_t forum);
// How many places of each category are taken, by its key; a category without any is not in it.
std::map<std::string, std::int64_t> places_taken_at(store::Session& session, std::int64_t forum);
// How many keep a place, by number of their delegation; those without anybody are not in it.
std::map<std::int64_t, std::int64_t> coming_of_each(store::Session& session, std::int64_t forum);

// Writes the particulars; `version` is the one they get.
void keep_particulars(store::Session& session, std::int64_t forum, Id<Registration> id,
                      std::int64_t version, const Particulars& particulars);

}  // namespace sala::registration
