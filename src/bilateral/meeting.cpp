// SPDX-License-Identifier: Apache-2.0

#include "bilateral/meeting.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

constexpr std::array<std::string_view, guests_max + 1> side_words{
    "host", "guest", "guest-2", "guest-3", "guest-4", "guest-5", "guest-6", "guest-7"};
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

Meeting::Meeting(std::int64_t forum, Id<Meeting> id, std::vector<std::int64_t> parties)
    : forum_(forum),
      id_(id),
      parties_(std::move(parties)),
      yes_(parties_.size(), Yes::none)
{
    for (std::size_t n = 0; n < parties_.size(); ++n)
        sides_.push_back(static_cast<Side>(n));
}

Meeting Meeting::with(Act act) const
{
    auto next = *this;
    if (act.step == Step::ask || act.step == Step::propose) {
        next.manner_ = act.manner;
        next.yes_.assign(parties_.size(), Yes::none);  // what others said was about something else
    }
    if (says_yes(act.step))
        next.yes(act.side) = act.own ? Yes::own : Yes::on_behalf;
    if (is_alone(act)) {
        next.gone_.push_back(act.side);
    } else {
        next.declined_ |= act.step == Step::decline;
        next.withdrawn_ |= act.step == Step::withdraw;
    }
    next.acts_.push_back(std::move(act));
    return next;
}

bool Meeting::is_alone(const Act& act) const
{
    return (act.step == Step::decline || act.step == Step::withdraw) && act.side != Side::host &&
           taking_part().size() > 2;
}

std::optional<Side> Meeting::side_of(std::int64_t delegation) const
{
    for (const auto side : sides_)
        if (this->delegation(side) == delegation)
            return side;
    return std::nullopt;
}

bool Meeting::takes_part(Side side) const
{
    return std::find(gone_.begin(), gone_.end(), side) == gone_.end();
}

bool Meeting::meets(std::int64_t delegation) const
{
    const auto side = side_of(delegation);
    return side && takes_part(*side);
}

std::vector<Side> Meeting::taking_part() const
{
    std::vector<Side> some;
    std::copy_if(sides_.begin(), sides_.end(), std::back_inserter(some),
                 [&](Side side) { return takes_part(side); });
    return some;
}

std::vector<Side> Meeting::others(Side side) const
{
    auto some = taking_part();
    std::erase(some, side);
    return some;
}

std::vector<std::int64_t> Meeting::delegations() const
{
    std::vector<std::int64_t> all;
    for (const auto side : taking_part())
        all.push_back(delegation(side));
    return all;
}

std::vector<std::int64_t> Meeting::whom_meets(Side side) const
{
    std::vector<std::int64_t> all;
    for (const auto other : others(side))
        all.push_back(delegation(other));
    return all;
}

bool Meeting::all_said(Yes at_least) const
{
    const auto here = taking_part();
    return std::all_of(here.begin(), here.end(), [&](Side side) { return yes(side) >= at_least; });
}

Status Meeting::status(Instant now) const
{
    if (withdrawn_)
        return Status::withdrawn;
    if (declined_)
        return Status::declined;
    if (all_said(Yes::own))
        return Status::accepted;
    if (now >= expires())
        return Status::expired;
    return all_said(Yes::on_behalf) ? Status::unconfirmed : Status::asked;
}

Status Meeting::status_for(Side side, Instant now) const
{
    return takes_part(side) ? status(now) : Status::declined;
}

bool Meeting::is_open(Instant now) const
{
    const auto is = status(now);
    return is == Status::asked || is == Status::unconfirmed;
}

std::vector<Side> Meeting::awaited(Instant now) const
{
    std::vector<Side> all;
    if (!is_open(now))
        return all;
    const auto lacks = all_said(Yes::on_behalf) ? Yes::on_behalf : Yes::none;
    for (const auto side : taking_part())
        if (yes(side) == lacks)
            all.push_back(side);
    return all;
}

bool Meeting::awaits(Side side, Instant now) const
{
    const auto all = awaited(now);
    return std::find(all.begin(), all.end(), side) != all.end();
}

bool Meeting::is_stuck(Instant now) const
{
    return is_open(now) && now - acts_.back().at > expires() - now;
}

bool Meeting::can_withdraw(Side side, Instant now) const
{
    if (!takes_part(side))
        return false;
    return status(now) == Status::accepted ||
           (is_open(now) && (side == Side::host || !awaits(side, now)));
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
    const auto is = status_for(doing.side, doing.at);
    if (doing.step == Step::withdraw) {
        if (can_withdraw(doing.side, doing.at))
            return allowed();
        if (awaits(doing.side, doing.at))
            return forbidden("decline-instead",
                             "You are asked: decline, and say in a sentence why. Only who asked "
                             "takes it back.");
        return not_from_here(is);
    }
    if (is != Status::asked && is != Status::unconfirmed)
        return not_from_here(is);
    // All said yes, and somebody has to confirm; a yes that was said already is not said again.
    if (is == Status::unconfirmed ? doing.step == Step::accept : doing.step == Step::confirm)
        return not_from_here(is);
    if (!awaits(doing.side, doing.at))
        return forbidden("not-your-turn", "It is the other delegation’s turn to answer.");
    if (doing.step == Step::confirm && doing.on_behalf && doing.speaks_for_itself)
        return forbidden(
            "confirms-itself",
            "This delegation has, or once had, somebody who speaks for it, and confirms "
            "by itself.");
    return allowed();
}

// A double click, or the same answer from a second device, word for word: what says something else
// is another act. Of several, others may have answered in between.
const Act* Meeting::repeated(const Doing& doing) const
{
    const auto says_the_same = [&](const Act& act) {
        return act.step == doing.step && act.side == doing.side && act.words == doing.words &&
               (act.step != Step::propose || act.manner == doing.manner);
    };
    for (const auto& act : acts_) {
        const bool is_new = is_of_several() ? act.number > doing.turn
                                            : act.number == turn() && doing.turn == turn() - 1;
        if (is_new && says_the_same(act))
            return &act;
    }
    return nullptr;
}

// That one of several guests said yes or no for itself is nothing another has to look at first.
bool Meeting::saw_enough(const Doing& doing) const
{
    if (doing.step == Step::ask)
        return turn() == 0;
    if (doing.turn < 1 || doing.turn > turn())
        return false;
    return std::all_of(acts_.begin() + doing.turn, acts_.end(), [&](const Act& act) {
        return is_of_several() && act.side != doing.side && act.side != Side::host &&
               (act.step == Step::accept || act.step == Step::confirm ||
                act.step == Step::decline || act.step == Step::withdraw);
    });
}

Result<Meeting::Done> Meeting::done(const Doing& doing) const
{
    if (const auto* act = repeated(doing))
        return Done{*act, true};
    if (!saw_enough(doing))
        return conflict("answered-meanwhile",
                        "Somebody was faster: look at what was said meanwhile.");
    if (doing.step != Step::ask)
        if (const auto allowed_ = allows(doing); !allowed_)
            return allowed_.refusal();
    if (says_yes(doing.step) && !doing.on_behalf && doing.said_no)
        return conflict("you-said-no",
                        "You said “no” about this delegation. Take that back first; nobody else "
                        "knows of it.");
    const bool says_why =
        doing.step == Step::decline || (doing.step == Step::withdraw && doing.terms_confirmed);
    if (says_why && doing.words.empty())
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
