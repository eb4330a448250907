// SPDX-License-Identifier: Apache-2.0
//
// Speeches follow from what was done: a difference is found, other rules write them anew, and a
// backup carries the floor from one engine to the other.

#include "delegations.hpp"

#include "base/embedded.hpp"
#include "floor/derived_speeches.hpp"
#include "floor/hall_json.hpp"
#include "floor/poll_store.hpp"
#include "stage_store.hpp"
#include "store/restore.hpp"

using namespace sala;

namespace {

std::vector<std::string> wrong_with(store::Store& store)
{
    const store::Check checks[] = {floor::check_speeches};
    return store::check(store, checks);
}

void run(Stage& stage, const std::string& sql)
{
    stage.store().write([&](store::Session& session) {
        session.run(sql);
        return true;
    });
}

using Sentences = std::vector<std::string>;
const Sentences differs{
    "lyon-2030: the speeches of statements are not those of what was done on its floor."};

// All there is to see of the sitting: the console's floor, what was done, the speeches, the polls.
std::vector<std::string> floor_in(store::Store& store, Instant now)
{
    std::vector<std::string> all;
    store.read([&](store::Session& session) {
        const auto forum = forum::find_forum(session, "lyon-2030");
        const auto hall = floor::find_hall(session, *forum, "statements");
        all.push_back(floor::to_json(*hall, now, true).write());
        for (const auto& act : hall->acts)
            all.push_back(floor::word(act.step.what) + " " + act.step.words);
        for (const auto& [entry, spent] : session.select<std::int64_t, std::int64_t>(
                 "SELECT entry, milliseconds FROM floor_speech ORDER BY entry"))
            all.push_back(std::to_string(entry) + " " + std::to_string(spent));
        for (const auto& poll : floor::polls_of(session, forum->id, hall->sitting)) {
            const auto tally = poll.tally().value_or(floor::Tally{});
            all.push_back(poll.question + " " + std::to_string(tally.agree) + " " +
                          std::to_string(tally.object));
            for (const auto& ballot : poll.ballots)
                all.push_back(std::to_string(ballot.delegation) + " " + ballot.words);
        }
    });
    return all;
}

}  // namespace

