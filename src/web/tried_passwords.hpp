// SPDX-License-Identifier: Apache-2.0
//
// What whoever guesses passwords tries before anything else: numbers, rows of keys, words of lists.

#pragma once

#include <string_view>

namespace sala::web {

// Of any script. What holds none is a number, a date or a row of keys.
bool holds_letters(std::string_view password);
// A word of templates/known_passwords.txt, said as often as one likes, or two of them in turns;
// whatever digits and signs are hung on, and disguised as "p4$$w0rd" is.
bool is_tried_first(std::string_view password);
// Few different signs, or hardly more than rows of them: "1234567890ab".
bool repeats_itself(std::string_view password);

}  // namespace sala::web
