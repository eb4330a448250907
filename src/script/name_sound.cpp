// SPDX-License-Identifier: Apache-2.0

#include "script/name_sound.hpp"

#include "script/code_points.hpp"
#include "script/normal.hpp"
#include "script/person_name.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <sstream>
#include <vector>

namespace sala::script {

namespace {

// Thai consonants from ก (U+0E01) to ฮ (U+0E2E) by their sound at the end of a syllable, which is
// what romanised names keep: T for ช ศ ส ด and their like. A dot is not heard or not kept.
constexpr std::string_view thai_classes = "KKKKKK"    // ก ข ฃ ค ฅ ฆ
                                          "NTTTTTY"   // ง จ ฉ ช ซ ฌ ญ
                                          "TTTTTN"    // ฎ ฏ ฐ ฑ ฒ ณ
                                          "TTTTTN"    // ด ต ถ ท ธ น
                                          "PPPPPPP"   // บ ป ผ ฝ พ ฟ ภ
                                          "MYL.L.W"   // ม ย ร ฤ ล ฦ ว
                                          "TTT.L..";  // ศ ษ ส ห ฬ อ ฮ
constexpr char32_t first_thai = 0x0E01;
constexpr char32_t silencer = 0x0E4C;  // ์ : the consonant under it is not spoken

char latin_class(char letter)
{
    switch (letter) {
    case 'k':
    case 'g':
    case 'q':
        return 'K';
    case 'c':
    case 'd':
    case 'j':
    case 's':
    case 't':
    case 'x':
    case 'z':
        return 'T';
    case 'b':
    case 'f':
    case 'p':
        return 'P';
    case 'm':
        return 'M';
    case 'n':
        return 'N';
    case 'l':
    case 'r':
        return 'L';
    case 'v':
    case 'w':
        return 'W';
    case 'y':
        return 'Y';
    default:
        return '.';
    }
}

// "ch" is one sound, as are "ng", "ph", "th"; "ck" is k.
void latin_word(std::string_view word, std::string& sound)
{
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char next = i + 1 < word.size() ? word[i + 1] : ' ';
        if (word[i] == 'c' && next == 'k')
            continue;
        if (word[i] == 'g' && i > 0 && word[i - 1] == 'n')
            continue;
        if (const char c = word[i] == 'c' && next != 'h' ? 'K' : latin_class(word[i]); c != '.')
            sound += c;
    }
}

void thai_word(std::string_view text, std::string& sound)
{
    const auto word = code_points(text);
    const auto silenced = [&](std::size_t i) {
        return i < word.size() && word[i].letter == silencer;
    };
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i].letter < first_thai || word[i].letter >= first_thai + thai_classes.size())
            continue;
        const auto place = word[i].letter - first_thai;
        // The silencer may stand behind a vowel: ธุ์.
        const bool under_vowel = i + 1 < word.size() && word[i + 1].letter > 0x0E30;
        if (silenced(i + 1) || (under_vowel && silenced(i + 2)))
            continue;
        if (thai_classes[place] != '.')
            sound += thai_classes[place];
    }
}

// L, W and Y inside a word are often written and not spoken ("Chadchart"), and a doubled letter is
// one sound.
std::string as_heard(const std::string& word)
{
    std::string heard;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool weak = word[i] == 'L' || word[i] == 'W' || word[i] == 'Y';
        if ((i > 0 && weak) || (!heard.empty() && heard.back() == word[i] && word[i] != 'T'))
            continue;
        heard += word[i];
    }
    return heard;
}

// The words of a name without honorific, accents and punctuation: "TORRES, Luz" is torres luz.
std::vector<std::string> words_of(std::string_view name)
{
    auto plain = searchable(without_accents(split(name).name));
    std::replace_if(
        plain.begin(), plain.end(), [](char c) { return c == ',' || c == '.' || c == ';'; }, ' ');
    std::istringstream stream(plain);
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

std::vector<std::string> in_order(std::vector<std::string> words)
{
    std::sort(words.begin(), words.end());
    return words;
}

// How many letters must be put in, taken out or changed (Levenshtein).
std::size_t distance(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= one.size(); ++i) {
        auto corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const auto changed = corner + (one[i - 1] == other[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

}  // namespace

std::string name_sound(std::string_view name)
{
    std::string sound;
    for (const auto& word : words_of(name)) {
        std::string letters;
        latin_word(word, letters);
        if (letters.empty())
            thai_word(word, letters);
        if (letters.empty())
            continue;
        sound += (sound.empty() ? "" : " ") + as_heard(letters);
    }
    return sound;
}

Heard heard(std::string_view name)
{
    constexpr std::string_view sounds = "KTNYPMLW ";
    Heard made{in_order(words_of(name)), name_sound(name), {}};
    for (const char c : made.sound)
        ++made.often.at(sounds.find(c));
    return made;
}

int sound_likeness(std::string_view one, std::string_view other)
{
    const auto longer = std::max(one.size(), other.size());
    // Two or three sounds are shared by half the world.
    if (std::min(one.size(), other.size()) < 4)
        return 0;
    return static_cast<int>(95 * (longer - distance(one, other)) / longer);
}

int likeness(const Heard& one, const Heard& other)
{
    if (!one.words.empty() && one.words == other.words)
        return 100;
    return sound_likeness(one.sound, other.sound);
}

int likeness_at_most(const Heard& one, const Heard& other)
{
    // A letter put in or taken out changes one count by one, a letter changed two.
    int more = 0;
    int fewer = 0;
    for (std::size_t i = 0; i < one.often.size(); ++i) {
        const int difference = int{one.often[i]} - int{other.often[i]};
        (difference > 0 ? more : fewer) += std::abs(difference);
    }
    const int changes = std::max(more, fewer);
    const auto longer = static_cast<int>(std::max(one.sound.size(), other.sound.size()));
    return changes == 0 ? 100 : 95 * (longer - changes) / longer;
}

int likeness(std::string_view one, std::string_view other)
{
    return likeness(heard(one), heard(other));
}

}  // namespace sala::script
