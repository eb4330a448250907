// SPDX-License-Identifier: Apache-2.0
//
// Whom a delegation should meet, and why: each reason is a sentence and a number of points, and the
// score is their sum.
//
// An offer that answers a need is worth (4 - priority of the need) times (4 - priority of the
// offer), 1 to 9, and a point more when one of the two is flexible. What both gain counts once
// more, by the smaller gain: mutual benefit is worth more than one-sided. A need that both have, a
// river both lie on, a meeting or confirmed terms at an earlier forum, an open commitment and one's
// own wish add to it. A “no” of the other side is not known here, and one's own takes a delegation
// off one's own list alone.

#pragma once

#include "bilateral/matching.hpp"
#include "bilateral/preference.hpp"

#include <set>

namespace sala::bilateral {

inline constexpr int points_same_need = 1;
inline constexpr int points_shared_river = 2;
inline constexpr int points_met_before = 4;
inline constexpr int points_agreed_before = 3;
inline constexpr int points_open_commitment = 3;
inline constexpr int points_would_like = 6;
inline constexpr int points_must = 12;

struct Reason {
    enum Kind {
        they_answer,
        we_answer,
        mutual,
        same_need,
        shared_river,
        met_before,
        agreed_before,
        open_commitment,
        wish
    };

    Kind kind = they_answer;
    int points = 0;
    std::int64_t topic = 0;  // of an answer or a shared need
    Text need;               // the words of what is answered, promised, or agreed on first
    Text offer;
    Text forum;              // where they met or promised; the name of a river
    std::string words = {};  // the date of a promise
};

struct Suggestion {
    std::int64_t with = 0;
    int score = 0;
    bool mutual = false;
    std::vector<Reason> reasons;  // the weightiest first
};

// How much an offer is worth to somebody with that need; 0 when the topics differ.
int points_of(const Want& need, const Want& offer);

// What speaks for the two to meet, as `self` sees it, without wishes.
Suggestion seen_by(const Matching& matching, std::int64_t self, std::int64_t other);

// For one delegation, the best first; those of equal score in the order of precedence.
std::vector<Suggestion> suggestions_for(const Matching& matching, const Known& self,
                                        const std::map<std::int64_t, Word>& own,
                                        const std::set<std::int64_t>& left_out);

// What a meeting of the two is worth to both, with what each wishes for: never with a “no”.
int benefit_of(const Matching& matching, const Wishes& wishes, std::int64_t one,
               std::int64_t other);

}  // namespace sala::bilateral
