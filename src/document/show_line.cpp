// SPDX-License-Identifier: Apache-2.0

#include "document/show_line.hpp"

#include <cmath>
#include <pango/pangocairo.h>
#include <vector>

namespace sala::document {
namespace {

// Khmer, Lao and Myanmar move marks further than Thai does, and their letters before them.
bool is_mark_of_another_script(gunichar c)
{
    return g_unichar_ismark(c) && (c < 0x0E00 || c > 0x0E7F);
}

// Programs that read a PDF take a gap behind a letter for a space. Thai marks over and under tall
// letters (ป ฝ ฟ ญ), and tone marks over vowels, are moved to the left, and so "เป้า" would be
// found only as "เป้ า" and "ครั้ง" only as "ครั ้ง". A moved mark is therefore tied to what stands
// before and behind it: cairo then writes the words of all three beside them.
class Run {
public:
    Run(PangoGlyphItem* item, const char* text, double x, double y)
        : item_(item),
          text_(text),
          x_(x),
          y_(y)
    {
    }

    // Returns where the next run begins.
    double show(cairo_t* cairo)
    {
        auto* font = item_->item->analysis.font;
        size_ = pango_units_to_double(pango_font_description_get_size(font_description(font)));
        collect();
        if (!glyphs_.empty() && PANGO_IS_CAIRO_FONT(font)) {
            cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)));
            cairo_show_text_glyphs(cairo, text_ + item_->item->offset, item_->item->length,
                                   glyphs_.data(), static_cast<int>(glyphs_.size()),
                                   clusters_.data(), static_cast<int>(clusters_.size()),
                                   cairo_text_cluster_flags_t{});
        }
        return x_;
    }

private:
    PangoFontDescription* font_description(PangoFont* font)
    {
        description_.reset(pango_font_describe_with_absolute_size(font));
        return description_.get();
    }

    void collect()
    {
        PangoGlyphItemIter at;
        for (auto more = pango_glyph_item_iter_init_start(&at, item_, text_); more;
             more = pango_glyph_item_iter_next_cluster(&at)) {
            moved_ = false;
            const cairo_text_cluster_t cluster{at.end_index - at.start_index,
                                               add_glyphs(at.start_glyph, at.end_glyph)};
            const auto first = g_utf8_get_char(text_ + at.start_index);
            const bool moved_mark = moved_ && g_unichar_ismark(first);
            const bool tied =
                first != ' ' && (tied_ || moved_mark || is_mark_of_another_script(first));
            if (tied && !clusters_.empty()) {
                clusters_.back().num_bytes += cluster.num_bytes;
                clusters_.back().num_glyphs += cluster.num_glyphs;
            } else {
                clusters_.push_back(cluster);
            }
            tied_ = moved_;
        }
    }

    int add_glyphs(int begin, int end)
    {
        int count = 0;
        for (int i = begin; i < end; ++i) {
            const auto& glyph = item_->glyphs->glyphs[i];
            const auto offset = pango_units_to_double(glyph.geometry.x_offset);
            moved_ = std::abs(offset) > size_ * 0.02;
            if (glyph.glyph != PANGO_GLYPH_EMPTY && !(glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG)) {
                glyphs_.push_back({glyph.glyph, x_ + offset,
                                   y_ + pango_units_to_double(glyph.geometry.y_offset)});
                ++count;
            }
            x_ += pango_units_to_double(glyph.geometry.width);
        }
        return count;
    }

    struct Freeing {
        void operator()(PangoFontDescription* one) const { pango_font_description_free(one); }
    };

    PangoGlyphItem* item_;
    const char* text_;
    double x_, y_;
    double size_ = 0;
    bool moved_ = false;  // the last glyph does not stand where the pen was
    bool tied_ = false;
    std::vector<cairo_glyph_t> glyphs_;
    std::vector<cairo_text_cluster_t> clusters_;
    std::unique_ptr<PangoFontDescription, Freeing> description_;
};

}  // namespace

void show_line(cairo_t* cairo, const SetLine& line, double x, double y)
{
    auto* set = pango_layout_get_line_readonly(line.layout.get(), 0);
    const auto* text = pango_layout_get_text(line.layout.get());
    for (auto* run = set->runs; run; run = run->next)
        x = Run(static_cast<PangoGlyphItem*>(run->data), text, x, y).show(cairo);
}

}  // namespace sala::document
