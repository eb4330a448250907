// SPDX-License-Identifier: Apache-2.0

#include "floor/asking.hpp"

#include <algorithm>

namespace sala::floor {

namespace {

using Answer = Result<Step>;

Refusal not_in_list()
{
    return conflict("not-in-list", "This speaker is not in the list any more.");
}

bool is_in(const std::vector<std::int64_t>& list, std::int64_t id)
{
    return std::find(list.begin(), list.end(), id) != list.end();
}

// What can be done before the sitting has begun, and after it has ended.
bool fits(What what, Floor::Phase phase)
{
    switch (what) {
    case What::enter:
    case What::order:
    case What::move:
    case What::swap:
    case What::withdraw:
    case What::substitute:
    case What::name:
    case What::close_list:
    case What::reopen_list:
    case What::hand_over:
    case What::allot:
        return phase != Floor::Phase::closed;
    case What::open:
    case What::message:
    case What::undo:
    case What::correct:
    case What::correct_speaker:
    case What::rules:
        return true;
    default:
        return phase == Floor::Phase::open;
    }
}

// One function for each thing that is asked.
class Asking {
public:
    Asking(const Floor& floor, const Rules& rules, bool by_chair)
        : floor_(floor),
          rules_(rules),
          by_chair_(by_chair)
    {
    }

    Answer answer(Step step) const
    {
        if (!fits(step.what, floor_.phase()))
            return floor_.phase() == Floor::Phase::closed
                       ? conflict("is-closed", "The sitting has been closed.")
                       : conflict("not-open", "The sitting has not been opened yet.");
        switch (step.what) {
        case What::open:
            return floor_.phase() == Floor::Phase::open
                       ? Answer(conflict("already-open", "The sitting is open already."))
                       : Answer(step);
        case What::enter:
            return enter(std::move(step));
        case What::give:
            return give(std::move(step));
        case What::start:
        case What::pause:
        case What::resume:
        case What::add_time:
        case What::end:
        case What::take_back:
            return speech(std::move(step));
        case What::close_list:
        case What::reopen_list:
            return list(std::move(step));
        case What::undo:
            return undo(std::move(step));
        default:
            return of_entry(std::move(step));
        }
    }

private:
    Answer enter(Step step) const
    {
        if (step.kind == Kind::chair && !by_chair_)
            return forbidden("not-an-order", "Only the chair speaks as the chair.");
        if (step.seconds == 0)
            step.seconds = rules_.of(step.kind).seconds;
        // General Assembly, rule 73: the chair may "declare the list closed", and may "accord the
        // right of reply" all the same.
        if (is_listed(step.kind) && !floor_.list_is_open() && !by_chair_)
            return conflict("list-closed", "The list of speakers is closed. The chair can reopen "
                                           "it.");
        for (const auto& entry : floor_.entries()) {
            if (by_chair_ || entry.delegation != step.delegation || entry.kind != step.kind)
                continue;
            if (entry.status == Status::waiting)
                return conflict("already-on-list", "Your delegation is in the list already.");
            if (entry.status == Status::asking)
                return conflict("already-asked", "Your delegation has asked for this already.");
        }
        // What the programme promised is promised: a budget never keeps a sitting from opening.
        if (rules_.budget_seconds > 0 && rules_.of(step.kind).budgeted && step.delegation > 0 &&
            step.intervention == 0 &&
            budget_of(floor_, rules_, step.delegation).used() + step.seconds >
                rules_.budget_seconds)
            return conflict("budget-spent",
                            "This would be more than the {minutes} minutes that a delegation has "
                            "altogether.",
                            {{"minutes", std::to_string(rules_.budget_seconds / 60)}});
        return step;
    }

    Answer give(Step step) const
    {
        if (step.entry == 0 && !floor_.list().empty())
            step.entry = floor_.list().front();
        if (step.entry == 0)
            return conflict("nobody-next", "Nobody is waiting in the list.");
        if (is_in(floor_.list(), step.entry) || is_in(floor_.requests(), step.entry))
            return step;
        return not_in_list();
    }

    Answer speech(Step step) const
    {
        const auto* turn = floor_.turn();
        if (!turn)
            return conflict("nobody-speaks", "Nobody has the floor.");
        if (step.what == What::start && turn->started)
            return conflict("clock-started", "The clock has been started already.");
        if (step.what == What::pause && !turn->clock.running)
            return conflict("not-running", "The clock is not running.");
        if (step.what == What::resume && (turn->clock.running || !turn->started))
            return conflict("already-running", "The clock is running, or was never started.");
        if (step.what == What::add_time &&
            (step.seconds == 0 || step.seconds < -3600 || step.seconds > 3600))
            return invalid("seconds", "no-such-time", "Add or take away up to an hour.");
        step.entry = turn->entry;
        return step;
    }

