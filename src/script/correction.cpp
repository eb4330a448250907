// SPDX-License-Identifier: Apache-2.0

#include "script/correction.hpp"

#include "script/code_points.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include <unicode/uchar.h>

namespace sala::script {

namespace {

using Pieces = std::vector<std::string_view>;

enum class Kind { word, space, letter };

Kind kind_of(char32_t letter)
{
    if (u_isUWhiteSpace(static_cast<UChar32>(letter)))
        return Kind::space;
    constexpr char32_t latin_end = 0x0250;
    return letter < latin_end && u_isalnum(static_cast<UChar32>(letter)) ? Kind::word
                                                                         : Kind::letter;
}

// Sara am counts as a mark: a source that takes it apart has its first half on the consonant.
bool is_mark(char32_t letter)
{
    constexpr char32_t sara_am = 0x0E33, lao_am = 0x0EB3, joiner = 0x200D;
    return letter == sara_am || letter == lao_am || letter == joiner ||
           (U_GET_GC_MASK(static_cast<UChar32>(letter)) & U_GC_M_MASK) != 0;
}

// Thai and Lao write these before the consonant they are spoken after; alone they are nothing.
bool leads(char32_t letter)
{
    return (letter >= 0x0E40 && letter <= 0x0E44) || (letter >= 0x0EC0 && letter <= 0x0EC4);
}

Pieces pieces_of(std::string_view text)
{
    const auto letters = code_points(text);
    Pieces pieces;
    for (std::size_t from = 0; from < letters.size();) {
        const auto kind = kind_of(letters[from].letter);
        auto to = from + 1;
        if (leads(letters[from].letter) && to < letters.size() &&
            kind_of(letters[to].letter) == Kind::letter)
            ++to;
        while (to < letters.size() &&
               (is_mark(letters[to].letter) ||
                (kind != Kind::letter && kind_of(letters[to].letter) == kind)))
            ++to;
        const auto end = to < letters.size() ? letters[to].offset : text.size();
        pieces.push_back(text.substr(letters[from].offset, end - letters[from].offset));
        from = to;
    }
    return pieces;
}

// Eugene W. Myers, An O(ND) Difference Algorithm (1986): how far along each diagonal one comes with
// 0, 1, 2 … changes, and the way back through what was kept of that.
class Way {
public:
    Way(const Pieces& printed, const Pieces& meant) : a_(printed), b_(meant) { walk(); }

    // Which pieces of both are the same, in their order; nothing when too much differs.
    std::vector<std::pair<std::size_t, std::size_t>> common() const
    {
        std::vector<std::pair<std::size_t, std::size_t>> same;
        if (!arrived_)
            return same;
        auto x = static_cast<int>(a_.size());
        auto y = static_cast<int>(b_.size());
        for (auto changes = static_cast<int>(reached_.size()) - 1; changes >= 0; --changes) {
            const auto k = x - y;
            const auto& before = reached_[static_cast<std::size_t>(changes)];
            const auto from = came_from(before, k, changes);
            const auto begin = changes == 0 ? 0 : at(before, from);
            const auto begin_y = changes == 0 ? 0 : begin - from;
            while (x > begin && y > begin_y) {
                --x;
                --y;
                same.emplace_back(x, y);
            }
            x = begin;
            y = begin_y;
        }
        std::reverse(same.begin(), same.end());
        return same;
    }

private:
    static constexpr int changes_max = 200;
    static constexpr std::size_t middle = changes_max + 1;

    static int& at(std::vector<int>& reached, int k)
    {
        return reached[static_cast<std::size_t>(k) + middle];
    }
    static int at(const std::vector<int>& reached, int k)
    {
        return reached[static_cast<std::size_t>(k) + middle];
    }
    static int came_from(const std::vector<int>& reached, int k, int changes)
    {
        return k == -changes || (k != changes && at(reached, k - 1) < at(reached, k + 1)) ? k + 1
                                                                                          : k - 1;
    }

    void walk()
    {
        std::vector<int> reached(2 * middle + 1, 0);
        const auto x_end = static_cast<int>(a_.size());
        const auto y_end = static_cast<int>(b_.size());
        for (int changes = 0; changes <= changes_max && !arrived_; ++changes) {
            reached_.push_back(reached);
            for (int k = -changes; k <= changes && !arrived_; k += 2) {
                const auto from = came_from(reached, k, changes);
                auto x = at(reached, from) + (from < k ? 1 : 0);
                while (x < x_end && x - k < y_end &&
                       a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(x - k)])
                    ++x;
                at(reached, k) = x;
                arrived_ = x >= x_end && x - k >= y_end;
            }
        }
    }

    const Pieces& a_;
    const Pieces& b_;
    std::vector<std::vector<int>> reached_;  // before each change
    bool arrived_ = false;
};

// From the piece `from` to before the piece `to`.
std::string_view run(std::string_view text, const Pieces& pieces, std::size_t from, std::size_t to)
{
    if (from == to)
        return text.substr(0, 0);
    const auto begin = static_cast<std::size_t>(pieces[from].data() - text.data());
    const auto& last = pieces[to - 1];
    return text.substr(begin,
                       static_cast<std::size_t>(last.data() - text.data()) + last.size() - begin);
}

// What both begin and end with is the same whatever is between; a change then stands where it was
// made, and not at the next letter that is alike.
std::vector<std::pair<std::size_t, std::size_t>> common_of(const Pieces& a, const Pieces& b)
{
    const auto shorter = std::min(a.size(), b.size());
    std::size_t head = 0, tail = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const auto middle_of = [&](const Pieces& all) {
        const auto begin = all.begin();
        return Pieces(begin + static_cast<std::ptrdiff_t>(head),
                      begin + static_cast<std::ptrdiff_t>(all.size() - tail));
    };
    const auto a_middle = middle_of(a), b_middle = middle_of(b);
    std::vector<std::pair<std::size_t, std::size_t>> same;
    same.reserve(a.size());
    for (std::size_t n = 0; n < head; ++n)
        same.emplace_back(n, n);
    for (const auto& [x, y] : Way(a_middle, b_middle).common())
        same.emplace_back(head + x, head + y);
    for (auto n = tail; n > 0; --n)
        same.emplace_back(a.size() - n, b.size() - n);
    return same;
}

}  // namespace

std::vector<Correction> corrections(std::string_view printed, std::string_view meant)
{
    const auto a = pieces_of(printed);
    const auto b = pieces_of(meant);
    std::vector<Correction> all;
    std::size_t x = 0, y = 0, kept_from = 0;
    const auto note = [&](std::size_t to_x, std::size_t to_y) {
        all.push_back(
            {run(printed, a, kept_from, x), run(printed, a, x, to_x), run(meant, b, y, to_y)});
        kept_from = to_x;
    };
    for (const auto& [same_x, same_y] : common_of(a, b)) {
        if (same_x != x || same_y != y)
            note(same_x, same_y);
        x = same_x + 1;
        y = same_y + 1;
    }
    if (kept_from < a.size() || y < b.size())
        note(a.size(), b.size());
    return all;
}

}  // namespace sala::script
