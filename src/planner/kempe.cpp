// SPDX-License-Identifier: Apache-2.0

#include "planner/kempe.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace sala::planner {
namespace {

struct Step {
    int meeting;
    int to;
};

class Walk {
public:
    Walk(const Grid& grid, Starts& starts)
        : grid_(grid),
          starts_(starts),
          busy_(busy_of(grid, starts)),
          with_breaks_(grid.parties.size()),
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
        for (std::size_t p = 0; p < busy_.size(); ++p) {
            note(busy_[p], 1);
            with_breaks_.set(static_cast<int>(p), breaks_of(busy_[p]) > 0);
        }
        for (const auto& meeting : grid.meetings) {
            first_party_.push_back(static_cast<int>(parties_.size()));
            parties_.insert(parties_.end(), meeting.parties.begin(), meeting.parties.end());
            may_begin_.push_back(meeting.starts);
        }
        first_party_.push_back(static_cast<int>(parties_.size()));
    }

    // What is missing to close a break counts a little, so that the walk feels when it is about to
    // close; fairness weighs more than breaks, but can be paid for a while.
    int cost_of(Slots busy) const
    {
        return break_cost * (breaks_of(busy) + over_weight * over(busy)) + moves_to_close(busy);
    }
    int breaks() const { return breaks_; }
    bool is_fair() const { return unfair_ == 0; }
    // The meetings of the last move.
    const std::vector<int>& moved() const { return chain_; }

    // A meeting at an end of a block of some party, to a slot beside one of its blocks: that party
    // has no break more afterwards, and most other steps would only give breaks. Every other party
    // is one that has breaks: at the end they are few.
    std::optional<Step> promising(Random& random)
    {
        const int p = !with_breaks_.empty() && random.below(2) == 0
                          ? with_breaks_.draw(random)
                          : random.below(static_cast<int>(busy_.size()));
        const Slots busy = busy_[index(p)];
        const Slots ends = busy & ~((busy << 1) & (busy >> 1));
        const Slots beside = ~busy & ((busy << 1) | (busy >> 1)) & slots_before(grid_.slots);
        if (ends == 0 || beside == 0)
            return std::nullopt;
        return Step{holder(p, any_of(ends, random)), any_of(beside, random)};
    }

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
            if (!has(may_begin_[index(member)], to))
                return std::nullopt;
            for (const int p : parties_of(member)) {
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
            for (const int p : parties_of(m))
                holder(p, starts_[index(m)]) = -1;
        for (const int m : chain_) {
            auto& at = starts_[index(m)];
            at = at == from_ ? to_ : from_;
            for (const int p : parties_of(m))
                holder(p, at) = m;
        }
        for (const int p : ends_) {
            Slots& busy = busy_[index(p)];
            note(busy, -1);
            busy ^= slot(from_) | slot(to_);
            note(busy, 1);
            with_breaks_.set(p, breaks_of(busy) > 0);
        }
        load_[index(to_)] += balance_;
        load_[index(from_)] -= balance_;
    }

private:
    static constexpr int break_cost = 6;
    static constexpr int over_weight = 2;
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    int& holder(int party, int t) { return holder_[index(party) * index(grid_.slots) + index(t)]; }
    std::span<const int> parties_of(int m) const
    {
        return std::span(parties_).subspan(
            index(first_party_[index(m)]),
            index(first_party_[index(m) + 1] - first_party_[index(m)]));
    }

    static int any_of(Slots slots, Random& random)
    {
        for (int skip = random.below(count(slots)); skip > 0; --skip)
            slots &= slots - 1;
        return first_of(slots);
    }

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
    // What the grid says of its meetings, one after another: a step looks at a few of them only.
    std::vector<int> first_party_;
    std::vector<int> parties_;
    std::vector<Slots> may_begin_;
    std::vector<Slots> busy_;
    Drawn with_breaks_;  // parties
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

namespace {

// The best plan so far. Only what has moved since it was kept is copied into it.
class Best {
public:
    explicit Best(const Starts& starts) : now_(starts), kept_(starts) {}

    void note(const std::vector<int>& moved)
    {
        if (moved_.size() < now_.size())
            moved_.insert(moved_.end(), moved.begin(), moved.end());
    }
    void keep()
    {
        if (moved_.size() >= now_.size())
            kept_ = now_;
        for (const int m : moved_)
            kept_[static_cast<std::size_t>(m)] = now_[static_cast<std::size_t>(m)];
        moved_.clear();
    }
    const Starts& kept() const { return kept_; }

private:
    const Starts& now_;
    Starts kept_;
    std::vector<int> moved_;
};

std::vector<int> movable_of(const Grid& grid)
{
    std::vector<int> movable;
    for (std::size_t m = 0; m < grid.meetings.size(); ++m)
        if (count(grid.meetings[m].starts) > 1)
            movable.push_back(static_cast<int>(m));
    return movable;
}

Step anywhere(const Grid& grid, const std::vector<int>& movable, Random& random)
{
    const int nth = random.below(static_cast<int>(movable.size()));
    return {movable[static_cast<std::size_t>(nth)], random.below(grid.slots)};
}

}  // namespace

bool anneal(const Grid& grid, Starts& starts, Random& random, const Annealing& how)
{
    const auto movable = movable_of(grid);
    Best best(starts);
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
        const auto next = random.below(8) < how.promising
                              ? walk.promising(random)
                              : std::optional(anywhere(grid, movable, random));
        if (!next)
            continue;
        const auto [m, t] = *next;
        if (t == starts[static_cast<std::size_t>(m)] ||
            !has(grid.meetings[static_cast<std::size_t>(m)].starts, t))
            continue;
        const auto change = walk.try_move(m, t);
        if (!change || (*change > 0 && random.real() >= std::exp(-*change / heat)))
            continue;
        walk.move();
        best.note(walk.moved());
        const bool fairer = walk.is_fair() && !fair;
        if (fairer || (walk.breaks() < least && walk.is_fair() == fair)) {
            least = walk.breaks();
            fair = walk.is_fair();
            best.keep();
        }
    }
    starts = best.kept();
    return fair;
}

}  // namespace sala::planner
