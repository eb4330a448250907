// SPDX-License-Identifier: Apache-2.0

#include "registration/names_in_words.hpp"

#include "base/json.hpp"
#include "script/standing_alone.hpp"

#include <algorithm>
#include <cctype>

namespace sala::registration {

namespace {

constexpr std::string_view left_out = "[…]";

// What somebody wrote about another one among their own particulars.
constexpr const char* of_others[] = {"shares_with", "hotel", "room"};

char small(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
}

std::string small(std::string words)
{
    std::transform(words.begin(), words.end(), words.begin(), [](char c) { return small(c); });
    return words;
}

bool is_one_word(const std::string& name) { return name.find_first_of(" @") == std::string::npos; }

bool is_of_list(const std::string& words, std::size_t at, std::size_t length)
{
    const auto line = at == 0 ? std::string::npos : words.rfind('\n', at - 1);
    const auto start = line == std::string::npos ? 0 : line + 1;
    return words.compare(start, 2, "- ") == 0 && at + length < words.size() &&
           words[at + length] == ':';
}

bool is_meant(const std::string& words, std::size_t at, const std::string& name, Said said)
{
    if (!script::stands_alone(words, at, name))
        return false;
    if (!is_one_word(name) || said == Said::of_people || is_of_list(words, at, name.size()))
        return true;
    return said == Said::prose && (small(words[at]) != words[at] || small(name[0]) == name[0]);
}

void leave_out(std::string& words, const std::string& name, Said said)
{
    if (small(words) == small(name)) {
        words = left_out;
        return;
    }
    const auto wanted = small(name);
    for (auto at = small(words).find(wanted); at != std::string::npos;
         at = small(words).find(wanted, at)) {
        const bool meant = is_meant(words, at, name, said);
        if (meant)
            words.replace(at, name.size(), left_out);
        at += meant ? left_out.size() : 1;
    }
}

// Particulars are kept as JSON, and their names are those of one person each.
void leave_out_among_particulars(std::string& words, const std::vector<std::string>& names)
{
    auto particulars = Json::read(words).value_or(Json{});
    if (!particulars.is_object())
        return;
    bool changed = false;
    for (const auto* column : of_others)
        if (particulars[column].is_string()) {
            const auto was = particulars[column].string();
            if (auto is = without_names(was, names, Said::of_people); is != was) {
                particulars.set(column, std::move(is));
                changed = true;
            }
        }
    if (changed)
        words = particulars.write();
}

}  // namespace

std::string without_names(const std::string& words, const std::vector<std::string>& names,
                          Said said)
{
    auto rest = words;
    if (said == Said::particulars)
        leave_out_among_particulars(rest, names);
    for (const auto& name : names)
        leave_out(rest, name, said);
    return rest;
}

}  // namespace sala::registration
