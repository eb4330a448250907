// SPDX-License-Identifier: Apache-2.0
//
// Whoever was approved and corrects something stays where they were, as they were approved, until
// it is decided: nobody loses a bed over a comma, and no new name gets in unread.

#include "guests.hpp"

#include "registration/coming.hpp"

using namespace sala;

namespace {

const Fields of_ama{
    {"post_en", "Mayor"},          {"arrives_on", "2030-05-05"}, {"hotel", "Two Rivers"},
    {"diet", "no peanuts"},        {"interpreting", "th"},       {"on_list", "yes"},
    {"visa_letter", "yes"},        {"nationality", "Ghana"},     {"passport", "G1234567"},
    {"born", "1970-05-06"},        {"leaves_on", "2030-05-08"},  {"role", "head"},
    {"email", "ama@accra.example"}};

const std::vector<std::string> places{
    "/lyon-2030/lists/arrivals",   "/lyon-2030/lists/departures",
    "/lyon-2030/lists/rooms",      "/lyon-2030/lists/diet",
    "/lyon-2030/lists/visas",      "/lyon-2030/lists/interpreters",
    "/lyon-2030/participants",     "/lyon-2030/seats",
    "/lyon-2030/badges",           "/lyon-2030/lists/arrivals.csv",
    "/lyon-2030/participants.json"};

registration::Registered shown_of(Guests& stage, const std::string& number)
{
    std::optional<registration::Registered> one;
    stage.store().read([&](store::Session& session) {
        one = registration::as_approved(
            session, *registration::registered(session, stage.forum_id(), number));
    });
    return *one;
}

}  // namespace

TEST_CASE("whoever corrects a post or a name stays on every list, as they were approved")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah", of_ama);
    REQUIRE(
        stage.edits(ama, {{"post_en", "First Mayor"}, {"name_en", "Ama Osei"}, {"diet", "no fish"}})
            .status == 303);
    REQUIRE(stage.status_of(ama) == "submitted");
    for (const auto& place : places) {
        CAPTURE(place);
        const auto page = stage.get(place);
        CHECK(page.status == 200);
        CHECK(page.holds("Ama Mensah"));
        CHECK_FALSE(page.holds("Ama Osei"));
        CHECK_FALSE(page.holds("First Mayor"));
    }
    // A diet is not decided about.
    CHECK(stage.get("/lyon-2030/lists/diet").holds("no fish"));
    CHECK(stage.get("/lyon-2030/name-plates.json").json()["plates"].integer() == 1);
    CHECK(stage.get("/lyon-2030/visa-letters.json").json()["letters"].integer() == 1);
    CHECK(stage.get("/lyon-2030/registrations/" + ama + "/visa-letter.pdf").status == 200);
    // Approved, the new words stand everywhere and the old ones nowhere.
    REQUIRE(stage.decides(ama, "approve").status == 303);
    for (const auto& place : places) {
        CAPTURE(place);
        CHECK(stage.get(place).holds("Ama Osei"));
        CHECK_FALSE(stage.get(place).holds("Ama Mensah"));
    }
}

TEST_CASE("who asks for another category, or is sent back, refused or withdrawn, is on no list")
{
    for (const auto* step : {"category", "give-back", "refuse", "withdraw"}) {
        CAPTURE(step);
        Guests stage;
        const auto ama = stage.approved("Ama Mensah", of_ama);
        REQUIRE(stage.edits(ama, {{"post_en", "First Mayor"}}).status == 303);
        const bool asks = step == std::string("category");
        const auto done = asks ? stage.edits(ama, {{"category", "press"}})
                          : step == std::string("withdraw")
                              ? stage.post(accra + "/people/" + ama + "/withdraw", {}, by(kofi))
                              : stage.decides(ama, step, "Please write the full post.");
        REQUIRE(done.status == 303);
        for (const auto& place : places) {
            CAPTURE(place);
            CHECK_FALSE(stage.get(place).holds("Ama Mensah"));
        }
    }
}

TEST_CASE("what the secretariat writes meanwhile is decided, what the delegation writes is not")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah", of_ama);
    REQUIRE(stage.edits(ama, {{"post_en", "Deputy"}, {"rank", "Dr"}}).status == 303);
    REQUIRE(stage.edits(ama, {{"post_en", "Mayor of Accra"}}, "").status == 303);
    CHECK(shown_of(stage, ama).particulars["post_en"] == "Mayor of Accra");
    CHECK(shown_of(stage, ama).particulars["rank"].empty());
    REQUIRE(stage.edits(ama, {{"post_en", "Something else"}}).status == 303);
    REQUIRE(stage.edits(ama, {{"post_en", "Another thing"}}).status == 303);
    CHECK(shown_of(stage, ama).particulars["post_en"] == "Mayor of Accra");
    CHECK(shown_of(stage, ama).particulars["hotel"] == "Two Rivers");
    CHECK(stage.get("/lyon-2030/registrations/" + ama).holds("Another thing"));
}

TEST_CASE("what the approved are asked is asked, and what they said is read, while they wait again")
{
    Guests stage;
    REQUIRE(stage
                .post("/lyon-2030/registration-rules/questions", {{"prompt_en", "Shirt size?"},
                                                                  {"prompt_th", "ไซซ์เสื้อ"},
                                                                  {"kind", "words"},
                                                                  {"after_approval", "yes"}})
                .status == 303);
    const auto question = std::to_string(stage.count("SELECT MAX(id) FROM asked_question"));
    const auto ama = stage.approved("Ama Mensah");
    REQUIRE(stage.edits(ama, {{"q-" + question, "medium"}}).status == 303);
    REQUIRE(stage.edits(ama, {{"post_en", "First Mayor"}, {"q-" + question, "medium"}}).status ==
            303);
    REQUIRE(stage.status_of(ama) == "submitted");
    CHECK(stage.get("/lyon-2030/answers?question=" + question).holds("medium"));
    CHECK(stage.get(accra + "/people/" + ama, {.who = kofi}).holds("Shirt size?"));
}
