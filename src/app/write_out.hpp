// SPDX-License-Identifier: Apache-2.0
//
// Where a command writes what it made: a file, or standard output.

#pragma once

#include <filesystem>
#include <string>

namespace sala::app {

// A Fault with a sentence when it cannot be written.
void write_file(const std::filesystem::path& path, const std::string& bytes);
// The same; - is standard output.
void write_out(const std::string& out, const std::string& bytes);

}  // namespace sala::app
