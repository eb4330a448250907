// SPDX-License-Identifier: Apache-2.0
//
// Files around the tests of documents: golden files, published samples, a folder for a moment.

#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

namespace sala::document {

inline std::optional<std::string> file_at(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

inline void write_file(const std::filesystem::path& path, std::string_view bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

// Published files that are not part of the project; tests that need one say so and pass over.
inline std::filesystem::path published(std::string_view name)
{
    return std::filesystem::path(SALA_SOURCE) / "../shared/data/standards" / name;
}

// The golden file as it is, or as it now shall be when SALA_ACCEPT is set (bin/test --accept).
inline std::string golden(const std::string& name, const std::string& now)
{
    const auto path = std::filesystem::path(SALA_SOURCE) / "test/golden" / name;
    if (std::getenv("SALA_ACCEPT")) {
        std::filesystem::create_directories(path.parent_path());
        write_file(path, now);
    }
    return file_at(path).value_or("(there is no golden file " + name + ")");
}

// A folder that is gone again at the end of the test.
class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "sala-test-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string operator/(std::string_view name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

struct Ran {
    int exit;
    std::string output;
};

// Runs a shell command of the test's own words.
inline Ran run(const std::string& command)
{
    std::string output;
    auto* pipe = ::popen((command + " 2>&1").c_str(), "r");
    char buffer[4096];
    for (std::size_t size; (size = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        output.append(buffer, size);
    return {WEXITSTATUS(::pclose(pipe)), output};
}

}  // namespace sala::document
