// SPDX-License-Identifier: Apache-2.0
//
// The timetable that was found, and what is known about how good it is.

#pragma once

#include "planner/problem.hpp"

#include <string>
#include <vector>

namespace sala::planner {

struct Plan {
    enum class Status { optimal, feasible, infeasible, unknown };
    struct Place {
        int meeting;
        int slot;
        int room;
        int desk;  // numbered through all rooms
    };
    struct Layer {
        std::string name;
        int cost;
        int bound;  // no plan costs less, as long as the layers before cost what they do
    };

    Status status = Status::unknown;
    std::vector<Place> meetings;  // those that are held, in the order of the problem
    std::vector<Layer> layers;
    std::vector<Sentence> cannot_hold_together;  // when infeasible
    int breaks = 0;
    int bound = 0;                  // of the breaks; 0 while earlier layers are not proved
    bool is_proof_missing = false;  // it was asked for and could not be finished
};

// As plan.json has it, numbered from 1.
std::string to_json(const Problem& problem, const Plan& plan, double seconds);

}  // namespace sala::planner
