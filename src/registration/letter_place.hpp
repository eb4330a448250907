// SPDX-License-Identifier: Apache-2.0
//
// The places of a letter to many, such as {name}: a closed list, each with a type. What is filled
// into a place is words and never a place itself, whatever somebody is called.

#pragma once

#include "base/result.hpp"
#include "base/sentence.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::registration {

// Whom a letter to many goes to.
enum class Audience { invited, focal_points, registered };
std::string_view word(Audience audience);  // "focal-points", as stored

struct LetterPlace {
    enum Type {
        words,  // one line, and no address that a mail program would make a link of
        day,    // in the calendar of whoever reads
        link    // the recipient's own; only in the body
    };

    std::string name;
    Type type = words;
    Sentence meaning;
    std::vector<Audience> audiences;  // whose letters have it
};

const std::vector<LetterPlace>& all_letter_places();
std::string_view word(LetterPlace::Type type);

// Refuses beside `field`, with the line: unclosed-place; unknown-place; place-not-for-these, for
// one that letters to this audience do not have; link-in-subject.
Allowed places_fit(const std::string& field, std::string_view pattern, Audience audience,
                   bool is_subject);

}  // namespace sala::registration
