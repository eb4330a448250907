// SPDX-License-Identifier: Apache-2.0
//
// Badges as PDF: what somebody wears around the neck and a door reads. Values in, bytes out.

#pragma once

#include "base/instant.hpp"
#include "document/pdf.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::document {

enum class BadgeSize { a6, id1 };  // 105 by 148 mm; 85.6 by 53.98 mm (ISO/IEC 7810), lying

// By name, so that a design is a word in the store and each is known to be read on its ground.
struct BadgeColour {
    std::string_view name;
    double red, green, blue;
};
const std::vector<BadgeColour>& badge_colours();
// The first one for a name that is none.
const BadgeColour& badge_colour(std::string_view name);

// Texts say themselves where a line may break (paper.hpp).
struct Badge {
    std::string forum;
    std::string when;                      // date and place, one line
    std::string category;                  // in the language of the forum
    std::string other_category;            // in the other, may be empty
    std::string name;                      // as it is called out
    std::vector<std::string> other_names;  // in other scripts
    std::string post;
    std::string delegation;
    std::string zones;   // where it opens, may be empty
    std::string photo;   // a JPEG of portrait_of(), or empty
    std::string code;    // what its QR code holds
    std::string number;  // that people read to each other
    std::string colour;  // of its bands
};

struct BadgeSheet {
    std::vector<Badge> badges;
    BadgeSize size = BadgeSize::a6;
    bool to_cut = false;  // several on a sheet of A4, with marks; else a page each
    std::string title;    // metadata
    std::string language = "en";
    Instant created;
};

// Bytes of the type application/pdf; equal sheets give equal bytes. Throws Fault when cairo fails.
std::string write_badges(const BadgeSheet& sheet, const std::string& font = body_font());

}  // namespace sala::document
