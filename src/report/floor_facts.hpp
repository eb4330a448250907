// SPDX-License-Identifier: Apache-2.0
//
// What the record of the floor gives to a report: who spoke, what for, on what and how long; how
// the chair ruled and who led; what was decided by cards. Put into a section with a press, as lines
// that the officer goes on with.

#pragma once

#include "base/instant.hpp"
#include "base/text.hpp"
#include "store/session.hpp"
#include "web/reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::report {

// A speech as the floor's clock measured it.
struct SpokenFact {
    std::string sitting;  // its key
    Text who;             // delegation, else person
    Text person;          // who spoke for it; empty: nobody is named
    Text post;
    std::string kind;  // "statement", "order", …
    std::vector<Text> topics;
    std::int64_t seconds = 0;
};

// How the chair ruled on a point of order, or whom the chair was handed over to.
struct LedFact {
    std::string sitting;
    bool is_ruling = false;
    Text who;                 // whose point of order it was
    std::int64_t ruling = 0;  // 1 upheld, 2 not upheld, else noted
    std::string words;        // the reason, or who took the chair; empty: no longer kept
    Instant at;
};

// What was decided by cards, of polls that are closed.
struct DecidedFact {
    std::string sitting;
    std::string question;
    std::int64_t agree = 0;
    std::int64_t object = 0;
    std::int64_t abstain = 0;
};

struct FloorFacts {
    struct Sitting {
        std::string key;
        Text title;
    };
    std::vector<Sitting> sittings;  // of which there is something, in the order of the programme
    std::vector<SpokenFact> spoken;
    std::vector<LedFact> led;
    std::vector<DecidedFact> decided;

    const Sitting* sitting(std::string_view key) const;
};

// Five statements, whatever the forum's size. Nothing of a rehearsal, and no step that was undone.
FloorFacts floor_facts(store::Session& session, std::int64_t forum);

std::string line_of(const web::Reader& reader, const SpokenFact& fact);
std::string line_of(const web::Reader& reader, const LedFact& fact);
std::string line_of(const web::Reader& reader, const DecidedFact& fact);

// A sitting as paragraphs; empty when nothing is known of it.
std::string words_of_floor(const web::Reader& reader, const FloorFacts& facts,
                           std::string_view sitting);

}  // namespace sala::report
