// SPDX-License-Identifier: Apache-2.0
//
// Meetings in the store: what was asked, what was said to it, and who comes along.

#pragma once

#include "bilateral/meeting.hpp"
#include "bilateral/party.hpp"

#include <map>
#include <optional>
#include <vector>

namespace sala::bilateral {

// Keeps the act; of an ask the meeting as well. Throws store::Duplicate when somebody was faster.
void insert(store::Session& session, const Act& act);
void begin(store::Session& session, const Meeting& meeting, Instant at);

// Of one delegation when it is named; in the order in which they were asked for. Two statements,
// whatever their number.
std::vector<Meeting> meetings_at(store::Session& session, std::int64_t forum,
                                 std::optional<std::int64_t> delegation = {});
// Missing when this delegation has none of this number.
Result<Meeting> meeting_of(store::Session& session, std::int64_t forum, std::int64_t delegation,
                           const std::string& number);

// Whatever the two of them ever asked each other or were asked to together, oldest first; not where
// one of several guests has declined.
std::vector<Meeting> between(const std::vector<Meeting>& all, std::int64_t one, std::int64_t other);

// The names of those who did the acts, by login; empty ones were erased.
std::map<std::int64_t, std::string> names_of(store::Session& session, const Meeting& meeting);

// Who comes along, and who interprets.
struct Company {
    std::string people;
    std::string interpreter;

    bool operator==(const Company&) const = default;
};
void note_company(web::Desk& desk, const Meeting& meeting, Side side, const Company& company);
// Of each side, as it said last. By meeting and side.
using Companies = std::map<std::pair<std::int64_t, Side>, Company>;
Companies companies_at(store::Session& session, std::int64_t forum);
// The same of one meeting alone.
Companies companies_of(store::Session& session, std::int64_t forum, std::int64_t meeting);

}  // namespace sala::bilateral
