// SPDX-License-Identifier: Apache-2.0
//
// From blocks to pages: what stands where. For the PDF writer alone. All measures are points.

#pragma once

#include "document/paper.hpp"
#include "document/set_lines.hpp"

#include <memory>
#include <vector>

namespace sala::document {

inline constexpr double points_per_mm = 72.0 / 25.4;

struct PlacedLine {
    SetLine line;
    double x = 0;         // from the left margin
    double baseline = 0;  // from the top of the strip
};

struct Rule {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    bool dotted = false;
};

// A slice of the text that is never cut: one line, or one line of every cell of a row.
struct Strip {
    // The head of its table, again at the top of each page on which the table goes on.
    std::shared_ptr<const std::vector<Strip>> head;
    double before = 0;  // empty space above, but not at the top of a page
    double height = 0;
    bool with_next = false;  // stands on one page with the next strip
    bool begins_page = false;
    std::vector<PlacedLine> lines;
    std::vector<Rule> rules;
};

std::vector<Strip> strips_of(const Paper& paper, const LineSetter& setter, double width);

struct PlacedStrip {
    double y = 0;  // from the top margin
    Strip strip;
};
using Page = std::vector<PlacedStrip>;

// At least one page. Glued strips move to the next page together, unless they fill more than one.
std::vector<Page> paged(std::vector<Strip> strips, double height);

}  // namespace sala::document
