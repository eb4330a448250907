// SPDX-License-Identifier: Apache-2.0
//
// Roles that are given for one category of participants: what they read, in a world with people of
// two categories.

#include "stage.hpp"
#include "verbs_of_world.hpp"

#include <doctest/doctest.h>

using namespace sala;

TEST_CASE("a role for one category reads nothing of another, wherever it is asked for")
{
    Stage stage;
    const auto done = [&](const std::string& address, const Fields& fields) {
        const auto shown = stage.post(address, fields);
        CAPTURE(shown.body);
        REQUIRE(shown.status == 303);
        return shown.location.substr(shown.location.rfind('/') + 1);
    };
    done("/lyon-2030/sheets/categories/new",
         {{"key", "vip"}, {"number", "1"}, {"name_en", "Guests of honour"}});
    done("/lyon-2030/sheets/categories/new",
         {{"key", "media"}, {"number", "2"}, {"name_en", "Media"}});
    const auto people = std::string("/lyon-2030/delegations/accra/people/");
    std::map<std::string, std::string> numbers;
    for (const auto* category : {"vip", "media"}) {
        const auto number = done(people + "new", {{"role", "adviser"},
                                                  {"category", category},
                                                  {"name_en", std::string("Seen ") + category}});
        done(people + number + "/submit", {});
        done("/lyon-2030/registrations/" + number, {{"step", "approve"}});
        numbers[category] = number;
    }
    const std::map<std::string, std::string> world{{"registration", numbers["media"]},
                                                   {"print", done("/lyon-2030/badges", {})}};
    std::vector<std::string> pages{"/lyon-2030/door?q=seen", "/lyon-2030/door.json?q=seen",
                                   "/lyon-2030/registrations?q=seen",
                                   "/lyon-2030/registrations?category=media"};
    for (const auto& verb : verbs_of("GET"))
        if (const auto page = address_of(verb.verb, world); page != "/" && page != "/api/live")
            for (const auto& ending : endings(verb.verb))
                pages.push_back(page + ending);
    for (const auto* role : {"door", "secretariat"}) {
        const auto who = std::string(role) + "-of-vip@people.example";
        stage.gives(who, role, "category=vip");
        int seen = 0;
        for (const auto& page : pages) {
            CAPTURE(page);
            CAPTURE(role);
            const auto shown = stage.get(page, {.as = As::anyone, .who = who});
            CHECK_FALSE(shown.holds("Seen media"));
            seen += shown.holds("Seen vip") ? 1 : 0;
        }
        CHECK(seen > 0);
        CHECK(stage
                  .post("/lyon-2030/registrations/" + numbers["media"], {{"step", "refuse"}},
                        {.as = As::anyone, .who = who, .accept = "application/json"})
                  .status == 403);
    }
    int seen = 0;
    for (const auto& page : pages)
        seen += stage.get(page).holds("Seen media") ? 1 : 0;
    CHECK(seen > 5);
}
