// SPDX-License-Identifier: Apache-2.0
//
// A schema of a standard, where this machine has it: it is not part of the program, and a test that
// cannot find it says so and checks the rest.

#pragma once

#include "stage_store.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace sala {

// What xmllint says is wrong, or nothing.
inline std::string schema_complaints(const std::string& schema, const std::string& xml)
{
    namespace fs = std::filesystem;
    const auto path = fs::path(SALA_SOURCE) / "../shared/data/standards" / schema;
    if (!fs::exists(path)) {
        MESSAGE("skipped: ", path.string(), " is not on this machine");
        return {};
    }
    const auto file = fs::path(test_folder()) / "record.xml";
    const auto said = fs::path(test_folder()) / "xmllint.txt";
    std::ofstream(file, std::ios::binary) << xml;
    const auto command = "xmllint --nonet --noout --schema '" + path.string() + "' '" +
                         file.string() + "' 2> '" + said.string() + "'";
    if (std::system(command.c_str()) == 0)
        return {};
    std::ostringstream words;
    words << std::ifstream(said).rdbuf();
    return words.str();
}

}  // namespace sala
