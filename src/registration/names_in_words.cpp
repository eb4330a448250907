// SPDX-License-Identifier: Apache-2.0

#include "registration/names_in_words.hpp"

#include "script/folded.hpp"
#include "script/standing_alone.hpp"

#include <algorithm>
#include <cctype>

namespace sala::registration {

namespace {

constexpr std::string_view left_out = "[…]";

bool is_one_word(const std::string& name) { return name.find_first_of(" @") == std::string::npos; }

bool is_of_list(std::string_view words, const script::Folded::Part& part)
{
    const auto line = part.begin == 0 ? std::string_view::npos : words.rfind('\n', part.begin - 1);
    const auto start = line == std::string_view::npos ? 0 : line + 1;
    return words.substr(start, 2) == "- " && words.substr(part.end).starts_with(':');
}

// `wanted` is the name as it is compared.
bool is_meant(std::string_view words, const script::Folded::Part& part, const std::string& name,
              const std::string& wanted, Said said)
{
    const auto written = words.substr(part.begin, part.end - part.begin);
    if (!script::stands_alone(words, part.begin, written))
        return false;
    if (!is_one_word(wanted) || said == Said::of_people || is_of_list(words, part))
        return true;
    return said == Said::prose && (script::begins_large(written) || !script::begins_large(name));
}

void leave_out(std::string& words, const std::string& name, Said said)
{
    const script::Folded folded(words);
    const auto wanted = script::Folded(name).words();
    if (wanted.empty())
        return;
    if (folded.words() == wanted) {
        words = left_out;
        return;
    }
    std::string rest;
    std::size_t told = 0;
    for (auto at = folded.words().find(wanted); at != std::string::npos;) {
        const auto part = folded.written(at, wanted.size());
        const bool meant = part && is_meant(words, *part, name, wanted, said);
        if (meant) {
            rest.append(words, told, part->begin - told).append(left_out);
            told = part->end;
        }
        at = folded.words().find(wanted, at + (meant ? wanted.size() : 1));
    }
    words = rest.append(words, told);
}

// "Speech_of_Budi-Santoso.pdf" says "Speech of Budi Santoso pdf".
std::string spoken(std::string file)
{
    std::replace_if(
        file.begin(), file.end(),
        [](char c) { return std::string_view("_-.+,()").find(c) != std::string_view::npos; }, ' ');
    return file;
}

// "SpeechOfBudiSantoso.pdf"
std::string letters_alone(const std::string& words)
{
    auto letters = script::Folded(spoken(words)).words();
    std::erase(letters, ' ');
    return letters;
}

bool holds_one(const std::string& file, const std::vector<std::string>& names)
{
    constexpr std::size_t bytes_min = 8;  // fewer may stand within any word
    const auto all = letters_alone(file);
    const auto words = spoken(file);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        const auto letters = letters_alone(name);
        return (letters.size() >= bytes_min && all.find(letters) != std::string::npos) ||
               without_names(words, {spoken(name)}, Said::of_people) != words;
    });
}

}  // namespace

std::string without_names(const std::string& words, const std::vector<std::string>& names,
                          Said said)
{
    auto rest = words;
    for (const auto& name : names)
        leave_out(rest, name, said);
    return rest;
}

std::string file_without_names(const std::string& file, const std::vector<std::string>& names)
{
    if (!holds_one(file, names))
        return file;
    const auto folded = script::Folded(file).words();
    for (const std::string kind : {".pdf", ".docx"})
        if (folded.ends_with(kind))
            return std::string(left_out) + kind;
    return std::string(left_out);
}

}  // namespace sala::registration
