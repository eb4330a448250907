// SPDX-License-Identifier: Apache-2.0
//
// A question may say that its answer is part of what is decided about: changed after the approval,
// the person is decided about again, and whoever decides sees what is new.

#include "guests.hpp"

using namespace sala;

namespace {

// Asks a question as the secretariat's page does; answers its number.
std::string asks(Guests& stage, const std::string& prompt, Fields more)
{
    more.insert(more.begin(), {{"prompt_en", prompt}, {"kind", "words"}});
    REQUIRE(stage.post("/lyon-2030/registration-rules/questions", more).status == 303);
    const auto rules = stage.get("/lyon-2030/registration-rules.json").json();
    return "q-" + rules["questions"].items().back()["id"].string();
}

std::string decision(const std::string& number) { return "/lyon-2030/registrations/" + number; }

const Fields matters{{"matters", "yes"}};

}  // namespace

TEST_CASE("a changed answer that matters asks for approval again; another one does not")
{
    Guests stage;
    const auto weapon = asks(stage, "Which equipment?", matters);
    const auto shirt = asks(stage, "Shirt size?", {});
    CHECK(stage.get("/lyon-2030/registration-rules").holds("decided about again when it changes"));
    const auto ama = stage.registers("Ama Mensah");
    REQUIRE(stage.edits(ama, {{weapon, "A camera"}, {shirt, "M"}}).status == 303);
    REQUIRE(stage.post(accra + "/people/" + ama + "/submit", {}, by(kofi)).status == 303);
    REQUIRE(stage.decides(ama, "approve").status == 303);
    REQUIRE(stage.edits(ama, {{shirt, "L"}}).status == 303);
    CHECK(stage.status_of(ama) == "approved");
    REQUIRE(stage.edits(ama, {{weapon, "A camera"}, {shirt, "XL"}}).status == 303);
    CHECK(stage.status_of(ama) == "approved");
    CHECK_FALSE(stage.get(decision(ama)).holds("Changed since the approval"));
    REQUIRE(stage.edits(ama, {{weapon, "<b>A drone"}}).status == 303);
    CHECK(stage.status_of(ama) == "submitted");
    const auto page = stage.get(decision(ama));
    CHECK(page.holds("Changed since the approval"));
    CHECK(page.holds("<del>A camera</del>"));
    CHECK(page.holds("<ins>&lt;b&gt;A drone</ins>"));
    CHECK_FALSE(page.holds("<del>M</del>"));
    CHECK(page.holds("changed, so to be decided again"));
    // What is approved anew is new no more; and what the secretariat writes it has decided.
    REQUIRE(stage.decides(ama, "approve").status == 303);
    CHECK_FALSE(stage.get(decision(ama)).holds("Changed since the approval"));
    REQUIRE(stage.edits(ama, {{weapon, "Nothing"}}, "").status == 303);
    CHECK(stage.status_of(ama) == "approved");
}

TEST_CASE("several edits after an approval are shown as one, and what went back is not shown")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah", {{"passport", "G 1"}});
    REQUIRE(stage.edits(ama, {{"name_en", "Ama Serwaa"}}).status == 303);
    REQUIRE(stage.edits(ama, {{"name_en", "Ama Owusu"}, {"phone", "+233 1"}}).status == 303);
    const auto page = stage.get(decision(ama));
    CHECK(page.holds("<del>Ama Mensah</del>"));
    CHECK(page.holds("<ins>Ama Owusu</ins>"));
    CHECK_FALSE(page.holds("Ama Serwaa"));
    REQUIRE(stage.edits(ama, {{"name_en", "Ama Mensah"}, {"phone", ""}}).status == 303);
    CHECK_FALSE(stage.get(decision(ama)).holds("Changed since the approval"));
}

TEST_CASE("the first answer of the approved matters when the question is newer than the approval")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah");
    const auto yaw = stage.sends_in("Yaw Darko");
    const auto weapon = asks(stage, "Which equipment?", matters);
    const auto flight = asks(stage, "Which gate?", {{"matters", "yes"}, {"after_approval", "yes"}});
    REQUIRE(stage.edits(ama, {{flight, "B"}}).status == 303);
    CHECK(stage.status_of(ama) == "approved");
    REQUIRE(stage.edits(ama, {{weapon, "A camera"}}).status == 303);
    CHECK(stage.status_of(ama) == "submitted");
    REQUIRE(stage.decides(ama, "approve").status == 303);
    REQUIRE(stage.edits(ama, {{flight, "C"}}).status == 303);
    CHECK(stage.status_of(ama) == "submitted");
    CHECK(stage.get(decision(ama)).holds("Which gate?"));
    // Whoever waits for a decision anyway just answers.
    REQUIRE(stage.edits(yaw, {{weapon, "A drone"}}).status == 303);
    CHECK(stage.status_of(yaw) == "submitted");
    CHECK(stage.count("SELECT COUNT(*) FROM registration_act WHERE step = 'change'") == 2);
}

TEST_CASE("after the last day an answer that matters is asked for, and kept when it is granted")
{
    Guests stage;
    const auto weapon = asks(stage, "Which equipment?", matters);
    const auto ama = stage.approved("Ama Mensah");
    const auto yaw = stage.sends_in("Yaw Darko"), esi = stage.sends_in("Esi Owusu");
    REQUIRE(stage.decides(esi, "give-back", "Who?").status == 303);
    const auto rules = stage.get("/lyon-2030/registration-rules.json").json();
    REQUIRE(stage
                .post("/lyon-2030/registration-rules",
                      {{"version", rules["version"].string()}, {"register_by", "2030-01-01"}})
                .status == 303);
    REQUIRE(stage.edits(ama, {{weapon, "A drone"}}).status == 303);
    CHECK(stage.status_of(ama) == "approved");
    CHECK(stage.count("SELECT COUNT(*) FROM asked_answer WHERE words <> ''") == 0);
    CHECK(stage.get(decision(ama)).holds("<ins>A drone</ins>"));
    // The desk says so, and leads to whoever asks among all who do not.
    REQUIRE(stage.decides(yaw, "approve").status == 303);
    const auto desk = stage.get("/lyon-2030/desk");
    CHECK(desk.holds("/lyon-2030/registrations?wish=yes\">1 change is asked for"));
    CHECK_FALSE(desk.holds("to be decided about"));
    const auto asking = stage.get("/lyon-2030/registrations.json?wish=yes").json();
    CHECK(asking["found"].integer() == 1);
    CHECK(asking["people"].items().at(0)["id"].string() == ama);
    REQUIRE(stage.answers_wish(ama, "take").status == 303);
    CHECK(stage.status_of(ama) == "approved");
    CHECK(stage.count("SELECT COUNT(*) FROM asked_answer WHERE words = 'A drone'") == 1);
    CHECK(stage.get("/lyon-2030/registrations.json?wish=yes").json()["found"].integer() == 0);
    REQUIRE(stage.post(accra + "/people/" + esi + "/submit", {}, by(kofi)).status == 303);
    CHECK(stage.get("/lyon-2030/desk").holds("1 person is to be decided about"));
}
