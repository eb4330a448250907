// SPDX-License-Identifier: Apache-2.0
//
// At first nothing may cost anything. When that cannot be, the solver names a group of costs one
// of which has to be paid (a core); from then on the group may cost one, and is counted as a whole
// (OLL: Andres, Kaufmann, Matheis, Schaub 2012; Morgado, Dodaro, Marques-Silva 2014). A plan that
// pays for the groups alone is the best there is.

#include "planner/minimise.hpp"

#include "planner/total.hpp"

#include <algorithm>
#include <cassert>

namespace sala::planner {
namespace {

constexpr std::int64_t shrink_conflicts = 200;   // to find out whether a core needs a member
constexpr int shrink_misses_max = 8;             // in a row; a big core mostly needs all it has
constexpr std::int64_t exhaust_conflicts = 500;  // whether a group has to pay once more
constexpr std::int64_t climb_conflicts = 100;    // whether the best plan can do without one cost
// Until another way is tried: soon at a new bound, which may be the right one.
constexpr std::int64_t short_patience = 1'000;
constexpr std::int64_t long_patience = 30'000;

class FromBelow {
public:
    FromBelow(Sat& sat, const std::vector<Chain>& chains, const Watch& watch)
        : sat_(sat),
          chains_(chains),
          watch_(watch)
    {
        for (const auto& chain : chains)
            if (!chain.empty())
                groups_.push_back({chain, 0});
    }

    Sat::Answer run()
    {
        std::int64_t patience = long_patience;
        bool is_new_bound = true;
        while (true) {
            const auto wish = wishes();
            if (watch_.bound(bound_) >= watch_.best()) {
                keep_best(wish);
                return Sat::Answer::yes;
            }
            const auto answer = sat_.solve(wish, is_new_bound ? short_patience : patience);
            if (answer == Sat::Answer::yes) {
                // Clauses and costs_of() count alike, so the plan that was found costs the bound.
                watch_.found();
                assert(watch_.best() <= bound_);
                if (watch_.best() > bound_)
                    return Sat::Answer::unknown;
            } else if (answer == Sat::Answer::no) {
                auto core = blamed(wish);
                if (core.empty())
                    return Sat::Answer::no;
                shrink(core);
                pay(core);
                is_new_bound = true;
            } else if (watch_.stop()) {
                return Sat::Answer::unknown;
            } else {
                if (watch_.turn)
                    watch_.turn();
                if (!is_new_bound) {
                    climb(wish);
                    patience += patience / 2;
                }
                is_new_bound = false;
            }
        }
    }

private:
    // Costs that are counted together; `paid` of them are in the bound.
    struct Group {
        Literals at_least;
        std::size_t paid;

        bool is_paid() const { return paid == at_least.size(); }
    };

    // For later layers. A bound that was proved elsewhere is not in the groups.
    void keep_best(const Literals& wish)
    {
        if (bound_ >= watch_.best()) {
            for (const Literal literal : wish)
                sat_.add({literal});
            return;
        }
        const auto best = static_cast<std::size_t>(watch_.best());
        const auto total = total_of(sat_, chains_, watch_.best() + 1, Ways::up);
        if (total.size() > best)
            sat_.add({-total[best]});
    }

    // What is to be tried: no group pays more than it has to.
    Literals wishes()
    {
        Literals result;
        for (auto& group : groups_) {
            for (; !group.is_paid() && group.at_least[group.paid] == yes_; ++group.paid)
                ++bound_;
            if (!group.is_paid() && group.at_least[group.paid] != no_)
                result.push_back(-group.at_least[group.paid]);
        }
        return result;
    }

    Literals blamed(const Literals& wish) const
    {
        Literals core;
        for (const Literal literal : wish)
            if (sat_.is_to_blame(literal))
                core.push_back(literal);
        return core;
    }

    void shrink(Literals& core)
    {
        int misses = 0;
        for (std::size_t n = 0; n < core.size() && core.size() > 1 && misses < shrink_misses_max;) {
            Literals fewer = core;
            fewer.erase(fewer.begin() + static_cast<long>(n));
            if (sat_.solve(fewer, shrink_conflicts) == Sat::Answer::no) {
                core = blamed(fewer);
                misses = 0;
            } else {
                ++n;
                ++misses;
            }
        }
    }

    // One of the core is paid for, and what it costs in all is counted from now on.
    void pay(const Literals& core)
    {
        Literals costs;
        for (const Literal literal : core) {
            costs.push_back(-literal);
            const auto group = std::find_if(groups_.begin(), groups_.end(), [&](const Group& of) {
                return !of.is_paid() && of.at_least[of.paid] == -literal;
            });
            assert(group != groups_.end());
            ++group->paid;
        }
        sat_.add(costs);
        ++bound_;
        if (costs.size() == 1)
            return;
        Group made{sorted_outputs(sat_, costs, static_cast<int>(costs.size()), Ways::both), 1};
        for (; !made.is_paid(); ++made.paid) {
            const Literal next = made.at_least[made.paid];
            const Literal wish[] = {-next};
            if (sat_.solve(wish, exhaust_conflicts) != Sat::Answer::no)
                break;
            sat_.add({next});
            ++bound_;
        }
        groups_.push_back(std::move(made));
    }

    // A plan from above meanwhile: one wish more at a time, and none given up that came true.
    void climb(const Literals& wish)
    {
        Literals kept;
        for (const Literal literal : wish) {
            if (watch_.stop())
                return;
            kept.push_back(literal);
            if (sat_.solve(kept, climb_conflicts) != Sat::Answer::yes)
                kept.pop_back();
            else
                watch_.found();
        }
    }

    Sat& sat_;
    const std::vector<Chain>& chains_;
    const Watch& watch_;
    std::vector<Group> groups_;
    int bound_ = 0;
};

}  // namespace

Sat::Answer minimise(Sat& sat, const std::vector<Chain>& chains, const Watch& watch)
{
    return FromBelow(sat, chains, watch).run();
}

}  // namespace sala::planner
