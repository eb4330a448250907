// SPDX-License-Identifier: Apache-2.0
//
// Who decides about whom: places, managers of a category, many at once, changes after the last day,
// questions that stand in the way.

#include "guests.hpp"

using namespace sala;

TEST_CASE("an edit that matters is decided again, one that does not is not")
{
    Guests stage;
    const auto number = stage.approved("Ama Mensah");
    CHECK(stage.edits(number, {{"arrives_flight", "AF 12"}}).status == 303);
    CHECK(stage.status_of(number) == "approved");
    CHECK(stage.edits(number, {{"name_en", "Somebody Else"}}).status == 303);
    CHECK(stage.status_of(number) == "submitted");
    CHECK(stage.count("SELECT COUNT(*) FROM registration_act WHERE step = 'change'") == 1);
}

TEST_CASE("after the last day a change is a wish: nothing changes until the secretariat says so")
{
    Guests stage;
    const auto number = stage.approved("Ama Mensah");
    REQUIRE(stage
                .post("/lyon-2030/registration-rules",
                      {{"version", "0"}, {"register_by", "2030-03-01"}})
                .status == 303);
    CHECK(stage.edits(number, {{"name_en", "Yaw Darko"}}).status == 303);
    const auto name = [&] {
        return stage.get("/lyon-2030/registrations/" + number + ".json").json()["name_en"].string();
    };
    CHECK(name() == "Ama Mensah");
    CHECK(stage.status_of(number) == "approved");
    CHECK(stage.get("/lyon-2030/registrations").holds("a change is asked for"));
    CHECK(stage.answers_wish(number, "take", "", by(kofi)).problem == "not-your-role");
    CHECK(stage.answers_wish(number, "leave").status == 303);
    CHECK(name() == "Ama Mensah");
    CHECK(stage.answers_wish(number, "take").problem == "nothing-asked-for");
    CHECK(stage.edits(number, {{"hotel", "Two Rivers"}}).status == 303);
    CHECK(stage.edits(number, {{"name_en", "Yaw Darko"}}).status == 303);
    CHECK(stage.answers_wish(number, "take").status == 303);
    CHECK(name() == "Yaw Darko");
    CHECK(stage.status_of(number) == "approved");
}

TEST_CASE("after the last day a delegation registers nobody new; the secretariat still can")
{
    Guests stage;
    const auto came_back = stage.sends_in("Ama Mensah");
    REQUIRE(stage.decides(came_back, "give-back", "Which passport?").status == 303);
    const auto draft = stage.registers("Yaw Darko");
    REQUIRE(stage
                .post("/lyon-2030/registration-rules",
                      {{"version", "0"}, {"register_by", "2030-03-01"}})
                .status == 303);
    const Fields late{{"role", "adviser"}, {"name_en", "Efua Late"}};
    CHECK(stage.post(accra + "/people/new", late, by(kofi)).problem == "registration-closed");
    CHECK(stage.post(accra + "/people/" + draft + "/submit", {}, by(kofi)).problem ==
          "registration-closed");
    CHECK(stage.post(accra + "/submit", {}, by(kofi)).problem == "registration-closed");
    CHECK(stage.status_of(draft) == "draft");
    const auto page = stage.get(accra, {.who = kofi});
    CHECK(page.holds("Somebody new is registered by the secretariat"));
    CHECK_FALSE(page.holds("Add a person"));
    CHECK_FALSE(page.holds("Send 1 person in"));
    // Whoever came back is answered about, and the secretariat acts for the delegation.
    CHECK(stage.post(accra + "/people/" + came_back + "/submit", {}, by(kofi)).status == 303);
    CHECK(stage.post(accra + "/people/new", late).status == 303);
    CHECK(stage.post(accra + "/submit", {}).status == 303);
    CHECK(stage.status_of(draft) == "submitted");
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 3);
}