    Answer list(Step step) const
    {
        if (step.what == What::close_list && !floor_.list_is_open())
            return conflict("list-closed", "The list is closed already.");
        if (step.what == What::reopen_list && floor_.list_is_open())
            return conflict("list-not-closed", "The list is open.");
        return step;
    }

    Answer undo(Step step) const
    {
        if (floor_.to_undo() == 0)
            return conflict("nothing-to-undo", "There is nothing to undo.");
        step.other = floor_.to_undo();
        return step;
    }

    Answer of_entry(Step step) const
    {
        switch (step.what) {
        case What::hand_over:
            return step.words.empty()
                       ? Answer(invalid("words", "words-missing", "Say who chairs from now on."))
                       : Answer(step);
        case What::order:
        case What::message:
        case What::close:
        case What::rules:
            return step;
        case What::move:
        case What::swap:
            return place(std::move(step));
        case What::allot:
            if (step.entry == 0)
                return allot(std::move(step));
            break;
        case What::pass:
            if (step.entry == 0)
                step.entry = floor_.turn()           ? floor_.turn()->entry
                             : floor_.list().empty() ? 0
                                                     : floor_.list().front();
            break;
        default:
            break;
        }
        const auto* entry = floor_.entry(step.entry);
        if (!entry)
            return not_in_list();
        return status(std::move(step), *entry);
    }

    Answer allot(Step step) const
    {
        if (with_other_minutes(floor_, rules_).empty())
            return conflict("minutes-already",
                            "All who wait have the minutes of the rules already.");
        step.seconds = rules_.of(Kind::statement).seconds;
        step.other = rules_.of(Kind::group).seconds;
        return step;
    }

    Answer place(Step step) const
    {
        if (!is_in(floor_.list(), step.entry))
            return not_in_list();
        if (step.what == What::swap &&
            (!is_in(floor_.list(), step.other) || step.other == step.entry))
            return not_in_list();
        if (step.what == What::move &&
            (step.other < 1 || step.other > static_cast<std::int64_t>(floor_.list().size())))
            return invalid("other", "no-such-place", "The list has no such place.");
        return step;
    }

    Answer status(Step step, const Entry& entry) const
    {
        const bool listed = entry.status == Status::waiting;
        const bool asking = entry.status == Status::asking;
        const bool speaks = floor_.turn() && floor_.turn()->entry == entry.id;
        switch (step.what) {
        case What::pass:
            return listed || speaks ? Answer(step) : Answer(not_in_list());
        case What::restore:
            return entry.status == Status::absent
                       ? Answer(step)
                       : Answer(conflict("not-absent", "This speaker is not among the absent."));
        case What::withdraw:
            return entry.waits() || asking ? Answer(step) : Answer(not_in_list());
        case What::name:
        case What::allot:
            return entry.waits() ? Answer(step) : Answer(not_in_list());
        case What::substitute:
            return listed || asking || entry.status == Status::absent || speaks
                       ? Answer(step)
                       : Answer(not_in_list());
        case What::defer:
            return asking ? Answer(step) : Answer(not_in_list());
        case What::rule:
            if (entry.kind != Kind::order)
                return conflict("not-a-point", "Only a point of order is ruled on.");
            return step.other >= 1 && step.other <= 3
                       ? Answer(step)
                       : Answer(invalid("other", "no-ruling", "Say how the chair rules."));
        default:
            break;
        }
        // A correction.
        if (!floor_.is_over(entry))
            return conflict("not-spoken", "Only a speech that has ended is corrected.");
        if (step.words.empty())
            return invalid("words", "words-missing", "Say why the record is corrected.");
        if (step.what == What::correct_speaker)
            return step;
        if (step.seconds < 0 || step.seconds > 24L * 3600)
            return invalid("seconds", "no-such-time", "A speech lasts up to a day.");
        return step;
    }

    const Floor& floor_;
    const Rules& rules_;
    const bool by_chair_;
};

}  // namespace

Result<Step> asked_of(const Floor& floor, const Rules& rules, bool by_chair, Step step)
{
    return Asking(floor, rules, by_chair).answer(std::move(step));
}

}  // namespace sala::floor
