// SPDX-License-Identifier: Apache-2.0

#include "document/temporary_folder.hpp"

#include "base/result.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace sala::document {

TemporaryFolder::TemporaryFolder()
{
    auto name = (std::filesystem::temp_directory_path() / "sala-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw Fault("no temporary folder can be made at " + name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code left_behind;  // a destructor has nobody to tell
    std::filesystem::remove_all(path_, left_behind);
}

void TemporaryFolder::write(std::string_view name, std::string_view bytes) const
{
    std::ofstream file(path_ / name, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush())
        throw Fault("a temporary file cannot be written: " + *this / name);
}

std::string TemporaryFolder::read(std::string_view name) const
{
    std::ifstream file(path_ / name, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (file.bad() || !file.is_open())
        throw Fault("a temporary file cannot be read: " + *this / name);
    return bytes;
}

}  // namespace sala::document
