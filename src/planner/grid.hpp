// SPDX-License-Identifier: Apache-2.0
//
// A Problem as numbers, without names: what every search works on. A part of a grid is a grid
// again, so the same search improves a neighbourhood of a big forum.

#pragma once

#include "planner/problem.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace sala::planner {

struct Grid {
    struct Meeting {
        std::vector<int> parties;
        Slots starts = 0;
        int length = 1;
        bool must = true;
        std::vector<int> rooms;         // kinds of place it may be at; empty: any
        std::vector<int> interpreters;  // kinds of interpreter that serve; empty: none is needed
        Slots preferred = 0;
        int was = -1;
        int was_at = -1;  // desk
    };
    struct Party {
        std::vector<int> meetings;
        int parallel = 1;
    };
    // Places that are alike, or interpreters who are: how many are there in each slot.
    struct Kind {
        std::vector<int> available;
        int building = 0;
    };

    int slots = 0;
    std::vector<Meeting> meetings;
    std::vector<Party> parties;
    std::vector<Kind> rooms;
    std::vector<Kind> interpreters;
    std::vector<int> desks;                  // in each slot, in all rooms
    std::vector<std::pair<int, int>> order;  // the first is over before the second begins
    std::vector<std::vector<int>> walk;      // slots between buildings; empty: none
    int fairness = -1;
    bool fairness_is_soft = false;
    bool all_required = true;

    // One slot a meeting, one meeting a party, every desk alike, all meetings required.
    bool is_simple() const;
    // What the parties of a fair plan may have at most, when somebody cannot have a break.
    bool somebody_has_no_break() const;
};

Grid grid_of(const Problem& problem);

// Where a meeting begins; -1: it is not held.
using Starts = std::vector<int>;

// When each party is in a meeting.
std::vector<Slots> busy_of(const Grid& grid, const Starts& starts);
int breaks_of(const Grid& grid, const Starts& starts);

// Why there can be no plan, seen without search.
struct Impossible {
    enum Why { meeting_without_slot, party_overfull, desks_overfull, circle };
    Why why;
    int which = -1;  // the meeting, the party, or the slot
};

// Takes away starts that no plan can use, until nothing changes. Simple arguments only: order,
// meetings that are fixed, the matching of a party's meetings to its slots, full slots.
std::optional<Impossible> tighten(Grid& grid);

}  // namespace sala::planner
