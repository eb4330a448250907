// SPDX-License-Identifier: Apache-2.0
//
// A portrait out of whatever file somebody sent: decoded, turned upright, cut to 3 by 4 and written
// anew, so that neither where it was taken nor anything hidden in the file is in it.

#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace sala::document {

inline constexpr int portrait_width = 480;
inline constexpr int portrait_height = 640;
inline constexpr std::size_t photo_bytes_max = 12UL * 1024 * 1024;
inline constexpr std::int64_t photo_pixels_max = 25'000'000;

// JPEG or PNG in, the bytes of a JPEG of 480 by 640 out. The size is looked at before anything is
// unpacked. Refuses: photo-not-readable; photo-too-large; photo-too-small.
Result<std::string> portrait_of(std::string_view file);

}  // namespace sala::document
