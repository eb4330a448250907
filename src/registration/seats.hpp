// SPDX-License-Identifier: Apache-2.0
//
// Where delegations sit, by precedence, and the plates in front of them. Pure: people in their
// order in, rows of seats and sheets of paper out.

#pragma once

#include "document/name_plate.hpp"
#include "document/paper.hpp"
#include "registration/registration_form.view.hpp"

#include <string>
#include <vector>

namespace sala::registration {

struct SeatPlan {
    struct Seat {
        int number = 0;  // from the chair's right, 1 is the first
        std::string delegation;
        std::string name;
    };
    std::vector<std::vector<Seat>> rows;
};

// Those at the table: the first `per_delegation` of each, head first. Delegations sit in their
// order; `width` seats a row, at least one.
SeatPlan seat_plan(const std::vector<Registered>& people,
                   const std::vector<forum::Part>& delegations, std::size_t per_delegation,
                   std::size_t width, const web::Reader& reader);

document::Paper seat_paper(const SeatPlan& plan, const std::string& title, Instant at,
                           const web::Reader& reader);
// One sheet a person, to be folded: name in every script it was given in, delegation.
document::NamePlates plates_of(const std::vector<Registered>& people,
                               const std::vector<forum::Part>& delegations, Instant at,
                               const web::Reader& reader);

}  // namespace sala::registration
