// SPDX-License-Identifier: Apache-2.0

#include "planner/encoding.hpp"
#include "planner/matching.hpp"

#include <algorithm>

namespace sala::planner {

// When somebody certainly has no break, nobody may have more than fairness says.
bool Encoding::is_capped() const
{
    return grid_.fairness >= 0 && !grid_.fairness_is_soft && has_idle_party_;
}

void Encoding::encode_breaks(int party)
{
    const auto& busy = busy_[at(party)];
    Literals begins;
    for (int t = 0; t < grid_.slots; ++t)
        begins.push_back(sat_.both(busy[at(t)], t == 0 ? yes_ : -busy[at(t - 1)]));
    const auto possible = static_cast<int>(
        std::count_if(busy.begin(), busy.end(), [](Literal literal) { return literal != no_; }));
    int load = 0;
    for (const int m : grid_.parties[at(party)].meetings)
        load += grid_.meetings[at(m)].length;
    const int blocks = std::min({possible, load, (grid_.slots + 1) / 2});
    Chain& chain = breaks_.emplace_back();
    if (blocks < 2)
        return;
    const int levels = is_capped() ? std::min(blocks, grid_.fairness + 2) : blocks;
    chain = count_blocks(begins, levels);
    if (!chain.empty())
        chain.erase(chain.begin());
    if (is_capped() && static_cast<int>(chain.size()) > grid_.fairness) {
        sat_.add({-chain.back()});
        chain.pop_back();
    }
    if (has_fixed_load(party))
        encode_intervals(party, chain.empty() ? no_ : chain.front());
}

// Slot after slot: j + 1 blocks or more have begun. When fairness compares everybody with
// everybody, the count has to be right in both directions.
Literals Encoding::count_blocks(const Literals& begins, int levels)
{
    const bool exact = grid_.fairness >= 0 && !grid_.fairness_is_soft && !has_idle_party_;
    if (exact)
        return sorted_outputs(sat_, begins, levels, Ways::both);
    Literals begun(at(levels), no_);
    for (const Literal begin : begins) {
        if (begin == no_)
            continue;
        Literals now(at(levels), no_);
        for (int j = 0; j < levels; ++j) {
            const Literal one_less = j == 0 ? yes_ : begun[at(j - 1)];
            if (one_less == no_ && begun[at(j)] == no_)
                continue;
            now[at(j)] = sat_.fresh();
            sat_.add({-begun[at(j)], now[at(j)]});
            sat_.add({-begin, -one_less, now[at(j)]});
        }
        begun = now;
    }
    return begun;
}

// base[j]: everybody has j + 1 breaks or more. Who has more than j + d shows that it is so.
void Encoding::encode_fairness()
{
    if (grid_.fairness < 0 || grid_.fairness_is_soft || has_idle_party_)
        return;
    for (int j = 0; j < grid_.slots; ++j) {
        Literals above;
        for (const auto& chain : breaks_)
            if (j + grid_.fairness < static_cast<int>(chain.size()))
                above.push_back(chain[at(j + grid_.fairness)]);
        if (above.empty())
            return;
        const Literal base = sat_.any_of(above);
        for (const auto& chain : breaks_)
            sat_.add({-base, j < static_cast<int>(chain.size()) ? chain[at(j)] : no_});
    }
}

// With k slots to fill: what is not held up to t is held after it, so the last is at t + k or
// later. And who has no break is done k slots after beginning.
void Encoding::encode_intervals(int party, Literal has_break)
{
    const auto& busy = busy_[at(party)];
    int load = 0;
    for (const int m : grid_.parties[at(party)].meetings)
        load += grid_.meetings[at(m)].length;
    Literals begun;
    Literals later(at(grid_.slots), no_);
    Literal so_far = no_;
    for (int t = 0; t < grid_.slots; ++t)
        begun.push_back(so_far = sat_.any_of(Literals{so_far, busy[at(t)]}));
    so_far = no_;
    for (int t = grid_.slots - 1; t >= 0; --t)
        later[at(t)] = so_far = sat_.any_of(Literals{so_far, busy[at(t)]});
    encode_blocks(party, has_break, begun);
    for (int t = 0; t < grid_.slots; ++t) {
        const Literal after = t + load < grid_.slots ? later[at(t + load)] : no_;
        sat_.add({begun[at(t)], after});
        sat_.add({has_break, -begun[at(t)], -after});
        sat_.add({has_break, -begun[at(t)], -later[at(t)], busy[at(t)]});
    }
}

// Without a break a party's meetings fill a block of slots. Most blocks are out of the question,
// because its meetings cannot be arranged in them, and in each of the others a meeting has few
// places.
void Encoding::encode_blocks(int party, Literal has_break, const Literals& begun)
{
    const auto& meetings = grid_.parties[at(party)].meetings;
    const int load = static_cast<int>(meetings.size());
    for (const int m : meetings)
        if (grid_.meetings[at(m)].length > 1)
            return;
    std::vector<Literals> where(meetings.size() * at(grid_.slots));
    Literals blocks{has_break};
    for (int s = 0; s + load <= grid_.slots; ++s) {
        std::vector<Slots> starts;
        starts.reserve(meetings.size());
        for (const int m : meetings)
            starts.push_back(grid_.meetings[at(m)].starts & slots_between(s, s + load));
        const Literal before = s == 0 ? no_ : begun[at(s - 1)];
        if (!keep_matchable(starts)) {
            sat_.add({has_break, before, -begun[at(s)]});
            continue;
        }
        const Literal begins = sat_.both(-before, begun[at(s)]);
        blocks.push_back(begins);
        for (std::size_t i = 0; i < meetings.size(); ++i)
            for (const int t : each_of(starts[i]))
                where[i * at(grid_.slots) + at(t)].push_back(begins);
    }
    sat_.add(blocks);
    for (std::size_t i = 0; i < meetings.size(); ++i)
        for (const int t : each_of(grid_.meetings[at(meetings[i])].starts)) {
            auto clause = where[i * at(grid_.slots) + at(t)];
            clause.push_back(has_break);
            clause.push_back(-starts_at(meetings[i], t));
            sat_.add(clause);
        }
}

}  // namespace sala::planner
