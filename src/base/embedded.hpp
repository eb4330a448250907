// SPDX-License-Identifier: Apache-2.0
//
// Files that travel inside the program: migrations, translations, the bundled client, templates.

#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace sala {

struct Embedded {
    std::string_view name;  // such as "migrations/0001_directory.sql"
    std::string_view bytes;
};

// Every embedded file, sorted by name.
std::span<const Embedded> embedded_files();

std::optional<std::string_view> embedded_file(std::string_view name);

// The files whose name begins with `folder`, which ends in "/".
std::span<const Embedded> embedded_under(std::string_view folder);

}  // namespace sala
