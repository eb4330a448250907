// SPDX-License-Identifier: Apache-2.0
//
// Words in narrow columns on paper stay whole, as far as other columns have room.

#include "bilateral/column_widths.hpp"

#include <doctest/doctest.h>

#include <numeric>

using namespace sala;

TEST_CASE("a column is as wide as its longest word, and all together as wide as the page")
{
    document::Paper paper;
    paper.body_pt = 14;
    document::Table table;
    table.shares = {0.05, 0.22, 0.22, 0.17, 0.17, 0.17};
    table.rows = {{"", "Need", "Answer", "Condition", "Who", "By when"},
                  {"1", "Trees", "Some", "None", "environment departments", "2031"}};
    const auto shares = bilateral::wide_enough(table, paper);
    CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == doctest::Approx(1));
    CHECK(shares[4] > 0.2);   // eleven letters of 14 points on 160 mm
    CHECK(shares[1] < 0.22);  // which gave of what it did not need
    CHECK(shares[0] > 0.02);
    table.rows[1][4] = "all of us";
    CHECK(bilateral::wide_enough(table, paper)[4] == doctest::Approx(0.17).epsilon(0.05));
    // What may break is no long word; what may not is.
    table.rows[1][4] =
        "a\u200bb\u200bc\u200bd\u200be\u200bf\u200bg\u200bh\u200bi\u200bj\u200bk\u200bl";
    CHECK(bilateral::wide_enough(table, paper)[4] == doctest::Approx(0.17).epsilon(0.05));
    table.rows[1][4] = "Mayor \u2060of \u2060Bangkok";
    CHECK(bilateral::wide_enough(table, paper)[4] > 0.17);
    table.rows[1] = {"1", std::string(40, 'a'), std::string(40, 'b'), "c", "d", "e"};
    const auto crowded = bilateral::wide_enough(table, paper);
    CHECK(std::accumulate(crowded.begin(), crowded.end(), 0.0) == doctest::Approx(1));
    CHECK(crowded[1] == doctest::Approx(crowded[2]));
}
