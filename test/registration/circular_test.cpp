// SPDX-License-Identifier: Apache-2.0
//
// A letter to many: its places are typed, each sees their own, nobody gets it twice, and who has
// answered is not reminded.

#include "circular_letters.hpp"

using namespace sala;

TEST_CASE("a place is one of the list, with a type, and what is wrong says its line")
{
    Guests stage;
    const auto refusal = [&](const Fields& fields) {
        return stage.post("/lyon-2030/circulars", fields);
    };
    const auto unknown = refusal(letter("registered", "notice", "Dear {name},\n\nGive {password}"));
    CHECK(unknown.problem == "unknown-place");
    CHECK(unknown.holds("“password” in line 3"));
    CHECK(refusal(letter("registered", "notice", "Dear {name")).problem == "unclosed-place");
    CHECK(refusal(letter("registered", "notice", "Until {answer_by}")).problem ==
          "place-not-for-these");
    CHECK(refusal(letter("invited", "notice", "You are {status}")).problem ==
          "place-not-for-these");
    CHECK(refusal(letter("registered", "notice", "x", {{"subject_th", "{link}"}})).problem ==
          "link-in-subject");
    CHECK(refusal(letter("registered", "notice", "x", {{"body_th", "{secret}"}})).problem ==
          "unknown-place");
    CHECK(refusal(letter("focal-points", "reminder", "x")).problem == "reminder-not-for-these");
    CHECK(refusal(letter("registered", "notice", "x", {{"delegation", "porto"}})).problem ==
          "not-a-choice");
    CHECK(refusal(letter("registered", "notice", "x", {{"body_th", ""}})).status == 422);
    CHECK(stage.count("SELECT COUNT(*) FROM circular") == 0);
}

TEST_CASE("what somebody is called is never read as a place, a line or a link")
{
    Guests stage;
    stage.registers("Kofi {secret} {link} https://evil.example", {{"email", "k@accra.example"}});
    const auto address =
        written(stage, letter("registered", "notice", "Dear {name}, {delegation}\n{link}\n"));
    REQUIRE(stage.post(address, {}).status == 303);
    const auto letters = circulars(stage);
    REQUIRE(letters.size() == 1);
    CHECK(letters[0].letter.subject == "News of Lyon 2030");
    CHECK(letters[0].letter.body ==
          "Dear Kofi (secret) (link) https: evil. example, Accra\n{secret}\n");
    CHECK(letters[0].letter.to_name == "Kofi (secret) (link) https: evil. example");
}

TEST_CASE("the same holds for the letter of an invitation")
{
    Guests stage;
    REQUIRE(stage
                .post("/lyon-2030/invitations", {{"delegation", "accra"},
                                                 {"name", "Mayor {secret}"},
                                                 {"address", "mayor@accra.example"},
                                                 {"language", "en"}})
                .status == 303);
    const auto body = stage.letters().front().letter.body;
    CHECK(body.find("Mayor (secret)") != std::string::npos);
    CHECK(body.find("{secret}") == body.rfind("{secret}"));
}

TEST_CASE("who gets it is narrowed by delegation, category and status, and shown as they read it")
{
    Guests stage;
    invites(stage, "quito", "th");
    const auto esi = stage.sends_in("Esi", {{"email", "esi@accra.example"}, {"category", "press"}});
    stage.registers("Yaw", {{"email", "yaw@accra.example"}});
    stage.registers("Ama");
    stage.registers("Luz", {{"email", "luz@quito.example"}}, luz, quito);
    const auto keys = [&](const Fields& more) {
        const auto page = stage.get(
            written(stage, letter("registered", "notice", "{name}: {status}", more)) + ".json");
        std::vector<std::string> names;
        const auto json = page.json();
        for (const auto& one : json["recipients"].items())
            names.push_back(one["name"].string() + (one["gets"].boolean() ? "" : " gets none"));
        return names;
    };
    using Names = std::vector<std::string>;
    // Nobody keeps an address of Ama: Kofi, who speaks for her delegation, is written to.
    CHECK(keys({}) == Names{"Ama gets none", "Esi", "Yaw", "Luz", kofi});
    CHECK(keys({{"delegation", "quito"}}) == Names{"Luz"});
    CHECK(keys({{"category", "press"}}) == Names{"Esi"});
    CHECK(keys({{"status", "draft"}, {"delegation", "accra"}}) ==
          Names{"Ama gets none", "Yaw", kofi});
    const auto address = written(stage, letter("registered", "notice", "{name}: {status}"));
    CHECK(stage.get(address + "?recipient=registration-" + esi).holds("Esi: to be decided"));
    CHECK(stage.get(address).holds("Prepare 4 letters"));
    CHECK(circulars(stage).empty());
    REQUIRE(stage.post(address, {}).status == 303);
    CHECK(stage.post(address, {}).problem == "nobody-to-write-to");
    std::vector<std::string> bodies;
    for (const auto& one : circulars(stage))
        bodies.push_back(one.letter.to_address + ": " + one.letter.body);
    std::sort(bodies.begin(), bodies.end());
    CHECK(bodies == Names{"esi@accra.example: Esi: to be decided\n",
                          kofi + ": " + kofi +
                              ": see below\n\nYou receive this for people of your delegation of "
                              "whom no e-mail address is kept:\n- Ama: not sent in yet\n",
                          "luz@quito.example: เรียน Luz\n",
                          "yaw@accra.example: Yaw: not sent in yet\n"});
}

