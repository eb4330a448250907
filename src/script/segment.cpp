// SPDX-License-Identifier: Apache-2.0

#include "script/segment.hpp"

#include "script/code_points.hpp"
#include "script/dictionary.hpp"
#include "script/normal.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>
#include <utility>

namespace sala::script {

namespace {

using Offsets = std::vector<std::size_t>;

enum class Kind { none, letter, digit };

}  // namespace

static Kind kind_of(char32_t letter)
{
    const auto code = static_cast<UChar32>(letter);
    if (u_isdigit(code))
        return Kind::digit;
    const bool word = u_isalpha(code) || (U_GET_GC_MASK(code) & (U_GC_M_MASK | U_GC_N_MASK)) != 0;
    // ฯ and ๆ are letters to Unicode and marks to readers.
    return word && letter != U'ฯ' && letter != U'ๆ' ? Kind::letter : Kind::none;
}

// The words between the cuts, cut again where letters, digits and everything else meet.
static std::vector<std::string> pieces(std::string_view plain, const Offsets& cuts)
{
    std::vector<std::string> found;
    std::string piece;
    auto kind = Kind::none;
    auto cut = cuts.begin();
    for (const auto& [letter, offset] : code_points(plain)) {
        while (cut != cuts.end() && *cut < offset)
            ++cut;
        const auto now = kind_of(letter);
        const bool ends = now != kind || (cut != cuts.end() && *cut == offset && !piece.empty());
        if (ends && !piece.empty())
            found.push_back(std::exchange(piece, {}));
        kind = now;
        if (now != Kind::none)
            append(piece, letter);
    }
    if (!piece.empty())
        found.push_back(piece);
    return found;
}

static std::string plain_form(std::string_view text)
{
    return searchable(without_accents(searchable(text)));
}

static Offsets both(const Boundaries& boundaries)
{
    Offsets cuts;
    std::set_union(boundaries.icu.begin(), boundaries.icu.end(), boundaries.libthai.begin(),
                   boundaries.libthai.end(), std::back_inserter(cuts));
    return cuts;
}

std::vector<std::string> words(std::string_view text, std::span<const std::string> names)
{
    const auto plain = plain_form(text);
    const auto boundaries = word_boundaries(plain);
    auto found = pieces(plain, both(boundaries));
    std::set<std::string> known(found.begin(), found.end());
    const auto add = [&](const std::string& word) {
        if (known.insert(word).second)
            found.push_back(word);
    };
    // libthai sees only Thai, so ICU's cuts serve where the text is not.
    auto libthai = boundaries.libthai;
    for (const auto cut : boundaries.icu)
        if (std::size_t at = cut; !is_thai_letter(next_letter(plain, at).value_or(0)))
            libthai.push_back(cut);
    std::sort(libthai.begin(), libthai.end());
    for (const Offsets* cuts : std::initializer_list<const Offsets*>{&boundaries.icu, &libthai})
        for (const auto& word : pieces(plain, *cuts))
            add(word);
    for (const auto& name : names) {
        const auto wanted = plain_form(name);
        if (!wanted.empty() && plain.find(wanted) != std::string::npos)
            for (const auto& word : pieces(wanted, {}))
                add(word);
    }
    return found;
}

std::string search_tokens(std::string_view text, std::span<const std::string> names)
{
    std::string joined;
    for (const auto& word : words(text, names))
        joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

std::vector<std::string> query_words(std::string_view query)
{
    const auto plain = plain_form(query);
    std::vector<std::string> found;
    for (auto& word : pieces(plain, both(word_boundaries(plain))))
        if (std::find(found.begin(), found.end(), word) == found.end())
            found.push_back(std::move(word));
    return found;
}

}  // namespace sala::script
