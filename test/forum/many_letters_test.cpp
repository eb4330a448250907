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

TEST_CASE("what waits is found however many letters have left since")
{
    Outbox stage;
    const auto three = stage.waiting();
    const auto one = stage.get("/lyon-2030/outbox");
    const auto ticks = stage.get(many).statements;
    // Two hundred and sixty newer ones: those to many have left, thirty wait behind them.
    stage.store().write([&](store::Session& session) {
        for (int n = 0; n < 260; ++n) {
            const auto id = mail::prepare(session,
                                          {.forum = stage.forum_id(),
                                           .to_address = std::to_string(n) + "@quito.example",
                                           .to_name = "",
                                           .subject = n < 30 ? "Waits" : "Left",
                                           .body = "Hello",
                                           .reason = "circular_news"},
                                          stage.now(), stage.numbering());
            if (n >= 30)
                REQUIRE(mail::approve(session, id, "Ama", stage.now()));
        }
        return true;
    });
    const auto page = stage.get("/lyon-2030/outbox");
    CHECK(page.holds("esi@accra.example"));
    CHECK(page.holds("1 to 50 of 230"));
    CHECK(page.statements == one.statements);
    CHECK(stage.get(many).holds("esi@accra.example"));
    CHECK(stage.get(many).statements == ticks);
    CHECK(stage.waiting().size() == 33);
    CHECK(stage.get("/lyon-2030/outbox?part=dealt-with&from=200").holds("201 to 230 of 230"));
    CHECK_FALSE(stage.get("/lyon-2030/outbox?part=dealt-with").holds("Waits"));
    const auto waiting = stage.get("/lyon-2030/outbox.json?part=waiting").json();
    CHECK(waiting["found"].integer() == 33);
    CHECK(waiting["letters"].items().back()["to"].string() == "ama@accra.example");
    CHECK(waiting["next"].is_null());
    std::size_t seen = 0;
    for (std::string next = "/lyon-2030/outbox.json"; !next.empty();) {
        const auto part = stage.get(next).json();
        seen += part["letters"].items().size();
        next = part["next"].is_null() ? std::string{} : part["next"].string();
    }
    CHECK(seen == 263);
    // What stands on no page shown can be ticked as well, and nothing else leaves.
    const auto before = stage.approved();
    REQUIRE(stage.post(many, {{"pick-" + three[0], "yes"}, {"what", "approve"}, {"count", "1"}})
                .status == 303);
    CHECK(stage.approved() == before + 1);
}

TEST_CASE("many letters are ticked page by page")
{
    Outbox stage;
    stage.store().write([&](store::Session& session) {
        for (int n = 0; n < 120; ++n)
            mail::prepare(session,
                          {.forum = stage.forum_id(),
                           .to_address = std::to_string(n) + "@quito.example",
                           .to_name = "",
                           .subject = "News",
                           .body = "Hello",
                           .reason = "circular_news"},
                          stage.now(), stage.numbering());
        return true;
    });
    const auto first = stage.get(many);
    CHECK(first.holds("1 to 100 of 123"));
    CHECK(first.holds("Tick all of this page"));
    CHECK_FALSE(first.holds("ama@accra.example"));
    const auto last = stage.get(many + "?all=yes&from=100");
    CHECK(last.holds("ama@accra.example"));
    CHECK(last.holds(" checked"));
    CHECK(stage.waiting().size() == 123);
    CHECK(stage.get(many + "?from=1000").status == 200);
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
