// SPDX-License-Identifier: Apache-2.0
//
// What an editor changed in a text: which words stand as printed, and which were put in their
// place.

#pragma once

#include <string_view>
#include <vector>

namespace sala::script {

// A piece that both have, then what was printed after it and what is meant instead; each may be
// empty.
struct Correction {
    std::string_view kept;
    std::string_view printed;
    std::string_view meant;

    bool operator==(const Correction&) const = default;
};

// As few and as small changes as there can be, between whole words of Latin and between whole
// letters, with their vowels and tone marks, of other scripts. kept and printed, one after another,
// are `printed`; kept and meant are `meant`. Texts that have little in common are one change. The
// views are of the two texts.
std::vector<Correction> corrections(std::string_view printed, std::string_view meant);

}  // namespace sala::script
