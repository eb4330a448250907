// SPDX-License-Identifier: Apache-2.0
//
// What is asked for after the last day: nothing of it is lost, it is answered where everybody reads
// it, and whoever asked may call it off.

#include "guests.hpp"

using namespace sala;

namespace {

std::string person(const std::string& number) { return accra + "/people/" + number; }

using Wanted = std::map<std::string, std::string>;

Wanted wanted(Guests& stage, const std::string& number)
{
    const auto held = stage.get(person(number) + ".json", {.who = kofi}).json();
    Wanted all;
    for (const auto& one : held["asked_for"]["wanted"].items())
        all[one["what"].string()] = one["words"].string();
    return all;
}

// What the form of the person sends, which shows the open wish as if it were made.
Shown sends_form(Guests& stage, const std::string& number, const Fields& changed)
{
    const auto held = stage.get(person(number) + ".json", {.who = kofi}).json();
    std::map<std::string, std::string> fields;
    for (const auto& [name, value] : held.members())
        if (name != "status" && value.is_string())
            fields[name] = value.string();
    for (const auto& [name, value] : wanted(stage, number))
        fields[name] = value;
    fields["wish"] = held["asked_for"]["number"].string();
    for (const auto& [name, value] : changed)
        fields[name] = value;
    return stage.post(person(number), {fields.begin(), fields.end()}, by(kofi));
}

}  // namespace

TEST_CASE("a second wish is joined with the first, whether its form showed it or not")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.closes_registering();
    REQUIRE(stage.edits(ama, {{"name_en", "Ama Mensah-Osei"}}).status == 303);
    REQUIRE(stage.edits(ama, {{"hotel", "Two Rivers"}}).status == 303);
    CHECK(wanted(stage, ama) == Wanted{{"name_en", "Ama Mensah-Osei"}, {"hotel", "Two Rivers"}});
    const auto page = stage.get(person(ama), {.who = kofi});
    CHECK(page.holds("name=\"name_en\" value=\"Ama Mensah-Osei\""));
    CHECK(page.holds("name=\"wish\" value=\"" + stage.wish_of(ama) + "\""));
    // Whoever saw it takes a part of it back.
    REQUIRE(sends_form(stage, ama, {{"hotel", ""}, {"diet", "halal"}}).status == 303);
    CHECK(wanted(stage, ama) == Wanted{{"name_en", "Ama Mensah-Osei"}, {"diet", "halal"}});
    // Saving the form as it is asks for nothing new.
    const auto open = stage.wish_of(ama);
    REQUIRE(sends_form(stage, ama, {}).status == 303);
    CHECK(stage.wish_of(ama) == open);
    REQUIRE(stage.answers_wish(ama, "take").status == 303);
    const auto now = stage.get(person(ama) + ".json", {.who = kofi}).json();
    CHECK(now["name_en"].string() == "Ama Mensah-Osei");
    CHECK(now["diet"].string() == "halal");
    CHECK(now["hotel"].string() == "");
    CHECK(now["asked_for"].is_null());
}

TEST_CASE("the delegation reads what became of its wish, and why")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.closes_registering();
    REQUIRE(stage.edits(ama, {{"hotel", "Two Rivers"}}).status == 303);
    REQUIRE(stage.answers_wish(ama, "leave", "The Two Rivers is full.").status == 303);
    for (const auto& page :
         {stage.get(person(ama), {.who = kofi}), stage.get("/lyon-2030/registrations/" + ama)}) {
        CHECK(page.holds("a change was asked for"));
        CHECK(page.holds("the change that was asked for was not made"));
        CHECK(page.holds("The Two Rivers is full."));
    }
    const auto acts = stage.get("/lyon-2030/acts");
    CHECK(acts.holds("Answered a change that was asked for <small class=\"soft\">left as it is"));
    REQUIRE(stage.edits(ama, {{"hotel", "Two Rivers"}}).status == 303);
    REQUIRE(stage.answers_wish(ama, "take").status == 303);
    CHECK(stage.get(person(ama), {.who = kofi}).holds("the change that was asked for was made"));
}

TEST_CASE("a wish is called off by whoever asked, and by nobody else")
{
    Guests stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.closes_registering();
    REQUIRE(stage.edits(ama, {{"hotel", "Two Rivers"}}).status == 303);
    const auto wish = stage.wish_of(ama);
    CHECK(stage.get(person(ama), {.who = kofi}).holds("Call this wish off"));
    CHECK(stage.post(person(ama) + "/wish", {{"wish", wish}}, by(luz)).status == 404);
    CHECK(stage.post(person(ama) + "/wish", {{"wish", "77"}}, by(kofi)).problem ==
          "changed-meanwhile");
    CHECK(stage.post(person(ama) + "/wish", {{"wish", wish}}, by(kofi)).status == 303);
    CHECK(stage.wish_of(ama).empty());
    CHECK(stage.get(person(ama) + ".json", {.who = kofi}).json()["hotel"].string() == "");
    CHECK(stage.get(person(ama), {.who = kofi})
              .holds("the change that was asked for was called off"));
    CHECK(stage.post(person(ama) + "/wish", {{"wish", wish}}, by(kofi)).problem ==
          "nothing-asked-for");
    // With everything as it was in the form, nothing is asked for any more, either.
    REQUIRE(stage.edits(ama, {{"hotel", "Two Rivers"}}).status == 303);
    REQUIRE(sends_form(stage, ama, {{"hotel", ""}}).status == 303);
    CHECK(stage.wish_of(ama).empty());
}
