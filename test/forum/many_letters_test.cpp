// SPDX-License-Identifier: Apache-2.0
//
// Letters that wait leave together, once somebody has read and ticked them; and nothing else does.

#include "stage.hpp"

#include "mail/outbox.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const std::string many = "/lyon-2030/outbox/many";
const Sent program{.accept = "application/json"};

class Outbox : public Stage {
public:
    Outbox()
    {
        for (const auto* name : {"ama", "esi", "kofi"})
            REQUIRE(post("/lyon-2030/roles", {{"name", name},
                                              {"address", std::string(name) + "@accra.example"},
                                              {"role", "observer"}})
                        .status == 303);
    }
    std::vector<std::string> waiting()
    {
        std::vector<std::string> numbers;
        const auto json = get(many + ".json").json();
        for (const auto& one : json["waiting"].items())
            numbers.push_back(one.string());
        return numbers;
    }
    std::int64_t approved()
    {
        return count("SELECT COUNT(*) FROM letter_act WHERE what = 'approved'");
    }
};

}  // namespace

TEST_CASE("several letters are looked at, and leave with one confirmation")
{
    Outbox stage;
    const auto letters = stage.waiting();
    REQUIRE(letters.size() == 3);
    CHECK(stage.get("/lyon-2030/outbox").holds("Read and approve several"));
    const auto page = stage.get(many);
    CHECK(page.holds("ama@accra.example"));
    CHECK_FALSE(page.holds(" checked"));
    CHECK(stage.get(many + "?all=yes").holds(" checked"));
    const Fields two{{"pick-" + letters[0], "yes"}, {"pick-" + letters[1], "yes"}};
    auto look = two;
    look.emplace_back("what", "look");
    const auto preview = stage.post(many, look, {.accept = "text/html"});
    CHECK(preview.status == 200);
    CHECK(preview.holds("2 letters would leave"));
    CHECK(preview.holds("Approve and send 2 letters"));
    CHECK_FALSE(preview.holds("ama@accra.example"));
    CHECK(stage.approved() == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'decide_many_letters'") == 0);
    auto approve = two;
    approve.emplace_back("what", "approve");
    CHECK(stage.post(many, approve, program).problem == "letters-changed");
    approve.emplace_back("count", "2");
    CHECK(stage.post(many, approve).status == 303);
    CHECK(stage.approved() == 2);
    CHECK(stage.waiting() == std::vector<std::string>{letters[2]});
    // A second press lets nothing leave twice, nor what was not ticked.
    CHECK(stage.post(many, approve, program).problem == "letters-changed");
    CHECK(stage.post(many, {{"what", "look"}}, program).problem == "no-letter-ticked");
    CHECK(stage.approved() == 2);
}

TEST_CASE("a letter to where an earlier one came back is not let go with others")
{
    Outbox stage;
    const auto letters = stage.waiting();
    stage.store().write([&](store::Session& session) {
        const Id<mail::Letter> letter{std::stoll(letters[0])};
        REQUIRE(mail::approve(session, letter, "", stage.now()));
        REQUIRE(mail::take(session, letter, stage.now()));
        mail::note_sent(session, letter, "250 taken", stage.now());
        return true;
    });
    REQUIRE(
        stage.post("/lyon-2030/outbox/" + letters[0] + "/returned", {{"reason", "no such user"}})
            .status == 303);
    REQUIRE(stage
                .post("/lyon-2030/roles",
                      {{"name", "kofi"}, {"address", "kofi@accra.example"}, {"role", "press"}})
                .status == 303);
    const auto json = stage.get(many + ".json").json();
    REQUIRE(json["kept_back"].items().size() == 1);
    const auto back = json["kept_back"].items().at(0).string();
    CHECK(stage.get(many).holds("To be looked at one by one"));
    CHECK(stage.post(many, {{"pick-" + back, "yes"}, {"what", "approve"}, {"count", "1"}}, program)
              .problem == "letters-changed");
    CHECK(stage.waiting().size() == 2);
}

TEST_CASE("only the secretariat lets letters leave, and only those of its forum")
{
    Outbox stage;
    const auto letters = stage.waiting();
    const Fields fields{{"pick-" + letters[0], "yes"}, {"what", "approve"}, {"count", "1"}};
    CHECK(stage.get(many, {.who = "ama@accra.example"}).status == 403);
    CHECK(stage.post(many, fields, {.who = "ama@accra.example", .accept = "application/json"})
              .problem == "not-your-role");
    CHECK(stage.post(many, fields, {.as = As::anyone}).status != 303);
    CHECK(stage.approved() == 0);
}