TEST_CASE(
    "a speech that was changed, lost or made up past the floor is found; a rehearsal is not one")
{
    Delegations stage;
    CHECK(wrong_with(stage.store()) == Sentences{});
    stage.post(stage.sitting + "/rehearsal", {{"step", "begin"}, {"version", "0"}});
    stage.leads("open");
    stage.speaks(30);
    CHECK(wrong_with(stage.store()) == Sentences{});
    stage.post(stage.sitting + "/rehearsal",
               {{"step", "end"}, {"version", std::to_string(stage.version())}});
    stage.leads("open");
    stage.speaks(100);
    stage.speaks(50);
    CHECK(wrong_with(stage.store()) == Sentences{});
    run(stage, "UPDATE floor_speech SET milliseconds = 1 WHERE milliseconds = 50000");
    CHECK(wrong_with(stage.store()) == differs);
    run(stage, "DELETE FROM floor_speech");
    CHECK(wrong_with(stage.store()) == differs);
    stage.store().write([](store::Session& session) {
        CHECK(floor::speeches_are_lacking(session));
        floor::rebuild_speeches(session);
        CHECK_FALSE(floor::speeches_are_lacking(session));
        return true;
    });
    CHECK(wrong_with(stage.store()) == Sentences{});
    CHECK(stage.count("SELECT CAST(SUM(milliseconds) AS BIGINT) FROM floor_speech") == 150'000);
    run(stage, "DELETE FROM floor_act WHERE what = 'end'");
    CHECK(wrong_with(stage.store()) == differs);
}

TEST_CASE("other rules change nothing that was done: they hold from then on, and are an act")
{
    Delegations stage;
    const auto sets = [&](Fields more) {
        return stage.post(stage.sitting + "/floor-rules",
                          rules_form(stage, "programme", std::move(more)));
    };
    // A remark of half a minute comes into a speech of a minute and a half.
    const auto interrupted = [&] {
        stage.leads("give");
        stage.leads("start");
        stage.passes(std::chrono::seconds{60});
        stage.leads("enter chair");
        stage.passes(std::chrono::seconds{30});
        stage.leads("end");
    };
    const auto spoken = [&] {
        std::vector<std::int64_t> all;
        const auto record = stage.get(stage.sitting + "/record.json").json();
        for (const auto& one : record["speeches"].items())
            if (one["kind"].string() == "statement") {
                CHECK(one["measured"].integer() == one["milliseconds"].integer());
                all.push_back(one["milliseconds"].integer());
            }
        return all;
    };
    REQUIRE(sets({{"pauses-chair", "yes"}}).status == 303);
    stage.leads("open");
    interrupted();
    stage.leads("end");
    CHECK(spoken() == std::vector<std::int64_t>{60'000});
    // Nothing stops the clock any more, and it starts when the floor is given.
    REQUIRE(sets({{"starts_at_once", "yes"}}).status == 303);
    CHECK(spoken() == std::vector<std::int64_t>{60'000});
    REQUIRE(stage.leads("give").status == 303);
    CHECK(stage.floor()["clock"]["running"].boolean());
    stage.passes(std::chrono::seconds{60});
    stage.leads("enter chair");
    stage.passes(std::chrono::seconds{30});
    stage.leads("end");
    stage.leads("end");
    CHECK(spoken() == std::vector<std::int64_t>{60'000, 90'000});
    CHECK(wrong_with(stage.store()) == Sentences{});
    const auto acts = stage.get(stage.sitting + "/record.json").json()["acts"];
    int changes = 0;
    for (const auto& act : acts.items()) {
        if (act["what"].string() != "rules")
            continue;
        ++changes;
        CHECK(act["rules"]["starts_at_once"].boolean());
        CHECK_FALSE(act["rules"]["kinds"]["chair"]["pauses"].boolean());
    }
    CHECK(changes == 1);
    for (const auto* page : {"/record", "/chair"})
        CHECK(stage.get(stage.sitting + page)
                  .holds("The rules were changed: what stops the clock, when the clock starts"));
}

TEST_CASE("rules that change while somebody speaks leave the clock as it stands")
{
    Delegations stage;
    const auto sets = [&](Fields more) {
        return stage.post(stage.sitting + "/floor-rules",
                          rules_form(stage, "alphabet", std::move(more)));
    };
    REQUIRE(sets({}).status == 303);
    stage.leads("open");
    stage.leads("give");
    const auto version = stage.version();
    const auto undoes = stage.get(stage.sitting + "/record.json").json()["acts"].items().size();
    REQUIRE(sets({{"starts_at_once", "yes"}}).status == 303);
    CHECK_FALSE(stage.floor()["clock"]["running"].boolean());
    CHECK(stage.version() == version + 1);
    // A chair who has not seen it is told; saving the same rules again is nothing.
    CHECK(stage.leads_at(version, "start").problem == "stale-click");
    REQUIRE(sets({{"starts_at_once", "yes"}}).status == 303);
    CHECK(stage.version() == version + 1);
    // What is undone is what was done on the floor: the rules are changed back on their page.
    REQUIRE(stage.leads("undo").status == 303);
    CHECK(stage.floor()["speaking"].items().empty());
    const auto acts = stage.get(stage.sitting + "/record.json").json()["acts"];
    CHECK(acts.items().at(undoes)["what"].string() == "rules");
    CHECK_FALSE(acts.items().at(undoes)["undone"].boolean());
    REQUIRE(stage.leads("give").status == 303);
    CHECK(stage.floor()["clock"]["running"].boolean());
    // Nobody sets rules past their page.
    CHECK(stage.leads("rules 1").problem == "no-such-step");
}

TEST_CASE("a floor that was kept before rules were acts is played with those of their time")
{
    Delegations stage;
    const auto sets = [&](Fields more) {
        return stage.post(stage.sitting + "/floor-rules",
                          rules_form(stage, "alphabet", std::move(more)));
    };
    REQUIRE(sets({{"pauses-chair", "yes"}}).status == 303);
    stage.leads("open");
    stage.leads("give");
    stage.leads("start");
    stage.passes(std::chrono::seconds{60});
    stage.leads("enter chair");
    stage.passes(std::chrono::seconds{30});
    stage.leads("end");
    stage.leads("end");
    stage.passes(std::chrono::seconds{1});
    REQUIRE(sets({}).status == 303);
    // As it was kept then: no number, no act, and the speech written anew with the newest rules.
    run(stage, "DELETE FROM floor_act WHERE what = 'rules'");
    run(stage, "UPDATE floor_rules SET since = 0");
    run(stage, "DELETE FROM floor_speech");
    const std::string step(*embedded_file("migrations/0037_rules_since.sql"));
    run(stage, step.substr(step.find("UPDATE"),
                           step.find(';', step.find("UPDATE")) - step.find("UPDATE")));
    stage.store().write([](store::Session& session) {
        CHECK(floor::speeches_are_lacking(session));
        floor::rebuild_speeches(session);
        CHECK_FALSE(floor::speeches_are_lacking(session));
        return true;
    });
    CHECK(stage.count("SELECT MAX(milliseconds) FROM floor_speech") == 60'000);
}

TEST_CASE("a restored store has the same floor, record and polls, in either engine")
{
    Delegations stage;
    stage.inscribes(kofi, {{"speech", "Mr Chair, floods."}});
    stage.leads("open");
    stage.speaks(430);
    stage.leads("give");
    stage.leads("start");
    stage.passes(std::chrono::seconds{10});
    stage.leads("pause");
    for (const auto* secret : {"", "yes"}) {
        Fields fields{{"question", "Adopt?"}};
        if (*secret)
            fields.emplace_back("secret", secret);
        REQUIRE(stage.post(stage.sitting + "/polls", fields).status == 303);
        stage.shows_card(kofi, {{"card", "agree"}});
        stage.shows_card(luz, {{"card", "object"}, {"words", "No."}});
        const auto poll = stage.get(stage.sitting + "/polls.json").json()["polls"];
        REQUIRE(
            stage.post(stage.sitting + "/polls/" + poll.items().at(0)["poll"].string() + "/end", {})
                .status == 303);
    }
    const auto before = floor_in(stage.store(), stage.now());
    REQUIRE(before.size() > 15);
    const auto from = test_folder() + "/floor.backup";
    const auto in_file = test_folder() + "/floor.db";
    const auto again = test_folder() + "/floor.again";
    const store::Rebuild rebuilds[] = {
        [](store::Session& session) { floor::rebuild_speeches(session); }};
    // From the engine of this run into a file, and from there into the engine again.
    stage.store().back_up(from);
    store::restore(from, in_file, store::Restoring{rebuilds});
    const auto file = store::Store::open(in_file);
    CHECK(floor_in(*file, stage.now()) == before);
    CHECK(wrong_with(*file) == Sentences{});
    file->back_up(again);
    const FreshPlace place;
    store::restore(again, place.address(), store::Restoring{rebuilds});
    const auto engine = store::Store::open(place.address());
    CHECK(floor_in(*engine, stage.now()) == before);
    CHECK(wrong_with(*engine) == Sentences{});
}