TEST_CASE("who answered meanwhile gets no reminder, neither before nor after it was prepared")
{
    Guests stage;
    invites(stage, "accra");
    invites(stage, "quito");
    const auto address = written(stage, letter("invited", "reminder", "Dear {name}\n{link}"));
    CHECK(stage.get(address + ".json").json()["to_be_written"].integer() == 2);
    answers(stage, "accra");
    letters_are_read(stage);
    REQUIRE(stage.post("/lyon-2030/reminders", {}).status == 303);
    // One reminder waits, so there is no second one.
    CHECK(stage.post("/lyon-2030/reminders", {}, by("")).problem == "everybody-answered");
    REQUIRE(stage.post(address, {}).status == 303);
    auto letters = circulars(stage);
    REQUIRE(letters.size() == 1);
    CHECK(letters[0].letter.to_address == "mayor@quito.example");
    CHECK(letters[0].letter.reason == "circular_reminder");
    CHECK(secret(stage, letters[0].id).find("/lyon-2030/invitation/") != std::string::npos);
    CHECK(letters[0].letter.body.find("/invitation/") == std::string::npos);
    answers(stage, "quito");
    letters = stage.letters();
    std::size_t dropped = 0;
    for (const auto& one : letters) {
        const bool reminds =
            one.letter.reason == "circular_reminder" || one.letter.reason == "invitation_reminder";
        CHECK((one.state == mail::LetterState::dropped) == reminds);
        dropped += reminds ? 1 : 0;
    }
    CHECK(dropped == 2);
    CHECK(stage.post(address + "/approve", {}).problem == "nothing-waits");
    CHECK(stage.post(address, {}).problem == "nobody-to-write-to");
}

TEST_CASE("focal points are written to, and one approval lets all of a letter leave")
{
    Guests stage;
    const auto address = written(stage, letter("focal-points", "notice", "{delegation}: {link}"));
    REQUIRE(stage.post(address, {}).status == 303);
    auto letters = circulars(stage);
    REQUIRE(letters.size() == 2);
    for (const auto& one : letters) {
        CHECK(one.state == mail::LetterState::prepared);
        CHECK(secret(stage, one.id) == (one.letter.to_address == kofi ? accra : quito));
    }
    REQUIRE(stage.post(address + "/approve", {}).status == 303);
    for (const auto& one : circulars(stage))
        CHECK(one.state == mail::LetterState::approved);
    CHECK(stage.post(address + "/approve", {}).problem == "nothing-waits");
}

TEST_CASE("a letter reaches nobody of another forum, and is not there at another forum")
{
    Guests stage;
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\ndate = "
                          "\"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    REQUIRE(stage.opens(files, true).empty());
    stage.gives("rui@porto.example", "focal-point", "delegation=accra", "porto-2031");
    stage.gives("sec@porto.example", "secretariat", "", "porto-2031");
    const auto address = written(stage, letter("focal-points", "notice", "{name}"));
    const auto number = address.substr(address.rfind('/') + 1);
    CHECK(stage.get("/porto-2031/circulars/" + number).status == 404);
    CHECK(stage.post("/porto-2031/circulars/" + number, {}, by("sec@porto.example")).problem ==
          "no-such-circular");
    CHECK(stage.post("/porto-2031/circulars/" + number + "/approve", {}).problem ==
          "no-such-circular");
    CHECK(stage.post(address, {}, by("sec@porto.example")).status == 403);
    CHECK(circulars(stage).empty());
    REQUIRE(stage.post(address, {}).status == 303);
    for (const auto& one : circulars(stage))
        CHECK(one.letter.to_address != "rui@porto.example");
    CHECK(circulars(stage).size() == 2);
    CHECK(stage.count("SELECT COUNT(*) FROM letter WHERE reason LIKE 'circular%' AND forum <> " +
                      std::to_string(stage.forum_id())) == 0);
}
