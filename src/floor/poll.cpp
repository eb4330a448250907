// SPDX-License-Identifier: Apache-2.0

#include "floor/poll.hpp"

#include <algorithm>

namespace sala::floor {

std::string word(Card card)
{
    return card == Card::agree ? "agree" : card == Card::object ? "object" : "abstain";
}

std::optional<Card> card_named(std::string_view word)
{
    for (const auto card : {Card::agree, Card::object, Card::abstain})
        if (floor::word(card) == word)
            return card;
    return std::nullopt;
}

Sentence name_of(Card card)
{
    return card == Card::agree ? tr("Agree") : card == Card::object ? tr("Object") : tr("Abstain");
}

std::optional<Tally> Poll::tally() const
{
    if (secret)
        return is_open() ? std::nullopt : std::optional(secret_cards);
    Tally tally;
    for (const auto& ballot : ballots)
        if (ballot.card)
            tally.add(*ballot.card);
    return tally;
}

const Ballot* Poll::ballot_of(std::int64_t delegation) const
{
    const auto found = std::find_if(ballots.begin(), ballots.end(), [&](const Ballot& ballot) {
        return ballot.delegation == delegation;
    });
    return found == ballots.end() ? nullptr : &*found;
}

Allowed Poll::may_show(std::int64_t delegation, Seat seat, Card card,
                       const std::string& words) const
{
    if (!is_open())
        return conflict("poll-closed", "The poll has been closed.");
    if (seat == Seat::observer)
        return forbidden("observers-do-not-decide", "Observers take no part in decisions.");
    if (secret && ballot_of(delegation))
        return conflict("already-voted",
                        "Your delegation has taken part. A secret card cannot be found again.");
    if (!secret && card == Card::object && words.empty())
        return invalid("words", "reason-needed", "Say why you object.");
    return allowed();
}

Sentence result_of(const Poll& poll)
{
    const auto tally = poll.tally();
    return tally ? tr("Agree: {agree}. Object: {object}. Abstain: {abstain}.",
                      {{"agree", std::to_string(tally->agree)},
                       {"object", std::to_string(tally->object)},
                       {"abstain", std::to_string(tally->abstain)}})
                 : tr_count("{count} delegation has taken part.",
                            "{count} delegations have taken part.", poll.ballots.size());
}

}  // namespace sala::floor
