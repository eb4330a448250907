// SPDX-License-Identifier: Apache-2.0

#include "document/page_flow.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace sala::document {
namespace {

class Flow {
public:
    Flow(const Paper& paper, const LineSetter& setter, double width)
        : paper_(paper),
          setter_(setter),
          width_(width)
    {
    }

    std::vector<Strip> strips()
    {
        for (const auto& block : paper_.blocks)
            std::visit([this](const auto& one) { add(one); }, block);
        return std::move(strips_);
    }

private:
    TextLook body(bool bold = false) const { return {paper_.body_pt, bold}; }

    Strip& push(double height)
    {
        Strip strip;
        strip.before = std::exchange(space_, 0);
        strip.begins_page = std::exchange(new_page_, false);
        strip.height = height;
        strips_.push_back(std::move(strip));
        return strips_.back();
    }

    Strip& push_line(const SetLine& line, double x)
    {
        auto& strip = push(line.height);
        strip.lines.push_back({line, x, line.ascent});
        return strip;
    }

    double aligned(Align align, const SetLine& line, double left) const
    {
        const auto free = width_ - left - line.width;
        return left + (align == Align::left ? 0 : align == Align::centre ? free / 2 : free);
    }

    void add(const Title& title)
    {
        for (const auto& line : setter_.lines(title.text, width_, {title.size_pt, true}))
            push_line(line, aligned(Align::centre, line, 0)).with_next = true;
    }

    void add(const Heading& heading)
    {
        space_ = std::max(space_, paper_.body_pt * (heading.level == 1 ? 0.6 : 0.35));
        const double more = heading.level == 1 ? 2 : 0;
        for (const auto& line : setter_.lines(heading.text, width_, {paper_.body_pt + more, true}))
            push_line(line, 0).with_next = true;
    }

    void add(const Paragraph& paragraph)
    {
        space_ = std::max(space_, paragraph.before_mm * points_per_mm);
        const double left = paragraph.left_mm * points_per_mm;
        const double indent = paragraph.first_line_mm * points_per_mm;
        double hang = 0;
        SetLine marker;
        if (!paragraph.marker.empty()) {
            marker = setter_.line(paragraph.marker, body(paragraph.bold));
            hang = std::max(marker.width + paper_.body_pt * 0.4, paper_.body_pt * 1.5);
        }
        const auto lines =
            setter_.lines(paragraph.text, width_ - left - hang, body(paragraph.bold), indent);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto& strip = push_line(lines[i], aligned(paragraph.align, lines[i], left + hang) +
                                                  (i == 0 ? indent : 0));
            if (i == 0 && marker.layout)
                strip.lines.push_back({marker, left + indent, marker.ascent});
            // No single line of a paragraph at the end of a page or at the top of the next.
            strip.with_next =
                paragraph.with_next || (lines.size() > 1 && (i == 0 || i + 2 == lines.size()));
        }
        if (!paragraph.with_next)
            strips_.back().with_next = false;
    }

    std::size_t lines_in(const AddressBlock& block, double room) const
    {
        std::size_t lines = 0;
        for (const auto& text : block.lines)
            lines += setter_.lines(text, room, body()).size();
        return lines;
    }

    // In the right half, or only as far to the left as makes it break less; an eighth stays free.
    double begin_of(const AddressBlock& block) const
    {
        std::vector<double> begins{width_ / 2};
        for (const auto& text : block.lines)
            for (const auto& line : setter_.lines(text, width_, body()))
                begins.push_back(std::clamp(width_ - line.width, width_ / 8, width_ / 2));
        std::sort(begins.begin(), begins.end(), std::greater<>());
        return *std::min_element(begins.begin(), begins.end(), [&](double one, double other) {
            return lines_in(block, width_ - one) < lines_in(block, width_ - other);
        });
    }

    void add(const AddressBlock& block)
    {
        const double begin = block.centred ? width_ / 2 : begin_of(block);
        const double room = width_ - begin;
        for (const auto& text : block.lines)
            for (const auto& line : setter_.lines(text, room, body()))
                push_line(line, begin + (block.centred ? (room - line.width) / 2 : 0)).with_next =
                    true;
        if (!block.lines.empty())
            strips_.back().with_next = block.with_next;
    }

    void add(const LabelledLine& labelled)
    {
        if (labelled.parts.empty())
            return;
        const double share = width_ / static_cast<double>(labelled.parts.size());
        const double gap = paper_.body_pt * 0.4;
        std::vector<std::vector<SetLine>> values;
        std::vector<SetLine> labels;
        std::size_t most = 1;
        for (const auto& part : labelled.parts) {
            labels.push_back(setter_.line(part.label, body(true)));
            values.push_back(
                setter_.lines(part.value, share - gap, body(), labels.back().width + gap));
            most = std::max(most, values.back().size());
        }
        for (std::size_t row = 0; row < most; ++row) {
            const auto height = std::max(labels[0].height, values[0][0].height);
            auto& strip = push(height);
            strip.with_next = row + 1 < most;
            for (std::size_t i = 0; i < values.size(); ++i) {
                const double left = share * static_cast<double>(i);
                const double begin = row == 0 ? labels[i].width + gap : 0;
                const double baseline = labels[i].ascent;
                if (row == 0)
                    strip.lines.push_back({labels[i], left, baseline});
                if (row < values[i].size())
                    strip.lines.push_back(
                        {values[i][row], left + begin + (row == 0 ? gap / 2 : 0), baseline});
                const double end = i + 1 < values.size() ? left + share - gap : width_;
                if (row < values[i].size())
                    strip.rules.push_back({left + begin, baseline + 3, end, baseline + 3, true});
            }
        }
    }

