// SPDX-License-Identifier: Apache-2.0

#include "base/embedded.hpp"

#include <algorithm>

namespace sala {

std::optional<std::string_view> embedded_file(std::string_view name)
{
    const auto files = embedded_files();
    const auto found = std::lower_bound(
        files.begin(), files.end(), name,
        [](const Embedded& file, std::string_view wanted) { return file.name < wanted; });
    if (found == files.end() || found->name != name)
        return std::nullopt;
    return found->bytes;
}

std::span<const Embedded> embedded_under(std::string_view folder)
{
    const auto files = embedded_files();
    const auto first = std::find_if(files.begin(), files.end(), [&](const Embedded& file) {
        return file.name.starts_with(folder);
    });
    const auto last = std::find_if_not(
        first, files.end(), [&](const Embedded& file) { return file.name.starts_with(folder); });
    return {first, last};
}

}  // namespace sala
