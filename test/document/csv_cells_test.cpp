// SPDX-License-Identifier: Apache-2.0
//
// A sheet of nothing but commas is small as a file and large once it is read.

#include "document/csv.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sala::document;

TEST_CASE("empty cells count: a sheet has at most two million, and the line of the next is named")
{
    std::string sheet;
    for (std::size_t row = 0; row < csv_cells_max / csv_columns_max; ++row)
        sheet += std::string(csv_columns_max - 1, ',') + "\n";
    const auto most = read_csv(sheet);
    REQUIRE(most);
    CHECK(most->size() == 10'000);
    CHECK(most->back().fields == std::vector<std::string>(csv_columns_max));

    const auto refused = read_csv(sheet + "a\n");
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().code == "too-many-cells");
    CHECK(refused.refusal().sentence.english() ==
          "Line 10001: the sheet has more than 2000000 cells, empty ones included. Split it into "
          "several files.");
}
