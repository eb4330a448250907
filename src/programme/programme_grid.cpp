// SPDX-License-Identifier: Apache-2.0

#include "programme/programme_grid.hpp"

#include <algorithm>
#include <set>

namespace sala::programme {

namespace {

// Sittings of one column that overlap, shown in one cell.
struct Block {
    std::vector<const Sitting*> sittings;
    std::size_t column = 0;
    int from = 0;
    int to = 0;
    bool full_width = false;
};

int end_of(const Sitting& sitting) { return sitting.time.end().value_or(*sitting.time.start + 30); }

bool overlap(const Sitting& a, const Sitting& b)
{
    return *a.time.start < end_of(b) && *b.time.start < end_of(a);
}

struct Laying {
    const Programme& programme;
    const ProgrammeDay& day;
    Grid grid;
    std::vector<std::vector<const Sitting*>> columns;

    std::size_t column_of(const std::string& room) const
    {
        for (std::size_t i = 0; i < grid.rooms.size(); ++i)
            if (grid.rooms[i] && grid.rooms[i]->key == room)
                return i;
        return grid.rooms.size();
    }
};

void choose_columns(Laying& laying)
{
    std::set<std::string> used;
    for (const auto& sitting : laying.day.sittings)
        if (sitting.time.start)
            used.insert(sitting.room);
    for (const auto& room : laying.programme.rooms)
        if (used.count(room.key) > 0)
            laying.grid.rooms.push_back(&room);
    if (laying.grid.rooms.empty())
        laying.grid.rooms.push_back(nullptr);
    laying.columns.resize(laying.grid.rooms.size());
}

// Into the first column without a room that is free then, or into a new one; never under the name
// of a room, where people would look for it.
void put_beside(Laying& laying, const Sitting& sitting)
{
    const auto is_free = [&](std::size_t i) {
        const auto& column = laying.columns[i];
        return !laying.grid.rooms[i] &&
               std::none_of(column.begin(), column.end(),
                            [&](const Sitting* one) { return overlap(sitting, *one); });
    };
    std::size_t i = 0;
    while (i < laying.columns.size() && !is_free(i))
        ++i;
    if (i == laying.columns.size()) {
        laying.grid.rooms.push_back(nullptr);
        laying.columns.emplace_back();
    }
    laying.columns[i].push_back(&sitting);
}

// Answers those that take the whole width.
std::vector<const Sitting*> fill_columns(Laying& laying)
{
    std::vector<const Sitting*> homeless;
    for (const auto& sitting : laying.day.sittings) {
        if (!sitting.time.start) {
            laying.grid.without_time.push_back(&sitting);
            continue;
        }
        const auto column = laying.column_of(sitting.room);
        if (column < laying.columns.size())
            laying.columns[column].push_back(&sitting);
        else
            homeless.push_back(&sitting);
    }
    std::vector<const Sitting*> full_width;
    for (const auto* sitting : homeless) {
        const auto is_free = [&](const std::vector<const Sitting*>& column) {
            return std::none_of(column.begin(), column.end(),
                                [&](const Sitting* other) { return overlap(*sitting, *other); });
        };
        // Under the only room of a day a visit would seem to be there.
        const bool elsewhere = sitting->is_away() && laying.grid.rooms.front();
        const bool alone = !elsewhere &&
                           std::all_of(laying.columns.begin(), laying.columns.end(), is_free) &&
                           is_free(full_width);
        if (alone) {
            full_width.push_back(sitting);
            continue;
        }
        // Whoever is no longer alone leaves the whole width, and both stand side by side.
        const auto joined =
            std::stable_partition(full_width.begin(), full_width.end(),
                                  [&](const Sitting* one) { return !overlap(*sitting, *one); });
        for (auto one = joined; one != full_width.end(); ++one)
            put_beside(laying, **one);
        full_width.erase(joined, full_width.end());
        put_beside(laying, *sitting);
    }
    return full_width;
}

std::vector<Block> blocks_of(Laying& laying, const std::vector<const Sitting*>& full_width)
{
    std::vector<Block> blocks;
    for (std::size_t column = 0; column < laying.columns.size(); ++column) {
        auto& sittings = laying.columns[column];
        std::stable_sort(sittings.begin(), sittings.end(), [](const Sitting* a, const Sitting* b) {
            return *a->time.start < *b->time.start;
        });
        for (const auto* sitting : sittings) {
            if (!blocks.empty() && blocks.back().column == column &&
                *sitting->time.start < blocks.back().to) {
                blocks.back().sittings.push_back(sitting);
                blocks.back().to = std::max(blocks.back().to, end_of(*sitting));
            } else {
                blocks.push_back(
                    {{sitting}, column, *sitting->time.start, end_of(*sitting), false});
            }
        }
    }
    for (const auto* sitting : full_width)
        blocks.push_back({{sitting}, 0, *sitting->time.start, end_of(*sitting), true});
    return blocks;
}

}  // namespace

Grid grid_of(const Programme& programme, const ProgrammeDay& day)
{
    Laying laying{programme, day, {}, {}};
    choose_columns(laying);
    const auto full_width = fill_columns(laying);
    const auto blocks = blocks_of(laying, full_width);
    auto& grid = laying.grid;

    std::set<int> starts;
    for (const auto& block : blocks)
        starts.insert(block.from);
    grid.starts.assign(starts.begin(), starts.end());
    grid.cells.assign(grid.starts.size(),
                      std::vector<std::optional<GridCell>>(grid.rooms.size(), GridCell{}));
    for (const auto& block : blocks) {
        const auto row = static_cast<std::size_t>(
            std::find(grid.starts.begin(), grid.starts.end(), block.from) - grid.starts.begin());
        std::size_t rows = 1;
        while (row + rows < grid.starts.size() && grid.starts[row + rows] < block.to)
            ++rows;
        const auto columns = block.full_width ? grid.rooms.size() : 1;
        for (std::size_t r = row; r < row + rows; ++r)
            for (std::size_t c = block.column; c < block.column + columns; ++c)
                grid.cells[r][c] = std::nullopt;
        grid.cells[row][block.column] = GridCell{block.sittings, rows, columns};
    }
    return std::move(grid);
}

}  // namespace sala::programme
