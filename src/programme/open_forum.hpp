// SPDX-License-Identifier: Apache-2.0
//
// A forum opens: sheets go into the store, the search index is made, and the programme gets its
// first release, so that the public can see it.

#pragma once

#include "sheet/import.hpp"

namespace sala::programme {

struct Opening {
    bool draft = false;  // publish nothing
    bool prune = false;
    std::optional<std::int64_t> login;
    Instant at;
    Numbering* numbering = nullptr;
    sheet::Keeper keeper = {};  // who opens it
    // Another program's schedule: it opens a forum, or brings anew what a schedule opened. It takes
    // over no other forum that has its acronym as slug.
    bool schedule = false;
    std::function<void(std::size_t, std::size_t)> progress = {};  // as in sheet::ImportOptions
};

struct Opened {
    sheet::ImportOutcome outcome;
    std::vector<sheet::Problem> problems;  // when there are any, nothing may be committed
    std::int64_t released = 0;             // number of the release that was made; 0: none
    bool without_days = false;  // stays a draft, because a programme without a day is not released
};

// `forum` is the forum's id when the files bring only some sheets, else 0.
Opened open_from_files(store::Session& session, const sheet::FilesRead& read, std::int64_t forum,
                       const Opening& opening);

}  // namespace sala::programme
