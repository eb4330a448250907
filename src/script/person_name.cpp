// SPDX-License-Identifier: Apache-2.0

#include "script/person_name.hpp"

#include "script/code_points.hpp"
#include "script/normal.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace sala::script {

namespace {

struct Spelling {
    std::string_view text;
    const Honorific* row;
};

}  // namespace

// All spellings, the longest first, so that นางสาว is not read as นาง.
static const std::vector<Spelling>& spellings()
{
    static const auto all = [] {
        std::vector<Spelling> found;
        for (const auto& row : honorifics())
            for (const auto text : {row.thai, row.thai_short, row.english, row.english_long})
                if (!text.empty())
                    found.push_back({text, &row});
        std::stable_sort(found.begin(), found.end(),
                         [](const Spelling& one, const Spelling& other) {
                             return one.text.size() > other.text.size();
                         });
        return found;
    }();
    return all;
}

// White space, no-break spaces too, as single spaces; none at the ends.
static std::string spaced(std::string_view text)
{
    std::string result;
    for (const auto& [letter, offset] : code_points(clean(text))) {
        const bool space = letter == ' ' || letter == '\t' || letter == '\n' || letter == 0xA0;
        if (!space)
            append(result, letter);
        else if (!result.ends_with(' '))
            result += ' ';
    }
    return result;
}

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

static bool is_latin(char letter) { return lower(letter) >= 'a' && lower(letter) <= 'z'; }

// นายก ("chief") begins like นาย and is no honorific, unless a name such as กฤษณ์ follows.
static bool is_an_office(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> offices{
        "นายกรัฐมนตรี", "นายกเทศมนตรี", "นายกสมาคม", "นายกสภา", "นายกองค์การ", "นายกเมือง", "นายก "};
    return text == "นายก" ||
           std::any_of(offices.begin(), offices.end(),
                       [&](std::string_view office) { return text.starts_with(office); });
}

// How many bytes of `text` a spelling takes, 0 when it does not stand there. A Latin honorific ends
// at a space or a full stop. Its full stops are optional ("Gen", "Dr.", "H.E"), but Hon is a name.
static std::size_t taken(std::string_view spelling, std::string_view text)
{
    if (!is_latin(spelling.front()))
        return text.starts_with(spelling) ? spelling.size() : 0;
    std::size_t at = 0;
    for (const char letter : spelling) {
        if (at < text.size() && text[at] == letter)
            ++at;
        else if (letter != '.' || spelling == "Hon.")
            return 0;
    }
    if (at < text.size() && text[at] == '.')
        ++at;
    return at == text.size() || text[at] == ' ' || text[at - 1] == '.' ? at : 0;
}

static const Spelling* honorific_at(std::string_view text, std::size_t& size)
{
    if (is_an_office(text))
        return nullptr;
    for (const auto& spelling : spellings()) {
        size = taken(spelling.text, text);
        // An honorific is in front of somebody: alone it is the name itself.
        if (size > 0 && size < text.size())
            return &spelling;
    }
    return nullptr;
}

std::size_t honorific_size(std::string_view text)
{
    std::size_t all = 0;
    std::size_t size = 0;
    while (honorific_at(text.substr(all), size)) {
        all += size;
        for (const std::string_view space : {" ", "\u00A0"})
            while (text.substr(all).starts_with(space))
                all += space.size();
    }
    return all;
}

PersonName split(std::string_view text)
{
    const auto whole = spaced(text);
    const auto size = honorific_size(whole);
    auto honorific = whole.substr(0, size);
    if (honorific.ends_with(' '))
        honorific.pop_back();
    return {honorific, whole.substr(size)};
}

// Whether Thai leaves a space behind this honorific: after long ranks and a lone ดร.
static bool stands_apart(std::string_view honorific)
{
    if (honorific == "ดร.")
        return true;
    for (const auto& [text, row] : spellings())
        if (honorific.ends_with(text) && (text == row->thai || is_latin(text.front())))
            return row->thai_apart || is_latin(text.front());
    return honorific.empty() || !honorific.ends_with('.');
}

