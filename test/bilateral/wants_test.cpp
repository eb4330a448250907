// SPDX-License-Identifier: Apache-2.0
//
// What delegations need and offer: written by themselves or imported, on disk as they came.

#include "summit.hpp"

#include "sheet/import.hpp"

using namespace sala;

TEST_CASE("a delegation writes a need; sent twice it is there once")
{
    Summit summit;
    const Fields heat{{"key", "accra-2"},  {"topic", "heat"},    {"priority", "2"},
                      {"flexible", "yes"}, {"text_en", "Shade"}, {"text_th", "ร่มเงา"}};
    CHECK(summit.post(accra + "/wants/needs/new", heat, by(kofi)).location ==
          accra + "/bilaterals");
    CHECK(summit.post(accra + "/wants/needs/new", heat, by(kofi)).status == 303);
    CHECK(summit.count("SELECT COUNT(*) FROM need") == 2);
    const auto needs = summit.get(accra + "/bilaterals.json", {.who = kofi}).json()["needs"];
    REQUIRE(needs.items().size() == 2);
    CHECK(needs.items()[1]["topic"].string() == "heat");
    CHECK(needs.items()[1]["flexible"].boolean());
    CHECK(needs.items()[1]["text"]["th"]["verbatim"].string() == "ร่มเงา");
}

TEST_CASE("of many needs and offers a page holds a hundred, and each stands on one page")
{
    auto files = summit_files();
    for (int n = 0; n < 120; ++n)
        files["needs.csv"] += "more-" + std::to_string(n) + ",accra,heat,2,,Shade number " +
                              std::to_string(n) + " of many,\n";
    Summit summit(files);
    const std::string address = "/lyon-2030/needs-and-offers";
    const auto shown = [&](const std::string& page) {
        const auto body = summit.get(address + page).body;
        int count = 0;
        for (auto at = body.find("Shade number"); at != std::string::npos;
             at = body.find("Shade number", at + 1))
            ++count;
        return count;
    };
    const auto first = shown("");
    CHECK(first >= 98);
    CHECK(first <= 100);
    CHECK(first + shown("?from=100") == 120);
    CHECK(summit.get(address).holds("?from=100"));
    CHECK(summit.get(address + ".json").json()["needs"].items().size() == 121);
}

TEST_CASE("an unknown topic, a priority of four and no words are each refused beside their field")
{
    Summit summit;
    const auto refusal = [&](const std::string& field, const std::string& value) {
        Fields fields{{"topic", "heat"}, {"priority", "2"}, {"text_en", "Shade"}};
        for (auto& [name, words] : fields)
            if (name == field)
                words = value;
        return summit.post(accra + "/wants/needs/new", fields, by(kofi)).json();
    };
    for (const auto& [field, value] : Fields{{"topic", "gardens"}, {"priority", "4"}}) {
        const auto told = refusal(field, value);
        CAPTURE(told.write());
        CHECK(told.write().find("\"" + field + "\"") != std::string::npos);
    }
    CHECK(summit.post(accra + "/wants/needs/new", {{"topic", "heat"}, {"priority", "1"}}, by(kofi))
              .status == 422);
    CHECK(summit.count("SELECT COUNT(*) FROM need") == 1);
}

TEST_CASE("nobody writes for another delegation, whatever the form says")
{
    Summit summit;
    const Fields heat{
        {"delegation", "quito"}, {"topic", "heat"}, {"priority", "2"}, {"text_en", "Shade"}};
    CHECK(summit.post(quito + "/wants/needs/new", heat, by(kofi)).status == 404);
    CHECK(summit.post(accra + "/wants/needs/new", heat, by(kofi)).status == 303);
    CHECK(summit.count("SELECT COUNT(*) FROM need n JOIN delegation d ON d.id = n.delegation WHERE "
                       "d.key = 'quito'") == 0);
    CHECK(summit.get(accra + "/wants/offers/quito-slopes", {.who = kofi}).status == 404);
    CHECK(summit
              .post(accra + "/wants/offers/quito-slopes",
                    {{"version", "1"}, {"text_en", "Mine now"}}, by(kofi))
              .status == 404);
    CHECK(summit.get(quito + "/bilaterals.json", {.who = luz})
              .json()["offers"]
              .items()[0]["text"]["en"]["verbatim"]
              .string() == "Terraces on steep slopes");
}

