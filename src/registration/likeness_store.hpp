// SPDX-License-Identifier: Apache-2.0
//
// Who somebody might be: people of the directory whose names sound alike, suggested to a person,
// who decides; and registrations that were put together.

#pragma once

#include "registration/registration_store.hpp"

#include <map>
#include <string>
#include <vector>

namespace sala::registration {

// Somebody the directory knows.
struct Known {
    std::int64_t id = 0;
    std::string key;
    Text honorific;
    Text name;
    Text post;
};

struct Likeness {
    std::int64_t id = 0;
    std::string key;
    Text name;
    Text about;
    int score = 0;  // 60 to 100
};

// Those who came for the same city or organisation to any forum of the server: what a focal point
// of it may be shown. One statement.
std::vector<Known> people_of_delegation(store::Session& session, std::int64_t forum,
                                        DelegationId delegation);

// The best five, best first; none below 60.
std::vector<Likeness> people_alike(const Particulars& particulars, const std::vector<Known>& known);

// How alike two are, by the best pair of their names in any script.
int names_alike(const Text& one, const Text& other);

// Acts. A merge that is undone leaves both as they were.
struct Merge {
    std::int64_t forum = 0;
    Id<Merge> id;
    Id<Registration> kept;
    Id<Registration> merged;
    Id<web::Login> by;
    Instant at;
};
struct MergeUndone {
    std::int64_t forum = 0;
    Id<Merge> merge;
    Id<web::Login> by;
    Instant at;
};
struct Match {
    std::int64_t forum = 0;
    Id<Match> id;
    Id<Registration> registration;
    std::optional<std::int64_t> person;
    Id<web::Login> by;
    Instant at;
};
void insert(store::Session& session, const Merge& merge);
void insert(store::Session& session, const MergeUndone& undone);
void insert(store::Session& session, const Match& match);

// Those that stand, newest first, with the names of both.
struct MergeTold {
    Merge merge;
    std::string kept_name;
    std::string merged_name;
};
std::vector<MergeTold> merges_at(store::Session& session, std::int64_t forum);

// Those of them that nobody undid, oldest first, with nothing of who did it. One statement.
std::vector<Merge> standing_merges(store::Session& session, std::int64_t forum);

// Of each that was merged into another: who stands for it, when those were merged again, too. One
// statement.
using StandsFor = std::map<Id<Registration>, Id<Registration>>;
StandsFor merged_at(store::Session& session, std::int64_t forum);
Id<Registration> standing_for(const StandsFor& merged, Id<Registration> one);
// Whoever the secretariat took for one person: the one that stands first, then all merged into it.
std::vector<Id<Registration>> one_person(const StandsFor& merged, Id<Registration> one);
// As registered(); for one that was merged, whoever stands for it.
Result<Registered> registered_as_one(store::Session& session, std::int64_t forum,
                                     const std::string& number);

}  // namespace sala::registration
