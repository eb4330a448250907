// SPDX-License-Identifier: Apache-2.0

#include "app/write_out.hpp"

#include "base/result.hpp"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>

namespace sala::app {

namespace fs = std::filesystem;

void write_file(const fs::path& path, const std::string& bytes)
{
    const auto folder = path.parent_path();
    if (!folder.empty() && !fs::is_directory(folder))
        throw Fault("There is no folder " + folder.string() + " to write into.");
    if (fs::is_directory(path))
        throw Fault(path.string() + " is a folder. Name a file.");
    errno = 0;
    std::ofstream out(path, std::ios::binary);
    out << bytes;
    out.close();
    if (!out)
        throw Fault(errno == ENOSPC ? path.string() + " cannot be written: the disk is full."
                                    : path.string() + " cannot be written: " +
                                          std::generic_category().message(errno) + ".");
}

void write_out(const std::string& out, const std::string& bytes)
{
    if (out != "-")
        return write_file(out, bytes);
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() ||
        std::fflush(stdout) != 0)
        throw Fault("Standard output cannot be written.");
}

}  // namespace sala::app
