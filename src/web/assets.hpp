// SPDX-License-Identifier: Apache-2.0
//
// The bundled client inside the program: style, fonts, icon, small scripts.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sala::web {

struct Asset {
    std::string_view bytes;
    std::string type;
};

// "/assets/sala-AB12CD.css" for "sala.css"; the plain name when the bundle has no such file.
std::string asset_address(std::string_view name);

// The file behind an address, without "/assets/".
std::optional<Asset> find_asset(std::string_view file);

}  // namespace sala::web
