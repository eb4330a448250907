// SPDX-License-Identifier: Apache-2.0

#include "planner/explain.hpp"

#include "planner/encoding.hpp"
#include "planner/kempe.hpp"

#include <algorithm>

namespace sala::planner {
namespace {

class Explaining {
public:
    Explaining(const Problem& problem, const std::function<bool()>& stop)
        : problem_(problem),
          stop_(stop)
    {
    }

    std::vector<Wish> run()
    {
        for (std::size_t m = 0; m < problem_.meetings.size(); ++m)
            wishes_.push_back({Wish::held, static_cast<int>(m)});
        const auto rest = rules_of(problem_);
        wishes_.insert(wishes_.begin(), rest.begin(), rest.end());
        // Bigger parts first, so that most of a big forum goes in a few steps.
        for (std::size_t size = wishes_.size() / 2; size > 1; size /= 2)
            leave_out(size);
        // Again, because a shorter meeting or one less can be what makes another wish needless.
        while (leave_out(1) && !stop_()) {
        }
        return wishes_;
    }

private:
    // Answers whether anything was left out.
    bool leave_out(std::size_t size)
    {
        bool is_less = false;
        for (std::size_t at = 0; at < wishes_.size() && !stop_();) {
            std::vector<Wish> fewer(wishes_.begin(), wishes_.begin() + static_cast<long>(at));
            const auto end = std::min(at + size, wishes_.size());
            fewer.insert(fewer.end(), wishes_.begin() + static_cast<long>(end), wishes_.end());
            if (is_impossible(fewer)) {
                wishes_ = std::move(fewer);
                is_less = true;
            } else {
                at = end;
            }
        }
        return is_less;
    }

    bool is_impossible(const std::vector<Wish>& wishes) const
    {
        Grid grid = grid_of(with_wishes(problem_, wishes));
        if (tighten(grid))
            return true;
        if (has_easy_plan(grid))
            return false;
        Sat sat(1);
        sat.stop_when(stop_);
        const Encoding encoding(sat, grid);
        return sat.solve({}, 2'000) == Sat::Answer::no;
    }

    // Most questions are about too few wishes; a plan for them is soon at hand.
    bool has_easy_plan(const Grid& grid) const
    {
        if (!grid.is_simple())
            return false;
        Random random(1);
        const auto meetings = static_cast<std::int64_t>(grid.meetings.size());
        auto plan = first_plan(grid, random, meetings * 10);
        if (!plan || grid.fairness < 0)
            return plan.has_value();
        Annealing how;
        how.steps = meetings * 200;
        how.warm = how.cold;
        how.enough = 1 << 30;  // fair is enough
        how.stop = [&](std::int64_t) { return stop_(); };
        return anneal(grid, *plan, random, how);
    }

    const Problem& problem_;
    const std::function<bool()>& stop_;
    std::vector<Wish> wishes_;
};

}  // namespace

std::vector<Wish> what_cannot_hold(const Problem& problem, const std::function<bool()>& stop)
{
    return Explaining(problem, stop).run();
}

std::vector<Sentence> explain(const Problem& problem, const std::function<bool()>& stop)
{
    std::vector<Sentence> sentences;
    for (const auto& wish : what_cannot_hold(problem, stop))
        sentences.push_back(words_of(problem, wish));
    return sentences;
}

}  // namespace sala::planner
