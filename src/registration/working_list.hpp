// SPDX-License-Identifier: Apache-2.0
//
// Lists for those who receive the guests: arrivals, rooms, kitchen, interpreters, visas. A list is
// rows of words under headings, whatever becomes of it: a page, a sheet, paper.

#pragma once

#include "registration/registration_form.view.hpp"

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

// What of `people` belongs on this list, in the order in which one works through it.
WorkingList working_list(const ListKind& kind, const std::vector<Registered>& people,
                         const std::vector<forum::Part>& delegations, const web::Reader& reader);

}  // namespace sala::registration
