// SPDX-License-Identifier: Apache-2.0

#include "planner/kempe.hpp"

#include <algorithm>
#include <cmath>

namespace sala::planner {
namespace {

class Walk {
public:
    Walk(const Grid& grid, Starts& starts)
        : grid_(grid),
          starts_(starts),
          busy_(busy_of(grid, starts)),
          load_(static_cast<std::size_t>(grid.slots)),
          seen_(grid.meetings.size()),
          order_of_(grid.meetings.size()),
          holder_(grid.parties.size() * static_cast<std::size_t>(grid.slots), -1)
    {
        for (std::size_t m = 0; m < starts.size(); ++m) {
            ++load_[index(starts[m])];
            for (const int p : grid.meetings[m].parties)
                holder(p, starts[m]) = static_cast<int>(m);
        }
        for (const auto& [first, second] : grid.order) {
            order_of_[index(first)].push_back({second, true});
            order_of_[index(second)].push_back({first, false});
        }
        for (const Slots busy : busy_)
            note(busy, 1);
    }

    // Idle slots count a little, so that the walk feels when a break is about to close; fairness
    // weighs more than breaks, but can be paid for a while.
    int cost_of(Slots busy) const
    {
        return break_cost * (breaks_of(busy) + over_weight * over(busy)) + idle_slots_of(busy);
    }
    int breaks() const { return breaks_; }
    bool is_fair() const { return unfair_ == 0; }

    // The change of cost when m goes to slot t and its chain with it; nothing when it cannot.
    std::optional<int> try_move(int m, int t)
    {
        const int from = starts_[index(m)];
        ++stamp_;
        chain_.clear();
        ends_.clear();
        int balance = 0;  // how many more meetings t has afterwards
        push(m);
        for (std::size_t n = 0; n < chain_.size(); ++n) {
            const int member = chain_[n];
            const bool leaves = starts_[index(member)] == from;
            balance += leaves ? 1 : -1;
            const int to = leaves ? t : from;
            if (!has(grid_.meetings[index(member)].starts, to))
                return std::nullopt;
            for (const int p : grid_.meetings[index(member)].parties) {
                const int other = holder(p, to);
                if (other < 0)
                    ends_.push_back(p);
                else
                    push(other);
            }
        }
        if (load_[index(t)] + balance > grid_.desks[index(t)] ||
            load_[index(from)] - balance > grid_.desks[index(from)] || breaks_order(from, t))
            return std::nullopt;
        from_ = from;
        to_ = t;
        balance_ = balance;
        int change = 0;
        const Slots both = slot(from) | slot(t);
        for (const int p : ends_)
            change += cost_of(busy_[index(p)] ^ both) - cost_of(busy_[index(p)]);
        return change;
    }

    void move()
    {
        for (const int m : chain_)
            for (const int p : grid_.meetings[index(m)].parties)
                holder(p, starts_[index(m)]) = -1;
        for (const int m : chain_) {
            auto& at = starts_[index(m)];
            at = at == from_ ? to_ : from_;
            for (const int p : grid_.meetings[index(m)].parties)
                holder(p, at) = m;
        }
        for (const int p : ends_) {
            Slots& busy = busy_[index(p)];
            note(busy, -1);
            busy ^= slot(from_) | slot(to_);
            note(busy, 1);
        }
        load_[index(to_)] += balance_;
        load_[index(from_)] -= balance_;
    }

private:
    static constexpr int break_cost = 6;
    static constexpr int over_weight = 2;
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    int& holder(int party, int t) { return holder_[index(party) * index(grid_.slots) + index(t)]; }

    void note(Slots busy, int sign)
    {
        breaks_ += sign * breaks_of(busy);
        unfair_ += sign * over(busy);
    }
    int over(Slots busy) const
    {
        return grid_.fairness >= 0 ? std::max(0, breaks_of(busy) - grid_.fairness) : 0;
    }

    void push(int m)
    {
        if (seen_[index(m)] == stamp_)
            return;
        seen_[index(m)] = stamp_;
        chain_.push_back(m);
    }

    bool breaks_order(int from, int t) const
    {
        if (grid_.order.empty())
            return false;
        const auto after = [&](int m) {
            const int at = starts_[index(m)];
            return seen_[index(m)] != stamp_ ? at : at == from ? t : from;
        };
        for (const int m : chain_)
            for (const auto& [other, comes_later] : order_of_[index(m)])
                if (comes_later ? after(other) <= after(m) : after(other) >= after(m))
                    return true;
        return false;
    }

    const Grid& grid_;
    Starts& starts_;
    std::vector<Slots> busy_;
    std::vector<int> load_;
    std::vector<std::uint32_t> seen_;
    std::vector<std::vector<std::pair<int, bool>>> order_of_;
    std::vector<int> holder_;  // party, slot
    std::vector<int> chain_;
    std::vector<int> ends_;  // parties that change one slot for the other
    std::uint32_t stamp_ = 0;
    int from_ = 0, to_ = 0, balance_ = 0;
    int breaks_ = 0;
    int unfair_ = 0;  // breaks beyond what fairness allows
};

}  // namespace

bool anneal(const Grid& grid, Starts& starts, Random& random, const Annealing& how)
{
    std::vector<int> movable;
    for (std::size_t m = 0; m < grid.meetings.size(); ++m)
        if (count(grid.meetings[m].starts) > 1)
            movable.push_back(static_cast<int>(m));
    Starts best = starts;
    Walk walk(grid, starts);
    int least = walk.breaks();
    bool fair = walk.is_fair();
    constexpr std::int64_t round = 1024;
    double heat = how.warm;
    for (std::int64_t step = 0; step < how.steps && !movable.empty(); ++step) {
        if (step % round == 0) {
            const auto done = static_cast<double>(step) / static_cast<double>(how.steps);
            heat =
                how.warm * std::pow(how.cold / how.warm, how.progress ? how.progress(done) : done);
            if ((fair && least <= how.enough) || (how.stop && how.stop(step)))
                break;
        }
        const int m =
            movable[static_cast<std::size_t>(random.below(static_cast<int>(movable.size())))];
        const int t = random.below(grid.slots);
        if (t == starts[static_cast<std::size_t>(m)] ||
            !has(grid.meetings[static_cast<std::size_t>(m)].starts, t))
            continue;
        const auto change = walk.try_move(m, t);
        if (!change || (*change > 0 && random.real() >= std::exp(-*change / heat)))
            continue;
        walk.move();
        if ((walk.breaks() < least || !fair) && (walk.is_fair() || !fair)) {
            const bool fairer = walk.is_fair() && !fair;
            if (!fairer && walk.breaks() >= least)
                continue;
            least = walk.breaks();
            best = starts;
            fair = walk.is_fair();
        }
    }
    starts = best;
    return fair;
}

}  // namespace sala::planner
