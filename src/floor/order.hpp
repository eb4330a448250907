// SPDX-License-Identifier: Apache-2.0
//
// The order of speakers as the rules compute it, with the reason for every place: whoever asks "why
// am I the ninth" gets the rule that put them there.

#pragma once

#include "base/instant.hpp"
#include "floor/rules.hpp"

#include <string>
#include <vector>

namespace sala::floor {

enum class Seat { member, partner, observer };
enum class Level { state, government, minister, head, deputy, representative };

// Unknown words are a member, a head of delegation: what most speakers of a forum of cities are.
Seat seat_named(std::string_view word);
Level level_named(std::string_view word);
Sentence name_of(Seat seat);
Sentence name_of(Level level);

// Somebody whose place is looked for.
struct Candidate {
    std::string key;      // unique; the last thing that decides
    std::string country;  // English name; of an organisation its own
    std::string name;     // what the list shows: city or organisation, in English
    Seat seat = Seat::member;
    Level level = Level::head;
    bool host = false;
    bool group = false;  // speaks on behalf of a group
    int number = 0;      // in the programme; 0: not in it
    std::string lot;     // under which its lot is drawn, whenever it came; empty: the key
    Instant inscribed;   // empty: did not ask, and comes after everybody who did
};

// A sentence with words in it that are translated, too: {level}, {seat}.
struct Reason {
    Sentence sentence;
    std::vector<std::pair<std::string, Sentence>> said = {};

    bool operator==(const Reason&) const = default;
};

struct Placed {
    std::string key;
    Reason reason;  // why behind the one before; of the first, why in front
};

// A total order: the same candidates and rules give the same list, however they come in.
std::vector<Placed> ordered(std::vector<Candidate> candidates, const Rules& rules);

// Where `key` comes when the number `drawn` is drawn; anybody can work it out again. Before the
// number is drawn, nobody can.
std::uint64_t lot_of(std::string_view key, std::int64_t drawn);

}  // namespace sala::floor
