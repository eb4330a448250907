// SPDX-License-Identifier: Apache-2.0
//
// Who was invited and is silent, to be telephoned: a sheet to take along, and true words where
// there is nobody.

#include "guests.hpp"

using namespace sala;

namespace {

const Fields to_accra{{"delegation", "accra"},
                      {"name", "Her Excellency the Mayor of Accra"},
                      {"address", "mayor@accra.example"},
                      {"language", "en"}};

// Somebody has read the newest letter and the mail server has taken it.
void newest_letter_leaves(Stage& stage)
{
    stage.store().write([&](store::Session& session) {
        const auto letter = mail::list(session, stage.forum_id()).front().id;
        REQUIRE(mail::approve(session, letter, "", stage.now()));
        REQUIRE(mail::take(session, letter, stage.now()));
        mail::note_sent(session, letter, "250 taken", stage.now());
        return true;
    });
}

}  // namespace

TEST_CASE("who has not answered is a sheet as well, with how it is with each")
{
    Stage stage;
    // Where nobody was invited, nobody has answered.
    CHECK(stage.get("/lyon-2030/reminders").holds("Nobody has been invited yet"));
    CHECK_FALSE(stage.get("/lyon-2030/reminders").holds("Everybody has answered"));
    auto to_quito = to_accra;
    to_quito[0].second = "quito";
    to_quito[1].second = "=1+1";
    to_quito[2].second = "alcalde@quito.example";
    stage.post("/lyon-2030/invitations", to_quito);
    newest_letter_leaves(stage);
    stage.post("/lyon-2030/invitations", to_accra);
    CHECK(stage.get("/lyon-2030/reminders").holds("href=\"/lyon-2030/reminders.csv\""));
    const auto csv = stage.get("/lyon-2030/reminders.csv");
    REQUIRE(csv.status == 200);
    for (const auto* words : {"Quito", "'=1+1", "alcalde@quito.example", "has not answered",
                              "mayor@accra.example", "A letter to them still waits"})
        CHECK(csv.holds(words));
    CHECK(stage.get("/lyon-2030/reminders.xlsx").body.starts_with("PK"));
    // Whoever answers is on it no more.
    const auto all = stage.get("/lyon-2030/invitations.json").json();
    for (const auto& one : all["invitations"].items())
        stage.post("/lyon-2030/invitations/" + one["id"].string(), {{"comes", "no"}});
    CHECK_FALSE(stage.get("/lyon-2030/reminders.csv").holds("example"));
    CHECK(stage.get("/lyon-2030/reminders").holds("Everybody has answered"));
    CHECK(stage.get("/lyon-2030/reminders.csv", {.as = As::anyone}).status != 200);
}
