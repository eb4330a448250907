// SPDX-License-Identifier: Apache-2.0
//
// What cannot be pressed by mistake: a delegation changes hands to whom it was meant, with what
// waits; nobody is withdrawn unasked or written down twice; and everybody sees who did what for
// whom.

#include "guests.hpp"

using namespace sala;

namespace {

const std::string om = "om@accra.example";

Fields to_om(const std::string& again = om)
{
    return {{"name", "Om Suk"}, {"address", om}, {"again", again}};
}

Shown hands_over(Guests& stage, const std::string& again = om)
{
    return stage.post(accra + "/hand-over", to_om(again), by(kofi));
}

std::vector<mail::Kept> waiting_for(Guests& stage, const std::string& address)
{
    auto letters = stage.letters();
    std::erase_if(letters, [&](const mail::Kept& one) {
        return one.letter.to_address != address || one.state != mail::LetterState::prepared;
    });
    return letters;
}

std::vector<mail::Letter> decided_for(Guests& stage, const std::string& address)
{
    std::vector<mail::Letter> letters;
    for (const auto& one : waiting_for(stage, address))
        if (one.letter.reason == "decided_letter")
            letters.push_back(one.letter);
    return letters;
}

}  // namespace

TEST_CASE("the role goes to nobody whose address was typed once, or twice in two ways")
{
    Guests stage;
    CHECK(hands_over(stage, "om@acra.example").problem == "addresses-differ");
    CHECK(stage.post(accra + "/hand-over", {{"name", "Om"}, {"address", om}}, by(kofi)).status ==
          422);
    CHECK(stage.get(accra, {.who = kofi}).status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM role_withdrawal") == 0);
    CHECK(waiting_for(stage, om).empty());
    // The page of the delegation asks first; what was typed comes back.
    CHECK(stage.get(accra, {.who = kofi}).holds("href=\"" + accra + "/hand-over\""));
    CHECK_FALSE(stage.get(accra, {.who = kofi}).holds("formaction"));
    CHECK(stage.get(accra + "/hand-over", {.who = kofi}).holds("and you no longer do"));
    const auto back = stage.post(accra + "/hand-over", to_om("om@acra.example"),
                                 {.who = kofi, .accept = "text/html"});
    CHECK(back.status == 422);
    CHECK(back.holds("This is not the same address as above."));
    CHECK(back.holds("value=\"" + om + "\""));
    CHECK(stage.get(accra + "/hand-over.json", {.who = kofi}).json()["role_ends"].boolean());
    CHECK(stage.get(accra + "/hand-over", {.who = luz}).status >= 403);
    CHECK(hands_over(stage, " OM@accra.example").status == 303);
    CHECK(stage.get(accra, {.who = om}).status == 200);
}

TEST_CASE("what waits for whoever hands over goes to whoever comes after, by their own name")
{
    Guests stage;
    const auto ama = stage.sends_in("Ama Mensah");
    REQUIRE(stage.post("/lyon-2030/registrations/" + ama, {{"step", "approve"}, {"tell", "yes"}})
                .status == 303);
    const auto before = decided_for(stage, kofi).at(0);
    REQUIRE(hands_over(stage).status == 303);
    CHECK(waiting_for(stage, kofi).empty());
    const auto decided = decided_for(stage, om);
    REQUIRE(decided.size() == 1);
    CHECK(decided[0].subject == before.subject);
    CHECK(decided[0].to_name == "Om Suk");
    CHECK(decided[0].body.find("Dear Om Suk,") != std::string::npos);
    CHECK(decided[0].body.find("Dear " + before.to_name + ",") == std::string::npos);
    CHECK(decided[0].body.find("Ama Mensah: approved") != std::string::npos);
    for (const auto& one : waiting_for(stage, om))
        CHECK(stage.post("/lyon-2030/outbox/" + one.id.word(), {{"what", "approve"}}).status ==
              303);
}

TEST_CASE("whoever handed the role over reads that it is done, and nobody else does")
{
    Guests stage;
    CHECK(stage.get("/lyon-2030/handed-over", by(kofi)).problem == "nothing-handed-over");
    CHECK(stage.post(accra + "/hand-over", to_om(), {.who = kofi}).location ==
          "/lyon-2030/handed-over");
    const auto page = stage.get("/lyon-2030/handed-over", {.who = kofi});
    CHECK(page.holds("You no longer speak for Accra"));
    CHECK(stage.get("/lyon-2030/handed-over.json", {.who = kofi}).json()["delegation"].string() ==
          "accra");
    for (const auto& who : {om, luz})
        CHECK(stage.get("/lyon-2030/handed-over", by(who)).problem == "nothing-handed-over");
    CHECK(stage.get("/lyon-2030/handed-over", {.as = As::anyone, .accept = "application/json"})
              .status == 401);
}

TEST_CASE("a letter that went on with the role is dropped as well when it is decided otherwise")
{
    Guests stage;
    const auto ama = stage.sends_in("Ama Mensah");
    REQUIRE(
        stage.post("/lyon-2030/registrations/" + ama, {{"step", "wait"}, {"tell", "yes"}}).status ==
        303);
    REQUIRE(hands_over(stage).status == 303);
    REQUIRE(decided_for(stage, om).size() == 1);
    REQUIRE(stage.decides(ama, "approve").status == 303);
    CHECK(decided_for(stage, om).empty());
}

TEST_CASE("who shares the role was told already and is told nothing twice")
{
    Guests stage;
    stage.gives(om, "focal-point", "delegation=accra");
    const auto ama = stage.sends_in("Ama Mensah");
    REQUIRE(stage.post("/lyon-2030/registrations/" + ama, {{"step", "approve"}, {"tell", "yes"}})
                .status == 303);
    REQUIRE(decided_for(stage, om).size() == 1);
    REQUIRE(hands_over(stage).status == 303);
    CHECK(waiting_for(stage, kofi).empty());
    CHECK(decided_for(stage, om).size() == 1);
}

TEST_CASE("the invitations say who speaks for a delegation now, not who answered once")
{
    Guests stage;
    REQUIRE(stage
                .post("/lyon-2030/invitations", {{"delegation", "accra"},
                                                 {"name", "The Mayor"},
                                                 {"address", "mayor@accra.example"},
                                                 {"language", "en"}})
                .status == 303);
    CHECK(stage.get("/lyon-2030/invitations").holds(kofi));
    REQUIRE(hands_over(stage).status == 303);
    const auto page = stage.get("/lyon-2030/invitations");
    CHECK(page.holds(om));
    CHECK_FALSE(page.holds(kofi));
    CHECK_FALSE(page.holds(luz));
    const auto json = stage.get("/lyon-2030/invitations.json").json()["invitations"].items();
    REQUIRE(json.size() == 1);
    REQUIRE(json[0]["focal_points"].items().size() == 1);
    CHECK(json[0]["focal_points"].items()[0]["address"].string() == om);
}

TEST_CASE("what a focal point does names the delegation and the person, and is found by both")
{
    Guests stage;
    const auto ama = stage.registers("Ama Mensah");
    REQUIRE(stage.edits(ama, {{"hotel", "Ibis"}}).status == 303);
    REQUIRE(
        stage.post(quito + "/people/new", {{"role", "head"}, {"name_en", "Luz Torres"}}, by(luz))
            .status == 303);
    bool is_told = false;
    const auto acts = stage.get("/lyon-2030/acts.json?who=Accra").json();
    for (const auto& act : acts["acts"].items()) {
        CHECK(act["who"].string() != luz);
        if (act["what"].string() != "edit_registration")
            continue;
        is_told = true;
        CHECK(act["for"].string().starts_with("delegation/"));
        CHECK(act["about"].string() == "Ama Mensah");
    }
    CHECK(is_told);
    const auto page = stage.get("/lyon-2030/acts?who=Accra");
    CHECK(page.holds("Ama Mensah</small>"));
    CHECK(page.holds("for Accra"));
    CHECK_FALSE(page.holds("for Quito"));
    CHECK(stage.get("/lyon-2030/acts.csv").holds(",Ama Mensah"));
    // Whoever is erased is named there no more.
    REQUIRE(stage.post("/lyon-2030/registrations/" + ama + "/erase", {}).status == 303);
    CHECK_FALSE(stage.get("/lyon-2030/acts.csv").holds("Ama Mensah"));
}

TEST_CASE("nobody is withdrawn before it was asked who that is and what follows")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah", {{"role", "head"}});
    const auto person = accra + "/people/" + ama;
    const auto page = stage.get(person, {.who = kofi});
    CHECK(page.holds("href=\"" + person + "/withdraw\""));
    CHECK_FALSE(page.holds("action=\"" + person + "/withdraw\""));
    const auto asked = stage.get(person + "/withdraw", {.who = kofi});
    CHECK(asked.holds("Withdraw Ama Mensah?"));
    CHECK(asked.holds("head of delegation"));
    CHECK(asked.holds("Their place becomes free"));
    CHECK(stage.get(person + "/withdraw.json", {.who = kofi}).json()["role"].string() == "head");
    CHECK(stage.status_of(ama) == "approved");
    CHECK(stage.get(person + "/withdraw", {.who = luz}).status >= 403);
    REQUIRE(stage.post(person + "/withdraw", {}, by(kofi)).status == 303);
    CHECK(stage.status_of(ama) == "withdrawn");
    const auto again = stage.post(person + "/withdraw", {}, {.who = kofi, .accept = "text/html"});
    CHECK(again.status == 409);
    CHECK_FALSE(again.holds("Withdraw this person"));
}

