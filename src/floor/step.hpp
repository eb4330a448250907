// SPDX-License-Identifier: Apache-2.0
//
// What is done on the floor, and the row it leaves. Every step is an act: written once, numbered
// within its sitting without a fork, and never changed; what was wrong is undone or corrected by
// another act.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "floor/kind.hpp"
#include "web/permission.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::floor {

enum class What {
    open,             // the sitting begins
    close,            // the sitting ends
    enter,            // somebody comes into the list, or asks beside it
    order,            // the list is put in order; words: entries, one after another
    move,             // an entry goes to place `other` of the list
    swap,             // two entries change places
    give,             // the floor is given; a speech that was under way has ended
    start,            // the clock starts
    pause,            //
    resume,           //
    end,              // the speech has ended
    take_back,        // the floor is taken back; the speaker comes next again
    pass,             // called, but absent
    restore,          // the absent one is back; other 1: speaks next
    substitute,       // `person` speaks instead
    name,             // `person` will speak, as the inscription has it; 0: nobody is named yet
    withdraw,         // does not want to speak any more; other 1: the programme has it no more
    close_list,       //
    reopen_list,      //
    add_time,         // `seconds` more, or fewer
    allot,            // `seconds` for all who wait, `other` on behalf of a group; or for one entry
    rule,             // on a point of order; other: 1 upheld, 2 not upheld, 3 noted
    defer,            // a request goes to the end of the list
    hand_over,        // another chair; words: who
    message,          // to the screens of the hall; words, or none
    undo,             // act number `other` did not count
    correct,          // the speech lasted `seconds`; words: why
    correct_speaker,  // it was `person` of `delegation` who spoke; words: why
    rules,            // other rules hold from here on; other: those kept under this number
};

std::string word(What what);
std::optional<What> what_named(std::string_view word);
const std::vector<What>& all_steps();
// The entries of an order, one after another.
std::vector<std::int64_t> numbers_in(std::string_view words);

// Asked for by the chair; entering and withdrawing are also a delegation's.
struct Step {
    What what = What::open;
    std::int64_t entry = 0;
    std::int64_t other = 0;  // enter: rank of the category, or seconds that the programme has
    std::int64_t seconds = 0;
    Kind kind = Kind::statement;    // enter
    std::int64_t delegation = 0;    // enter, correct_speaker
    std::int64_t person = 0;        // enter, substitute, name, correct_speaker
    std::int64_t post = 0;          // likewise
    std::int64_t intervention = 0;  // enter, from the programme
    std::string words = {};         // a reason, a ruling, a note; can be erased

    bool operator==(const Step&) const = default;
};

struct Act {
    std::int64_t id = 0;
    std::int64_t number = 0;  // 1, 2, 3 … within the sitting
    Step step;
    std::int64_t by = 0;      // login; 0: nobody any more, or the program
    bool by_chair = true;     // else by a delegation for itself
    bool rehearsed = false;   // gone when the rehearsal ends
    bool words_gone = false;  // there were words, which were erased or are past their time
    Instant at;

    bool operator==(const Act&) const = default;
};

}  // namespace sala::floor
