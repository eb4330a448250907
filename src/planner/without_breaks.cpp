// SPDX-License-Identifier: Apache-2.0

#include "planner/without_breaks.hpp"

#include "planner/matching.hpp"

namespace sala::planner {

WithoutBreaks::WithoutBreaks(const Grid& grid, int seed)
    : grid_(grid),
      sat_(seed, Sat::Habit::long_question)
{
    // Nobody has more breaks than somebody who has no meeting.
    grid_.fairness = 0;
    grid_.fairness_is_soft = false;
    grid_.parties.emplace_back();
    bool changed = true;
    while (changed && !is_refuted_) {
        changed = false;
        for (const auto& party : grid_.parties)
            changed = keep_blocks(party) || changed;
        is_refuted_ = tighten(grid_).has_value();
    }
    if (!is_refuted_)
        encoding_.emplace(sat_, grid_);
}

Sat::Answer WithoutBreaks::ask(std::int64_t conflicts)
{
    if (is_refuted_)
        return Sat::Answer::no;
    const auto answer = sat_.solve({}, conflicts);
    is_refuted_ = answer == Sat::Answer::no;
    return answer;
}

// Takes away starts that are in no block the party's meetings can fill. Answers whether it did.
bool WithoutBreaks::keep_blocks(const Grid::Party& party)
{
    const auto load = static_cast<int>(party.meetings.size());
    std::vector<Slots> kept(party.meetings.size());
    for (int s = 0; s + load <= grid_.slots; ++s) {
        std::vector<Slots> starts;
        starts.reserve(party.meetings.size());
        for (const int m : party.meetings)
            starts.push_back(grid_.meetings[static_cast<std::size_t>(m)].starts &
                             slots_between(s, s + load));
        if (keep_matchable(starts))
            for (std::size_t i = 0; i < starts.size(); ++i)
                kept[i] |= starts[i];
    }
    bool changed = false;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        Slots& starts = grid_.meetings[static_cast<std::size_t>(party.meetings[i])].starts;
        changed = changed || (starts & ~kept[i]) != 0;
        starts &= kept[i];
    }
    return changed;
}

}  // namespace sala::planner
