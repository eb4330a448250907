// SPDX-License-Identifier: Apache-2.0
//
// What people did has words in both languages, and is found by them.

#include "stage.hpp"

#include "app/verbs.hpp"
#include "web/act_words.hpp"
#include "web/reader.hpp"
#include "web/step_words.hpp"

#include <doctest/doctest.h>

using namespace sala;

TEST_CASE("every verb that changes something has words in every language")
{
    for (const auto& verb : app::all_verbs()) {
        if (verb.verb.path.starts_with("GET "))
            continue;
        CAPTURE(verb.name);
        const auto words = web::act_words(verb.name);
        REQUIRE(words);
        const auto english = web::Reader{Language::english()}.say(*words);
        CHECK(web::Reader{Language::thai()}.say(*words) != english);
    }
    CHECK_FALSE(web::act_words("do_nothing"));
}

TEST_CASE("an act is found by its name, and by words of either language")
{
    using Verbs = std::vector<std::string>;
    CHECK(web::acts_said("sign_in") == Verbs{"sign_in"});
    CHECK(web::acts_said("REVOKED") == Verbs{"revoke_badge"});
    CHECK(web::acts_said("เพิกถอน") == Verbs{"revoke_badge"});
    CHECK(web::acts_said("badge again") == Verbs{"print_badge_again"});
    CHECK(web::acts_said("no such words") == Verbs{"no such words"});
}

TEST_CASE("the page of acts says how it was decided, in words")
{
    Stage stage;
    stage.gives("kofi@accra.example", "focal-point", "delegation=accra");
    CHECK(stage.get("/lyon-2030/acts").holds("Gave a role <small class=\"soft\">Focal point"));
    CHECK(stage.get("/lyon-2030/acts.json")
              .json()["acts"]
              .items()
              .front()["how"]
              .items()
              .front()
              .string() == "focal-point");
    CHECK_FALSE(web::step_words("no-such-step"));
}

TEST_CASE("the page of acts says what was done in the reader's language and finds it by a word")
{
    Stage stage;
    stage.gives("kofi@accra.example", "focal-point", "delegation=accra");
    CHECK(stage.get("/lyon-2030/acts").holds("Gave a role"));
    CHECK(stage.get("/lyon-2030/acts?verb=role").holds("Gave a role"));
    CHECK_FALSE(stage.get("/lyon-2030/acts?verb=badge").holds("Gave a role"));
    CHECK(stage.get("/lyon-2030/acts?verb=grant_role").holds("Gave a role"));
    CHECK_FALSE(stage.get("/lyon-2030/acts?verb=%25").holds("Gave a role"));
}

TEST_CASE("acts are found by what was decided, by the delegation they were done for, in any era")
{
    Stage stage;
    stage.gives("kofi@accra.example", "focal-point", "delegation=accra");
    stage.gives("esi@lyon.example", "press");
    REQUIRE(stage
                .post("/lyon-2030/delegations/accra/people/new",
                      {{"role", "adviser"}, {"name_en", "Ama Mensah"}},
                      {.who = "kofi@accra.example", .accept = "application/json"})
                .status == 303);
    const auto found = [&](const std::string& query) {
        return stage.get("/lyon-2030/acts.json?" + query).json()["acts"].items().size();
    };
    CHECK(found("verb=focal+point") == 1);
    CHECK(found("verb=%E0%B8%9C%E0%B8%B9%E0%B9%89%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%AA%E0%B8%B2%E0%"
                "B8%99%E0%B8%87%E0%B8%B2%E0%B8%99") >= 1);
    CHECK(found("verb=no+such+words") == 0);
    CHECK(found("who=Accra") == 2);  // the role, and who was registered
    CHECK(found("who=Quito") == 0);
    // The clock of the tests stands in March 2030, BE 2573.
    CHECK(found("since=2030-03-01") > 0);
    CHECK(found("since=2573-03-01") == found("since=2030-03-01"));
    CHECK(found("since=2573-04-01") == 0);
}
