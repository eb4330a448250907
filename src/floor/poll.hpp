// SPDX-License-Identifier: Apache-2.0
//
// A show of cards: agree, object, abstain, one for each delegation. Whoever objects in the open
// says why, so that an objection is never a way to say "unclear".

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "floor/order.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala::floor {

enum class Card { agree, object, abstain };
std::string word(Card card);
std::optional<Card> card_named(std::string_view word);
Sentence name_of(Card card);

// What a delegation showed. Without a card: it took part in a secret poll.
struct Ballot {
    std::int64_t id = 0;
    std::int64_t delegation = 0;
    std::optional<Card> card;
    std::string words;
    std::int64_t by = 0;
    Instant at;
};

struct Tally {
    int agree = 0;
    int object = 0;
    int abstain = 0;

    int all() const { return agree + object + abstain; }
    void add(Card card)
    {
        ++(card == Card::agree ? agree : card == Card::object ? object : abstain);
    }
    bool operator==(const Tally&) const = default;
};

// What is being decided at the moment, for those who only need to know that.
struct OpenPoll {
    std::int64_t id = 0;
    std::string question;
};

struct Poll {
    std::int64_t id = 0;
    std::int64_t sitting = 0;
    std::string question;
    bool secret = false;
    Instant opened_at;
    Instant closed_at;            // empty while it is open
    std::vector<Ballot> ballots;  // the newest of each delegation
    Tally secret_cards;

    bool is_open() const { return !closed_at; }
    // The hall may have seen who took part: of so few the sums of a secret poll tell their cards.
    bool tells_cards() const { return secret && ballots.size() < 3; }
    // Of a secret poll nothing is counted out before it is closed.
    std::optional<Tally> tally() const;
    const Ballot* ballot_of(std::int64_t delegation) const;

    // Whether the delegation may show this card now. Refuses: poll-closed,
    // observers-do-not-decide, already-voted, reason-needed.
    Allowed may_show(std::int64_t delegation, Seat seat, Card card, const std::string& words) const;
};

// The sums; of a secret poll that is open, how many took part.
Sentence result_of(const Poll& poll);

}  // namespace sala::floor
