// SPDX-License-Identifier: Apache-2.0

#include "planner/total.hpp"

#include <algorithm>
#include <cassert>

namespace sala::planner {
namespace {

class FromBelow {
public:
    FromBelow(Sat& sat, const std::vector<Chain>& chains, int most, const Watch& watch)
        : sat_(sat),
          chains_(chains),
          watch_(watch),
          total_(total_of(sat, chains, most, Ways::both))
    {
    }

    // Below the bound is proved and above it is searched, with more patience each time; what is
    // learned on one side helps on the other.
    Sat::Answer run()
    {
        raise_alone();
        for (std::int64_t patience = 3'000;; patience += patience / 2) {
            const int best = watch_.best();
            if (bound_ >= best) {
                keep(best);
                return Sat::Answer::yes;
            }
            const auto below = try_cost(bound_, patience);
            if (below == Sat::Answer::yes) {
                // Clauses and costs_of() count alike, so the plan that was found costs the bound.
                assert(watch_.best() <= bound_);
                if (watch_.best() > bound_)
                    return Sat::Answer::unknown;
                continue;
            }
            if (below == Sat::Answer::no) {
                if (impossible_)
                    return Sat::Answer::no;
                continue;
            }
            if (watch_.stop())
                return Sat::Answer::unknown;
            const int above = std::max(bound_ + 1, best - 1 - (best - bound_) / 4);
            if (above < best)
                try_cost(above, patience / 2);
            if (watch_.stop())
                return Sat::Answer::unknown;
        }
    }

private:
    // What one party has to pay whatever the others do is found quickly.
    void raise_alone()
    {
        int paid = 0;
        for (const auto& chain : chains_)
            for (const Literal cost : chain) {
                const Literal wish[] = {-cost};
                if (cost != yes_ && (cost == no_ || sat_.solve(wish, 100) != Sat::Answer::no ||
                                     !sat_.is_to_blame(-cost)))
                    break;
                sat_.add({cost});
                ++paid;
            }
        if (paid > 0)
            raise(paid);
    }

    // Is there a plan that costs no more?
    Sat::Answer try_cost(int cost, std::int64_t patience)
    {
        Literals wish;
        if (cost < static_cast<int>(total_.size()))
            wish.push_back(-total_[static_cast<std::size_t>(cost)]);
        const auto answer = sat_.solve(wish, patience);
        if (answer == Sat::Answer::yes)
            watch_.found();
        if (answer == Sat::Answer::no) {
            impossible_ = wish.empty() || !sat_.is_to_blame(wish[0]);
            if (!impossible_)
                raise(cost + 1);
        }
        return answer;
    }

    void keep(int best)
    {
        if (best < static_cast<int>(total_.size()))
            sat_.add({-total_[static_cast<std::size_t>(best)]});
    }

    void raise(int to)
    {
        bound_ = to;
        for (int j = 0; j < std::min(to, static_cast<int>(total_.size())); ++j)
            sat_.add({total_[static_cast<std::size_t>(j)]});
        watch_.bound(to);
    }

    Sat& sat_;
    const std::vector<Chain>& chains_;
    const Watch& watch_;
    Literals total_;
    int bound_ = 0;
    bool impossible_ = false;
};

}  // namespace

Literals total_of(Sat& sat, const std::vector<Chain>& chains, int most, Ways ways)
{
    std::size_t longest = 0;
    for (const auto& chain : chains)
        longest = std::max(longest, chain.size());
    Literals sum;
    for (std::size_t j = 0; j < longest; ++j) {
        Literals level;
        for (const auto& chain : chains)
            level.push_back(j < chain.size() ? chain[j] : no_);
        sum = merged_counts(sat, sum, sorted_outputs(sat, level, most, ways), most, ways);
    }
    return sum;
}

Sat::Answer minimise(Sat& sat, const std::vector<Chain>& chains, int most, const Watch& watch)
{
    return FromBelow(sat, chains, most, watch).run();
}

}  // namespace sala::planner
