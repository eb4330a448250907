// SPDX-License-Identifier: Apache-2.0
//
// One form for texts that look alike, so that they are found and compared as alike.
//
// A Thai report writes ประจำ with one sign or with two that look the same, puts no-break spaces
// between words, and breaks words with layout spaces. What was typed is kept for showing (clean);
// searching and comparing use searchable().

#pragma once

#include <string>
#include <string_view>

namespace sala::script {

bool is_utf8(std::string_view bytes);

// What a person typed, fit to be kept: NFC, no control characters but newline and tab, line ends
// as "\n", no byte order mark, no white space at either end. No-break spaces inside and the two
// ways to write SARA AM stay as typed. Bytes that are not UTF-8 become U+FFFD: ask is_utf8 first.
std::string clean(std::string_view text);

// The form in which texts are searched and compared, never shown: NFKC, lower case, Arabic
// digits, every white space one plain space, no invisible joiners, SARA AM always as two signs
// with the tone first, two SARA E as SARA AE.
std::string searchable(std::string_view text);

// "Hà Nội" -> "Ha Noi", "Đà Nẵng" -> "Da Nang". Latin letters only; other scripts stay.
std::string without_accents(std::string_view text);

bool holds_thai(std::string_view text);

}  // namespace sala::script
