// SPDX-License-Identifier: Apache-2.0
//
// A private conversation that one delegation, the host, asks of another, the guest; and what both
// said to it, act after act. Its status is worked out from the acts and the time.
//
// An ask holds no slot: only what is accepted is planned. A meeting comes about when both sides
// have said yes themselves. What the secretariat says for a delegation that has a focal point of
// its own waits until the delegation confirms it.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "web/permission.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::bilateral {

enum class Side { host, guest };
enum class Step { ask, accept, decline, propose, confirm, withdraw };
enum class Status { asked, unconfirmed, accepted, declined, withdrawn, expired };

inline constexpr std::array all_sides{Side::host, Side::guest};
inline constexpr std::array all_steps{Step::ask,     Step::accept,  Step::decline,
                                      Step::propose, Step::confirm, Step::withdraw};
inline constexpr std::array all_statuses{Status::asked,    Status::unconfirmed, Status::accepted,
                                         Status::declined, Status::withdrawn,   Status::expired};

std::string_view word(Side side);
std::string_view word(Step step);
std::string_view word(Status status);
std::optional<Side> side_named(std::string_view word);
std::optional<Step> step_named(std::string_view word);
inline Side other(Side side) { return side == Side::host ? Side::guest : Side::host; }

// How it shall be held: what an ask or a proposal says.
struct Manner {
    int slots = 1;            // in a row
    bool with_heads = false;  // the heads of both delegations are there themselves
    std::string pair;         // of languages, such as "th-km"; empty: no interpreter is needed

    bool operator==(const Manner&) const = default;
};

class Meeting;

// What somebody did: one row, written once.
struct Act {
    std::int64_t forum = 0;
    Id<Meeting> meeting;
    int number = 0;  // from 1, without a gap
    Step step = Step::ask;
    Side side = Side::host;
    bool own = true;         // counts as said by the delegation itself
    bool on_behalf = false;  // the secretariat did it
    Manner manner;
    std::string words;  // a message or a reason; kept apart, so that it can be erased
    Instant expires;    // when the ask is over without an answer
    Id<web::Login> by;
    Instant at;
};

// Who wants to do what, and when.
struct Doing {
    Step step = Step::accept;
    Side side = Side::guest;
    bool on_behalf = false;
    bool speaks_for_itself = true;  // the delegation of that side has a focal point
    bool said_no = false;           // that side said “no” about the other: asked of itself alone
    Manner manner = {};             // of an ask or a proposal
    std::string words = {};
    int turn = 0;  // how many acts the doer saw
    std::chrono::milliseconds lives = std::chrono::hours(48);
    Id<web::Login> by = {};
    Instant at;
};

class Meeting {
public:
    Meeting(std::int64_t forum, Id<Meeting> id, std::int64_t host, std::int64_t guest)
        : forum_(forum),
          id_(id),
          sides_{host, guest}
    {
    }
    // Acts in their order, the first an ask.
    Meeting with(Act act) const;

    std::int64_t forum() const { return forum_; }
    Id<Meeting> id() const { return id_; }
    std::int64_t delegation(Side side) const { return sides_[side == Side::host ? 0 : 1]; }
    std::optional<Side> side_of(std::int64_t delegation) const;
    const std::vector<Act>& acts() const { return acts_; }
    const Manner& manner() const { return manner_; }
    int turn() const { return static_cast<int>(acts_.size()); }

    Status status(Instant now) const;
    bool is_open(Instant now) const;  // somebody still has to say something
    // Whose turn it is while it is open.
    std::optional<Side> awaited(Instant now) const;
    Instant expires() const { return acts_.empty() ? Instant{} : acts_.back().expires; }
    // Open, and more than half of its time is gone.
    bool is_stuck(Instant now) const;

    // What becomes of it when somebody does that. Refuses: you-said-no; not-your-turn;
    // not-from-here (with what it is now); reason-needed; not-that-long.
    // The act that the same person sent a moment ago is answered as it stands: `repeated`.
    struct Done {
        Act act;
        bool repeated = false;
    };
    Result<Done> done(const Doing& doing) const;

private:
    enum class Yes { none, on_behalf, own };

    bool both_said_yes() const;
    Yes& yes(Side side) { return yes_[side == Side::host ? 0 : 1]; }
    Yes yes(Side side) const { return yes_[side == Side::host ? 0 : 1]; }
    Allowed allows(const Doing& doing) const;

    std::int64_t forum_;
    Id<Meeting> id_;
    std::array<std::int64_t, 2> sides_;
    std::vector<Act> acts_;
    Manner manner_;
    std::array<Yes, 2> yes_{Yes::none, Yes::none};
    bool declined_ = false;
    bool withdrawn_ = false;
};

}  // namespace sala::bilateral
