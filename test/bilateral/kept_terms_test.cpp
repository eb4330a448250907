// SPDX-License-Identifier: Apache-2.0
//
// What both heads confirmed stays for both, also when one side calls the meeting off.

#include "papers.hpp"
#include "terms_table.hpp"

using namespace sala;

TEST_CASE("terms both heads confirmed stay readable for both when one side calls the meeting off")
{
    Table table;
    table.agree();
    REQUIRE(table.confirms(accra, kofi).status == 303);
    REQUIRE(table.confirms(quito, luz).status == 303);
    REQUIRE(table
                .post(table.at(accra) + "/outcome", {{"took_place", "yes"}, {"words", "We met"}},
                      by(kofi))
                .status == 303);
    REQUIRE(
        table.does(quito, table.number, luz, "withdraw", {{"words", "Our mayor is ill"}}).status ==
        303);
    for (const auto& [whose, who] : {std::pair{accra, kofi}, std::pair{quito, luz}}) {
        for (const auto* page :
             {"/terms", "/terms.json", "/agreement", "/agreement.json", "/agreement.pdf",
              "/agreement.docx", "/brief", "/brief.pdf", "/outcome", "/outcome.json"}) {
            CAPTURE(page);
            CHECK(table.get(table.at(whose) + page, {.who = who}).status == 200);
        }
        CHECK(table.get(table.at(whose) + "/terms", {.who = who}).holds("Drains"));
        CHECK(
            table.get(table.at(whose) + "/terms", {.who = who}).holds("What was confirmed stays"));
        CHECK(table.get(table.at(whose) + "/outcome", {.who = who}).holds("We met"));
        CHECK(table.get(table.at(whose), {.who = who}).holds("Open the terms"));
    }
    CHECK(table.terms(accra, kofi)["frozen"].boolean());
    // It is read, and no longer written.
    const auto writes = [&](const std::string& page, const Fields& fields) {
        return table.post(table.at(accra) + page, fields, by(kofi)).problem;
    };
    CHECK(writes("/agreement", {{"kind", "mou"}}) == "not-agreed");
    CHECK(writes("/outcome", {{"took_place", "no"}}) == "not-agreed");
    CHECK(writes("/terms", {{"seen", "2"}, {"item.1.need", "Other"}}) == "not-agreed");
    CHECK_FALSE(table.get(table.at(accra) + "/agreement", {.who = kofi}).holds("name=\"kind\""));
    CHECK_FALSE(table.get(table.at(accra), {.who = kofi}).holds("Note what came of it"));
}

TEST_CASE("terms that one head alone confirmed are gone with the meeting, and it says why it ends")
{
    Table table;
    table.agree();
    REQUIRE(table.confirms(accra, kofi).status == 303);
    CHECK(table.does(quito, table.number, luz, "withdraw").problem == "reason-needed");
    const auto back =
        table.post(table.at(quito), {{"step", "withdraw"}, {"turn", "2"}}, {.who = luz});
    CHECK(back.status == 422);
    CHECK(back.holds("<details open><summary>Call this meeting off"));
    CHECK(table.meeting(accra, table.number, kofi)["status"].string() == "accepted");
    REQUIRE(
        table.does(quito, table.number, luz, "withdraw", {{"words", "Our mayor is ill"}}).status ==
        303);
    CHECK(table.get(table.at(accra) + "/terms.json", by(kofi)).problem == "not-agreed");
    CHECK(table.get(table.at(accra) + "/agreement.pdf", by(kofi)).problem == "not-agreed");
}

TEST_CASE("beneath an agreement stands the head who confirmed, by the post of that day")
{
    Table table;
    table.agree();
    REQUIRE(table.confirms(accra, kofi).status == 303);
    REQUIRE(table.confirms(quito, luz).status == 303);
    auto files = summit_files();
    files["delegates.csv"] = "key,delegation,person,post,role\nluz,quito,luz-torres,mayor-of-quito,"
                             "head\n";
    REQUIRE(table.opens(files).empty());
    REQUIRE(table.post(table.at(accra) + "/agreement", {{"kind", "mou"}}, by(kofi)).status == 303);
    const auto draft = words_in(table.get(table.at(accra) + "/agreement.pdf", {.who = kofi}).body);
    CHECK(draft.find("Ama Mensah") != std::string::npos);
    CHECK(draft.find("Mayor of Accra") != std::string::npos);
}
