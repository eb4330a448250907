// SPDX-License-Identifier: Apache-2.0
//
// Where sources disagree about what a heading asks, such as the date: the answers as they would be
// printed, so that the officer puts one in with a press. Nobody decides but the officer.

#pragma once

#include "report/official_report.hpp"

namespace sala::report {

struct Choice {
    std::string claim;                        // key of the claim that is put in
    std::string words;                        // in the form's own way of writing
    std::vector<std::pair<Text, Text>> said;  // source, and what it printed
    bool primary = false;
};

struct OpenQuestion {
    Text words;
    std::vector<Choice> choices;  // two or more; equal answers of several sources are one
};

// The questions that stand beside a heading; none beside headings of free words.
std::vector<OpenQuestion> questions_beside(Fill fill, const FormWords& form, const Facts& facts,
                                           const Language& language);

// What a claim puts under a heading; empty when it is not offered there.
std::string words_of_claim(std::string_view claim, Fill fill, const FormWords& form,
                           const Facts& facts, const Language& language);

}  // namespace sala::report
