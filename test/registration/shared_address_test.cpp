// SPDX-License-Identifier: Apache-2.0
//
// Several who share one address: what one of them does stands under their own name, and nothing of
// the others is changed or forgotten by it.

#include "traces.hpp"

using namespace sala;

namespace {

const std::string office = "office@accra.example";
const std::string mine = "/lyon-2030/mine";

// Sok, who came first, and Mali have one address.
struct Office : Doors {
    std::string sok = sends_in("Sok Sreymom", {{"email", office}});
    std::string mali = sends_in("Mali Meesuk", {{"email", "Office@Accra.example"}});

    Office() : Doors(that_writes())
    {
        REQUIRE(
            post("/lyon-2030/registrations/" + sok, {{"step", "wait"}, {"tell", "yes"}}).status ==
            303);
    }
    bool is_called(const std::string& name)
    {
        return count("SELECT COUNT(*) FROM login l JOIN login_address a ON a.login = l.id WHERE "
                     "a.address = '" +
                     office + "' AND l.name = '" + name + "'") == 1;
    }
    void asks_for_link()
    {
        REQUIRE(post(mine + "/letter", {{"address", office}}, {.as = As::anyone}).status == 303);
    }
    bool letter_about_sok_is_whole()
    {
        return count("SELECT COUNT(*) FROM letter WHERE reason = 'decided_letter' AND body LIKE "
                     "'%Sok Sreymom: put on the waiting list%'") == 1;
    }
};

}  // namespace

TEST_CASE("a login of an address that several share has nobody's name until one of them claims")
{
    Office stage;
    stage.asks_for_link();
    stage.postman_comes();
    CHECK(stage.is_called(office));
    auto jar = claims(stage, office, stage.mali);
    CHECK(stage.is_called("Mali Meesuk"));
    REQUIRE(
        jar.post(mine, {{"version", "1"}, {"name_en", "Mali Meesuk"}, {"hotel", "Ibis"}}).status ==
        303);
    const auto acts = stage.get("/lyon-2030/acts.json").json();
    for (const auto& act : acts["acts"].items()) {
        CHECK(act["who"].string() != "Sok Sreymom");
        if (act["what"].string() == "edit_own_registration")
            CHECK(act["who"].string() == "Mali Meesuk");
    }
    // Whoever has an address alone is called by their name at once.
    stage.registers("Yaw Darko", {{"email", "yaw@accra.example"}});
    REQUIRE(stage.post(mine + "/letter", {{"address", "yaw@accra.example"}}, {.as = As::anyone})
                .status == 303);
    stage.postman_comes();
    CHECK(stage.count("SELECT COUNT(*) FROM login WHERE name = 'Yaw Darko'") == 1);
}

TEST_CASE("whoever is erased takes no name along but their own")
{
    Office stage;
    stage.asks_for_link();
    auto jar = claims(stage, office, stage.mali);
    REQUIRE(stage.letter_about_sok_is_whole());
    REQUIRE(jar.post("/login/mine/erase", {}).status == 303);
    CHECK(words_left(stage, "Meesuk") == Left{});
    CHECK(stage.letter_about_sok_is_whole());
    CHECK(stage.status_of(stage.sok) == "waiting");
}

TEST_CASE("a login called after the first of several, as it was once, is put right by the claim")
{
    for (const bool claims_first : {true, false}) {
        CAPTURE(claims_first);
        Office stage;
        stage.asks_for_link();
        stage.store().write([&](store::Session& session) {
            session.run("UPDATE login SET name = 'Sok Sreymom' WHERE name = :office", office);
            return true;
        });
        Jar jar(stage);
        comes_by_letter(stage, jar, office);
        if (claims_first) {
            REQUIRE(jar.post(mine + "/claim", {{"registration", stage.mali}}).status == 303);
            CHECK(stage.is_called("Mali Meesuk"));
        }
        REQUIRE(jar.post("/login/mine/erase", {}).status == 303);
        CHECK(stage.letter_about_sok_is_whole());
    }
}

TEST_CASE(
    "a login that somebody gave a role keeps the name it was given with, one without does not")
{
    Office stage;
    stage.gives(office, "observer");
    REQUIRE(stage.is_called(office));
    claims(stage, office, stage.mali);
    CHECK(stage.is_called(office));
    const auto yaw = stage.registers("Yaw LEAK-Darko", {{"email", "yaw@accra.example"}});
    claims(stage, "yaw@accra.example", yaw);
    CHECK(stage.count("SELECT COUNT(*) FROM login WHERE name = 'Yaw LEAK-Darko'") == 1);
    REQUIRE(stage.post("/lyon-2030/registrations/" + yaw + "/erase", {}).status == 303);
    CHECK(words_left(stage, "LEAK") == Left{});
}
