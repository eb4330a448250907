// SPDX-License-Identifier: Apache-2.0
//
// Lyon 2030 has a row in every table of what people did, and each word of it is LEAK. Everybody of
// Porto 2031 asks for each of them by its number at the address of their own forum, where they hold
// every role: there is none.

#include "world_of_acts.hpp"

#include "web/verbs_of_world.hpp"

using namespace sala;

namespace {

// Parts of an address that are the number of a row.
const std::vector<std::string> numbered{
    "admission", "badge",    "circular",     "commitment", "grant",  "invitation",
    "letter",    "meeting",  "merge",        "pass",       "photo",  "poll",
    "print",     "question", "registration", "screen",     "version"};

struct Foreign : World {
    std::vector<std::string> people;

    Foreign()
    {
        auto files = lyon_files();
        files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\ndate = "
                              "\"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
        REQUIRE(opens(files).empty());
        for (const auto& [role, part] :
             std::vector<std::pair<std::string, std::string>>{{"secretariat", ""},
                                                              {"chair", ""},
                                                              {"door", ""},
                                                              {"interpreter", ""},
                                                              {"press", ""},
                                                              {"observer", ""},
                                                              {"focal-point", "delegation=accra"},
                                                              {"delegate", "delegation=accra"}}) {
            people.push_back(role + "@porto.example");
            gives(people.back(), role, part, "porto-2031");
            browser_of(people.back());
        }
    }

    // At Porto, where `only` is the number of nothing; empty when no part is the number of a row.
    static std::string at(const std::string& forum, const web::Verb& verb)
    {
        std::map<std::string, std::string> parts{{"forum", forum}};
        bool has_number = false;
        for (const auto& part : numbered) {
            has_number |= verb.path.find("{" + part + "}") != std::string::npos;
            parts[part] = std::to_string(only);
        }
        return has_number && verb.path.find("{forum}") != std::string::npos
                   ? address_of(verb, parts)
                   : std::string{};
    }
};

}  // namespace

TEST_CASE("what people did at another forum is not to be read at one's own by its number")
{
    Foreign world;
    int asked = 0;
    for (const auto& verb : verbs_of("GET")) {
        const auto address = Foreign::at("porto-2031", verb.verb);
        if (address.empty())
            continue;
        CAPTURE(address);
        for (const auto& ending : endings(verb.verb))
            for (const auto& who : world.people) {
                CAPTURE(who);
                const auto shown = world.get(address + ending, {.as = As::anyone, .who = who});
                CHECK((shown.status == 403 || shown.status == 404));
                CHECK_FALSE(shown.holds("LEAK"));
                ++asked;
            }
    }
    CHECK(asked > 300);
    // The rows are there to be found, at their own forum.
    int found = 0;
    for (const auto& verb : verbs_of("GET"))
        if (const auto address = Foreign::at("lyon-2030", verb.verb); !address.empty())
            found += world.get(address).status == 200 ? 1 : 0;
    CHECK(found > 5);
}

TEST_CASE("what people did at another forum is not to be changed at one's own by its number")
{
    Foreign world;
    const auto acts = world.count("SELECT COUNT(*) FROM act");
    int asked = 0;
    for (const auto* method : {"POST", "PUT", "DELETE"})
        for (const auto& verb : verbs_of(method)) {
            const auto address = Foreign::at("porto-2031", verb.verb);
            if (address.empty())
                continue;
            CAPTURE(address);
            for (const auto& who : world.people) {
                CAPTURE(who);
                const auto shown =
                    world.post(address, sent_rightly(verb.verb),
                               {.as = As::anyone, .who = who, .accept = "application/json"});
                CHECK(shown.status >= 400);
                CHECK(shown.status < 500);
                if (!sends_file(verb.verb))
                    CHECK((shown.status == 403 || shown.status == 404));
                CHECK_FALSE(shown.holds("LEAK"));
                ++asked;
            }
        }
    CHECK(asked > 150);
    CHECK(world.count("SELECT COUNT(*) FROM act") == acts);
    CHECK(world.wrong().empty());
}
