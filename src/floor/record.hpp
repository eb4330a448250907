// SPDX-License-Identifier: Apache-2.0
//
// The record of a sitting: who spoke, in which order, how long, on what; how long each delegation
// spoke altogether; what was decided by cards; and what was corrected. As a page, a PDF, JSON, and
// Akoma Ntoso.

#pragma once

#include "document/paper.hpp"
#include "floor/hall.hpp"
#include "web/reader.hpp"

#include <string>
#include <vector>

namespace sala::floor {

struct Speech {
    const Entry* entry = nullptr;  // of the hall
    std::string corrected_why;     // the last correction's reason
};

struct DelegationTime {
    const Entry* first = nullptr;  // a speech of it, for its name
    int speeches = 0;
    milliseconds spent{0};
};

struct Record {
    std::vector<Speech> speeches;        // in the order in which they began
    std::vector<DelegationTime> totals;  // the longest first
    std::vector<const Entry*> absent;
    std::vector<Poll> polls;  // in the order in which they were opened
    Instant opened_at;
    Instant closed_at;  // empty while it sits
};
Record record_of(const Hall& hall, std::vector<Poll> polls);

// Words in the reader's language.
document::Paper paper_of(const Hall& hall, const Record& record, const web::Reader& reader,
                         Instant now);

}  // namespace sala::floor
