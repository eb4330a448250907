// SPDX-License-Identifier: Apache-2.0
//
// A private conversation that one delegation, the host, asks of another, the guest, or of several;
// and what they said to it, act after act. Its status is worked out from the acts and the time.
//
// An ask holds no slot: only what is accepted is planned. A meeting comes about when all sides have
// said yes themselves. What the secretariat says for a delegation that has, or once had, a focal
// point of its own waits until the delegation confirms it. Of several guests each answers alone:
// who declines stays away, and the others meet.

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

enum class Side { host, guest };  // further guests: guest_number(2) and so on
enum class Step { ask, accept, decline, propose, confirm, withdraw };
enum class Status { asked, unconfirmed, accepted, declined, withdrawn, expired };

inline constexpr int guests_max = 7;
constexpr Side guest_number(int number) { return static_cast<Side>(number); }  // from 1
inline constexpr std::array all_steps{Step::ask,     Step::accept,  Step::decline,
                                      Step::propose, Step::confirm, Step::withdraw};
inline constexpr std::array all_statuses{Status::asked,    Status::unconfirmed, Status::accepted,
                                         Status::declined, Status::withdrawn,   Status::expired};

std::string_view word(Side side);  // "host", "guest", "guest-2" ...
std::string_view word(Step step);
std::string_view word(Status status);
std::optional<Side> side_named(std::string_view word);
std::optional<Step> step_named(std::string_view word);

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
    bool said_no = false;           // that side said “no” about another: asked of itself alone
    bool terms_confirmed = false;   // a head stands by the terms: who calls it off says why
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
        : Meeting(forum, id, std::vector{host, guest})
    {
    }
    // The host first, then 1 to `guests_max` guests.
    Meeting(std::int64_t forum, Id<Meeting> id, std::vector<std::int64_t> parties);
    // Acts in their order, the first an ask.
    Meeting with(Act act) const;

    std::int64_t forum() const { return forum_; }
    Id<Meeting> id() const { return id_; }
    std::int64_t delegation(Side side) const { return parties_[static_cast<std::size_t>(side)]; }
    std::optional<Side> side_of(std::int64_t delegation) const;
    // Everybody who was asked, the host first.
    const std::vector<Side>& sides() const { return sides_; }
    bool is_of_several() const { return sides_.size() > 2; }
    // Those who have not declined; all, once nobody but one is left.
    std::vector<Side> taking_part() const;
    bool takes_part(Side side) const;
    bool meets(std::int64_t delegation) const;  // is asked and takes part
    // Those it would meet: who takes part without itself.
    std::vector<Side> others(Side side) const;
    std::vector<std::int64_t> delegations() const;  // of those who take part
    std::vector<std::int64_t> whom_meets(Side side) const;
    const std::vector<Act>& acts() const { return acts_; }
    const Manner& manner() const { return manner_; }
    int turn() const { return static_cast<int>(acts_.size()); }

    Status status(Instant now) const;
    bool is_open(Instant now) const;  // somebody still has to say something
    // How it stands for one of several, who may have declined alone.
    Status status_for(Side side, Instant now) const;
    // Whose turn it is while it is open; of several guests perhaps that of more than one.
    std::vector<Side> awaited(Instant now) const;
    bool awaits(Side side, Instant now) const;
    // Said yes itself to what was proposed last.
    bool has_own_yes(Side side) const { return yes(side) == Yes::own; }
    Instant expires() const { return acts_.empty() ? Instant{} : acts_.back().expires; }
    // Open, and more than half of its time is gone.
    bool is_stuck(Instant now) const;

    // Whether this side may end it without declining: whoever asked or has said yes takes that
    // back, and both call an agreed meeting off. Who is asked declines and says why.
    bool can_withdraw(Side side, Instant now) const;

    // What becomes of it when somebody does that. Refuses: you-said-no; not-your-turn;
    // decline-instead; not-from-here (with what it is now); reason-needed; not-that-long;
    // answered-meanwhile. The very same act sent once more is answered as it stands: `repeated`.
    struct Done {
        Act act;
        bool repeated = false;
    };
    Result<Done> done(const Doing& doing) const;

private:
    enum class Yes { none, on_behalf, own };

    bool all_said(Yes at_least) const;
    bool saw_enough(const Doing& doing) const;
    const Act* repeated(const Doing& doing) const;
    bool is_alone(const Act& act) const;  // one of several guests goes, the others stay
    Yes& yes(Side side) { return yes_[static_cast<std::size_t>(side)]; }
    Yes yes(Side side) const { return yes_[static_cast<std::size_t>(side)]; }
    Allowed allows(const Doing& doing) const;

    std::int64_t forum_;
    Id<Meeting> id_;
    std::vector<std::int64_t> parties_;
    std::vector<Side> sides_;
    std::vector<Act> acts_;
    Manner manner_;
    std::vector<Yes> yes_;    // by side
    std::vector<Side> gone_;  // guests who declined alone
    bool declined_ = false;
    bool withdrawn_ = false;
};

}  // namespace sala::bilateral
