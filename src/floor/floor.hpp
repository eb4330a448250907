// SPDX-License-Identifier: Apache-2.0
//
// The floor of a sitting: who has it, who waits for it, how much time is left. Worked out from the
// acts and from nothing else, so that after a crash it is what it was.

#pragma once

#include "base/result.hpp"
#include "floor/clock.hpp"
#include "floor/rules.hpp"
#include "floor/step.hpp"

#include <set>
#include <vector>

namespace sala::floor {

enum class Status {
    waiting,    // in the list
    asking,     // beside the list: a point of order, a reply, a question
    speaking,   // has the floor, or had it and is interrupted
    absent,     // was called and not there
    spoken,     //
    withdrawn,  //
    ruled,      // a point of order that was ruled on without a speech
};

// Somebody who speaks, spoke or wants to.
struct Entry {
    std::int64_t id = 0;  // of the act that entered it
    Kind kind = Kind::statement;
    Status status = Status::waiting;
    std::int64_t delegation = 0;
    std::int64_t person = 0;
    std::int64_t post = 0;
    std::int64_t intervention = 0;
    std::int64_t seconds = 0;  // given to it
    std::int64_t added = 0;    // by the chair while it spoke; below zero: taken away
    std::int64_t rank = 0;     // of a point of order's category; 0: none
    bool asked = false;        // by the delegation itself
    bool substituted = false;
    std::int64_t instead_of = 0;  // person for whom somebody else speaks
    Instant entered_at;
    Instant began_at;  // when it first got the floor
    Instant ended_at;
    milliseconds spent{0};                 // spoken, over all times it had the floor
    bool corrected = false;                // how long it was
    milliseconds measured{0};              // by the clock, before somebody corrected it
    bool other_speaker = false;            // who spoke was corrected
    std::int64_t recorded_delegation = 0;  // who had the floor before that was corrected
    std::int64_t recorded_person = 0;
    std::int64_t ruling = 0;     // on a point of order, as in Step::other; 0: none yet
    std::int64_t moved_by = 0;   // number of the act by which the chair placed it, if any
    std::int64_t called_by = 0;  // of the act that gave it the floor before others in the list
    std::int64_t planned = 0;    // seconds, as the programme had them when it was last taken over
    bool cancelled = false;      // withdrawn because the programme has it no more

    // Spoke, even if the floor was taken back, and does not have it now.
    bool was_heard() const
    {
        return status == Status::spoken || (spent.count() > 0 && status != Status::speaking);
    }
    bool interrupted() const { return was_heard() && status != Status::spoken; }
    // Called and not there, or still to come.
    bool waits() const { return status == Status::waiting || status == Status::absent; }

    bool operator==(const Entry&) const = default;
};

// Whoever has the floor. Several while a speech is interrupted: the last one speaks.
struct Turn {
    std::int64_t entry = 0;
    Clock clock;
    bool started = false;
    bool goes_on = false;  // was running when it was interrupted

    bool operator==(const Turn&) const = default;
};

class Floor {
public:
    enum class Phase { before, open, closed };

    // Acts in the order of their numbers, each with the rules that held when it was done. Those
    // that were undone do not count.
    static Floor played(const std::vector<Act>& acts, const RulesInTime& rules);
    static Floor played(const std::vector<Act>& acts, const Rules& rules);

    // Whether the step may be taken now, and exactly as it is to be kept: what the step left open
    // (who is next, how many seconds) is filled in.
    // Refuses: not-open, already-open, is-closed, nobody-next, nobody-speaks, not-running,
    // already-running, clock-started, not-in-list, not-absent, list-closed, list-not-closed,
    // already-on-list, already-asked, budget-spent, not-spoken, no-such-place, no-ruling,
    // not-a-point, nothing-to-undo, words-missing, no-such-time, not-an-order, minutes-already.
    Result<Step> taken(Step step, const Rules& rules, bool by_chair) const;

    Phase phase() const { return phase_; }
    std::int64_t version() const { return version_; }  // number of the last act
    const std::vector<Entry>& entries() const { return entries_; }
    const Entry* entry(std::int64_t id) const;
    const std::vector<std::int64_t>& list() const { return list_; }          // waiting, in order
    const std::vector<std::int64_t>& requests() const { return requests_; }  // beside the list
    std::vector<std::int64_t> absent() const;
    const Turn* turn() const { return turns_.empty() ? nullptr : &turns_.back(); }
    const std::vector<Turn>& turns() const { return turns_; }
    const Entry* speaker() const;  // of the last turn; null: nobody has the floor
    // Was heard and does not come again as things are: its record may be corrected.
    bool is_over(const Entry& entry) const;
    bool list_is_open() const { return list_open_; }
    const std::string& chair() const { return chair_; }      // empty: as the programme has it
    const std::string& message() const { return message_; }  // on the screens
    std::int64_t to_undo() const { return to_undo_; }  // number of the chair's last act; 0: none
    Instant opened_at() const { return opened_at_; }   // for the first time
    const std::set<std::int64_t>& undone() const { return undone_; }  // numbers of acts

    // Everything but the version: what undoing brings back.
    bool same_as(const Floor& other) const;

private:
    friend class Playing;

    Phase phase_ = Phase::before;
    std::int64_t version_ = 0;
    std::vector<Entry> entries_;
    std::vector<std::int64_t> list_;
    std::vector<std::int64_t> requests_;
    std::vector<Turn> turns_;
    bool list_open_ = true;
    std::string chair_;
    std::string message_;
    std::int64_t to_undo_ = 0;
    Instant opened_at_;
    std::set<std::int64_t> undone_;
};

}  // namespace sala::floor
