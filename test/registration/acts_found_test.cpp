// SPDX-License-Identifier: Apache-2.0
//
// What was done for a delegation is found among the acts by its name, whoever did it.

#include "guests.hpp"

using namespace sala;

TEST_CASE("who was invited, who answered and who was decided about is found by the delegation")
{
    Stage stage;
    REQUIRE(stage
                .post("/lyon-2030/invitations", {{"delegation", "accra"},
                                                 {"name", "The Mayor"},
                                                 {"address", "mayor@accra.example"},
                                                 {"language", "en"}})
                .status == 303);
    std::string token;  // nowhere to be read, so it is made as the letter's verb does
    stage.store().write([&](store::Session& session) {
        const auto all = registration::invited_at(session, stage.forum_id());
        token = registration::make_link(session, all.at(0).invitation, false, {}, stage.now(),
                                        stage.numbering());
        return true;
    });
    REQUIRE(stage
                .post("/lyon-2030/invitation/" + token,
                      {{"comes", "yes"},
                       {"head", "Ama Mensah"},
                       {"people", "6"},
                       {"focal_name", "Esi Owusu"},
                       {"focal_address", "Esi@accra.example"}},
                      {.as = As::anyone, .accept = "application/json"})
                .status == 200);
    stage.gives("yaw@accra.example", "delegate", "delegation=accra");
    const auto found = stage.get("/lyon-2030/acts.json?who=Accra").json();
    std::vector<std::string> verbs;
    for (const auto& act : found["acts"].items())
        verbs.push_back(act["what"].string());
    CHECK(verbs ==
          std::vector<std::string>{"grant_role", "answer_invitation", "invite_delegation"});
    CHECK(stage.get("/lyon-2030/acts?who=Accra").holds("for Accra"));
    CHECK(stage.get("/lyon-2030/acts.json?who=Quito").json()["acts"].items().empty());
}

TEST_CASE("what a forum keeps calls people as it wrote them, whatever they call themselves")
{
    Guests guests;
    const auto number = guests.sends_in("Ama Mensah");
    REQUIRE(guests.post("/login/mine/name", {{"name", "Real Secretary"}}, by(kofi)).status == 303);
    REQUIRE(guests.post(accra + "/people/" + number + "/withdraw", {}, by(kofi)).status == 303);
    const auto history = guests.get("/lyon-2030/registrations/" + number);
    CHECK(history.holds(kofi));
    CHECK_FALSE(history.holds("Real Secretary"));
    for (const auto* page : {"/lyon-2030/roles", "/lyon-2030/acts", "/lyon-2030/acts.csv"})
        CHECK_FALSE(guests.get(page).holds("Real Secretary"));
}
