// SPDX-License-Identifier: Apache-2.0
//
// A server with the sample forum Bangkok 2019: one report published, one private.

#pragma once

#include "forum/forum_store.hpp"
#include "report/official_report.hpp"
#include "report/report_store.hpp"
#include "stage.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace sala::report {

inline std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

inline std::map<std::string, std::string> sample_files(const std::string& name)
{
    std::map<std::string, std::string> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(SALA_SOURCE) + "/samples/" + name))
        files[entry.path().filename().string()] = bytes_of(entry.path());
    return files;
}

// The file, or what is now said when SALA_ACCEPT is set.
inline std::string golden(const std::string& name, const std::string& now)
{
    const auto path = std::filesystem::path(SALA_SOURCE) / "test" / "golden" / name;
    if (std::getenv("SALA_ACCEPT"))
        std::ofstream(path, std::ios::binary) << now;
    return bytes_of(path);
}

// What a program says on its standard output.
inline std::string output_of(const std::string& command)
{
    std::string said;
    auto* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe);
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        said.append(buffer, n);
    REQUIRE(::pclose(pipe) == 0);
    return said;
}

struct Bangkok : Stage {
    Bangkok() : Stage(Stage::Empty{})
    {
        REQUIRE(opens(sample_files("bangkok-2019")) == std::vector<std::string>{});
    }

    Report report(const std::string& key)
    {
        std::optional<Report> found;
        store().read([&](store::Session& session) {
            for (auto& one : reports_of(session, *forum::find_forum(session, "bangkok-2019")))
                if (one.key == key)
                    found = std::move(one);
        });
        REQUIRE(found);
        return *found;
    }

    Facts facts()
    {
        Facts facts;
        store().read([&](store::Session& session) {
            facts = load_facts(session, forum_id("bangkok-2019"));
        });
        return facts;
    }

    OfficialReport official(const std::string& key, const Language& language)
    {
        const auto kept = report(key);
        return assemble(**find_template(kept.form), kept, facts(), language);
    }
};

inline const std::string desk = "/bangkok-2019/reports/amf-5-summary";

}  // namespace sala::report
