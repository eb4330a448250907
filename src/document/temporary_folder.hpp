// SPDX-License-Identifier: Apache-2.0
//
// A folder of our own for a moment: for libraries and programs that only write to files.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace sala::document {

// Readable by nobody else (mode 0700), gone with all its files at the end of its life.
class TemporaryFolder {
public:
    TemporaryFolder();  // throws Fault when the disk refuses
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::string operator/(std::string_view name) const { return (path_ / name).string(); }

    // Throw Fault when the file cannot be written, or read.
    void write(std::string_view name, std::string_view bytes) const;
    std::string read(std::string_view name) const;

private:
    std::filesystem::path path_;
};

}  // namespace sala::document
