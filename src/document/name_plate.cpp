// SPDX-License-Identifier: Apache-2.0

#include "document/name_plate.hpp"

#include "document/badge_drawer.hpp"
#include "document/page_flow.hpp"
#include "document/pdf_pages.hpp"

#include <cairo.h>
#include <numbers>

namespace sala::document {

namespace {

constexpr double mm = points_per_mm;
constexpr double a4_width = 210 * mm;
constexpr double a4_height = 297 * mm;

// The half below the fold; the fold is at y = 0.
void draw_half(BadgeDrawer& draw, const NamePlate& plate)
{
    constexpr double edge = 15 * mm;
    constexpr double inner = a4_width - 2 * edge;
    constexpr double top = 22 * mm;
    constexpr double names = 80 * mm;
    const auto each = names / static_cast<double>(std::max<std::size_t>(plate.names.size(), 1));
    double y = top;
    draw.ink(0.05);
    for (const auto& name : plate.names) {
        draw.text_in(name, {edge, y, inner, each}, {52, 10, 2, true, Align::centre});
        y += each;
    }
    draw.ink(0.25);
    draw.text_in(plate.delegation, {edge, top + names + 4 * mm, inner, 22 * mm},
                 {28, 8, 2, false, Align::centre});
}

}  // namespace

std::string write_name_plates(const NamePlates& sheet, const std::string& font)
{
    PdfPages pages(a4_width, a4_height, sheet.title, {}, sheet.created);
    const LineSetter setter(font, sheet.language);
    BadgeDrawer draw(pages.cairo(), setter);
    auto* cairo = pages.cairo();
    for (const auto& plate : sheet.plates) {
        cairo_save(cairo);
        cairo_translate(cairo, 0, a4_height / 2);
        draw_half(draw, plate);
        cairo_restore(cairo);
        // The half that stands behind is read from behind.
        cairo_save(cairo);
        cairo_translate(cairo, a4_width, a4_height / 2);
        cairo_rotate(cairo, std::numbers::pi);
        draw_half(draw, plate);
        cairo_restore(cairo);
        pages.next_page();
    }
    return pages.finished();
}

}  // namespace sala::document
