// SPDX-License-Identifier: Apache-2.0

#include "document/pdf.hpp"

#include "document/page_flow.hpp"
#include "document/pdf_pages.hpp"
#include "document/show_line.hpp"
#include "document/utf8.hpp"

#include <array>
#include <cairo-pdf.h>
#include <fmt/core.h>
#include <memory>
#include <pango/pangocairo.h>
#include <string_view>

namespace sala::document {
namespace {

constexpr double page_width = 210 * points_per_mm;
constexpr double page_height = 297 * points_per_mm;
constexpr std::string_view wanted_font = "Laksaman";

bool has_font(std::string_view family)
{
    PangoFontFamily** families = nullptr;
    int count = 0;
    pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count);
    bool found = false;
    for (int i = 0; i < count; ++i)
        found = found || family == pango_font_family_get_name(families[i]);
    g_free(static_cast<void*>(families));
    return found;
}

std::string first_font_there_is()
{
    constexpr auto families =
        std::to_array<std::string_view>({wanted_font, "TH Sarabun New", "TH SarabunPSK", "Sarabun",
                                         "Noto Looped Thai", "Noto Serif Thai", "Noto Sans Thai"});
    for (const auto family : families)
        if (has_font(family))
            return std::string(family);
    return "sans-serif";
}

std::string digits(int number, PageNumbers kind)
{
    auto arabic = std::to_string(number);
    if (kind != PageNumbers::thai)
        return arabic;
    std::string thai;
    for (const char c : arabic)
        append_utf8(thai, 0x0E50 + static_cast<char32_t>(c - '0'));
    return thai;
}

class Printer {
public:
    Printer(const Paper& paper, const std::string& font)
        : paper_(paper),
          font_(font),
          setter_(font, paper.language),
          pages_(page_width, page_height, paper.title, paper.author, paper.created),
          cairo_(pages_.cairo())
    {
    }

    std::string print()
    {
        const auto pages = laid_out();
        for (std::size_t i = 0; i < pages.size(); ++i)
            print_page(pages[i], static_cast<int>(i) + 1);
        return pages_.finished();
    }

    std::size_t many() { return laid_out().size(); }

private:
    std::vector<Page> laid_out()
    {
        const auto width = page_width - (paper_.left_mm + paper_.right_mm) * points_per_mm;
        const auto height = page_height - (paper_.top_mm + paper_.bottom_mm) * points_per_mm;
        return paged(strips_of(paper_, setter_, width), height);
    }

    void draw(const Rule& rule, double left, double top)
    {
        const double dots[] = {0, 3};
        cairo_set_line_cap(cairo_, rule.dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_SQUARE);
        cairo_set_dash(cairo_, dots, rule.dotted ? 2 : 0, 0);
        cairo_set_line_width(cairo_, rule.dotted ? 0.9 : 0.5);
        cairo_move_to(cairo_, left + rule.x1, top + rule.y1);
        cairo_line_to(cairo_, left + rule.x2, top + rule.y2);
        cairo_stroke(cairo_);
    }

    void print_page(const Page& page, int number)
    {
        const auto left = paper_.left_mm * points_per_mm;
        const auto top = paper_.top_mm * points_per_mm;
        print_header(number, top);
        for (const auto& [y, strip] : page) {
            for (const auto& rule : strip.rules)
                draw(rule, left, top + y);
            for (const auto& line : strip.lines)
                show_line(cairo_, line.line, left + line.x, top + y + line.baseline);
        }
        pages_.next_page();
    }

    void print_header(int number, double top)
    {
        if (number == 1 && font_ != wanted_font) {
            const auto note = setter_.line(
                fmt::format("Set in {}: {} is not on this machine.", font_, wanted_font),
                {8, false});
            show_line(cairo_, note, paper_.left_mm * points_per_mm, top / 2);
        }
        if (number == 1 || paper_.page_numbers == PageNumbers::none)
            return;
        const auto line = setter_.line("– " + digits(number, paper_.page_numbers) + " –",
                                       {paper_.body_pt, false});
        show_line(cairo_, line, (page_width - line.width) / 2, top * 0.6);
    }

    const Paper& paper_;
    const std::string& font_;
    LineSetter setter_;
    PdfPages pages_;
    cairo_t* cairo_;
};

}  // namespace

std::string body_font()
{
    static const auto font = first_font_there_is();
    return font;
}

std::size_t pages_of(const Paper& paper, const std::string& font)
{
    return Printer(paper, font).many();
}

std::string write_pdf(const Paper& paper, const std::string& font)
{
    return Printer(paper, font).print();
}

}  // namespace sala::document
