// SPDX-License-Identifier: Apache-2.0

#include "document/set_lines.hpp"

#include "document/utf8.hpp"

#include <algorithm>
#include <pango/pangocairo.h>
#include <set>

namespace sala::document {
namespace {

template <class Thing>
std::shared_ptr<Thing> owned(Thing* thing)
{
    return {thing, [](Thing* mine) { g_object_unref(mine); }};
}

// The text as it is shown, and the places at which its author lets it break.
struct Opened {
    std::string text;
    std::set<std::size_t> breaks;
    std::set<std::size_t> joins;  // where it must not
};

Opened opened(std::string_view raw)
{
    const auto whole = mended_utf8(raw);
    Opened out;
    for (std::size_t i = 0; i < whole.size();) {
        const auto size = character_size(whole, i);
        const auto piece = std::string_view(whole).substr(i, size);
        if (piece == "\u200B")
            out.breaks.insert(out.text.size());
        else if (piece == "\u2060")
            out.joins.insert(out.text.size());
        else if (size == 1 && static_cast<unsigned char>(piece[0]) < 0x20)
            out.text += ' ';
        else
            out.text += piece;
        i += size;
    }
    return out;
}

// Scripts that put no spaces between words: Thai, Lao, Myanmar, Khmer.
bool runs_on(gunichar c)
{
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
           (c >= 0x1780 && c <= 0x17FF);
}

struct Places {
    std::vector<std::size_t> breaks;   // byte offsets where a line may begin, the end included
    std::vector<std::size_t> apart;    // the same where the author wants no break, and words end
    std::vector<std::size_t> letters;  // where a letter with its marks begins, the end included
};

Places places_in(const Opened& opened, PangoLayout* layout)
{
    int count = 0;
    const auto* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    const auto* text = opened.text.c_str();
    Places places;
    gunichar before = 0;
    const auto* at = text;
    for (int i = 0; i < count; ++i) {
        const auto offset = static_cast<std::size_t>(at - text);
        const bool end = offset >= opened.text.size();
        const auto here = end ? 0 : g_utf8_get_char(at);
        // The author's places, where there are any, beat the library's dictionary.
        const bool by_author = !opened.breaks.empty() && runs_on(before) && runs_on(here);
        const bool joined = opened.joins.contains(offset);
        const bool may = by_author ? opened.breaks.contains(offset) : attributes[i].is_line_break;
        if (offset > 0 && ((may && !joined) || end || opened.breaks.contains(offset)))
            places.breaks.push_back(offset);
        if (offset > 0 && (attributes[i].is_line_break || end))
            places.apart.push_back(offset);
        if (offset > 0 && (attributes[i].is_cursor_position || end))
            places.letters.push_back(offset);
        if (end)
            break;
        before = here;
        at = g_utf8_next_char(at);
    }
    return places;
}

std::size_t without_spaces(const std::string& text, std::size_t begin, std::size_t end)
{
    while (end > begin && text[end - 1] == ' ')
        --end;
    return end;
}

}  // namespace

LineSetter::LineSetter(const std::string& font, const std::string& language)
    : context_(owned(pango_font_map_create_context(pango_cairo_font_map_get_default()))),
      font_(font + ", Noto Sans Thai, Noto Sans, sans-serif")
{
    pango_cairo_context_set_resolution(context_.get(), 72);  // one unit is one point
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    pango_context_set_language(context_.get(), pango_language_from_string(language.c_str()));
}

std::shared_ptr<PangoLayout> LineSetter::shaped(const std::string& text, TextLook look) const
{
    auto layout = owned(pango_layout_new(context_.get()));
    auto* font = pango_font_description_from_string(font_.c_str());
    pango_font_description_set_size(font, static_cast<int>(look.size_pt * PANGO_SCALE));
    if (look.bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    return layout;
}

static SetLine measured(std::shared_ptr<PangoLayout> layout)
{
    SetLine line;
    line.layout = std::move(layout);
    PangoRectangle logical;
    pango_layout_get_extents(line.layout.get(), nullptr, &logical);
    line.width = pango_units_to_double(logical.width);
    line.height = pango_units_to_double(logical.height);
    line.ascent = pango_units_to_double(pango_layout_get_baseline(line.layout.get()));
    return line;
}

SetLine LineSetter::line(const std::string& text, TextLook look) const
{
    return measured(shaped(text, look));
}

void LineSetter::set_paragraph(std::vector<SetLine>& lines, std::string_view raw, double width,
                               TextLook look, double first_indent) const
{
    const auto what = opened(raw);
    const auto layout = shaped(what.text, look);
    // Most texts of a badge fit on one line, and need no looking for places to break.
    if (!what.text.empty() && what.text.back() != ' ')
        if (auto whole = measured(layout); whole.width <= width - first_indent) {
            lines.push_back(std::move(whole));
            return;
        }
    const auto places = places_in(what, layout.get());
    auto* whole = pango_layout_get_line_readonly(layout.get(), 0);
    auto x_of = [&](std::size_t offset) {
        int x = 0;
        pango_layout_line_index_to_x(whole, static_cast<int>(offset), FALSE, &x);
        return pango_units_to_double(x);
    };
    std::size_t begin = 0;
    double room = width - first_indent;
    // The last of the places, in order, up to which the line is not too wide; or `begin`.
    auto last_that_fits = [&](const std::vector<std::size_t>& offsets) {
        auto found = begin;
        const auto start = x_of(begin);
        for (auto it = std::upper_bound(offsets.begin(), offsets.end(), begin); it != offsets.end();
             ++it) {
            if (x_of(without_spaces(what.text, begin, *it)) - start > room)
                break;
            found = *it;
        }
        return found;
    };
    do {
        auto end = last_that_fits(places.breaks);
        if (end == begin)  // a title that must not break and is wider than the line
            end = last_that_fits(places.apart);
        if (end == begin)
            end = last_that_fits(places.letters);
        if (end == begin)  // not even one letter fits, and yet it must stand somewhere
            end = begin + character_size(what.text, begin);
        end = std::min(end, what.text.size());
        const auto shown = without_spaces(what.text, begin, end) - begin;
        lines.push_back(line(what.text.substr(begin, shown), look));
        begin = end;
        room = width;
    } while (begin < what.text.size());
}

std::vector<SetLine> LineSetter::lines(std::string_view text, double width, TextLook look,
                                       double first_indent) const
{
    std::vector<SetLine> lines;
    for (;;) {
        const auto end = text.find('\n');
        set_paragraph(lines, text.substr(0, end), width, look, lines.empty() ? first_indent : 0);
        if (end == text.npos)
            return lines;
        text.remove_prefix(end + 1);
    }
}

}  // namespace sala::document
