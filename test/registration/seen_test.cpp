// SPDX-License-Identifier: Apache-2.0
//
// Nobody is decided about, and no wish answered, that whoever decides did not see.

#include "guests.hpp"

using namespace sala;

namespace {

std::string decision(const std::string& number) { return "/lyon-2030/registrations/" + number; }

std::string version_of(Guests& stage, const std::string& number)
{
    return stage.get(decision(number) + ".json").json()["version"].string();
}

Shown approves(Guests& stage, const std::string& number, const std::string& version,
               const std::string& accept = "application/json")
{
    return stage.post(decision(number), {{"step", "approve"}, {"version", version}},
                      {.accept = accept});
}

std::string name_of(Guests& stage, const std::string& number)
{
    return stage.get(decision(number) + ".json").json()["name_en"].string();
}

}  // namespace

TEST_CASE(
    "whoever was changed while somebody looked is not decided about, and what is new is shown")
{
    Guests stage;
    const auto ama = stage.sends_in("Ama Mensah");
    const auto seen = version_of(stage, ama);
    CHECK(stage.get(decision(ama)).holds("name=\"version\" value=\"" + seen + "\""));
    REQUIRE(stage.edits(ama, {{"name_en", "Somebody Else"}, {"role", "head"}}).status == 303);
    const auto refused = approves(stage, ama, seen);
    CHECK(refused.status == 412);
    CHECK(refused.problem == "changed-meanwhile");
    const auto page = approves(stage, ama, seen, "text/html");
    CHECK(page.status == 412);
    CHECK(page.holds("Changed while you looked at it"));
    CHECK(page.holds("<del>Ama Mensah</del>"));
    CHECK(page.holds("<ins>Somebody Else</ins>"));
    CHECK(page.holds("name=\"version\" value=\"" + version_of(stage, ama) + "\""));
    CHECK(stage.status_of(ama) == "submitted");
    CHECK(approves(stage, ama, version_of(stage, ama)).status == 303);
    CHECK(stage.status_of(ama) == "approved");
}

TEST_CASE("a flight or an answer that does not matter hinders no decision; one that matters does")
{
    Guests stage;
    const auto asks = [&](const std::string& prompt, const Fields& more) {
        Fields fields{{"category", ""}, {"prompt_en", prompt}, {"prompt_th", ""}, {"kind", "words"},
                      {"choices", ""},  {"if_question", ""},   {"if_answer", ""}};
        fields.insert(fields.end(), more.begin(), more.end());
        REQUIRE(stage.post("/lyon-2030/registration-rules/questions", fields).status == 303);
    };
    asks("Which equipment?", {{"matters", "yes"}});
    std::string question;
    stage.store().read([&](store::Session& session) {
        question = "q-" + std::to_string(std::get<0>(
                              *session.find<std::int64_t>("SELECT id FROM asked_question")));
    });
    const auto ama = stage.sends_in("Ama Mensah", {{question, "A camera"}});
    const auto seen = version_of(stage, ama);
    REQUIRE(stage.edits(ama, {{"arrives_flight", "AF 12"}}).status == 303);
    REQUIRE(stage.edits(ama, {{question, "A drone"}}).status == 303);
    CHECK(approves(stage, ama, seen).problem == "changed-meanwhile");
    CHECK(approves(stage, ama, seen, "text/html").holds("<ins>A drone</ins>"));
    const auto now = version_of(stage, ama);
    REQUIRE(stage.edits(ama, {{"arrives_flight", "AF 14"}}).status == 303);
    CHECK(approves(stage, ama, now).status == 303);
    CHECK(stage.status_of(ama) == "approved");
}

TEST_CASE("a program that names no version decides about people as they are")
{
    Guests stage;
    const auto ama = stage.sends_in("Ama Mensah");
    REQUIRE(stage.edits(ama, {{"name_en", "Somebody Else"}}).status == 303);
    CHECK(stage.decides(ama, "approve").status == 303);
}

TEST_CASE("of many, nobody is decided about when one was changed after the preview")
{
    Guests stage;
    const auto ama = stage.sends_in("Ama Mensah");
    const auto yaw = stage.sends_in("Yaw Darko");
    Fields fields{{"step", "approve"}, {"reason", ""}};
    for (const auto& number : {ama, yaw}) {
        fields.emplace_back("pick-" + number, "yes");
        fields.emplace_back("version-" + number, version_of(stage, number));
        CHECK(stage.get("/lyon-2030/decisions")
                  .holds("name=\"version-" + number + "\" value=\"" + version_of(stage, number)));
    }
    REQUIRE(stage.edits(yaw, {{"name_en", "Somebody Else"}}).status == 303);
    const auto refused = stage.post("/lyon-2030/decisions?step=approve", fields);
    CHECK(refused.status == 412);
    CHECK(refused.problem == "changed-meanwhile");
    CHECK(refused.holds("Somebody Else"));
    CHECK_FALSE(refused.holds("Ama Mensah"));
    const auto page =
        stage.post("/lyon-2030/decisions?step=approve", fields, {.accept = "text/html"});
    CHECK(page.holds("<del>Yaw Darko</del> <ins>Somebody Else</ins>"));
    CHECK(stage.status_of(ama) == "submitted");
    CHECK(stage.status_of(yaw) == "submitted");
    fields.back().second = version_of(stage, yaw);
    CHECK(stage.post("/lyon-2030/decisions?step=approve", fields).status == 303);
    CHECK(stage.status_of(yaw) == "approved");
}

