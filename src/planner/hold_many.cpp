// SPDX-License-Identifier: Apache-2.0

#include "planner/hold_many.hpp"

#include "planner/seating.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace sala::planner {
namespace {

// Breaks that are readily taken for as many meetings, at first and at last (annealing).
constexpr double warm = 0.8;
constexpr double cold = 0.1;

// A meeting takes a place when what is in its way is worth no more than itself. One for another
// changes nothing, and yet it does: two short ones find the room of a long one that way.
class Holding {
public:
    Holding(const Grid& grid, Random& random) : grid_(grid), random_(random), now_(grid, random)
    {
        for (int m = 0; m < static_cast<int>(grid.meetings.size()); ++m)
            if (meeting(m).starts != 0)
                possible_.push_back(m);
    }

    Held run(std::int64_t tries, const std::function<bool()>& stop)
    {
        begin();
        take();
        for (auto left = tries; left > 0 && best_ != Seating::Cost{} && !possible_.empty();
             --left) {
            if (left % 256 == 0 && stop())
                break;
            heat_ = cold + (warm - cold) * static_cast<double>(left) / static_cast<double>(tries);
            attempt(possible_[static_cast<std::size_t>(
                random_.below(static_cast<int>(possible_.size())))]);
            if (now_.cost() < best_)
                take();
        }
        return std::move(held_);
    }

private:
    const Grid::Meeting& meeting(int m) const
    {
        return grid_.meetings[static_cast<std::size_t>(m)];
    }

    // What was published keeps its place; then short meetings with few slots to choose from.
    void begin()
    {
        auto order = possible_;
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
            const auto key = [&](int m) {
                return std::tuple(!meeting(m).must, meeting(m).was < 0, meeting(m).length,
                                  count(meeting(m).starts));
            };
            return key(a) < key(b);
        });
        for (const int m : order) {
            Seating::Way way;
            if (meeting(m).was >= 0)
                way = now_.best_way(m, meeting(m).starts & slot(meeting(m).was));
            if (way.seat.slot < 0 || !way.leave.empty())
                way = now_.best_way(m, meeting(m).starts);
            if (way.seat.slot >= 0 && way.leave.empty())
                now_.enter(m, way.seat);
        }
    }

    // Somebody takes a place, or another one by chance; when that is no good it is undone.
    void attempt(int m)
    {
        const auto before = now_.cost();
        std::vector<std::pair<int, Seat>> places{{m, now_.seat(m)}};
        const bool was_held = now_.is_held(m);
        if (was_held)
            now_.leave(m);
        const auto way = now_.best_way(m, was_held ? one_of(meeting(m).starts) : meeting(m).starts);
        if (way.seat.slot >= 0 && way.cost <= now_.worth(m)) {
            for (const int other : way.leave) {
                places.emplace_back(other, now_.seat(other));
                now_.leave(other);
            }
            now_.enter(m, way.seat);
            if (is_taken(before, now_.cost()))
                return;
            now_.leave(m);
        }
        for (const auto& [who, seat] : places)
            if (seat.slot >= 0)
                now_.enter(who, seat);
    }

    bool is_taken(const Seating::Cost& before, const Seating::Cost& after)
    {
        return after <= before ||
               (after.left_out == before.left_out && after.moved <= before.moved &&
                random_.real() < std::exp((before.breaks - after.breaks) / heat_));
    }

    Slots one_of(Slots slots)
    {
        int skip = random_.below(count(slots));
        for (const int t : each_of(slots))
            if (skip-- == 0)
                return slot(t);
        return 0;
    }

    void take()
    {
        best_ = now_.cost();
        held_ = {};
        for (const auto& seat : now_.seats()) {
            held_.starts.push_back(seat.slot);
            held_.rooms.push_back(seat.room);
        }
    }

    const Grid& grid_;
    Random& random_;
    Seating now_;
    std::vector<int> possible_;  // meetings that have a slot at all
    Held held_;
    Seating::Cost best_;
    double heat_ = warm;
};

}  // namespace

Held hold_many(const Grid& grid, Random& random, std::int64_t tries,
               const std::function<bool()>& stop)
{
    return Holding(grid, random).run(tries, stop);
}

}  // namespace sala::planner
