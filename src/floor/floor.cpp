// SPDX-License-Identifier: Apache-2.0
//
// What the floor is like. How acts change it is in playing.cpp, what may be done in asking.cpp.

#include "floor/floor.hpp"

#include "floor/asking.hpp"
#include "floor/playing.hpp"

#include <algorithm>
#include <set>

namespace sala::floor {

static bool is_correction(What what)
{
    return what == What::correct || what == What::correct_speaker;
}

Result<Step> Floor::taken(Step step, const Rules& rules, bool by_chair) const
{
    return asked_of(*this, rules, by_chair, std::move(step));
}

Floor Floor::played(const std::vector<Act>& acts, const Rules& rules)
{
    return played(acts, RulesInTime{{0, rules}});
}

Floor Floor::played(const std::vector<Act>& acts, const RulesInTime& rules)
{
    std::set<std::int64_t> undone;
    for (const auto& act : acts)
        if (act.step.what == What::undo)
            undone.insert(act.step.other);
    Playing playing;
    std::int64_t to_undo = 0;
    for (const auto& act : acts) {
        if (act.step.what == What::undo || undone.count(act.number) > 0)
            continue;
        playing.play(act, rules_at(rules, act.number));
        // What was corrected on the record is corrected there again, and rules are changed back
        // where they were changed: not by a key of the floor.
        if (act.by_chair && !is_correction(act.step.what) && act.step.what != What::rules)
            to_undo = act.number;
    }
    auto floor = std::move(playing.floor_);
    floor.version_ = acts.empty() ? 0 : acts.back().number;
    floor.to_undo_ = to_undo;
    floor.undone_ = std::move(undone);
    return floor;
}

const Entry* Floor::entry(std::int64_t id) const
{
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& one) { return one.id == id; });
    return found == entries_.end() ? nullptr : &*found;
}

const Entry* Floor::speaker() const
{
    return turns_.empty() ? nullptr : entry(turns_.back().entry);
}

std::vector<std::int64_t> Floor::absent() const
{
    std::vector<std::int64_t> all;
    for (const auto& entry : entries_)
        if (entry.status == Status::absent)
            all.push_back(entry.id);
    return all;
}

bool Floor::is_over(const Entry& entry) const
{
    const bool may_come = entry.status == Status::waiting || entry.status == Status::asking;
    return entry.was_heard() && (!may_come || phase_ == Phase::closed);
}

bool Floor::same_as(const Floor& other) const
{
    return phase_ == other.phase_ && entries_ == other.entries_ && list_ == other.list_ &&
           requests_ == other.requests_ && turns_ == other.turns_ &&
           list_open_ == other.list_open_ && chair_ == other.chair_ && message_ == other.message_;
}

}  // namespace sala::floor