TEST_CASE("the same form sent twice is one person; a second one of that name is asked about")
{
    Guests stage;
    const Fields ama{{"role", "adviser"}, {"name_en", "Ama Mensah"}, {"hotel", "Ibis"}};
    const auto first = stage.post(accra + "/people/new", ama, by(kofi));
    REQUIRE(first.status == 303);
    CHECK(stage.post(accra + "/people/new", ama, by(kofi)).location == first.location);
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 1);
    auto other = ama;
    other.back().second = "Two Rivers";
    CHECK(stage.post(accra + "/people/new", other, by(kofi)).problem == "registered-already");
    const auto page =
        stage.post(accra + "/people/new", other, {.who = kofi, .accept = "text/html"});
    CHECK(page.status == 422);
    CHECK(page.holds("It is somebody else of the same name"));
    CHECK(page.holds("Two Rivers"));
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 1);
    CHECK_FALSE(stage.get(accra + "/people/new", {.who = kofi})
                    .holds("It is somebody else of the same name"));
    // Another delegation may have somebody of that name; and so may this one, when it says so.
    CHECK(stage.post(quito + "/people/new", ama, by(luz)).status == 303);
    other.emplace_back("another", "yes");
    CHECK(stage.post(accra + "/people/new", other, by(kofi)).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 3);
    // Who was withdrawn is in nobody's way.
    const auto esi = stage.registers("Esi Owusu");
    REQUIRE(stage.post(accra + "/people/" + esi + "/withdraw", {}, by(kofi)).status == 303);
    CHECK(stage.post(accra + "/people/new", {{"role", "press"}, {"name_en", "Esi Owusu"}}, by(kofi))
              .status == 303);
}
