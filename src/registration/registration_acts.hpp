// SPDX-License-Identifier: Apache-2.0
//
// What was done with registrations: each act is a row that stays, and what is personal about it
// stands beside it.

#pragma once

#include "base/json.hpp"
#include "registration/registration.hpp"
#include "store/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

struct Begun {
    std::int64_t forum = 0;
    Id<Registration> id;
    Id<forum::Delegation> delegation;
    Id<web::Login> by;
    Instant at;
};
struct Rewritten {
    std::int64_t forum = 0;
    Id<Rewritten> id;
    Id<Registration> registration;
    Json before;
    Json after;
    bool on_behalf = false;
    Id<web::Login> by;
    Instant at;
};
// A change that is asked for after the last day, and the answer to it.
struct Wish {
    std::int64_t forum = 0;
    Id<Wish> id;
    Id<Registration> registration;
    Json wanted;
    Id<web::Login> by;
    Instant at;
};
struct WishAnswer {
    // By the secretariat; or by the delegation, which asked for more or for nothing any more.
    enum How { made, left, joined, called_off };

    std::int64_t forum = 0;
    Id<Wish> wish;
    How how = left;
    Id<web::Login> by;
    Instant at;
    std::string reason = {};  // kept beside it; empty once erased
};
void insert(store::Session& session, const Begun& begun);
void insert(store::Session& session, const Act& act);
void insert(store::Session& session, const Rewritten& rewritten);
void insert(store::Session& session, const Wish& wish);
void insert(store::Session& session, const WishAnswer& answer);

// The acts of one registration, newest first, with the names of those who did them.
struct Told {
    Act act;
    std::string by;  // empty once erased
};
std::vector<Told> acts_of(store::Session& session, std::int64_t forum, Id<Registration> id);
std::optional<Wish> open_wish(store::Session& session, std::int64_t forum, Id<Registration> id);

// {"number", "wanted": [{"what", "words"}]}; null while nothing is asked for.
Json wish_json(const std::optional<Wish>& wish);

// Whatever was asked for, newest first, with what became of it.
struct AskedFor {
    Wish wish;
    std::string by;                    // empty once erased
    std::optional<WishAnswer> answer;  // nothing while nobody has answered
    std::string answered_by;
};
std::vector<AskedFor> wishes_of(store::Session& session, std::int64_t forum, Id<Registration> id);

// What was rewritten, as it was at first and as it is now: columns, and fields of questions; what
// is again as it was is left out.
struct Changes {
    Json before = Json::object();
    Json after = Json::object();

    bool none() const { return after.members().empty(); }
};
// Since the registration was approved last. Empty when nothing was, or nobody ever approved it.
Changes changes_since_approval(store::Session& session, std::int64_t forum, Id<Registration> id);
// By the newest so many times that it was rewritten.
Changes changes_of_last(store::Session& session, std::int64_t forum, Id<Registration> id,
                        std::int64_t times);

// Everything personal and every free word of a registration is forgotten and what was asked for is
// over. Its acts stay; no list, count or page of people holds it any more.
void erase_person(store::Session& session, std::int64_t forum, Id<Registration> id,
                  Id<web::Login> by, Instant now);
struct Erasure {
    std::string by;             // empty once erased, or when nobody wrote it down
    std::optional<Instant> at;  // nothing: longer ago than this is written down
};
std::optional<Erasure> erasure_of(store::Session& session, std::int64_t forum, Id<Registration> id);

}  // namespace sala::registration