TEST_CASE("the wish that was read is answered, and no other one")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.closes_registering();
    REQUIRE(stage.edits(ama, {{"name_en", "Sok Daraa"}}).status == 303);
    const auto read = stage.wish_of(ama);
    CHECK(stage.get(decision(ama)).holds("name=\"wish\" value=\"" + read + "\""));
    const auto shown = stage.get(decision(ama) + "/wish.json").json()["asked_for"];
    CHECK(shown["number"].string() == read);
    CHECK(shown["wanted"].items().at(0)["words"].string() == "Sok Daraa");
    REQUIRE(stage.edits(ama, {{"name_en", "Completely Other Person"}}).status == 303);
    const auto late = stage.post(decision(ama) + "/wish", {{"what", "take"}, {"wish", read}});
    CHECK(late.status == 412);
    CHECK(late.problem == "changed-meanwhile");
    const auto page = stage.post(decision(ama) + "/wish",
                                 {{"what", "take"}, {"wish", read}, {"why", "So be it."}},
                                 {.accept = "text/html"});
    CHECK(page.status == 412);
    CHECK(page.holds("<caption>You read</caption>"));
    CHECK(page.holds("<ins>Sok Daraa</ins>"));
    CHECK(page.holds("<ins>Completely Other Person</ins>"));
    CHECK(page.holds("value=\"" + stage.wish_of(ama) + "\""));
    CHECK(page.holds("So be it."));
    CHECK(stage.post(decision(ama) + "/wish", {{"what", "take"}}).problem == "wish-not-named");
    CHECK(name_of(stage, ama) == "Ama Mensah");
    CHECK(stage.answers_wish(ama, "take").status == 303);
    CHECK(name_of(stage, ama) == "Completely Other Person");
}

TEST_CASE("whoever was decided about by a colleague meanwhile is not decided about by an old page")
{
    Guests stage;
    const auto ama = stage.sends_in("Ama Mensah");
    const auto looked_at = [&] {
        const auto held = stage.get(decision(ama) + ".json").json();
        return Fields{{"step", "refuse"},
                      {"reason", "Nobody knows her."},
                      {"version", held["version"].string()},
                      {"act", held["act"].string()}};
    };
    const auto old = looked_at();
    CHECK(stage.get(decision(ama)).holds("name=\"act\" value=\"" + old.back().second + "\""));
    REQUIRE(stage.decides(ama, "approve").status == 303);
    const auto refused = stage.post(decision(ama), old);
    CHECK(refused.status == 412);
    CHECK(refused.problem == "changed-meanwhile");
    CHECK(stage.status_of(ama) == "approved");
    // Both stand on the page, and it can be sent once more.
    const auto page = stage.post(decision(ama), old, {.accept = "text/html"});
    CHECK(page.status == 412);
    CHECK(page.holds("<del>to be decided</del>"));
    CHECK(page.holds("<ins>approved</ins>"));
    CHECK(page.holds("Nobody knows her."));
    CHECK(page.holds("name=\"act\" value=\"" + looked_at().back().second + "\""));
    CHECK(stage.post(decision(ama), looked_at()).status == 303);
    CHECK(stage.status_of(ama) == "refused");
}

TEST_CASE("of many, nobody is decided about when a colleague decided about one after the preview")
{
    Guests stage;
    const auto ama = stage.sends_in("Ama Mensah");
    const auto yaw = stage.sends_in("Yaw Darko");
    Fields fields{{"step", "refuse"}, {"reason", "Too many."}};
    const auto preview = stage.get("/lyon-2030/decisions.json?step=refuse").json();
    for (const auto& one : preview["people"].items()) {
        fields.emplace_back("pick-" + one["id"].string(), "yes");
        fields.emplace_back("version-" + one["id"].string(), one["version"].string());
        fields.emplace_back("act-" + one["id"].string(), one["act"].string());
    }
    CHECK(stage.get("/lyon-2030/decisions").holds("name=\"act-" + yaw + "\""));
    // Whoever decides about another category is told no name.
    stage.gives("esi@lyon.example", "secretariat", "category=press");
    const auto foreign = stage.post(
        "/lyon-2030/decisions", {{"step", "refuse"}, {"pick-" + yaw, "yes"}, {"act-" + yaw, "1"}},
        by("esi@lyon.example"));
    CHECK(foreign.problem == "not-your-category");
    CHECK_FALSE(foreign.holds("Yaw"));
    REQUIRE(stage.decides(yaw, "wait").status == 303);
    const auto refused = stage.post("/lyon-2030/decisions?step=refuse", fields);
    CHECK(refused.status == 412);
    CHECK(refused.holds("Yaw Darko"));
    CHECK_FALSE(refused.holds("Ama Mensah"));
    CHECK(stage.post("/lyon-2030/decisions?step=refuse", fields, {.accept = "text/html"})
              .holds("<del>to be decided</del> <ins>waits for a place</ins>"));
    CHECK(stage.status_of(ama) == "submitted");
    CHECK(stage.status_of(yaw) == "waiting");
}
