// SPDX-License-Identifier: Apache-2.0

#include "scenarios/scenario.hpp"

#include <algorithm>

namespace sala::scenarios {

namespace {

constexpr std::string_view arrow = " -> ";

// Where the arrow stands, outside quotation marks.
std::size_t arrow_in(std::string_view line)
{
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"')
            quoted = !quoted;
        if (!quoted && line.substr(i).starts_with(arrow))
            return i;
    }
    return std::string_view::npos;
}

Step read_step(int number, std::string_view line)
{
    const auto at = arrow_in(line);
    if (at == std::string_view::npos)
        return {number, std::string(trimmed(line)), "", {}};
    return {number,
            std::string(trimmed(line.substr(0, at))),
            std::string(trimmed(line.substr(at + arrow.size()))),
            {}};
}

// Words, and "what stands in quotation marks" as one of them.
std::vector<std::string> cut(std::string_view words)
{
    std::vector<std::string> pieces;
    while (!(words = trimmed(words)).empty()) {
        auto end = words.find(' ');
        if (words.front() == '"' && words.find('"', 1) != std::string_view::npos)
            end = words.find('"', 1) + 1;
        pieces.emplace_back(words.substr(0, end));
        words.remove_prefix(std::min(end, words.size()));
    }
    return pieces;
}

bool is_place(std::string_view piece) { return piece.starts_with('{'); }

// Of {"words"} what is between the quotation marks, of {file:} what is before the colon.
std::optional<std::string> what_stands_in(std::string_view place, const std::string& piece)
{
    const bool quotes = place.starts_with("{\"");
    const bool colon = place.ends_with(":}");
    if (quotes != piece.starts_with('"') || (colon && !piece.ends_with(':')))
        return std::nullopt;
    if (quotes)
        return piece.size() < 2 ? std::nullopt : std::optional(piece.substr(1, piece.size() - 2));
    return colon ? piece.substr(0, piece.size() - 1) : piece;
}

}  // namespace

std::string_view trimmed(std::string_view words)
{
    const auto first = words.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return words.substr(first, words.find_last_not_of(" \t\r\n") - first + 1);
}

std::string joined(const std::vector<std::string>& words, std::string_view between)
{
    std::string all;
    for (std::size_t i = 0; i < words.size(); ++i)
        all.append(i == 0 ? "" : between).append(words[i]);
    return all;
}

Scenario read_scenario(std::string_view text)
{
    Scenario scenario;
    int number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.starts_with('#')) {
            if (scenario.title.empty())
                scenario.title = trimmed(line.substr(1));
        } else if (trimmed(line).empty()) {
            continue;
        } else if (line.front() != ' ') {
            scenario.steps.push_back(read_step(number, line));
        } else if (scenario.steps.empty()) {
            throw Wrong{number, "This line is indented, and there is no step above it."};
        } else {
            scenario.steps.back().below.emplace_back(trimmed(line));
        }
    }
    if (scenario.title.empty())
        throw Wrong{1, "A scenario begins with # and a sentence that is true when it passes."};
    return scenario;
}

std::optional<std::vector<std::string>> places_of(std::string_view pattern, std::string_view words)
{
    const auto wanted = cut(pattern);
    const auto given = cut(words);
    std::vector<std::string> places;
    std::size_t at = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i, ++at) {
        if (at >= given.size())
            return std::nullopt;
        if (!is_place(wanted[i])) {
            if (wanted[i] != given[at])
                return std::nullopt;
            continue;
        }
        auto place = what_stands_in(wanted[i], given[at]);
        if (!place)
            return std::nullopt;
        places.push_back(std::move(*place));
        if (wanted[i] == "{who}")
            for (; i + 1 < wanted.size() && at + 1 < given.size() && given[at + 1] != wanted[i + 1];
                 ++at)
                places.back() += " " + given[at + 1];
    }
    return at == given.size() ? std::optional(places) : std::nullopt;
}

}  // namespace sala::scenarios
