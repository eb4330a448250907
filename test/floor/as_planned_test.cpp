// SPDX-License-Identifier: Apache-2.0
//
// Whoever comes into the list before the sitting begins keeps what the programme has of their
// speech: the topic, the minutes, the speaker; and does not stand there twice.

#include "delegations.hpp"

using namespace sala;

namespace {

const std::string topic = "Living with floods";

Json speech_of(Plenary& stage, const std::string& delegation)
{
    const auto now = stage.floor();
    for (const auto* where : {"speaking", "list"})
        for (const auto& one : now[where].items())
            if (one["delegation"].string() == delegation)
                return one;
    return {};
}

// The sitting is opened and this delegation speaks; whether screens, phones and record know on
// what.
void speaks_on_its_topic(Delegations& stage, const std::string& delegation)
{
    if (stage.floor()["phase"].string() == "before")
        REQUIRE(stage.leads("open").status == 303);
    REQUIRE(stage.leads("give " + stage.entry(delegation)).status == 303);
    REQUIRE(stage.leads("start").status == 303);
    stage.passes(std::chrono::seconds{10});
    for (const auto* page : {"/screen", "/floor"})
        CHECK(stage.get(stage.sitting + page, {.as = As::anyone}).holds(topic));
    REQUIRE(stage.leads("end").status == 303);
    const auto record = stage.get(stage.sitting + "/record.json").json();
    REQUIRE(record["speeches"].items().size() == 1);
    CHECK(record["speeches"].items().front()["topics"].items().size() == 1);
}

}  // namespace

TEST_CASE("whoever asks on the phone before the opening speaks on the topic of the programme")
{
    Delegations stage;
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "statement"}}, kofi).status == 303);
    CHECK(stage.shown_list() == std::vector<std::string>{"quito", "accra"});
    CHECK(speech_of(stage, "accra")["person"]["en"]["verbatim"].string() == "Ama Mensah");
    speaks_on_its_topic(stage, "accra");
    CHECK(stage.list() == std::vector<std::string>{"quito"});
}

TEST_CASE("whom the chair enters has the topic as well, and the minutes that the chair gives")
{
    Delegations stage;
    REQUIRE(stage.leads("enter statement", {{"delegation", "accra"}, {"minutes", "3"}}).status ==
            303);
    CHECK(speech_of(stage, "accra")["seconds"].integer() == 180);
    REQUIRE(stage.leads("open").status == 303);
    REQUIRE(stage.leads("fill").status == 303);
    CHECK(stage.list().size() == 2);
    CHECK(speech_of(stage, "accra")["seconds"].integer() == 180);
    speaks_on_its_topic(stage, "accra");
}

TEST_CASE("a point of order has no topic, and a second statement none of the first")
{
    Delegations stage;
    REQUIRE(stage.leads("open").status == 303);
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "order"}}, kofi).status == 303);
    REQUIRE(stage.leads("enter statement", {{"delegation", "accra"}}).status == 303);
    CHECK(
        stage.count("SELECT COUNT(*) FROM floor_act WHERE what = 'enter' AND intervention <> 0") ==
        2);  // of the programme
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act WHERE what = 'enter'") == 4);
}

TEST_CASE(
    "when the chair takes something back, nobody speaks withdrawn or stands in the list twice")
{
    Delegations stage;
    stage.leads("open");
    REQUIRE(stage.leads("give " + stage.entry("quito")).status == 303);
    const auto quito = stage.floor()["speaking"].items().front()["entry"].string();
    REQUIRE(stage.leads("take-back").status == 303);
    REQUIRE(stage.post(stage.sitting + "/place/withdrawal", {{"withdraw", quito}}, luz).status ==
            303);
    CHECK(stage.list() == std::vector<std::string>{"accra"});
    REQUIRE(stage.leads("undo").status == 303);
    const auto speaking = stage.floor()["speaking"];
    REQUIRE(speaking.items().size() == 1);
    CHECK(speaking.items().front()["status"].string() == "speaking");
    CHECK(stage.list() == std::vector<std::string>{"accra"});

    const auto accra = stage.entry("accra");
    REQUIRE(stage.leads("withdraw " + accra).status == 303);
    REQUIRE(stage.post(stage.sitting + "/place", {{"kind", "statement"}}, kofi).status == 303);
    REQUIRE(stage.list() == std::vector<std::string>{"accra"});
    REQUIRE(stage.leads("undo").status == 303);
    CHECK(stage.list() == std::vector<std::string>{"accra"});
    CHECK(stage.entry("accra") == accra);
}
