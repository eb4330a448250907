// SPDX-License-Identifier: Apache-2.0
//
// One person's registration and what may become of it: a draft is sent in, is decided about, comes
// back with a reason, is withdrawn. Each step is an act; its status is what the last one made it.
//
//               submit             approve
//     draft ------------> submitted ------> approved --change--> submitted
//       ^ |                |  |  ^              (an edit that matters)
//       | withdraw  give-back wait  reconsider
//       |                  v  v  |
//     withdrawn     returned  waiting, refused

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "forum/grant.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sala::registration {

enum class Status { draft, submitted, returned, approved, waiting, refused, withdrawn };
enum class Step { submit, give_back, approve, wait, refuse, withdraw, change, reconsider };
// Whose step it is. The secretariat may take the delegation's, which is then on its behalf.
enum class Side { delegation, secretariat };

inline constexpr std::array all_statuses{Status::draft,    Status::submitted, Status::returned,
                                         Status::approved, Status::waiting,   Status::refused,
                                         Status::withdrawn};
inline constexpr std::array all_steps{Step::submit, Step::give_back, Step::approve,
                                      Step::wait,   Step::refuse,    Step::withdraw,
                                      Step::change, Step::reconsider};

std::string_view word(Status status);  // "submitted", as stored
std::string_view word(Step step);      // "give-back"
std::optional<Status> status_named(std::string_view word);
std::optional<Step> step_named(std::string_view word);

Side side_of(Step step);
bool needs_reason(Step step);
// Nothing when the step leads nowhere from there.
std::optional<Status> after(Status status, Step step);

// Places of a category: how many there are, and how many are taken or kept for somebody.
struct Places {
    std::optional<std::int64_t> all;  // nothing: no limit
    std::int64_t taken = 0;

    bool free() const { return !all || taken < *all; }
};

class Registration;

struct Act {
    std::int64_t forum = 0;
    Id<Act> id;
    Id<Registration> registration;
    Step step = Step::submit;
    Status status = Status::draft;
    bool on_behalf = false;
    Id<web::Login> by;
    Instant at;
    std::string reason;  // kept beside the act; empty once erased
};

// What becomes of an edit.
enum class Edit {
    kept,           // written down, and the status stays
    decided_again,  // written down, and it is to be decided once more
    asked_for,      // kept as a wish of the delegation, which the secretariat answers
};

class Registration {
public:
    Registration(std::int64_t forum, Id<Registration> id, Id<forum::Delegation> delegation,
                 Status status = Status::draft)
        : forum_(forum),
          id_(id),
          delegation_(delegation),
          status_(status)
    {
    }

    std::int64_t forum() const { return forum_; }
    Id<Registration> id() const { return id_; }
    Id<forum::Delegation> delegation() const { return delegation_; }
    Status status() const { return status_; }

    struct Wanted {
        Step step = Step::submit;
        Side side = Side::delegation;  // who asks
        std::string reason = {};
        Places places = {};  // of its category, for an approval
        Id<web::Login> by = {};
        Instant at = {};
    };
    // Refuses: not-yours-to-decide; not-from-here; reason-needed; category-full.
    Result<Act> taken(Id<Act> id, Wanted wanted) const;

    // `matters`: it changes who comes, not how. `closed`: the last day of registering is over.
    // Refuses: not-editable, for what is refused or withdrawn.
    Result<Edit> edited(Side side, bool matters, bool closed) const;

private:
    std::int64_t forum_;
    Id<Registration> id_;
    Id<forum::Delegation> delegation_;
    Status status_;
};

}  // namespace sala::registration
