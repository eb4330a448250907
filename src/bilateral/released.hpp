// SPDX-License-Identifier: Apache-2.0
//
// What was published of the timetable, and what differs between two of them for those concerned.

#pragma once

#include "bilateral/timetable.hpp"

#include <algorithm>

namespace sala::bilateral {

// A published timetable: whole, with moments instead of slots, so that it stays as it was.
struct Released {
    struct Entry {
        Id<Meeting> meeting;
        std::vector<std::int64_t> delegations;  // the host first
        Instant begins;
        Instant ends;
        std::int64_t desks = 0;
        int desk = 0;
        Text room;

        bool is_with(std::int64_t delegation) const
        {
            return std::find(delegations.begin(), delegations.end(), delegation) !=
                   delegations.end();
        }
        bool operator==(const Entry&) const = default;
    };
    int number = 0;  // 0: nothing was published
    bool is_final = false;
    std::vector<Entry> entries;  // by time, then by desk
    Instant at;

    const Entry* of(Id<Meeting> meeting) const;
    // In the slots of a timetable; those of a slot that is gone are left out.
    std::vector<Place> places_in(const Timetable& timetable) const;
};
Released newest_release(store::Session& session, std::int64_t forum);
// Nothing published when there is none of this number.
Released release_numbered(store::Session& session, std::int64_t forum, int number);
// The draft as it would be published.
Released as_release(const Timetable& timetable);
// Throws store::Duplicate when somebody published at the same moment.
void insert_release(web::Desk& desk, std::int64_t forum, const Released& released);

// What differs for those concerned: moved, new, gone.
struct Difference {
    const Released::Entry* was = nullptr;
    const Released::Entry* is = nullptr;
};
std::vector<Difference> differences(const Released& was, const Released& is);

}  // namespace sala::bilateral
