// SPDX-License-Identifier: Apache-2.0
//
// Breaks a text into the lines of a page. For the PDF writer alone.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

// NOLINTBEGIN(bugprone-reserved-identifier): Pango named them so
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoContext PangoContext;
// NOLINTEND(bugprone-reserved-identifier)

namespace sala::document {

// One line, shaped and measured, all in points.
struct SetLine {
    std::shared_ptr<PangoLayout> layout;
    double width = 0;
    double height = 0;
    double ascent = 0;  // from the top to the baseline
};

struct TextLook {
    double size_pt = 16;
    bool bold = false;
};

class LineSetter {
public:
    LineSetter(const std::string& font, const std::string& language);

    // At least one line. `first_indent` narrows the first line. Breaks where the text allows it
    // with U+200B, at spaces, and where the rules of its script do; inside a word only when that
    // word alone is wider than the line.
    std::vector<SetLine> lines(std::string_view text, double width, TextLook look,
                               double first_indent = 0) const;

    SetLine line(const std::string& text, TextLook look) const;

private:
    std::shared_ptr<PangoLayout> shaped(const std::string& text, TextLook look) const;
    void set_paragraph(std::vector<SetLine>& lines, std::string_view text, double width,
                       TextLook look, double first_indent) const;

    std::shared_ptr<PangoContext> context_;
    std::string font_;
};

}  // namespace sala::document
