// SPDX-License-Identifier: Apache-2.0

#include "document/badge.hpp"

#include "document/badge_drawer.hpp"
#include "document/page_flow.hpp"
#include "document/pdf_pages.hpp"

#include <algorithm>

namespace sala::document {

namespace {

constexpr double mm = points_per_mm;
constexpr double a4_width = 210 * mm;
constexpr double a4_height = 297 * mm;
// So small that nobody's name, post or delegation is cut: each is as large as it fits.
constexpr double whole = 3.5;

std::string joined(const std::string& one, const std::string& other)
{
    return one.empty() || other.empty() ? one + other : one + "  ·  " + other;
}

// Upright: band, photo and code side by side, the names in the middle, the category at the foot.
void draw_a6(BadgeDrawer& draw, const Badge& badge, double x, double y)
{
    const auto& colour = badge_colour(badge.colour);
    const double width = 105 * mm;
    const double edge = 8 * mm;
    const double inner = width - 2 * edge;
    draw.fill({x, y, width, 25 * mm}, colour);
    draw.ink_on(colour);
    draw.text_in(badge.forum, {x + edge, y + 3 * mm, inner, 15 * mm},
                 {15, 9, 2, true, Align::centre});
    draw.text_in(badge.when, {x + edge, y + 18 * mm, inner, 5 * mm},
                 {9, 6, 1, false, Align::centre});

    const double top = y + 30 * mm;
    const bool shows = !badge.photo.empty();
    if (shows)
        draw.photo(badge.photo, {x + edge, top, 30 * mm, 40 * mm});
    const double code_left = shows ? x + width - edge - 38 * mm : x + (width - 38 * mm) / 2;
    draw.code(badge.code, {code_left, top, 38 * mm, 38 * mm});
    draw.ink(0.35);
    draw.text(badge.number, code_left, top + 38.5 * mm, 38 * mm, {7.5, 6, 1, false, Align::centre});

    double line = y + 72 * mm;
    draw.ink(0.05);
    const double others = 8.5 * mm;
    const double name = 34 * mm - others * static_cast<double>(badge.other_names.size());
    line = draw.text(badge.name, x + edge, line, inner,
                     {26, whole, 3, true, Align::centre, std::max(name, 12 * mm)});
    draw.ink(0.25);
    for (const auto& other : badge.other_names)
        line =
            draw.text(other, x + edge, line, inner, {15, whole, 2, false, Align::centre, others});
    draw.ink(0.15);
    line = draw.text(badge.post, x + edge, line + 1 * mm, inner,
                     {11, whole, 2, false, Align::centre, 9 * mm});
    draw.text(badge.delegation, x + edge, line + 1 * mm, inner,
              {15, whole, 2, true, Align::centre, 8 * mm});

    draw.ink(0.25);
    draw.text_in(badge.zones, {x + edge, y + 125 * mm, inner, 5 * mm},
                 {9, 6, 1, false, Align::centre});
    draw.fill({x, y + 131 * mm, width, 17 * mm}, colour);
    draw.ink_on(colour);
    draw.text_in(joined(badge.category, badge.other_category),
                 {x + edge, y + 133 * mm, inner, 13 * mm}, {17, whole, 3, true, Align::centre});
}

// Lying, as large as a bank card: photo, names, code from left to right between two bands.
void draw_id1(BadgeDrawer& draw, const Badge& badge, double x, double y)
{
    const auto& colour = badge_colour(badge.colour);
    const double width = 85.6 * mm;
    const double height = 53.98 * mm;
    const double edge = 4 * mm;
    draw.fill({x, y, width, 9 * mm}, colour);
    draw.ink_on(colour);
    draw.text_in(badge.forum, {x + edge, y, width - 2 * edge, 9 * mm},
                 {9, 6, 1, true, Align::left});

    const double top = y + 12 * mm;
    const bool shows = !badge.photo.empty();
    if (shows)
        draw.photo(badge.photo, {x + edge, top, 21 * mm, 28 * mm});
    const double code_left = x + width - edge - 22 * mm;
    draw.code(badge.code, {code_left, top, 22 * mm, 22 * mm});
    draw.ink(0.35);
    draw.text(badge.number, code_left, top + 22.4 * mm, 22 * mm, {6, 5, 1, false, Align::centre});

    const double left = shows ? x + edge + 24 * mm : x + edge;
    const double room = code_left - 2 * mm - left;
    draw.ink(0.05);
    double line =
        draw.text(badge.name, left, top - 1 * mm, room, {12, whole, 3, true, Align::left, 13 * mm});
    draw.ink(0.25);
    for (const auto& other : badge.other_names)
        line = draw.text(other, left, line, room, {8.5, whole, 2, false, Align::left, 8 * mm});
    line = draw.text(badge.post, left, line, room, {7, whole, 2, false, Align::left, 6 * mm});
    draw.ink(0.1);
    draw.text(badge.delegation, left, line, room, {9, whole, 2, true, Align::left, 6 * mm});

    draw.fill({x, y + height - 10 * mm, width, 10 * mm}, colour);
    draw.ink_on(colour);
    const auto half = (width - 2 * edge) / 2;
    draw.text_in(joined(badge.category, badge.other_category),
                 {x + edge, y + height - 9 * mm, half * 1.2, 8 * mm}, {10, whole, 3, true});
    draw.text_in(badge.zones, {x + edge + half * 1.2, y + height - 9 * mm, half * 0.8, 8 * mm},
                 {7, 5, 2, false, Align::right});
}

}  // namespace

const std::vector<BadgeColour>& badge_colours()
{
    static const std::vector<BadgeColour> colours{
        {"indigo", 0.18, 0.20, 0.45}, {"green", 0.09, 0.36, 0.25}, {"marigold", 0.96, 0.73, 0.20},
        {"red", 0.62, 0.14, 0.14},    {"teal", 0.06, 0.38, 0.44},  {"plum", 0.40, 0.16, 0.40},
        {"grey", 0.35, 0.37, 0.40},   {"sand", 0.90, 0.84, 0.70}};
    return colours;
}

const BadgeColour& badge_colour(std::string_view name)
{
    const auto& all = badge_colours();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const BadgeColour& one) { return one.name == name; });
    return found == all.end() ? all.front() : *found;
}

std::string write_badges(const BadgeSheet& sheet, const std::string& font)
{
    const bool a6 = sheet.size == BadgeSize::a6;
    const double width = (a6 ? 105 : 85.6) * mm;
    const double height = (a6 ? 148 : 53.98) * mm;
    const int across = 2;
    const int down = a6 ? 2 : 5;
    PdfPages pages(sheet.to_cut ? a4_width : width, sheet.to_cut ? a4_height : height, sheet.title,
                   {}, sheet.created);
    const LineSetter setter(font, sheet.language);
    BadgeDrawer draw(pages.cairo(), setter);
    const int on_a_page = sheet.to_cut ? across * down : 1;
    int place = 0;
    for (const auto& badge : sheet.badges) {
        if (place == on_a_page) {
            pages.next_page();
            draw.page_is_written();
            place = 0;
        }
        const double x =
            sheet.to_cut ? (a4_width - across * width) / 2 + place % across * width : 0;
        const int row = place / across;
        const double y = sheet.to_cut ? (a4_height - down * height) / 2 + row * height : 0;
        a6 ? draw_a6(draw, badge, x, y) : draw_id1(draw, badge, x, y);
        if (sheet.to_cut)
            draw.frame({x, y, width, height});
        ++place;
    }
    pages.next_page();
    return pages.finished();
}

}  // namespace sala::document
