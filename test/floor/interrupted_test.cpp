// SPDX-License-Identifier: Apache-2.0
//
// What was spoken stays: a speech that was taken back and never goes on is in the record with the
// time it had, and so is whoever left in the middle of one. The chair's undo leaves the record
// alone.

#include "delegations.hpp"

using namespace sala;

namespace {

class Interrupted : public Delegations {
public:
    Interrupted()
    {
        leads("open");
        REQUIRE(leads("give").status == 303);
        REQUIRE(leads("start").status == 303);
        passes(std::chrono::milliseconds{2600});
    }
    Json record() { return get(sitting + "/record.json").json(); }
    // Quito spoke 2.6 seconds, and nobody else did.
    void has_quito()
    {
        const auto now = record();
        REQUIRE(now["speeches"].items().size() == 1);
        const auto& speech = now["speeches"].items()[0];
        CHECK(speech["milliseconds"].integer() == 2600);
        CHECK(speech["interrupted"].boolean());
        REQUIRE(now["totals"].items().size() == 1);
        CHECK(now["totals"].items()[0]["milliseconds"].integer() == 2600);
        CHECK(count("SELECT milliseconds FROM floor_speech") == 2600);
        CHECK(get(sitting + "/record").holds("interrupted before its end"));
        CHECK(get(sitting + "/record.xml").holds("interrupted before its end"));
    }
};

}  // namespace

TEST_CASE("a speech that was taken back is in the record, also when the speaker leaves the list")
{
    Interrupted stage;
    REQUIRE(stage.leads("take-back").status == 303);
    stage.has_quito();
    REQUIRE(stage.leads("withdraw " + stage.entry("quito")).status == 303);
    stage.has_quito();
}

TEST_CASE("whoever leaves in the middle of a speech is absent, and what was said is in the record")
{
    Interrupted stage;
    REQUIRE(stage.leads("pass").status == 303);
    stage.has_quito();
    CHECK(stage.record()["absent"].items().size() == 1);
}

TEST_CASE(
    "closing a sitting loses nothing of a speech that was taken back, and it can be corrected")
{
    Interrupted stage;
    REQUIRE(stage.leads("take-back").status == 303);
    const auto corrects = [&] {
        return stage.post(stage.sitting + "/record",
                          {{"entry", stage.entry("quito")},
                           {"seconds", "4"},
                           {"words", "By the recording."},
                           {"version", std::to_string(stage.version())}},
                          {.accept = "application/json"});
    };
    // It may go on, and the clock measures it.
    CHECK(corrects().problem == "not-spoken");
    REQUIRE(stage.leads("close").status == 303);
    stage.has_quito();
    REQUIRE(corrects().status < 400);
    CHECK(stage.record()["speeches"].items()[0]["milliseconds"].integer() == 4000);
}

TEST_CASE("a speech that goes on after it was taken back is one speech, whole and not interrupted")
{
    Interrupted stage;
    REQUIRE(stage.leads("take-back").status == 303);
    REQUIRE(stage.leads("give").status == 303);
    CHECK(stage.record()["speeches"].items().empty());
    REQUIRE(stage.leads("start").status == 303);
    stage.passes(std::chrono::milliseconds{1000});
    REQUIRE(stage.leads("end").status == 303);
    const auto speeches = stage.record()["speeches"];
    REQUIRE(speeches.items().size() == 1);
    CHECK(speeches.items()[0]["milliseconds"].integer() == 3600);
    CHECK_FALSE(speeches.items()[0]["interrupted"].boolean());
    // Who only had the floor and said nothing has no speech.
    REQUIRE(stage.leads("give").status == 303);
    REQUIRE(stage.leads("take-back").status == 303);
    CHECK(stage.record()["speeches"].items().size() == 1);
}

TEST_CASE("undo on the console names the step it takes back, and leaves corrections alone")
{
    Interrupted stage;
    REQUIRE(stage.leads("end").status == 303);
    const auto speech = stage.record()["speeches"].items().at(0)["entry"].string();
    REQUIRE(stage
                .post(stage.sitting + "/record", {{"entry", speech},
                                                  {"seconds", "4"},
                                                  {"words", "By the recording."},
                                                  {"version", std::to_string(stage.version())}})
                .status == 303);
    stage.gives("chair@lyon.example", "chair", "body=forum-of-rivers");
    REQUIRE(stage.leads("message", {{"words", "Coffee"}}, "chair@lyon.example").status == 303);
    // Another chair's step is said to be theirs, and one's own is one's own.
    CHECK(stage.get(stage.console).holds(": A message was shown to the hall"));
    CHECK_FALSE(stage.get(stage.console).holds(">Undo: A message was shown to the hall"));
    CHECK(stage.get(stage.console, {.who = "chair@lyon.example"})
              .holds(">Undo: A message was shown to the hall"));
    REQUIRE(stage.leads("undo").status == 303);
    CHECK(stage.get(stage.console).holds("Undone: A message was shown to the hall"));
    CHECK(stage.get(stage.console).holds(">Undo: Quito ended"));
    CHECK(stage.record()["speeches"].items()[0]["milliseconds"].integer() == 4000);
    // The end itself can be undone: it is measured anew then.
    REQUIRE(stage.leads("undo").status == 303);
    CHECK(stage.floor()["speaking"].items().size() == 1);
    stage.passes(std::chrono::milliseconds{1000});
    REQUIRE(stage.leads("end").status == 303);
    const auto anew = stage.record()["speeches"];
    CHECK(anew.items().at(0)["milliseconds"].integer() == 3600);
    CHECK(anew.items().at(0)["corrected"].is_null());
}

TEST_CASE("a remark of the chair is called so where the record is corrected")
{
    Interrupted stage;
    REQUIRE(stage.leads("enter chair").status == 303);
    REQUIRE(stage.leads("end").status == 303);
    CHECK(stage.get(stage.sitting + "/record").holds(" The chair, 0:00</option>"));
}
