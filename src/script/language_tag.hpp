// SPDX-License-Identifier: Apache-2.0
//
// Which tags name a language that people have.

#pragma once

#include <string_view>

namespace sala::script {

// "th", "km" and "zh-hant" do; "xx" and "english" do not. The language is looked up in the lists of
// ISO 639 that ICU knows; what stands behind the first hyphen is taken as it is.
bool names_a_language(std::string_view tag);

}  // namespace sala::script
