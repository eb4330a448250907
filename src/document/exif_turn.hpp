// SPDX-License-Identifier: Apache-2.0
//
// How the camera was held: the one thing of a photo's metadata that has to be known before all of
// it is thrown away.

#pragma once

#include <string_view>

namespace sala::document {

// 1 to 8 as in EXIF 2.3, tag 0x0112; 1 when the JPEG does not say or says it in a broken way.
int exif_turn(std::string_view jpeg);

}  // namespace sala::document
