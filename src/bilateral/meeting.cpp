// SPDX-License-Identifier: Apache-2.0

#include "bilateral/meeting.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

constexpr std::array<std::string_view, 2> side_words{"host", "guest"};
constexpr std::array<std::string_view, 6> step_words{"ask",     "accept",  "decline",
                                                     "propose", "confirm", "withdraw"};
constexpr std::array<std::string_view, 6> status_words{"asked",    "unconfirmed", "accepted",
                                                       "declined", "withdrawn",   "expired"};
constexpr int slots_max = 6;

template <class Value, std::size_t N>
std::optional<Value> named(const std::array<std::string_view, N>& words, std::string_view word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Value>(found - words.begin());
}

bool says_yes(Step step)
{
    return step == Step::ask || step == Step::propose || step == Step::accept ||
           step == Step::confirm;
}

}  // namespace

std::string_view word(Side side) { return side_words[static_cast<std::size_t>(side)]; }
std::string_view word(Step step) { return step_words[static_cast<std::size_t>(step)]; }
std::string_view word(Status status) { return status_words[static_cast<std::size_t>(status)]; }
std::optional<Side> side_named(std::string_view word) { return named<Side>(side_words, word); }
std::optional<Step> step_named(std::string_view word) { return named<Step>(step_words, word); }

Meeting Meeting::with(Act act) const
{
    auto next = *this;
    if (act.step == Step::ask || act.step == Step::propose) {
        next.manner_ = act.manner;
        next.yes_ = {Yes::none, Yes::none};  // what the other side said was about something else
    }
    if (says_yes(act.step))
        next.yes(act.side) = act.own ? Yes::own : Yes::on_behalf;
    next.declined_ |= act.step == Step::decline;
    next.withdrawn_ |= act.step == Step::withdraw;
    next.acts_.push_back(std::move(act));
    return next;
}

std::optional<Side> Meeting::side_of(std::int64_t delegation) const
{
    for (const auto side : all_sides)
        if (this->delegation(side) == delegation)
            return side;
    return std::nullopt;
}

bool Meeting::both_said_yes() const
{
    return yes(Side::host) != Yes::none && yes(Side::guest) != Yes::none;
}

Status Meeting::status(Instant now) const
{
    if (withdrawn_)
        return Status::withdrawn;
    if (declined_)
        return Status::declined;
    if (yes(Side::host) == Yes::own && yes(Side::guest) == Yes::own)
        return Status::accepted;
    if (now >= expires())
        return Status::expired;
    return both_said_yes() ? Status::unconfirmed : Status::asked;
}

bool Meeting::is_open(Instant now) const
{
    const auto is = status(now);
    return is == Status::asked || is == Status::unconfirmed;
}

std::optional<Side> Meeting::awaited(Instant now) const
{
    if (!is_open(now))
        return std::nullopt;
    if (both_said_yes())
        return yes(Side::host) == Yes::own ? Side::guest : Side::host;
    return yes(Side::host) == Yes::none ? Side::host : Side::guest;
}

bool Meeting::is_stuck(Instant now) const
{
    return is_open(now) && now - acts_.back().at > expires() - now;
}

static Refusal not_from_here(Status status)
{
    static const std::array sentences{
        tr("This ask waits for an answer."),
        tr("This meeting waits until the delegation itself confirms it."),
        tr("This meeting is agreed already."),
        tr("This meeting was declined. You may ask anew."),
        tr("This meeting was taken back. You may ask anew."),
        tr("This ask was not answered in time. You may ask anew."),
    };
    return {Refusal::conflict, {}, "not-from-here", sentences[static_cast<std::size_t>(status)]};
}

Allowed Meeting::allows(const Doing& doing) const
{
    const auto is = status(doing.at);
    const auto turn_of = awaited(doing.at);
    if (doing.step == Step::withdraw) {
        if (is == Status::accepted || turn_of)
            return allowed();
        return not_from_here(is);
    }
    if (!turn_of)
        return not_from_here(is);
    // Both said yes, and somebody has to confirm; a yes that was said already is not said again.
    if (is == Status::unconfirmed ? doing.step == Step::accept : doing.step == Step::confirm)
        return not_from_here(is);
    if (doing.side != *turn_of)
        return forbidden("not-your-turn", "It is the other delegation’s turn to answer.");
    if (doing.step == Step::confirm && doing.on_behalf && doing.speaks_for_itself)
        return forbidden("confirms-itself",
                         "This delegation has somebody who speaks for it, and confirms by itself.");
    return allowed();
}

Result<Meeting::Done> Meeting::done(const Doing& doing) const
{
    // A double click, or the same answer from a second device.
    if (doing.turn == turn() - 1 && acts_.back().step == doing.step &&
        acts_.back().side == doing.side)
        return Done{acts_.back(), true};
    if (doing.step == Step::ask ? turn() != 0 : doing.turn != turn())
        return conflict("answered-meanwhile",
                        "Somebody was faster: look at what was said meanwhile.");
    if (doing.step != Step::ask)
        if (const auto allowed_ = allows(doing); !allowed_)
            return allowed_.refusal();
    if (says_yes(doing.step) && !doing.on_behalf && doing.said_no)
        return conflict("you-said-no",
                        "You said “no” about this delegation. Take that back first; nobody else "
                        "knows of it.");
    if (doing.step == Step::decline && doing.words.empty())
        return invalid("words", "reason-needed",
                       "Say in a sentence why, so that they understand it.");
    const bool proposes = doing.step == Step::ask || doing.step == Step::propose;
    if (proposes && (doing.manner.slots < 1 || doing.manner.slots > slots_max))
        return invalid("slots", "not-that-long", "A meeting takes 1 to 6 slots.");
    return Done{{forum_, id_, turn() + 1, doing.step, doing.side,
                 !doing.on_behalf || !doing.speaks_for_itself, doing.on_behalf,
                 proposes ? doing.manner : manner_, doing.words, doing.at + doing.lives, doing.by,
                 doing.at},
                false};
}

}  // namespace sala::bilateral