TEST_CASE("what the secretariat does for a delegation is on its behalf and stays on record")
{
    Guests stage;
    CHECK(stage.get(accra).holds("You act on behalf of this delegation"));
    CHECK_FALSE(stage.get(accra, {.who = kofi}).holds("on behalf of this delegation"));
    REQUIRE(
        stage.post(accra + "/people/new", {{"role", "head"}, {"name_en", "Ama Mensah"}}).status ==
        303);
    REQUIRE(stage.post(accra + "/submit", {}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM registration_act WHERE on_behalf = 1") == 1);
}

TEST_CASE("a category has so many places, and its manager decides about no other")
{
    Guests stage;
    stage.gives("esi@lyon.example", "secretariat", "category=press");
    REQUIRE(
        stage.post("/lyon-2030/registration-rules/places", {{"category", "press"}, {"places", "1"}})
            .status == 303);
    const auto first = stage.sends_in("Ama Mensah", {{"category", "press"}});
    const auto second = stage.sends_in("Yaw Darko", {{"category", "press"}});
    const auto leader = stage.sends_in("Luz Torres", {{"category", "leaders"}});
    const auto esi = by("esi@lyon.example");
    CHECK(stage.decides(first, "approve", "", esi).status == 303);
    CHECK(stage.decides(second, "approve", "", esi).problem == "category-full");
    CHECK(stage.decides(second, "wait", "", esi).status == 303);
    CHECK(stage.decides(leader, "approve", "", esi).problem == "not-your-category");
    CHECK(stage.get("/lyon-2030/registrations/" + leader + ".json", esi).status == 404);
    const auto list = stage.get("/lyon-2030/registrations", {.who = "esi@lyon.example"});
    CHECK(list.holds("Ama Mensah"));
    CHECK_FALSE(list.holds("Luz Torres"));
    CHECK_FALSE(stage.get("/lyon-2030/decisions", {.who = "esi@lyon.example"}).holds("Luz Torres"));
    CHECK(stage.get("/lyon-2030/registrations.json?category=leaders", esi).problem ==
          "not-your-category");
    CHECK(stage.status_of(leader) == "submitted");
}

TEST_CASE("nobody who is approved is moved into a category that is full, by edit or by wish")
{
    Guests stage;
    REQUIRE(
        stage.post("/lyon-2030/registration-rules/places", {{"category", "press"}, {"places", "1"}})
            .status == 303);
    stage.approved("Ama Mensah", {{"category", "press"}});
    const auto yaw = stage.approved("Yaw Darko", {{"category", "leaders"}});
    CHECK(stage.edits(yaw, {{"category", "press"}}, "").problem == "category-full");
    CHECK(stage.edits(yaw, {{"diet", "halal"}}, "").status == 303);
    // The delegation's own change is decided again, and then the places count.
    REQUIRE(stage.edits(yaw, {{"category", "press"}}).status == 303);
    CHECK(stage.status_of(yaw) == "submitted");
    CHECK(stage.decides(yaw, "approve").problem == "category-full");
    REQUIRE(stage.edits(yaw, {{"category", "leaders"}}).status == 303);
    REQUIRE(stage.decides(yaw, "approve").status == 303);
    REQUIRE(stage
                .post("/lyon-2030/registration-rules",
                      {{"version", "0"}, {"register_by", "2030-03-01"}})
                .status == 303);
    REQUIRE(stage.edits(yaw, {{"category", "press"}}).status == 303);
    CHECK(stage.answers_wish(yaw, "take").problem == "category-full");
    REQUIRE(
        stage.post("/lyon-2030/registration-rules/places", {{"category", "press"}, {"places", "2"}})
            .status == 303);
    CHECK(stage.answers_wish(yaw, "take").status == 303);
    CHECK(stage.status_of(yaw) == "approved");
}

TEST_CASE("many are decided about at once as the preview said, or nobody")
{
    Guests stage;
    std::vector<std::string> numbers;
    for (const auto* name : {"Ama Mensah", "Yaw Darko", "Esi Owusu"})
        numbers.push_back(stage.sends_in(name));
    const auto preview = stage.get("/lyon-2030/decisions?step=approve&status=submitted");
    CHECK(preview.holds("3 people would be decided about"));
    CHECK(stage.count("SELECT COUNT(*) FROM registration_act WHERE step = 'approve'") == 0);
    CHECK(stage.post("/lyon-2030/decisions", {{"step", "approve"}}).problem == "nobody-ticked");
    CHECK(stage.post("/lyon-2030/decisions", {{"step", "refuse"}, {"pick-" + numbers[0], "yes"}})
              .problem == "reason-needed");
    CHECK(stage
              .post("/lyon-2030/decisions", {{"step", "approve"},
                                             {"pick-" + numbers[0], "yes"},
                                             {"pick-" + numbers[1], "yes"}})
              .status == 303);
    CHECK(stage.status_of(numbers[0]) == "approved");
    CHECK(stage.status_of(numbers[2]) == "submitted");
    // One of them was decided about meanwhile: the others are left, too.
    CHECK(stage
              .post("/lyon-2030/decisions", {{"step", "approve"},
                                             {"pick-" + numbers[1], "yes"},
                                             {"pick-" + numbers[2], "yes"}})
              .problem == "not-from-here");
    CHECK(stage.status_of(numbers[2]) == "submitted");
}

TEST_CASE("a needed question of a category stands in the way until it is answered")
{
    Guests stage;
    REQUIRE(stage
                .post("/lyon-2030/registration-rules/questions", {{"category", "press"},
                                                                  {"prompt_en", "Which newspaper?"},
                                                                  {"kind", "words"},
                                                                  {"needed", "yes"}})
                .status == 303);
    REQUIRE(stage
                .post("/lyon-2030/registration-rules/questions", {{"prompt_en", "Shirt size?"},
                                                                  {"kind", "choice"},
                                                                  {"choices", "S\nM"},
                                                                  {"needed", "yes"},
                                                                  {"after_approval", "yes"}})
                .status == 303);
    const auto number = stage.registers("Ama Mensah", {{"category", "press"}});
    const auto address = accra + "/people/" + number;
    CHECK(stage.get(address, {.who = kofi}).holds("Which newspaper?"));
    CHECK_FALSE(stage.get(address, {.who = kofi}).holds("Shirt size?"));
    CHECK(stage.post(address + "/submit", {}, by(kofi)).problem == "questions-open");
    CHECK(stage.post(accra + "/submit", {}, by(kofi)).problem == "questions-open");
    // Whose answer is missing and which stands on the page, with the way there, and in the refusal.
    const auto other = stage.registers("Yaw Darko", {{"category", "leaders"}});
    const auto page = stage.get(accra, {.who = kofi});
    CHECK(page.holds(">Ama Mensah</a><ul><li>Which newspaper?"));
    CHECK(page.holds("Send in the 1 who is complete"));
    const auto refused = stage.post(accra + "/submit", {}, by(kofi));
    CHECK(refused.problem == "questions-open");
    CHECK(refused.body.find("Ama Mensah (“Which newspaper?”)") != std::string::npos);
    CHECK(refused.body.find("Yaw Darko") == std::string::npos);
    CHECK(stage.status_of(other) == "draft");
    CHECK(stage.post(accra + "/submit", {{"complete", "yes"}}, by(kofi)).status == 303);
    CHECK(stage.status_of(other) == "submitted");
    CHECK(stage.status_of(number) == "draft");
    CHECK(stage.post(accra + "/submit", {{"complete", "yes"}}, by(kofi)).problem ==
          "nobody-to-send-in");
    const auto questions = stage.get("/lyon-2030/registration-rules.json").json()["questions"];
    const auto field = "q-" + questions.items().at(0)["id"].string();
    CHECK(stage.edits(number, {{field, "The Graphic"}}).status == 303);
    CHECK(stage.post(address + "/submit", {}, by(kofi)).status == 303);
    CHECK(stage.get("/lyon-2030/registrations/" + number).holds("The Graphic"));
    CHECK(stage.decides(number, "approve").status == 303);
    CHECK(stage.get(address, {.who = kofi}).holds("Shirt size?"));
    const auto size = "q-" + questions.items().at(1)["id"].string();
    CHECK(stage.edits(number, {{size, "XL"}}).problem == "not-a-choice");
    CHECK(stage.edits(number, {{size, "M"}}).status == 303);
}
