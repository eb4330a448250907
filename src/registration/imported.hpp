// SPDX-License-Identifier: Apache-2.0
//
// What came of a sheet of people: who came in, who was left out because they were there already,
// and of what the sheet says otherwise. It is told after the sheet is gone, by an address that
// holds numbers and names of columns alone.

#pragma once

#include "registration/likeness_store.hpp"
#include "registration/people_sheet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::registration {

// One row of the sheet and what would become of it.
struct ImportedPerson {
    SheetPerson read;
    // The delegation has somebody of exactly this name, and the sheet says otherwise of these
    // columns.
    std::optional<Id<Registration>> there = {};
    std::vector<std::string> differs = {};
    std::vector<Likeness> alike;
};

// The columns that say something else than what is kept; what the sheet leaves empty says nothing,
// but a no does.
std::vector<std::string> said_otherwise(const SheetPerson& read, const Particulars& kept);

// Who was left out of the sheet that was sent, with what differs and where it can be changed.
struct LeftOut {
    Registered one;
    std::vector<std::string> differs;
};
struct CameIn {
    std::size_t people = 0;
    std::size_t left_out = 0;
    std::vector<LeftOut> told;  // of those left out, as many as an address holds
};

// "came=2&left=1&who=12.hotel.diet"
std::string what_came_of(const std::vector<ImportedPerson>& people);
// The same, read from the address of the request: of the delegation alone, whatever numbers stand
// there.
CameIn came_in(web::Desk& desk, const Delegation& delegation);

}  // namespace sala::registration
