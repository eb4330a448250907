// SPDX-License-Identifier: Apache-2.0
//
// An official document as plain values: one Paper becomes the PDF and the word-processor file.
//
// Thai has no spaces between words, so a text says itself where a line may break: U+200B stands at
// each such place (script/ finds them), and U+2060 behind a space where it may not, as within a
// name. Neither is ever seen in what comes out of the PDF.

#pragma once

#include "base/instant.hpp"

#include <string>
#include <variant>
#include <vector>

namespace sala::document {

enum class Align { left, centre, right };

// A line in the middle of the page, bold and larger: what the document is.
struct Title {
    std::string text;
    double size_pt = 20;
};

// Bold, never the last line of a page.
struct Heading {
    std::string text;
    int level = 1;  // 1 to 3
};

struct Paragraph {
    std::string text;          // "\n" begins a new line
    double first_line_mm = 0;  // 25 in Thai correspondence
    double left_mm = 0;
    Align align = Align::left;
    bool bold = false;
    bool with_next = false;  // never parted from the next block by the end of a page
    std::string marker;      // "1." or "–", hangs to the left of the text, which gives way
    double before_mm = 0;    // free above it, but not at the top of a page
};

// Sender or signature: lines that begin at the middle of the page, or further to the left when they
// are long; or are centred right of the middle.
struct AddressBlock {
    std::vector<std::string> lines;
    bool centred = false;
    bool with_next = false;  // never parted from the next block by the end of a page
};

// "ที่ ........ วันที่ ........": bold labels, values on dotted lines. Parts share the width.
struct LabelledLine {
    struct Part {
        std::string label;
        std::string value;
    };
    std::vector<Part> parts;
};

// Thin rules around every cell; the first row is the header when `header` is set.
struct Table {
    std::vector<std::vector<std::string>> rows;
    std::vector<double> shares;  // of the width; none: equal
    bool header = true;
};

struct Space {
    double mm = 6;
};

struct PageBreak {};

using Block =
    std::variant<Title, Heading, Paragraph, AddressBlock, LabelledLine, Table, Space, PageBreak>;

enum class PageNumbers { none, arabic, thai };  // "– 2 –" above the text, from the second page

struct Paper {
    std::string title;  // metadata, not shown
    std::string author;
    std::string language = "th";  // BCP 47
    Instant created;              // given, so that equal papers are equal bytes

    double top_mm = 25, right_mm = 20, bottom_mm = 20, left_mm = 30;  // A4, upright
    double body_pt = 16;
    PageNumbers page_numbers = PageNumbers::arabic;
    std::vector<Block> blocks;
};

}  // namespace sala::document
