// SPDX-License-Identifier: Apache-2.0

#include "document/badge_drawer.hpp"

#include "document/photo.hpp"
#include "document/qr_code.hpp"
#include "document/show_line.hpp"
#include "document/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <pango/pangocairo.h>

namespace sala::document {

// White words on dark ground, dark words on light ground (WCAG's relative luminance, roughly).
static bool is_dark(const BadgeColour& colour)
{
    return 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue < 0.45;
}

void BadgeDrawer::fill(const Box& box, const BadgeColour& colour)
{
    cairo_set_source_rgb(cairo_, colour.red, colour.green, colour.blue);
    cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
    cairo_fill(cairo_);
}

void BadgeDrawer::ink(double grey) { cairo_set_source_rgb(cairo_, grey, grey, grey); }

void BadgeDrawer::ink_on(const BadgeColour& colour) { ink(is_dark(colour) ? 1 : 0.08); }

double BadgeDrawer::text(const std::string& words, double x, double y, double width, const Fit& fit)
{
    return words.empty() ? y : show(set(words, width, fit), x, y, width, fit);
}

double BadgeDrawer::show(const std::vector<SetLine>& lines, double x, double y, double width,
                         const Fit& fit)
{
    for (std::size_t i = 0; i < std::min(lines.size(), fit.lines_max); ++i) {
        const auto free = std::max(0.0, width - lines[i].width);
        const auto left = fit.align == Align::left     ? 0
                          : fit.align == Align::centre ? free / 2
                                                       : free;
        show_line(cairo_, lines[i], x + left, y + lines[i].ascent);
        y += lines[i].height;
    }
    return y;
}

void BadgeDrawer::text_in(const std::string& words, const Box& box, Fit fit)
{
    if (words.empty())
        return;
    fit.height_max = box.height;
    double height = 0;
    const auto& lines = set(words, box.width, fit);
    for (std::size_t i = 0; i < std::min(lines.size(), fit.lines_max); ++i)
        height += lines[i].height;
    show(lines, box.x, box.y + std::max(0.0, (box.height - height) / 2), box.width, fit);
}

void BadgeDrawer::photo(const std::string& jpeg, const Box& box)
{
    constexpr auto format = CAIRO_FORMAT_RGB24;
    const auto stride = cairo_format_stride_for_width(format, portrait_width);
    unread_.resize(static_cast<std::size_t>(stride) * portrait_height);
    auto* image = cairo_image_surface_create_for_data(unread_.data(), format, portrait_width,
                                                      portrait_height, stride);
    auto* kept = new std::string(jpeg);
    cairo_surface_set_mime_data(
        image, CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(kept->data()),
        kept->size(), [](void* data) { delete static_cast<std::string*>(data); }, kept);
    paint(Image(image, cairo_surface_destroy), portrait_width, portrait_height, box);
}

void BadgeDrawer::code(const std::string& words, const Box& box)
{
    // Cairo keeps places in 256ths of a point. With squares of a multiple of that, their places
    // come out as whole numbers, and each stripe as one line of a square's width: a fifth of the
    // bytes of rectangles, which are most of a badge.
    constexpr double grain = 128;
    const auto on_grain = [](double place) { return std::floor(place * grain) / grain; };
    const auto code = qr_code(words);
    const auto side = on_grain(box.width / code.size);
    const auto margin = (box.width - side * code.size) / 2;
    cairo_save(cairo_);
    cairo_translate(cairo_, on_grain(box.x + margin), on_grain(box.y + margin) + side / 2);
    cairo_scale(cairo_, side, side);
    cairo_set_line_width(cairo_, 1);
    cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_BUTT);
    ink(0);
    for (int y = 0; y < code.size; ++y)
        for (int x = 0; x < code.size; ++x) {
            int length = 0;
            while (x + length < code.size && code.at(x + length, y))
                ++length;
            if (length > 0) {
                cairo_move_to(cairo_, x, y);
                cairo_line_to(cairo_, x + length, y);
            }
            x += length;
        }
    cairo_stroke(cairo_);
    cairo_restore(cairo_);
}

void BadgeDrawer::frame(const Box& box)
{
    cairo_set_source_rgb(cairo_, 0.7, 0.7, 0.7);
    cairo_set_line_width(cairo_, 0.3);
    cairo_rectangle(cairo_, box.x, box.y, box.width, box.height);
    cairo_stroke(cairo_);
}

void BadgeDrawer::paint(Image image, int width, int height, const Box& box)
{
    cairo_save(cairo_);
    cairo_translate(cairo_, box.x, box.y);
    cairo_scale(cairo_, box.width / width, box.height / height);
    cairo_set_source_surface(cairo_, image.get(), 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
    held_.push_back(std::move(image));
}

bool BadgeDrawer::stands(const std::vector<SetLine>& lines, const std::string& words, double width,
                         const Fit& fit, double size) const
{
    double height = 0;
    for (const auto& line : lines)
        height += line.height;
    if (lines.size() > fit.lines_max || (fit.height_max > 0 && height > fit.height_max))
        return false;
    if (lines.size() == 1)
        return true;
    std::string word;
    const auto fits = [&] { return setter_.line(word, {size, fit.bold}).width <= width; };
    for (std::size_t i = 0; i < words.size();) {
        const auto piece = words.substr(i, character_size(words, i));
        i += piece.size();
        if (piece != " " && piece != "\u200B") {
            word += piece;
            continue;
        }
        if (!fits())
            return false;
        word.clear();
    }
    return fits();
}

const std::vector<SetLine>& BadgeDrawer::set(const std::string& words, double width, const Fit& fit)
{
    constexpr std::size_t kept_max = 256;
    if (set_.size() >= kept_max)
        set_.clear();
    const auto [at, is_new] = set_.try_emplace(
        {words, width, fit.largest_pt, fit.smallest_pt, fit.lines_max, fit.bold, fit.height_max});
    if (is_new)
        at->second = set_anew(words, width, fit);
    return at->second;
}

std::vector<SetLine> BadgeDrawer::set_anew(const std::string& words, double width,
                                           const Fit& fit) const
{
    auto size = fit.largest_pt;
    auto lines = setter_.lines(words, width, {size, fit.bold});
    while (size > fit.smallest_pt && !stands(lines, words, width, fit, size)) {
        size = std::max(fit.smallest_pt, size * 0.92);
        lines = setter_.lines(words, width, {size, fit.bold});
    }
    return lines;
}

}  // namespace sala::document
