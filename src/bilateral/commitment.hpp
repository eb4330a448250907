// SPDX-License-Identifier: Apache-2.0
//
// What cities promised each other at a forum, or at an earlier one that is not on this server, and
// what became of it: a row of a sheet, and the acts that changed its status since.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"
#include "web/permission.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::bilateral {

enum class CommitmentStatus { open, kept, given_up };
inline constexpr std::array all_commitment_statuses{CommitmentStatus::open, CommitmentStatus::kept,
                                                    CommitmentStatus::given_up};
std::string_view word(CommitmentStatus status);
std::optional<CommitmentStatus> commitment_status_named(std::string_view word);

struct Commitment;

// Somebody said what became of it.
struct CommitmentAct {
    std::int64_t forum = 0;  // of the commitment
    Id<CommitmentAct> id;
    Id<Commitment> commitment;
    CommitmentStatus status = CommitmentStatus::open;
    std::int64_t at_forum = 0;    // where it was said
    std::int64_t delegation = 0;  // of that forum
    bool on_behalf = false;
    std::string words;  // kept apart, so that they can be erased
    Text whose;         // the name of the delegation
    Id<web::Login> by;
    Instant at;
};

struct Commitment {
    std::int64_t forum = 0;
    Id<Commitment> id;
    std::string key;
    Text forum_title;
    std::vector<std::string> cities;  // keys; with no organisation either: all who took part
    std::vector<std::string> organisations;
    CommitmentStatus as_entered = CommitmentStatus::open;
    std::string date;  // as kept: 2019, 2019-06
    Text occasion;     // where it was made, when not at this forum
    Text text;
    Text note;
    Text source;
    std::string source_address;
    std::vector<CommitmentAct> acts;        // oldest first
    std::vector<std::int64_t> delegations;  // of the forum that looks: who is bound, in its order

    bool is_named() const { return !cities.empty() || !organisations.empty(); }
    const Text& where() const { return occasion.empty() ? forum_title : occasion; }
    CommitmentStatus status() const { return acts.empty() ? as_entered : acts.back().status; }
    bool binds(std::int64_t delegation) const;
};

}  // namespace sala::bilateral
