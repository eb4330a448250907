// SPDX-License-Identifier: Apache-2.0
//
// The pen with which badges are drawn: bands, words as large as they fit, photos and codes.

#pragma once

#include "document/badge.hpp"
#include "document/paper.hpp"
#include "document/set_lines.hpp"

#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

// NOLINTBEGIN(bugprone-reserved-identifier): cairo named them so
typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
// NOLINTEND(bugprone-reserved-identifier)

namespace sala::document {

// In points.
struct Box {
    double x, y, width, height;
};

// How large a text may be set, and how small when it is long.
struct Fit {
    double largest_pt;
    double smallest_pt;
    std::size_t lines_max = 2;
    bool bold = false;
    Align align = Align::left;
    double height_max = 0;  // 0: whatever the lines need
};

class BadgeDrawer {
public:
    BadgeDrawer(cairo_t* cairo, const LineSetter& setter) : cairo_(cairo), setter_(setter) {}

    void fill(const Box& box, const BadgeColour& colour);
    void ink(double grey);
    void ink_on(const BadgeColour& colour);  // white or black, whichever is read on it

    // As large as it fits into so many lines; what is still too long is cut. Answers where it ends.
    double text(const std::string& words, double x, double y, double width, const Fit& fit);
    // In the middle of a box, as large as it fits.
    void text_in(const std::string& words, const Box& box, Fit fit);
    // A JPEG of portrait_of(): its bytes go into the PDF as they are.
    void photo(const std::string& jpeg, const Box& box);
    // A QR code, drawn and not painted, so that it is as sharp as the printer.
    void code(const std::string& words, const Box& box);
    void frame(const Box& box);
    // Cairo copies an image that goes before its page has been written.
    void page_is_written() { held_.clear(); }

private:
    using Image = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;

    void paint(Image image, int width, int height, const Box& box);
    bool stands(const std::vector<SetLine>& lines, const std::string& words, double width,
                const Fit& fit, double size) const;
    double show(const std::vector<SetLine>& lines, double x, double y, double width,
                const Fit& fit);
    // Forum, category and delegation stand on many badges and are set once.
    const std::vector<SetLine>& set(const std::string& words, double width, const Fit& fit);
    std::vector<SetLine> set_anew(const std::string& words, double width, const Fit& fit) const;

    cairo_t* cairo_;
    const LineSetter& setter_;
    using SetAs = std::tuple<std::string, double, double, double, std::size_t, bool, double>;
    std::map<SetAs, std::vector<SetLine>> set_;
    std::vector<unsigned char> unread_;
    std::vector<Image> held_;
};

}  // namespace sala::document
