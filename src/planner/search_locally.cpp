// SPDX-License-Identifier: Apache-2.0

#include "planner/search_locally.hpp"

#include "planner/kempe.hpp"
#include "planner/neighbourhood.hpp"

#include <algorithm>

namespace sala::planner {
namespace {

// Up to so many the solver finds good plans itself.
constexpr std::size_t small_meetings_max = 500;

class Searching {
public:
    Searching(const Grid& grid, Random& random, const Effort& effort, const Clock& clock,
              const std::function<void(int)>& found)
        : grid_(grid),
          random_(random),
          effort_(effort),
          clock_(clock),
          found_(found),
          meetings_(static_cast<std::int64_t>(grid.meetings.size()))
    {
    }

    Starts run()
    {
        auto plan = first_plan(grid_, random_, meetings_ * 100);
        if (!plan)
            return {};
        if (grid_.fairness_is_soft || anneal(grid_, *plan, random_, until_fair()))
            take(*plan);
        const bool is_fair = anneal(grid_, *plan, random_, until_cold());
        if (is_fair || grid_.fairness_is_soft)
            take(*plan);
        if (grid_.meetings.size() > whole_meetings_max && !best_.empty())
            improve_pieces();
        return std::move(best_);
    }

private:
    // Of the time; a very big forum gains most by local search.
    double share() const { return grid_.meetings.size() > bound_meetings_max ? 0.95 : 0.5; }

    void take(const Starts& plan)
    {
        const int breaks = breaks_of(grid_, plan);
        if (!best_.empty() && breaks >= breaks_of(grid_, best_))
            return;
        best_ = plan;
        found_(breaks);
    }

    // The first plan that may be shown: everybody placed, and nobody treated unfairly.
    Annealing until_fair() const
    {
        Annealing how;
        how.steps = meetings_ * 500;
        how.warm = how.cold;
        how.enough = 1 << 30;
        how.stop = [this](std::int64_t) { return clock_.is_over(share()); };
        return how;
    }

    Annealing until_cold() const
    {
        Annealing how;
        how.steps = meetings_ * (grid_.meetings.size() <= small_meetings_max ? 1'000 : 20'000);
        if (effort_.steps > 0)
            how.steps = std::min(effort_.steps, how.steps);
        how.stop = [this](std::int64_t) { return clock_.is_over(share()); };
        // A big forum cools down with the clock, so that it is cold when its time is over.
        if (grid_.meetings.size() > whole_meetings_max && effort_.steps == 0) {
            how.warm = 2.2;
            how.cold = 0.8;
            how.promising = 8;
            how.progress = [this](double done) {
                return std::min(1.0,
                                std::max(done, clock_.seconds() / (effort_.seconds * share())));
            };
        }
        return how;
    }

    void improve_pieces()
    {
        Neighbourhoods how;
        how.stop = [&] {
            return clock_.is_over(grid_.meetings.size() > bound_meetings_max ? 1 : 0.8);
        };
        how.better = found_;
        if (effort_.steps > 0)
            how.pieces = effort_.steps / 50'000 + 1;
        improve(grid_, best_, random_, how);
    }

    const Grid& grid_;
    Random& random_;
    const Effort& effort_;
    const Clock& clock_;
    const std::function<void(int)>& found_;
    std::int64_t meetings_;
    Starts best_;
};

}  // namespace

Starts search_locally(const Grid& grid, Random& random, const Effort& effort, const Clock& clock,
                      const std::function<void(int breaks)>& found)
{
    return Searching(grid, random, effort, clock, found).run();
}

}  // namespace sala::planner
