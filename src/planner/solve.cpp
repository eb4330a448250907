// SPDX-License-Identifier: Apache-2.0

#include "planner/solve.hpp"

#include "planner/desks.hpp"
#include "planner/explain.hpp"
#include "planner/hold_many.hpp"
#include "planner/layers.hpp"
#include "planner/minimise.hpp"
#include "planner/proof.hpp"
#include "planner/published.hpp"
#include "planner/search_locally.hpp"
#include "planner/with_few_breaks.hpp"
#include "planner/without_breaks.hpp"

#include <algorithm>
#include <optional>

namespace sala::planner {
namespace {

class Solving {
public:
    Solving(const Problem& problem, const Effort& effort, const Progress& progress)
        : problem_(problem),
          effort_(effort),
          progress_(progress),
          clock_(effort, progress),
          grid_(grid_of(problem)),
          random_(static_cast<std::uint64_t>(effort.seed))
    {
        for (const auto& layer : problem.layers)
            if (layer != "desk-changes")
                layers_.push_back({layer, 0, 0});
    }

    Plan run()
    {
        Plan plan;
        if (const auto impossible = tighten(grid_)) {
            plan.status = Plan::Status::infeasible;
            finish_infeasible(plan);
            return plan;
        }
        if (grid_.is_simple() && !is_published(grid_)) {
            starts_ = search_locally(grid_, random_, effort_, clock_, tell_breaks());
            rooms_.assign(starts_.size(), 0);
        } else if (!grid_.all_required || !is_published(grid_)) {
            hold_what_fits();
        }
        plan.status = search_exactly();
        if (plan.status == Plan::Status::infeasible)
            finish_infeasible(plan);
        else if (!starts_.empty())
            finish(plan);
        return plan;
    }

private:
    std::function<void(int)> tell_breaks() const
    {
        return [this](int breaks) {
            if (progress_.tell)
                progress_.tell("breaks", breaks, 0);
        };
    }

    void take(const Starts& starts)
    {
        starts_ = starts;
        rooms_.assign(starts.size(), 0);
        tell_breaks()(planner::breaks_of(grid_, starts));
    }

