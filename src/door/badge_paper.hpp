// SPDX-License-Identifier: Apache-2.0
//
// Badges on paper: those that still open doors, each with whose it is.

#pragma once

#include "base/sentence.hpp"
#include "door/badge_faces.hpp"

namespace sala::door {

// A badge that opens doors, and whose.
struct StandingBadge {
    HeldBadge held;
    registration::Registered one;
};
// Those of `badges` that stand, in their order. A fixed number of statements.
std::vector<StandingBadge> standing_of(store::Session& session, std::int64_t forum,
                                       const std::vector<HeldBadge>& badges);

// A PDF in the size that the address asks for; its title is `title` and the forum's.
std::string badge_paper(const web::Desk& desk, const forum::Forum& forum, const Sentence& title,
                        const std::vector<StandingBadge>& badges);

}  // namespace sala::door