    void add(const Table& table)
    {
        std::size_t columns = 0;
        for (const auto& row : table.rows)
            columns = std::max(columns, row.size());
        if (columns == 0)
            return;
        space_ = std::max(space_, paper_.body_pt * 0.4);
        auto shares = table.shares;
        shares.resize(columns, shares.empty() ? 1.0 : shares.back());
        const auto all = std::accumulate(shares.begin(), shares.end(), 0.0);
        std::vector<double> edges = {0};
        for (const auto share : shares)
            edges.push_back(edges.back() + width_ * share / all);
        std::shared_ptr<const std::vector<Strip>> head;
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const auto begin = strips_.size();
            add_row(table.rows[i], edges, table.header && i == 0, i + 1 == table.rows.size());
            for (auto at = begin; at < strips_.size(); ++at)
                strips_[at].head = head;
            if (table.header && i == 0)
                head = std::make_shared<std::vector<Strip>>(strips_.begin() + begin, strips_.end());
        }
        space_ = paper_.body_pt * 0.4;
    }

    void add_row(const std::vector<std::string>& row, const std::vector<double>& edges, bool header,
                 bool last)
    {
        const double padding = 4;
        std::vector<std::vector<SetLine>> cells;
        std::size_t most = 1;
        double height = setter_.line("ก", body()).height;
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            const auto text = i < row.size() ? row[i] : std::string();
            cells.push_back(
                setter_.lines(text, edges[i + 1] - edges[i] - 2 * padding, body(header)));
            most = std::max(most, cells.back().size());
            for (const auto& line : cells.back())
                height = std::max(height, line.height);
        }
        for (std::size_t slice = 0; slice < most; ++slice) {
            auto& strip = push(height + (slice + 1 == most ? 3 : 0));
            // A row stays whole, unless it is so tall that pages would be left half empty.
            strip.with_next = (slice + 1 < most && most <= 12) || (header && !last);
            for (const auto edge : edges)
                strip.rules.push_back({edge, 0, edge, strip.height, false});
            if (slice == 0)
                strip.rules.push_back({0, 0, edges.back(), 0, false});
            if (slice + 1 == most)
                strip.rules.push_back({0, strip.height, edges.back(), strip.height, false});
            for (std::size_t i = 0; i < cells.size(); ++i)
                if (slice < cells[i].size())
                    strip.lines.push_back(
                        {cells[i][slice], edges[i] + padding, cells[i][slice].ascent});
        }
    }

    void add(const Space& space) { space_ += space.mm * points_per_mm; }
    void add(const PageBreak&) { new_page_ = true; }

    const Paper& paper_;
    const LineSetter& setter_;
    double width_;
    double space_ = 0;
    bool new_page_ = false;
    std::vector<Strip> strips_;
};

// Nothing where it would not leave room for what follows it.
std::vector<Strip> head_of(const Strip& strip, double room)
{
    double height = 0;
    if (strip.head)
        for (const auto& one : *strip.head)
            height += one.height;
    return strip.head && height <= room ? *strip.head : std::vector<Strip>{};
}

}  // namespace

std::vector<Strip> strips_of(const Paper& paper, const LineSetter& setter, double width)
{
    return Flow(paper, setter, width).strips();
}

std::vector<Page> paged(std::vector<Strip> strips, double height)
{
    std::vector<Page> pages(1);
    double y = 0;
    auto place = [&](Strip&& strip) {
        if (!pages.back().empty())
            y += strip.before;
        pages.back().push_back({y, std::move(strip)});
        y += pages.back().back().strip.height;
    };
    for (std::size_t begin = 0; begin < strips.size();) {
        auto end = begin + 1;
        double together = strips[begin].height;
        for (; end < strips.size() && strips[end - 1].with_next && !strips[end].begins_page; ++end)
            together += strips[end].before + strips[end].height;
        if (together > height) {  // more than a page: nothing to be gained by holding it together
            end = begin + 1;
            together = strips[begin].height;
        }
        const bool full = y + strips[begin].before + together > height;
        if (!pages.back().empty() && (full || strips[begin].begins_page)) {
            pages.emplace_back();
            y = 0;
            for (const auto& again : head_of(strips[begin], height - together))
                place(Strip(again));
        }
        for (; begin < end; ++begin)
            place(std::move(strips[begin]));
    }
    return pages;
}

}  // namespace sala::document