    // What was published is the start where there is one: little is to change then.
    void hold_what_fits()
    {
        const auto meetings = static_cast<std::int64_t>(grid_.meetings.size());
        auto held = hold_many(grid_, random_, meetings * (is_published(grid_) ? 50 : 2'000),
                              [&] { return clock_.is_over(0.2); });
        const bool is_whole = std::ranges::all_of(held.starts, [](int t) { return t >= 0; });
        if ((grid_.all_required && !is_whole) || !is_fair(held.starts))
            return;
        starts_ = std::move(held.starts);
        rooms_ = std::move(held.rooms);
    }

    bool is_fair(const Starts& starts) const
    {
        if (grid_.fairness < 0 || grid_.fairness_is_soft)
            return true;
        const auto [least, most] = std::ranges::minmax(busy_of(grid_, starts), {},
                                                       [](Slots busy) { return breaks_of(busy); });
        return breaks_of(most) - breaks_of(least) <= grid_.fairness;
    }

    Plan::Status search_exactly()
    {
        if (!starts_.empty() && grid_.meetings.size() > bound_meetings_max)
            return Plan::Status::feasible;
        if (costs_nothing())
            return Plan::Status::optimal;
        Sat sat(effort_.seed);
        sat.stop_when([&] { return clock_.is_over(); });
        if (effort_.steps > 0)
            sat.at_most_conflicts(effort_.steps / 100 + 1);
        Encoding encoding(sat, grid_);
        prefer_published(sat, encoding, grid_);
        if (starts_.empty()) {
            const auto answer = sat.solve({});
            if (answer != Sat::Answer::yes)
                return answer == Sat::Answer::no ? Plan::Status::infeasible : Plan::Status::unknown;
            look(encoding);
        }
        ask_without_breaks();
        if (costs_nothing())
            return Plan::Status::optimal;
        for (auto& layer : layers_)
            if (!minimise_layer(sat, encoding, layer))
                return Plan::Status::feasible;
        return Plan::Status::optimal;
    }

    bool costs_nothing() const
    {
        return !starts_.empty() && std::all_of(layers_.begin(), layers_.end(), [&](const auto& of) {
            return cost_of(grid_, starts_, of.name) == 0;
        });
    }

    // Asked in turns with the search from below, longer each time, until it is answered.
    void ask_without_breaks()
    {
        if (layers_.empty() || layers_[0].name != "breaks" || layers_[0].bound > 0 ||
            !grid_.is_simple() || planner::breaks_of(grid_, starts_) == 0)
            return;
        if (!without_breaks_) {
            without_breaks_.emplace(grid_, effort_.seed);
            without_breaks_->stop_when([&] { return clock_.is_over(); });
            if (effort_.steps > 0)
                without_breaks_->at_most_conflicts(effort_.steps / 100 + 1);
        }
        const auto answer = without_breaks_->ask(turn_);
        turn_ += turn_ / 2;
        if (answer == Sat::Answer::yes)
            take(without_breaks_->starts());
        else if (answer == Sat::Answer::no)
            layers_[0].bound = 1;
    }

    // The bound may be the right one already: then all that is missing is a plan.
    void ask_with_few_breaks()
    {
        if (layers_.empty() || layers_[0].name != "breaks" || layers_[0].bound == 0 ||
            !grid_.is_simple() || planner::breaks_of(grid_, starts_) <= layers_[0].bound)
            return;
        if (!with_few_breaks_ || with_few_breaks_->most() != layers_[0].bound) {
            with_few_breaks_.emplace(grid_, layers_[0].bound, effort_.seed);
            with_few_breaks_->stop_when([&] { return clock_.is_over(); });
            if (effort_.steps > 0)
                with_few_breaks_->at_most_conflicts(effort_.steps / 100 + 1);
        }
        const auto answer = with_few_breaks_->ask();
        if (answer == Sat::Answer::yes)
            take(with_few_breaks_->starts());
        else if (answer == Sat::Answer::no)
            ++layers_[0].bound;
    }

    void look(const Encoding& encoding)
    {
        auto starts = encoding.starts();
        for (const auto& layer : layers_) {  // worse than what is known in an earlier layer?
            const int now = starts_.empty() ? 1 << 30 : cost_of(grid_, starts_, layer.name);
            const int then = cost_of(grid_, starts, layer.name);
            if (then > now)
                return;
            if (then < now)
                break;
        }
        starts_ = std::move(starts);
        rooms_ = encoding.rooms();
    }

    bool minimise_layer(Sat& sat, Encoding& encoding, Plan::Layer& layer)
    {
        const auto cost = [&] { return cost_of(grid_, starts_, layer.name); };
        std::pair told(-1, -1);
        const auto tell = [&] {
            const std::pair now(cost(), layer.bound);
            if (progress_.tell && now != told)
                progress_.tell(layer.name, now.first, now.second);
            told = now;
        };
        Watch watch;
        watch.best = cost;
        watch.stop = [&] { return clock_.is_over() || sat.is_spent(); };
        watch.turn = [&] {
            ask_without_breaks();
            ask_with_few_breaks();
        };
        watch.found = [&] {
            look(encoding);
            tell();
            return cost();
        };
        watch.bound = [&](int bound) {
            layer.bound = std::max(layer.bound, bound);
            tell();
            return layer.bound;
        };
        const auto answer = minimise(sat, encoding.costs(layer.name), watch);
        if (answer == Sat::Answer::yes)
            layer.bound = cost();
        return answer == Sat::Answer::yes;
    }

    void finish(Plan& plan)
    {
        bool proved = true;
        for (auto& layer : layers_) {
            layer.cost = cost_of(grid_, starts_, layer.name);
            if (layer.name == "breaks" && proved)
                plan.bound = layer.bound;
            proved = proved && layer.bound == layer.cost;
        }
        plan.layers = layers_;
        plan.breaks = planner::breaks_of(grid_, starts_);
        const auto desks = desks_for(grid_, starts_, rooms_);
        for (std::size_t m = 0; m < starts_.size(); ++m)
            if (starts_[m] >= 0)
                plan.meetings.push_back({static_cast<int>(m), starts_[m], rooms_[m], desks[m]});
        plan.layers.push_back({"desk-changes", desk_changes(grid_, starts_, desks), 0});
        if (!effort_.proof.empty())
            plan.is_proof_missing = plan.status != Plan::Status::optimal ||
                                    !prove_no_better(grid_of(problem_), layers_, effort_.proof,
                                                     [&] { return clock_.is_over(); });
    }

    void finish_infeasible(Plan& plan)
    {
        plan.cannot_hold_together = explain(problem_, [&] { return clock_.is_over(); });
        if (!effort_.proof.empty())
            plan.is_proof_missing = !prove_impossible(grid_of(problem_), effort_.proof,
                                                      [&] { return clock_.is_over(); });
    }

    const Problem& problem_;
    const Effort& effort_;
    const Progress& progress_;
    Clock clock_;
    Grid grid_;
    Random random_;
    std::vector<Plan::Layer> layers_;
    Starts starts_;
    std::vector<int> rooms_;
    std::optional<WithoutBreaks> without_breaks_;
    std::optional<WithFewBreaks> with_few_breaks_;
    std::int64_t turn_ = 20'000;  // conflicts
};

}  // namespace

Plan solve(const Problem& problem, const Effort& effort, const Progress& progress)
{
    return Solving(problem, effort, progress).run();
}

}  // namespace sala::planner
