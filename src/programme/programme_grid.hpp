// SPDX-License-Identifier: Apache-2.0
//
// A day as a timetable: rooms across, time down, and which cell spans how many rows.

#pragma once

#include "programme/programme.hpp"

namespace sala::programme {

struct GridCell {
    std::vector<const Sitting*> sittings;  // more than one when a room is used twice
    std::size_t rows = 1;
    std::size_t columns = 1;
};

struct Grid {
    std::vector<const ProgrammeRoom*> rooms;  // the columns; nullptr: no room of the venue
    std::vector<int> starts;                  // the rows, minutes since midnight
    // cells[row][column]: a cell that begins there, an empty one, or nothing when one above reaches
    // in.
    std::vector<std::vector<std::optional<GridCell>>> cells;
    std::vector<const Sitting*> without_time;
};

// A sitting without a room takes the whole width when nothing else is on, else a column that is
// free.
Grid grid_of(const Programme& programme, const ProgrammeDay& day);

}  // namespace sala::programme
