// SPDX-License-Identifier: Apache-2.0
//
// Lists for those who receive the guests: arrivals, rooms, kitchen, interpreters, visas. A list is
// rows of words under headings, whatever becomes of it: a page, a sheet, paper.

#pragma once

#include "registration/registration_form.view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

struct WorkingList {
    struct Part {
        std::string heading;  // "Monday 6 May 2030"; empty where the list has no parts
        std::vector<std::vector<std::string>> rows;
    };

    std::vector<std::string> columns;
    std::vector<Part> parts;

    std::size_t rows() const;
    // With the heading as a first column where there are parts: how a sheet has it.
    std::vector<std::vector<std::string>> as_sheet(const std::string& heading_column) const;
};

struct ListKind {
    std::string word;  // of the address: "arrivals"
    Sentence name;
    Sentence about;
};
const std::vector<ListKind>& all_lists();
const ListKind* list_named(std::string_view word);

// What of a list is asked for.
struct ListAsked {
    bool all = false;                      // also those who are not decided about yet
    std::optional<std::string> part = {};  // a day or a hotel, as it was entered
    std::size_t at_most = 100'000;
    std::size_t from = 0;
};
// The parts of a list and how many stand in each, in order; one without a name where a list has no
// parts. One statement.
struct ListPart {
    std::string name;  // as it was entered
    std::int64_t people = 0;
};
std::vector<ListPart> parts_of(store::Session& session, std::int64_t forum, const ListKind& kind,
                               bool all);
// In the order in which one works through it; of each only what the list shows, as it was
// approved. Two statements at most.
std::vector<Registered> people_on(store::Session& session, std::int64_t forum, const ListKind& kind,
                                  const ListAsked& asked);
// `people` stand as people_on() has them. `for_people`: days as they are written, and not as a
// sheet sorts them.
WorkingList working_list(const ListKind& kind, const std::vector<Registered>& people,
                         const std::vector<forum::Part>& delegations, const web::Reader& reader,
                         bool for_people);
// How a part is called for a reader.
std::string part_heading(const web::Reader& reader, const ListKind& kind, const std::string& name);

}  // namespace sala::registration
