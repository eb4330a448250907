// SPDX-License-Identifier: Apache-2.0
//
// The record of a sitting: who spoke, in which order, how long, on what, also where the floor was
// taken back before the end; how long each delegation spoke altogether; what was decided by cards;
// and what was corrected. As a page, a PDF, JSON, and Akoma Ntoso.

#pragma once

#include "document/paper.hpp"
#include "floor/hall.hpp"
#include "web/reader.hpp"

#include <string>
#include <vector>

namespace sala::floor {

struct Speech {
    const Entry* entry = nullptr;  // of the hall
    std::string corrected_why;     // the last reason for another time
    std::string speaker_why;       // the last reason for another speaker
};

// How the chair ruled on a point of order, last.
struct Ruling {
    const Entry* entry = nullptr;
    std::int64_t ruling = 0;  // as in Step::other
    std::string words;
    std::string about;  // in the words of whoever raised it
    Instant at;
};

// Whoever the chair was handed over to.
struct InTheChair {
    std::string name;
    Instant since;
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
    std::vector<Ruling> rulings;     // in the order in which they were made
    std::vector<InTheChair> chairs;  // likewise
    std::vector<Poll> polls;         // in the order in which they were opened
    Instant opened_at;
    Instant closed_at;  // empty while it sits
};
Record record_of(const Hall& hall, std::vector<Poll> polls);

// What is noted beside a speech, a line each: for whom somebody spoke, and what was corrected, why,
// and what was measured.
std::vector<std::string> notes_of(const Hall& hall, const Speech& speech,
                                  const web::Reader& reader);
std::string ruling_words(const Hall& hall, const Ruling& ruling, const web::Reader& reader);
// What the point was about; empty where nobody wrote it, or nobody keeps it any more.
std::string point_words(const Ruling& ruling, const web::Reader& reader);
std::string chair_words(const InTheChair& chair, const web::Reader& reader);

// Words in the reader's language.
document::Paper paper_of(const Hall& hall, const Record& record, const web::Reader& reader,
                         Instant now);

}  // namespace sala::floor
