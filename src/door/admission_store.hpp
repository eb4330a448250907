// SPDX-License-Identifier: Apache-2.0
//
// Who was let in where, in the store.

#pragma once

#include "door/admission.hpp"
#include "store/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sala::door {

void insert(store::Session& session, const Admission& admission);
void insert(store::Session& session, const AdmissionUndo& undo);

// What that device has sent before under this mark.
std::optional<Admission> admission_of_scan(store::Session& session, std::int64_t forum,
                                           const std::string& scan);
// Missing when the forum has none of this number, or it was undone.
Result<Admission> admission_at(store::Session& session, std::int64_t forum,
                               const std::string& number);
// The first of this person, or vehicle, that stands, beside this one and not later than `until`.
// What was kept of somebody who was merged is, here and below, of whoever stands for them.
std::optional<Admission> earlier_than(store::Session& session, const Admission& admission,
                                      Instant until);
// When and where each was let in first. Two statements.
struct FirstSeen {
    std::string door;
    Instant at;
    Id<Admission> admission;
};
std::map<Id<Registration>, FirstSeen> first_seen(store::Session& session, std::int64_t forum);
// The same of these people alone.
std::map<Id<Registration>, FirstSeen> first_seen(store::Session& session, std::int64_t forum,
                                                 const std::vector<Id<Registration>>& people);

// People, not admissions: who goes out for a call and comes back is one.
struct Presence {
    std::int64_t approved = 0;
    std::int64_t here = 0;
    std::map<std::string, std::int64_t> by_door;      // people first seen there
    std::map<std::string, std::int64_t> by_category;  // key
    std::int64_t vehicles = 0;
};
Presence presence_at(store::Session& session, std::int64_t forum);

// What somebody should look at: let in with a badge that had ended, by name after theirs was
// revoked, or without being approved at that time, or twice within a minute at two doors, as with a
// copied badge. At most 100 of each, newest first.
struct Oddity {
    enum What { ended_badge, revoked_bearer, not_approved, two_doors };
    What what = ended_badge;
    Admission admission;
    std::string other_door;  // of two_doors
};
std::vector<Oddity> oddities_at(store::Session& session, std::int64_t forum);

}  // namespace sala::door
