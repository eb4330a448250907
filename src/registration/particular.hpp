// SPDX-License-Identifier: Apache-2.0
//
// What a delegation says of one person, declared once: from this list come the form, the columns of
// a sheet to import, the lists to print, and which change of an approved registration matters.

#pragma once

#include "base/sentence.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sala::registration {

struct Particular {
    enum Kind { words, choice, category, number, day, clock, tick };
    enum Group { who, contact, stay, travel, visa, consent };

    std::string name;  // the column of registration_person and of a sheet
    Sentence label;
    Group group = who;
    Kind kind = words;
    bool matters = false;  // says who comes: an approved registration is then decided again
    bool needed = false;
    Sentence hint = {};
    std::vector<std::pair<std::string, Sentence>> choices = {};
    int characters_max = 200;
};

const std::vector<Particular>& all_particulars();
Sentence group_name(Particular::Group group);

// In the order of precedence within a delegation.
const std::vector<std::pair<std::string, Sentence>>& delegation_roles();
Sentence role_name(std::string_view role);
// 0 for the head; those without a role come last.
int role_order(std::string_view role);

}  // namespace sala::registration