TEST_CASE("a source is the secretariat’s to name: what a delegation sends about it is passed over")
{
    Summit summit;
    REQUIRE(summit
                .post(accra + "/wants/needs/new",
                      {{"topic", "heat"},
                       {"priority", "2"},
                       {"text_en", "Shade"},
                       {"source", "programme-note"}},
                      by(kofi))
                .status == 303);
    REQUIRE(summit
                .post(accra + "/wants/needs/accra-drains",
                      {{"version", "1"}, {"text_en", "Pipes"}, {"source", "programme-note"}},
                      by(kofi))
                .status == 303);
    CHECK(summit.count("SELECT COUNT(*) FROM need") == 2);
    CHECK(summit.count("SELECT COUNT(*) FROM need WHERE source IS NOT NULL") == 0);
    REQUIRE(summit
                .post("/lyon-2030/sheets/needs/accra-drains",
                      {{"version", "2"}, {"source", "programme-note"}})
                .status == 303);
    REQUIRE(summit
                .post(accra + "/wants/needs/accra-drains",
                      {{"version", "3"}, {"text_en", "Drains"}, {"source", ""}}, by(kofi))
                .status == 303);
    CHECK(summit.count("SELECT COUNT(*) FROM need WHERE source IS NOT NULL") == 1);
}

TEST_CASE("who had an older page does not write over what was saved meanwhile")
{
    Summit summit;
    const auto change = [&](const std::string& words) {
        return summit.post(accra + "/wants/needs/accra-drains",
                           {{"version", "1"}, {"text_en", words}}, by(kofi));
    };
    CHECK(change("Drains").status == 303);
    CHECK(change("Pipes").problem == "row-changed-meanwhile");
    CHECK(summit.post(accra + "/wants/needs/accra-drains/remove", {{"version", "1"}}, by(kofi))
              .problem == "row-changed-meanwhile");
    CHECK(summit.post(accra + "/wants/needs/accra-drains/remove", {{"version", "2"}}, by(kofi))
              .status == 303);
    CHECK(summit.count("SELECT COUNT(*) FROM need") == 0);
}

TEST_CASE("needs and offers are read by all who take part and by nobody else")
{
    Summit summit;
    summit.gives("press@people.example", "press");
    for (const auto& who : {kofi, luz, std::string("press@people.example"), std::string()})
        CHECK(summit.get("/lyon-2030/needs-and-offers", {.who = who}).holds("Drains that do not"));
    const auto outside = summit.get("/lyon-2030/needs-and-offers", {.as = As::anyone});
    CHECK(outside.status == 303);
    for (const auto* page : {"", "/programme", "/cities", "/search?q=drains", "/cities/accra"})
        CHECK_FALSE(summit.get(std::string("/lyon-2030") + page, {.as = As::anyone})
                        .holds("Drains that do not"));
}

TEST_CASE("the sheets of meetings go out as they came in, as files and as a workbook")
{
    Summit summit;
    const auto book = summit.get("/lyon-2030/workbook.xlsx");
    REQUIRE(book.status == 200);
    const auto before = summit.get("/lyon-2030/workbook.json").json()["sheets"];
    for (const auto* sheet : {"needs", "offers", "desks", "interpreting"})
        CHECK(before[sheet].items().size() == 1);
    CHECK(summit.upload("/lyon-2030/import", "file", "lyon.xlsx", book.body).status < 400);
    CHECK(summit.get("/lyon-2030/workbook.json").json()["sheets"] == before);
    auto files = summit_files();
    files["interpreting.csv"] = "key,pair,count\nodd,spanish,1\n";
    const auto problems = summit.opens(files);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].find("not a pair of languages") != std::string::npos);
}

TEST_CASE("a page of needs and offers asks as many statements for three as for one")
{
    Summit summit;
    const auto one = summit.get("/lyon-2030/needs-and-offers").statements;
    const auto own = summit.get(accra + "/bilaterals", {.who = kofi}).statements;
    for (const auto* words : {"Shade", "Wells"})
        REQUIRE(summit
                    .post(accra + "/wants/needs/new",
                          {{"topic", "heat"}, {"priority", "2"}, {"text_en", words}}, by(kofi))
                    .status == 303);
    CHECK(summit.get("/lyon-2030/needs-and-offers").statements == one);
    CHECK(summit.get(accra + "/bilaterals", {.who = kofi}).statements == own);
}
