// SPDX-License-Identifier: Apache-2.0
//
// What a source says is said of something, and the page names it.

#include "rich_world.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::forum;

namespace {

std::map<std::string, std::string> with_claims()
{
    auto files = rich_files();
    files["follow_ups.csv"] =
        "key,number,certainty,text_en\nnext,1,planned,The next forum is in Quito\n";
    files["claims.csv"] = "key,subject,question_en,value_en,source,standing\n"
                          "place,sittings:opening,Does it take place,Yes,article,primary\n"
                          "next,follow_ups:next,Does it come,Yes,article,primary\n"
                          "hall,rooms:tilia,Is it large,Yes,article,primary\n";
    return files;
}

}  // namespace

TEST_CASE("a claim names the sitting as it was released, and what is to follow")
{
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(with_claims()) == std::vector<std::string>{});
    const auto before = stage.get("/lyon-2030/data", the_public);
    CHECK(before.holds("Sittings: Opening</p>"));
    CHECK(before.holds("Follow-up: The next forum is in Quito</p>"));
    CHECK(before.holds(">Rooms</p>"));

    REQUIRE(stage
                .post("/lyon-2030/sheets/sittings/opening",
                      {{"version", "1"}, {"title_en", "A secret opening"}})
                .status == 303);

    CHECK(stage.get("/lyon-2030/data", the_public).holds("Sittings: Opening</p>"));
    CHECK_FALSE(stage.get("/lyon-2030/data").holds("A secret opening"));
}

TEST_CASE("networks, bodies and venues are named with what else they are called")
{
    auto files = with_claims();
    files["venues.csv"] = "key,city,name_en,aliases_en,note_en\n"
                          "hall,lyon,Hall of Rivers,Salle des fleuves,It has two names.\n";
    Stage stage{Stage::Empty{}};
    REQUIRE(stage.opens(files) == std::vector<std::string>{});

    const auto page = stage.get("/lyon-2030/data", the_public);

    CHECK(page.holds("also called Salle des fleuves"));
    CHECK(page.holds("<p class=\"soft small\">It has two names.</p>"));
    CHECK(stage.get("/lyon-2030/data.json", the_public).holds("Salle des fleuves"));
}