std::string join(std::string_view honorific, std::string_view name, const Language& language)
{
    if (honorific.empty() || name.empty())
        return std::string(honorific.empty() ? name : honorific);
    const bool thai = language.is_thai() && !is_latin(name.front()) && !is_latin(honorific.front());
    const bool apart = !thai || stands_apart(honorific);
    return std::string(honorific) + (apart ? " " : "") + std::string(name);
}

// Full stops and spaces are printed as people like, but they tell M.R. from Mr: "m.r" for "M. R."
// and "M R", "mr" for "MR" and "Mr.".
static std::string apart(std::string_view honorific)
{
    std::string result;
    bool between = false;
    for (const char letter : spaced(honorific)) {
        const bool part = letter != '.' && letter != ' ';
        if (part && between && !result.empty())
            result += '.';
        if (part)
            result += lower(letter);
        between = !part;
    }
    return result;
}

static std::string bare(std::string_view honorific)
{
    auto result = apart(honorific);
    std::erase(result, '.');
    return result;
}

// As it is told apart first; "LtGen" is found without that.
static const Honorific* row_of(std::string_view honorific)
{
    static const auto rows = [] {
        std::map<std::string, const Honorific*> found;
        for (const auto& [text, row] : spellings())
            found.emplace(apart(text), row);
        for (const auto& [text, row] : spellings())
            found.emplace(bare(text), row);
        return found;
    }();
    for (const auto& key : {apart(honorific), bare(honorific)})
        if (const auto found = rows.find(key); found != rows.end())
            return found->second;
    return nullptr;
}

// Honorifics one by one: "รศ.ดร." is รศ. and ดร.
static std::vector<std::string> parts(std::string_view honorific)
{
    std::vector<std::string> found;
    auto rest = spaced(honorific);
    std::size_t size = 0;
    while (!row_of(rest) && honorific_at(rest, size)) {
        found.push_back(rest.substr(0, size));
        rest = spaced(std::string_view(rest).substr(size));
    }
    found.push_back(rest);
    return found;
}

template <class Wording>
static std::string reworded(std::string_view honorific, Wording wording)
{
    std::string result;
    for (const auto& part : parts(honorific)) {
        const auto* row = row_of(part);
        const auto text = row ? wording(*row) : std::string_view{};
        result += (result.empty() ? "" : " ") + (text.empty() ? part : std::string(text));
    }
    return result;
}

bool same_rank(std::string_view one, std::string_view other)
{
    const auto plain = [](std::string_view honorific) {
        std::vector<std::string> all;
        for (const auto& part : parts(honorific)) {
            const auto* row = row_of(part);
            all.push_back(row ? apart(row->english.empty() ? row->thai : row->english)
                              : apart(part));
        }
        return all;
    };
    return plain(one) == plain(other);
}

std::string expanded(std::string_view honorific)
{
    return reworded(honorific, [](const Honorific& row) { return row.thai; });
}

std::string honorific_in(std::string_view honorific, const Language& language)
{
    return reworded(honorific, [&](const Honorific& row) {
        return language.is_thai() ? row.thai : row.english;
    });
}

// Mr, Mrs and Ms are what somebody without a rank is called.
static bool yields_to_rank(const Honorific& row)
{
    return row.thai == "นาย" || row.thai == "นาง" || row.thai == "นางสาว";
}

// H.E. and Hon. stand before a rank.
static bool precedes_rank(const Honorific& row)
{
    return row.english == "H.E." || row.english == "Hon.";
}

std::string ranked(std::string_view rank, std::string_view honorific, const Language& language)
{
    auto before = std::string{};
    auto said = spaced(honorific_in(rank, language));
    if (!language.is_thai() && holds_thai(said))
        said.clear();
    if (said.empty())
        return std::string(honorific);
    for (const auto& part : parts(honorific)) {
        const auto* row = row_of(part);
        if (part.empty() || same_rank(part, rank) || (row && yields_to_rank(*row)))
            continue;
        if (row && precedes_rank(*row))
            before += part + " ";
        else
            said += " " + part;
    }
    return before + said;
}

}  // namespace sala::script
