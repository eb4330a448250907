// SPDX-License-Identifier: Apache-2.0
//
// Thai and Arabic digits. Formal Thai memos use ๐๑๒๓๔๕๖๗๘๙; everything else uses 0123456789.

#pragma once

#include <string>
#include <string_view>

namespace sala::script {

enum class Digits { arabic, thai };

// 0-9 become ๐-๙; everything else stays.
std::string to_thai_digits(std::string_view text);

// The digits of every script (Thai, Khmer, Lao, Myanmar ...) become 0-9; everything else stays.
std::string to_arabic_digits(std::string_view text);

}  // namespace sala::script
