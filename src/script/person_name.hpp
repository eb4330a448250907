// SPDX-License-Identifier: Apache-2.0
//
// A person's name, apart from the honorific or rank in front of it.
//
// Thai writes "นายชัชชาติ" and "พล.อ.นิพัทธ์" without a space, "พลเอก อนุพงษ์" and "ดร. เบอร์นาเดีย"
// with one; พล.อ. and พลเอก are one rank.

#pragma once

#include "base/language.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sala::script {

struct PersonName {
    std::string honorific;  // as printed; may be several: "พล.ต.อ. ดร."; may be empty
    std::string name;

    bool operator==(const PersonName&) const = default;
};

// One rank or form of address in all its spellings. Empty where a language has none.
struct Honorific {
    std::string_view thai;        // "พลตำรวจเอก"
    std::string_view thai_short;  // "พล.ต.อ."
    std::string_view english;     // "Pol. Gen."
    std::string_view english_long;
    bool thai_apart;  // a space follows the long Thai form
};
std::span<const Honorific> honorifics();

// What stands in front is taken off; a name without an honorific comes back whole. White space,
// no-break spaces too, becomes single spaces.
PersonName split(std::string_view text);

std::string join(std::string_view honorific, std::string_view name, const Language& language);

// Whether two honorifics are the same rank, in whatever spelling or language.
bool same_rank(std::string_view one, std::string_view other);

// "พล.ต.อ." -> "พลตำรวจเอก"; "Dr." -> "Dr."; what the table does not know stays as it is.
std::string expanded(std::string_view honorific);

// "พลตำรวจเอก" -> "Pol. Gen." and back; what the table does not know stays as it is.
std::string honorific_in(std::string_view honorific, const Language& language);

// A rank in front of an honorific, both before a name in `language`: "Pol. Gen." and "Mr" are
// "Pol. Gen.", with "Dr" they are "Pol. Gen. Dr", with "H.E." "H.E. Pol. Gen."; a rank that the
// honorific says already is said once. A Thai rank that has no English words is left out of
// English.
std::string ranked(std::string_view rank, std::string_view honorific, const Language& language);

// The length in bytes of the honorifics at the start of `text`, with the space behind them; 0 when
// there is none.
std::size_t honorific_size(std::string_view text);

}  // namespace sala::script
