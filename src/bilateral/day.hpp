// SPDX-License-Identifier: Apache-2.0
//
// A delegation's day: its meetings as published, with whom, why, where, and how far the terms are.

#pragma once

#include "bilateral/entry.view.hpp"
#include "document/calendar.hpp"
#include "document/paper.hpp"

namespace sala::bilateral {

struct DayEntry {
    Released::Entry entry;
    std::string with;  // the other delegation, in the reader's language
    std::string why;   // what was asked for
    std::string pair;  // of languages, when there is an interpreter
    Company ours;
    std::vector<std::pair<std::string, Company>> theirs;  // of each that said who comes
    bool called_off = false;                              // after it was published
    bool desk_is_gone = false;  // taken off the sheet since; where they meet is not known yet
    Instant changed;            // when it was published, or called off since
    int open_items = 0;
    int items = 0;
    bool confirmed = false;   // the terms, by all heads
    bool with_heads = false;  // both heads are there themselves
    bool at_once = false;     // beside another meeting of the same delegation

    bool is_beside(const DayEntry& other) const
    {
        return entry.meeting != other.entry.meeting && other.entry.begins < entry.ends &&
               entry.begins < other.entry.ends;
    }
};

struct Day {
    Released published;
    std::vector<DayEntry> entries;  // by time
};
Day day_of(web::Desk& desk, const Party& party);

document::Calendar day_calendar(const web::Desk& desk, const Party& party, const Day& day);

// What both sides of a meeting know of it, by its number: what it is about, who comes, who
// interprets. In a fixed number of statements.
using SheetNotes = std::map<std::int64_t, std::string>;
SheetNotes notes_for_sheets(store::Session& session, std::int64_t forum, const web::Reader& reader,
                            const std::vector<Known>& all);

// Sheets for paper, a page each: of delegations, or of desks with who sits there when.
document::Paper day_paper(const forum::Forum& forum, const web::Reader& reader,
                          const std::vector<Known>& all, const Released& published,
                          const std::vector<std::int64_t>& delegations, const SheetNotes& notes,
                          Instant at);
document::Paper desks_paper(const forum::Forum& forum, const web::Reader& reader,
                            const std::vector<Known>& all, const Released& published, Instant at);

}  // namespace sala::bilateral
