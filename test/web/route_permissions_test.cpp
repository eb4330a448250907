// SPDX-License-Identifier: Apache-2.0
//
// Which permission each route asks for, kept in a file that a person reads. What the program says
// of itself is no witness: a form that was opened to anyone by mistake would agree with itself.

#include "document/files.hpp"
#include "sheet/understand.hpp"
#include "verbs_of_world.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <set>
#include <sstream>

using namespace sala;

namespace {

std::vector<std::string> routes_now()
{
    std::vector<std::string> lines;
    for (const auto& verb : app::all_verbs())
        lines.push_back(verb.verb.path + " " + verb.verb.allow.name());
    std::sort(lines.begin(), lines.end());
    return lines;
}

}  // namespace

// SALA_ACCEPT=routes writes the file anew; that of other files does not, so that nobody opens a
// door by accepting what a report says.
TEST_CASE(
    "every route asks for the permission that is written down, and none is written down twice")
{
    const auto path = std::filesystem::path(SALA_SOURCE) / "test/golden/routes.txt";
    const auto now = routes_now();
    const auto* accepted = std::getenv("SALA_ACCEPT");
    if (accepted && std::string_view(accepted) == "routes") {
        std::string bytes;
        for (const auto& line : now)
            bytes += line + "\n";
        document::write_file(path, bytes);
    }
    std::istringstream file(document::file_at(path).value_or(""));
    std::vector<std::string> written;
    for (std::string line; std::getline(file, line);)
        written.push_back(line);
    std::vector<std::string> opened;
    std::set_difference(now.begin(), now.end(), written.begin(), written.end(),
                        std::back_inserter(opened));
    std::vector<std::string> gone;
    std::set_difference(written.begin(), written.end(), now.begin(), now.end(),
                        std::back_inserter(gone));
    // Read what stands here before SALA_ACCEPT=routes takes it over.
    CHECK(opened == std::vector<std::string>{});
    CHECK(gone == std::vector<std::string>{});
}

TEST_CASE("no forum can be called what the server's own addresses begin with")
{
    // What the server answers beside the verbs.
    std::set<std::string> words{"assets", "health"};
    for (const auto& verb : app::all_verbs()) {
        const auto path = verb.verb.path.substr(verb.verb.path.find('/') + 1);
        words.insert(path.substr(0, path.find_first_of("/?.")));
    }
    words.erase("");
    words.erase("{forum}");
    CHECK(words.contains("photos"));
    for (const auto& word : words) {
        CAPTURE(word);
        CHECK(sheet::is_reserved_slug(word));
    }
}
