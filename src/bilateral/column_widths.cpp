// SPDX-License-Identifier: Apache-2.0

#include "bilateral/column_widths.hpp"

#include "script/line_letters.hpp"

#include <algorithm>
#include <numeric>

namespace sala::bilateral {

namespace {

constexpr double page_mm = 210;
constexpr double points_per_mm = 72 / 25.4;
// A letter in the middle of a word, in parts of the size of the letters; a bold one is wider.
constexpr double letter = 0.58;
constexpr double bold_letter = 0.62;
constexpr double padding_points = 8;

// Where lines break: at spaces and at the marked places (document/paper.hpp), not where a mark
// behind a space says no.
std::size_t longest_word(std::string_view text)
{
    constexpr std::string_view may_break = "\u200b";
    constexpr std::string_view may_not = "\u2060";
    std::size_t longest = 0;
    std::string word;
    const auto end_word = [&] {
        longest = std::max(longest, script::letters_in_line(word));
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const bool space = rest.front() == ' ' && !rest.substr(1).starts_with(may_not);
        if (space || rest.front() == '\n' || rest.starts_with(may_break)) {
            end_word();
            at += rest.starts_with(may_break) ? may_break.size() : 1;
        } else {
            word += rest.front();
            ++at;
        }
    }
    end_word();
    return longest;
}

// By column: the share that its longest word needs.
std::vector<double> needed(const document::Table& table, const document::Paper& paper)
{
    const auto width = (page_mm - paper.left_mm - paper.right_mm) * points_per_mm;
    std::vector<double> shares(table.shares.size());
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t i = 0; i < shares.size() && i < table.rows[row].size(); ++i) {
            const auto each = (table.header && row == 0 ? bold_letter : letter) * paper.body_pt;
            const auto letters = static_cast<double>(longest_word(table.rows[row][i]));
            shares[i] = std::max(shares[i], (letters * each + padding_points) / width);
        }
    return shares;
}

}  // namespace

std::vector<double> wide_enough(const document::Table& table, const document::Paper& paper)
{
    auto shares = table.shares;
    const auto least = needed(table, paper);
    const auto sum = [](const std::vector<double>& all) {
        return std::accumulate(all.begin(), all.end(), 0.0);
    };
    for (auto& share : shares)
        share /= sum(table.shares);
    const auto lacks = sum(least);
    if (lacks >= 1) {  // some word is cut whatever is done
        for (std::size_t i = 0; i < shares.size(); ++i)
            shares[i] = least[i] / lacks;
        return shares;
    }
    // What a column has more than its longest word needs, it gives to those that have less.
    double missing = 0;
    double spare = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        missing += std::max(0.0, least[i] - shares[i]);
        spare += std::max(0.0, shares[i] - least[i]);
    }
    for (std::size_t i = 0; i < shares.size(); ++i)
        shares[i] =
            shares[i] < least[i] ? least[i] : shares[i] - (shares[i] - least[i]) * missing / spare;
    return shares;
}

}  // namespace sala::bilateral
