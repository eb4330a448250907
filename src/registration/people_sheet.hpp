// SPDX-License-Identifier: Apache-2.0
//
// A sheet of people, from a spreadsheet: one row a person, one column a particular, named as on the
// pages or as programs name it.

#pragma once

#include "forum/grant_store.hpp"
#include "registration/particulars.hpp"
#include "web/form.hpp"

#include <string>
#include <vector>

namespace sala::registration {

struct SheetPerson {
    std::size_t line = 0;  // in the file, counted from 1
    Particulars particulars;
    std::vector<Refusal> wrong;
    std::vector<std::string> denied = {};  // columns in which it says no
};

// The columns' names, in their order.
std::vector<std::string> people_columns();

// Reads CSV or the first worksheet of a workbook. Columns, parts, rooms and categories are known by
// their names in every language of the pages (sheet_choices.hpp); "name" alone is taken apart into
// honorific and name, Thai or Latin.
// Two rows of one name that nothing tells apart are wrong, each with the line of the other.
// Refuses: what the readers of files refuse; no-rows; unknown-column; column-twice;
// too-many-people.
Result<std::vector<SheetPerson>> read_people(const web::Upload& upload,
                                             const std::vector<forum::Part>& categories);

}  // namespace sala::registration
