// SPDX-License-Identifier: Apache-2.0
//
// A day as a timetable: every sitting once, nobody on top of another, and no hole in the table.

#include "programme/programme_grid.hpp"

#include "programme/programmes.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace sala;
using namespace sala::programme;

namespace {

// The table as text: a line a row, "|" between cells; rowspan and colspan stand behind a name.
std::string drawn_table(const Grid& grid)
{
    std::string table;
    for (const auto* room : grid.rooms)
        table += "|" + (room ? room->key : std::string("elsewhere"));
    for (std::size_t row = 0; row < grid.starts.size(); ++row) {
        table += "\n" + std::to_string(grid.starts[row]);
        for (const auto& cell : grid.cells[row]) {
            if (!cell)
                continue;
            table += "|";
            for (const auto* sitting : cell->sittings)
                table += sitting->key + " ";
            table += std::to_string(cell->rows) + "x" + std::to_string(cell->columns);
        }
    }
    return table;
}

std::string table_of(const std::vector<Sitting>& sittings)
{
    const auto programme = programme_of({sittings});
    return drawn_table(grid_of(programme, programme.days[0]));
}

int end_of(const Sitting& sitting)
{
    return *sitting.time.start + sitting.time.minutes.value_or(30);
}

// How often each place of the table is taken, as a browser would lay it out.
std::vector<std::vector<int>> taken_places(const Grid& grid)
{
    std::vector<std::vector<int>> taken(grid.starts.size(), std::vector<int>(grid.rooms.size(), 0));
    for (std::size_t row = 0; row < grid.cells.size(); ++row)
        for (std::size_t column = 0; column < grid.cells[row].size(); ++column)
            if (const auto& cell = grid.cells[row][column])
                for (std::size_t r = row; r < row + cell->rows; ++r)
                    for (std::size_t c = column; c < column + cell->columns; ++c)
                        ++taken.at(r).at(c);
    return taken;
}

// A cell holds what begins there, or overlaps what does, and reaches down exactly to the row that
// begins when the last of it has ended.
void check_cell(const Grid& grid, std::size_t row, std::size_t column)
{
    const auto& cell = *grid.cells[row][column];
    if (cell.sittings.empty()) {
        RC_ASSERT(cell.rows == 1u && cell.columns == 1u);
        return;
    }
    RC_ASSERT(*cell.sittings.front()->time.start == grid.starts[row]);
    int end = 0;
    for (const auto* sitting : cell.sittings) {
        RC_ASSERT(end == 0 || *sitting->time.start < end);
        end = std::max(end, end_of(*sitting));
        const auto* room = grid.rooms[column];
        const bool whole_width = cell.columns == grid.rooms.size() && sitting->room.empty();
        RC_ASSERT(whole_width || (room ? room->key : std::string{}) == sitting->room);
    }
    for (std::size_t below = row + 1; below < grid.starts.size(); ++below)
        RC_ASSERT((grid.starts[below] < end) == (below < row + cell.rows));
    if (cell.columns > 1)
        RC_ASSERT(column == 0u && cell.columns == grid.rooms.size() && cell.sittings.size() == 1u);
}

}  // namespace

TEST_CASE("rooms stand side by side, and a long sitting reaches past the short ones beside it")
{
    CHECK(table_of({sitting("long", "tilia", 540, 120), sitting("a", "acer", 540, 30),
                    sitting("b", "acer", 600, 30)}) ==
          "|tilia|acer\n540|long 2x1|a 1x1\n600|b 1x1");
}

TEST_CASE("what has no room takes the whole width while nothing else is on, and else a column of "
          "its own")
{
    CHECK(table_of({sitting("a", "tilia", 540, 60), sitting("b", "acer", 540, 60),
                    sitting("dinner", "", 1140, 120)}) ==
          "|tilia|acer\n540|a 1x1|b 1x1\n1140|dinner 1x2");
    CHECK(table_of({sitting("a", "tilia", 540, 60), sitting("b", "acer", 540, 60),
                    sitting("visit", "", 550, 60)}) ==
          "|tilia|acer|elsewhere\n540|a 2x1|b 2x1|1x1\n550|visit 1x1");
    CHECK(table_of({sitting("a", "tilia", 540, 60), sitting("b", "acer", 700, 60),
                    sitting("visit", "", 550, 60)}) ==
          "|tilia|acer|elsewhere\n540|a 2x1|1x1|1x1\n550|1x1|visit 1x1\n700|1x1|b 1x1|1x1");
    auto call = sitting("call", "", 700, 60);
    call.kind = "courtesy-call";
    CHECK(table_of({sitting("a", "tilia", 540, 60), call}) ==
          "|tilia|elsewhere\n540|a 1x1|1x1\n700|1x1|call 1x1");
    CHECK(table_of({sitting("one", "", 540, 60), sitting("two", "", 550, 60)}) ==
          "|elsewhere|elsewhere\n540|one 2x1|1x1\n550|two 1x1");
    CHECK(table_of({sitting("alone", "", 540, 60)}) == "|elsewhere\n540|alone 1x1");
}

TEST_CASE("a room used twice shows both in one cell, and rooms that nobody uses have no column")
{
    CHECK(table_of({sitting("a", "tilia", 540, 60), sitting("b", "tilia", 570, 60),
                    sitting("c", "tilia", 630, {})}) == "|tilia\n540|a b 1x1\n630|c 1x1");
}

TEST_CASE("sittings without a time are apart, and a day without any has an empty table")
{
    const auto programme =
        programme_of({{sitting("a", "tilia", {}, {}), sitting("b", "", 540, {})}, {}});
    const auto grid = grid_of(programme, programme.days[0]);
    REQUIRE(grid.without_time.size() == 1);
    CHECK(grid.without_time[0]->key == "a");
    CHECK(drawn_table(grid) == "|elsewhere\n540|b 1x1");
    CHECK(grid_of(programme, programme.days[1]).starts.empty());
}

TEST_CASE("on any day each sitting stands in the timetable once, and its cells tile it")
{
    CHECK(rc::check([] {
        const auto programme = any_programme();
        for (const auto& day : programme.days) {
            const auto grid = grid_of(programme, day);
            std::map<const Sitting*, int> shown;
            for (const auto* sitting : grid.without_time)
                ++shown[sitting];
            for (std::size_t row = 0; row < grid.cells.size(); ++row)
                for (std::size_t column = 0; column < grid.cells[row].size(); ++column)
                    if (grid.cells[row][column]) {
                        check_cell(grid, row, column);
                        for (const auto* sitting : grid.cells[row][column]->sittings)
                            ++shown[sitting];
                    }
            RC_ASSERT(shown.size() == day.sittings.size());
            for (const auto& sitting : day.sittings)
                RC_ASSERT(shown[&sitting] == 1);
            for (const auto* sitting : grid.without_time)
                RC_ASSERT(!sitting->time.start);
            for (const auto& row : taken_places(grid))
                for (const auto places : row)
                    RC_ASSERT(places == 1);
        }
    }));
}
