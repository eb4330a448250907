// SPDX-License-Identifier: Apache-2.0
//
// Which pairs should meet: the greatest benefit for all together, so that everybody has a fair
// number of meetings and nobody more than they can hold. Exact, with the bound it was proved by.
//
// Fairness comes first: a meeting that brings somebody nearer to `least` is worth more than any
// benefit. Among plans that are equally fair the one with the greatest benefit is taken.

#pragma once

#include <cstdint>
#include <vector>

namespace sala::bilateral {

struct Pair {
    int one = 0;
    int other = 0;
    int benefit = 0;  // above 0; others are left out

    bool operator==(const Pair&) const = default;
};

struct PairingProblem {
    int people = 0;  // numbered from 0
    std::vector<Pair> pairs;
    int least = 1;  // meetings that everybody should have, as far as there are partners
    int most = 6;
};

struct Pairing {
    std::vector<Pair> pairs;
    std::int64_t benefit = 0;
    std::int64_t bound = 0;        // no pairing that is as fair has more
    std::int64_t below_least = 0;  // meetings that are missing to `least`, summed up
    bool proved = false;
    int branches = 0;  // how often it had to try both ways
};

// `branches_max` limits the search; beyond it the best so far is answered with its bound.
Pairing pair_up(const PairingProblem& problem, int branches_max = 2'000);

}  // namespace sala::bilateral
