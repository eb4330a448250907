// SPDX-License-Identifier: Apache-2.0
//
// Which tags name a language that people have, and what it is called.

#pragma once

#include "base/language.hpp"

#include <string>
#include <string_view>

namespace sala::script {

// "th", "km" and "zh-hant" do; "xx" and "english" do not. The language is looked up in the lists of
// ISO 639 that ICU knows; what stands behind the first hyphen is taken as it is.
bool names_a_language(std::string_view tag);

// "Khmer" of "km" for a reader of English; a tag that names none comes back as it is.
std::string language_words(std::string_view tag, const Language& reader);

}  // namespace sala::script
