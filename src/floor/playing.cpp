// SPDX-License-Identifier: Apache-2.0

#include "floor/playing.hpp"

#include "floor/entry_steps.hpp"

#include <algorithm>

namespace sala::floor {

namespace {

void drop(std::vector<std::int64_t>& list, std::int64_t id) { std::erase(list, id); }

}  // namespace

void Playing::play(const Act& act, const Rules& rules)
{
    act_ = &act;
    rules_ = &rules;
    const auto& step = act.step;
    entry_ = find(step.entry);
    switch (step.what) {
    case What::open:
        floor_.phase_ = Floor::Phase::open;
        if (!floor_.opened_at_)
            floor_.opened_at_ = act.at;
        break;
    case What::close:
        return close();
    case What::enter:
        return enter();
    case What::order:
        return put_in_order();
    case What::move:
        return move();
    case What::swap:
        return swap();
    case What::give:
        return give();
    case What::close_list:
    case What::reopen_list:
        floor_.list_open_ = step.what == What::reopen_list;
        break;
    case What::hand_over:
        floor_.chair_ = step.words;
        break;
    case What::message:
        floor_.message_ = step.words;
        break;
    case What::allot:
        return allot(floor_.entries_, step);
    default:
        return play_speech(step);
    }
}

void Playing::play_speech(const Step& step)
{
    auto* turn = floor_.turns_.empty() ? nullptr : &floor_.turns_.back();
    switch (step.what) {
    case What::start:
    case What::resume:
        if (turn && !turn->clock.running) {
            turn->clock.start(act_->at);
            turn->started = true;
        }
        break;
    case What::pause:
        if (turn && turn->clock.running)
            turn->clock.stop(act_->at);
        break;
    case What::add_time:
        if (turn)
            turn->clock.add(std::chrono::seconds{step.seconds});
        if (auto* speaks = turn ? find(turn->entry) : nullptr)
            speaks->added += step.seconds;
        break;
    case What::end:
        return finish(Status::spoken);
    case What::take_back:
        return take_back();
    case What::pass:
        return pass();
    default:
        return play_entry(step);
    }
}

void Playing::play_entry(const Step& step)
{
    if (!entry_)
        return;
    switch (step.what) {
    case What::restore:
        entry_->status = Status::waiting;
        floor_.list_.insert(step.other == 1 ? floor_.list_.begin() : floor_.list_.end(),
                            entry_->id);
        break;
    case What::withdraw:
        // Withdrew while it waited, and the chair took back what had made it wait.
        if (std::any_of(floor_.turns_.begin(), floor_.turns_.end(),
                        [&](const Turn& turn) { return turn.entry == entry_->id; }))
            break;
        leave(Status::withdrawn);
        entry_->cancelled = step.other == 1;
        break;
    case What::rule:
        entry_->ruling = step.other;
        if (entry_->status == Status::asking)
            leave(Status::ruled);
        break;
    case What::defer:
        leave(Status::waiting);
        floor_.list_.push_back(entry_->id);
        break;
    default:
        play_said_of(*entry_, step);
    }
}

Entry* Playing::find(std::int64_t id)
{
    const auto found = std::find_if(floor_.entries_.begin(), floor_.entries_.end(),
                                    [&](const Entry& one) { return one.id == id; });
    return found == floor_.entries_.end() ? nullptr : &*found;
}

void Playing::leave(Status status)
{
    drop(floor_.list_, entry_->id);
    drop(floor_.requests_, entry_->id);
    entry_->status = status;
}

void Playing::enter()
{
    const auto& step = act_->step;
    if (!act_->by_chair && stands_already(floor_.entries_, step))
        return;
    Entry entry;
    entry.id = act_->id;
    entry.kind = step.kind;
    entry.delegation = step.delegation;
    entry.person = step.person;
    entry.post = step.post;
    entry.intervention = step.intervention;
    entry.seconds = step.seconds;
    if (step.intervention != 0)
        entry.planned = step.other != 0 ? step.other : step.seconds;
    entry.rank = step.kind == Kind::order ? step.other : 0;
    entry.asked = !act_->by_chair;
    entry.entered_at = act_->at;
    entry.status = is_listed(step.kind) ? Status::waiting : Status::asking;
    if (is_listed(step.kind))
        floor_.list_.push_back(entry.id);
    else
        ask(entry);
    floor_.entries_.push_back(entry);
}

void Playing::ask(const Entry& entry)
{
    auto place = floor_.requests_.end();
    if (entry.kind == Kind::order && entry.rank > 0)
        place =
            std::find_if(floor_.requests_.begin(), floor_.requests_.end(), [&](std::int64_t id) {
                const auto* other = find(id);
                return other->kind == Kind::order && (other->rank == 0 || other->rank > entry.rank);
            });
    floor_.requests_.insert(place, entry.id);
}

void Playing::put_in_order()
{
    std::vector<std::int64_t> list;
    for (const auto id : numbers_in(act_->step.words))
        if (std::find(floor_.list_.begin(), floor_.list_.end(), id) != floor_.list_.end() &&
            std::find(list.begin(), list.end(), id) == list.end())
            list.push_back(id);
    for (const auto id : floor_.list_)
        if (std::find(list.begin(), list.end(), id) == list.end())
            list.push_back(id);
    floor_.list_ = std::move(list);
    for (auto& entry : floor_.entries_)
        entry.moved_by = 0;
}

void Playing::move()
{
    if (!entry_)
        return;
    drop(floor_.list_, entry_->id);
    const auto place = std::clamp<std::int64_t>(act_->step.other - 1, 0,
                                                static_cast<std::int64_t>(floor_.list_.size()));
    floor_.list_.insert(floor_.list_.begin() + place, entry_->id);
    entry_->moved_by = act_->number;
}

void Playing::swap()
{
    auto* other = find(act_->step.other);
    const auto one = std::find(floor_.list_.begin(), floor_.list_.end(), act_->step.entry);
    const auto two = std::find(floor_.list_.begin(), floor_.list_.end(), act_->step.other);
    if (!entry_ || !other || one == floor_.list_.end() || two == floor_.list_.end())
        return;
    std::iter_swap(one, two);
    entry_->moved_by = other->moved_by = act_->number;
}

void Playing::give()
{
    if (!entry_)
        return;
    const bool between = comes_between(entry_->kind) && !floor_.turns_.empty();
    if (between && rules_->of(entry_->kind).pauses)
        interrupt(floor_.turns_.back());
    while (!between && !floor_.turns_.empty())
        finish(Status::spoken);
    entry_ = find(act_->step.entry);
    const auto& list = floor_.list_;
    const bool waits = std::find(list.begin(), list.end(), entry_->id) != list.end();
    entry_->called_by = waits && list.front() != entry_->id ? act_->number : 0;
    leave(Status::speaking);
    if (!entry_->began_at)
        entry_->began_at = act_->at;
    Turn turn;
    turn.entry = entry_->id;
    turn.clock.limit = std::chrono::seconds{entry_->seconds + entry_->added};
    turn.clock.left = turn.clock.limit - entry_->spent;
    if (rules_->starts_at_once || between) {
        turn.clock.start(act_->at);
        turn.started = true;
    }
    floor_.turns_.push_back(turn);
}

void Playing::interrupt(Turn& turn) const
{
    turn.goes_on = turn.clock.running;
    if (turn.clock.running)
        turn.clock.stop(act_->at);
}

void Playing::finish(Status status)
{
    if (floor_.turns_.empty())
        return;
    const auto turn = floor_.turns_.back();
    floor_.turns_.pop_back();
    if (auto* spoke = find(turn.entry)) {
        spoke->spent = turn.clock.spent_at(act_->at);
        spoke->ended_at = act_->at;
        spoke->status = status;
    }
    if (floor_.turns_.empty())
        return;
    auto& before = floor_.turns_.back();
    if (std::exchange(before.goes_on, false))
        before.clock.start(act_->at);
}

void Playing::take_back()
{
    if (floor_.turns_.empty())
        return;
    const auto id = floor_.turns_.back().entry;
    const auto* entry = find(id);
    const bool listed = entry && is_listed(entry->kind);
    finish(listed ? Status::waiting : Status::asking);
    auto& back = listed ? floor_.list_ : floor_.requests_;
    back.insert(back.begin(), id);
}

void Playing::pass()
{
    if (!entry_)
        return;
    if (!floor_.turns_.empty() && floor_.turns_.back().entry == entry_->id)
        finish(Status::absent);
    leave(Status::absent);
}

void Playing::close()
{
    while (!floor_.turns_.empty())
        finish(Status::spoken);
    floor_.phase_ = Floor::Phase::closed;
}

}  // namespace sala::floor
