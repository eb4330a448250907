// SPDX-License-Identifier: Apache-2.0
//
// A scenario as it is written: a title and steps, one a line. README.md is its grammar.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::scenarios {

// "Officer B presses "Save"    -> 412 row-changed-meanwhile", and the indented lines beneath it.
struct Step {
    int line = 0;        // in the file, counted from 1
    std::string words;   // before the arrow
    std::string answer;  // after it; empty when there is no arrow
    std::vector<std::string> below;

    bool operator==(const Step&) const = default;
};

struct Scenario {
    std::string title;
    std::vector<Step> steps;

    bool operator==(const Scenario&) const = default;
};

// Why a scenario is not true, or cannot be understood; thrown by a step, caught where it is told.
struct Wrong {
    int line = 0;
    std::string sentence;

    bool operator==(const Wrong&) const = default;
};

// Throws Wrong when a file has no title, or a line is indented beneath nothing.
Scenario read_scenario(std::string_view text);

// What stands in the places of a pattern, in order: "{who} opens {address}" against
// "Officer A opens /lyon-2030" gives "Officer A" and "/lyon-2030". A place takes one word; {who}
// takes the words before the next word of the pattern; {"words"} takes what stands in quotation
// marks; {file:} takes a word with a colon behind it, without the colon.
std::optional<std::vector<std::string>> places_of(std::string_view pattern, std::string_view words);

// Without spaces at both ends.
std::string_view trimmed(std::string_view words);
std::string joined(const std::vector<std::string>& words, std::string_view between);

}  // namespace sala::scenarios
