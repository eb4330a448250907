// SPDX-License-Identifier: Apache-2.0
//
// Where each meeting is at the moment, who would have to leave for another one, and what it costs.
// Every rule of a grid is kept but fairness, whatever enters and leaves.

#pragma once

#include "planner/grid.hpp"
#include "planner/random.hpp"

#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

namespace sala::planner {

struct Seat {
    int slot = -1;  // -1: it is not held
    int room = 0;   // kind of room
    int interpreters = -1;
};

class Seating {
public:
    Seating(const Grid& grid, Random& random);

    // First things first.
    struct Cost {
        std::int64_t left_out = 0;  // what is not held, a must worth more than all that is liked
        int moved = 0;
        int breaks = 0;

        auto operator<=>(const Cost&) const = default;
    };
    const Cost& cost() const { return cost_; }

    // A place a meeting could take.
    struct Way {
        Seat seat;
        std::int64_t cost = 0;   // what those who leave are worth
        std::vector<int> leave;  // who is in the way
    };
    // The way that costs least, one of them by chance; its slot is -1 when there is none.
    Way best_way(int meeting, Slots slots);

    std::int64_t worth(int meeting) const;
    const Seat& seat(int meeting) const { return seats_[index(meeting)]; }
    const std::vector<Seat>& seats() const { return seats_; }
    bool is_held(int meeting) const { return seat(meeting).slot >= 0; }

    // Nobody is in the way any more.
    void enter(int meeting, const Seat& seat);
    void leave(int meeting);

private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    bool look(int meeting, Way& way);
    void look_at_walks(int meeting, Way& way) const;
    bool is_too_far(int meeting, const Way& way, int other) const;
    bool clashes(int meeting, int slot, int other, bool comes_later) const;
    bool takes_part(int party, int meeting) const;
    void note(Way& way, int other) const;
    template <typename Counts>
    bool make_room(Way& way, int slot, int most, Counts counts);
    void count_in(int meeting, int sign);

    const Grid& grid_;
    Random& random_;
    std::vector<Seat> seats_;
    std::vector<std::vector<int>> at_slot_;  // meetings held then
    std::vector<int> sitting_;               // party, slot: in how many meetings it is
    std::vector<Slots> busy_;                // party
    std::vector<std::vector<std::pair<int, bool>>> order_of_;
    std::int64_t worth_of_must_ = 1;
    Cost cost_;
};

}  // namespace sala::planner
