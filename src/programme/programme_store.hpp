// SPDX-License-Identifier: Apache-2.0
//
// The named releases of a programme; each keeps the programme whole.

#pragma once

#include "programme/changes.hpp"
#include "programme/programme_json.hpp"
#include "store/session.hpp"

#include <memory>
#include <optional>

namespace sala::programme {

struct Release {
    std::int64_t number = 0;  // 1, 2, 3 ...
    std::string name;
    std::string note;
    std::string by;  // name of the login; empty for the command line
    Instant at;
    std::vector<ProgrammeChange> changes;  // since the release before
};

std::vector<Release> releases_of(store::Session& session, std::int64_t forum);  // newest first
std::optional<Release> newest_release(store::Session& session, std::int64_t forum);

// The programme as it was released; the newest one when no number is given. Shared, because a
// release never changes once it is out.
std::shared_ptr<const Programme> released_programme(store::Session& session, std::int64_t forum,
                                                    std::optional<std::int64_t> number = {});

// What programs read: the programme, and which release it is.
Json to_json(const Programme& programme, const Release& release);

// Keeps the draft as the next release and answers its number.
std::int64_t keep_release(store::Session& session, std::int64_t forum, const Programme& programme,
                          const std::string& name, const std::string& note,
                          std::optional<std::int64_t> login, Instant at);

// How often each sitting, item or intervention was moved or cancelled up to release `number`: the
// SEQUENCE of its calendar entry.
std::map<std::string, int> sequences(store::Session& session, std::int64_t forum,
                                     std::int64_t number);

}  // namespace sala::programme
