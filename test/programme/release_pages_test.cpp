// SPDX-License-Identifier: Apache-2.0
//
// The secretariat changes the programme; the public sees it with the next release and not before,
// finds in the changelog what changed, and keeps what was released before.

#include "calendar_entries.hpp"
#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::programme;

namespace {

const Sent the_public{.as = As::anyone};
const std::string secret = "Zanzibar";

// Everywhere a new sitting or a new speech could show itself to the public.
const std::vector<std::string> public_places{"/",
                                             "/lyon-2030",
                                             "/lyon-2030.json",
                                             "/lyon-2030/programme",
                                             "/lyon-2030/programme?by=room",
                                             "/lyon-2030/programme?by=time",
                                             "/lyon-2030/programme?by=topic",
                                             "/lyon-2030/programme?by=city",
                                             "/lyon-2030/programme.json",
                                             "/lyon-2030/programme.ics",
                                             "/lyon-2030/programme.xml",
                                             "/lyon-2030/releases",
                                             "/lyon-2030/releases.json",
                                             "/lyon-2030/releases.atom",
                                             "/lyon-2030/search.json?q=zanzibar",
                                             "/search.json?q=zanzibar",
                                             "/lyon-2030/sittings/statements",
                                             "/lyon-2030/cities/accra",
                                             "/lyon-2030/cities/accra.json",
                                             "/lyon-2030/people/ama-mensah",
                                             "/lyon-2030/topics/floods",
                                             "/lyon-2030/calendars"};

void changes(Stage& stage, const std::string& row, Fields fields)
{
    const auto path = "/lyon-2030/sheets/" + row;
    fields.emplace_back("version", stage.get(path + ".json").json()["version"].string());
    REQUIRE(stage.post(path, fields).status == 303);
}

Shown releases(Stage& stage, const std::string& name, Fields more = {})
{
    more.emplace_back("name", name);
    return stage.post("/lyon-2030/releases", more);
}

void add_secret_sitting(Stage& stage)
{
    REQUIRE(stage
                .post("/lyon-2030/sheets/sittings/new", {{"key", "zanzibar"},
                                                         {"day", "day-2"},
                                                         {"part", "morning"},
                                                         {"room", "acer"},
                                                         {"kind", "discussion"},
                                                         {"start", "09:00"},
                                                         {"minutes", "60"},
                                                         {"certainty", "planned"},
                                                         {"clock", "source"},
                                                         {"title_en", secret}})
                .status == 303);
    REQUIRE(stage
                .post("/lyon-2030/sheets/interventions/new", {{"key", "zanzibar-speaks"},
                                                              {"sitting", "zanzibar"},
                                                              {"number", "1"},
                                                              {"person", "ama-mensah"},
                                                              {"delegation", "accra"},
                                                              {"act", "statement"},
                                                              {"start", "09:10"},
                                                              {"minutes", "7"},
                                                              {"clock", "source"},
                                                              {"certainty", "planned"},
                                                              {"topics", "floods"},
                                                              {"title_en", secret + " speaks"}})
                .status == 303);
}

std::map<std::string, Entry> calendar(Stage& stage, const std::string& query = "")
{
    return entries_of(stage.get("/lyon-2030/programme.ics" + query, the_public).body);
}

Json last_changes(Stage& stage)
{
    return stage.get("/lyon-2030/releases.json", the_public)
        .json()["releases"]
        .items()
        .at(0)["changes"];
}

}  // namespace

TEST_CASE("nobody outside sees a draft: not on a page, not as a file, not by searching; the "
          "release shows it everywhere")
{
    Stage stage;
    add_secret_sitting(stage);
    for (const auto& place : public_places) {
        CAPTURE(place);
        const auto shown = stage.get(place, the_public);
        CHECK(shown.status == 200);
        CHECK_FALSE(shown.holds(secret));
    }
    CHECK(stage.get("/lyon-2030/sittings/zanzibar", the_public).status == 404);
    CHECK(stage.get("/lyon-2030/sittings/zanzibar.json", the_public).problem == "no-such-sitting");
    CHECK(stage.get("/lyon-2030/interventions/zanzibar-speaks.json", the_public).problem ==
          "no-such-intervention");
    CHECK(stage.get("/lyon-2030/editor").holds(secret));

    REQUIRE(releases(stage, "Second").status == 303);
    for (const auto* place :
         {"/lyon-2030", "/lyon-2030/programme?by=room", "/lyon-2030/programme?by=time",
          "/lyon-2030/programme?by=topic", "/lyon-2030/programme?by=city",
          "/lyon-2030/programme.json", "/lyon-2030/programme.ics", "/lyon-2030/programme.xml",
          "/lyon-2030/releases", "/lyon-2030/releases.atom", "/lyon-2030/search.json?q=zanzibar",
          "/search.json?q=zanzibar", "/lyon-2030/sittings/zanzibar",
          "/lyon-2030/interventions/zanzibar-speaks", "/lyon-2030/cities/accra",
          "/lyon-2030/topics/floods"}) {
        CAPTURE(place);
        CHECK(stage.get(place, the_public).holds(secret));
    }
}

TEST_CASE(
    "a sitting taken away in the draft stays public until the release, and its page goes with it")
{
    Stage stage;
    REQUIRE(stage.post("/lyon-2030/sheets/sittings/dinner/remove", {{"version", "1"}}).status ==
            303);
    CHECK(stage.get("/lyon-2030/sittings/dinner", the_public).status == 200);
    CHECK(stage.get("/lyon-2030/search.json?q=dinner", the_public).json()["hits"].items().size() ==
          1);
    REQUIRE(releases(stage, "Second").status == 303);
    CHECK(stage.get("/lyon-2030/sittings/dinner", the_public).status == 404);
    CHECK(stage.get("/lyon-2030/search.json?q=dinner", the_public).json()["hits"].items().empty());
    CHECK(last_changes(stage).items().at(0)["what"].string() == "removed");
    CHECK(stage.get("/lyon-2030/programme.json?release=1", the_public).holds("\"dinner\""));
}

TEST_CASE("a release has a name, a sentence and its changes, for people, programs and feed readers")
{
    Stage stage;
    changes(stage, "sittings/dinner", {{"start", "19:30"}});
    stage.passes(std::chrono::hours(1));
    stage.told();
    const auto reply = releases(stage, "Order of <speakers>", {{"note", "Dinner is later."}});
    CHECK(reply.status == 303);
    CHECK(reply.location == "/lyon-2030/releases");
    CHECK(stage.told() == std::vector<std::string>{"released:lyon-2030", "forum:lyon-2030"});

    const auto list = stage.get("/lyon-2030/releases.json", the_public).json()["releases"];
    REQUIRE(list.items().size() == 2);
    CHECK(list.items()[0]["number"].integer() == 2);
    CHECK(list.items()[0]["name"].string() == "Order of <speakers>");
    CHECK(list.items()[0]["note"].string() == "Dinner is later.");
    CHECK(list.items()[0]["at"].integer() == stage.now().milliseconds());
    CHECK(list.items()[0]["changes"].items().size() == 1);
    CHECK(list.items()[1]["name"].string() == "Imported");
    CHECK(list.items()[1]["changes"].items().empty());
    const std::string moved =
        "“Dinner” moved from 6 May 2030 19:00 (120 min) to 6 May 2030 19:30 (120 min).";
    const auto page = stage.get("/lyon-2030/releases", the_public);
    CHECK(page.holds("2. Order of &lt;speakers&gt;"));
    CHECK(
        page.holds("“Dinner” moved from <span class=\"nb\">6 May 2030</span> 19:00 (120 min) to "));
    CHECK_FALSE(page.holds("<form class=\"card"));
    const auto feed = stage.get("/lyon-2030/releases.atom", the_public);
    CHECK(feed.type == "application/atom+xml; charset=utf-8");
    CHECK(feed.holds("<title>2. Order of &lt;speakers&gt;</title>"));
    CHECK(feed.holds("<summary>Dinner is later.\n" + moved + "</summary>"));
    CHECK(stage.get("/lyon-2030/programme", the_public)
              .holds("Release 2, “Order of &lt;speakers&gt;”"));
}

TEST_CASE(
    "what was released stays as it was: a room renamed later keeps its old name in the old release")
{
    Stage stage;
    const auto first = stage.get("/lyon-2030/programme.json", the_public).body;
    changes(stage, "rooms/tilia", {{"name_en", "Robinia"}});
    CHECK(stage.get("/lyon-2030/programme.json", the_public).body == first);
    CHECK(stage.get("/lyon-2030/sittings/opening", the_public).holds("Tilia"));
    REQUIRE(releases(stage, "Second").status == 303);
    CHECK(stage.get("/lyon-2030/sittings/opening", the_public).holds("Robinia"));
    CHECK_FALSE(stage.get("/lyon-2030/programme", the_public).holds("Tilia"));
    CHECK(stage.get("/lyon-2030/programme.json?release=1", the_public).body == first);
    CHECK(stage.get("/lyon-2030/programme?release=1", the_public).holds("Tilia"));
    CHECK(calendar(stage, "?release=1").at("Opening").location == "Tilia, Hall of the Two Rivers");
    CHECK(calendar(stage).at("Opening").location == "Robinia, Hall of the Two Rivers");
    CHECK(stage.get("/lyon-2030/programme.json?release=3", the_public).problem == "no-release");
    CHECK(stage.get("/lyon-2030/programme.json?release=x", the_public).problem == "no-release");
}

TEST_CASE("a draft that is the same as the last release is not released again")
{
    Stage stage;
    CHECK(releases(stage, "Again").problem == "nothing-to-release");
    CHECK(releases(stage, "").problem == "required");
    CHECK(stage
              .post("/lyon-2030/releases", {{"name", "x"}},
                    {.as = As::anyone, .accept = "application/json"})
              .status == 401);
    CHECK(stage.count("SELECT COUNT(*) FROM release") == 1);
    CHECK(stage.told().empty());
}

TEST_CASE("a programme with conflicts is released only by somebody who says that they are known")
{
    Stage stage;
    changes(stage, "sittings/statements", {{"start", "09:30"}});
    const auto refused =
        stage.post("/lyon-2030/releases", {{"name", "Hasty"}, {"note", "Typed with care"}});
    CHECK(refused.status == 409);
    CHECK(refused.problem == "conflicts-stand");
    const auto page =
        stage.post("/lyon-2030/releases", {{"name", "Hasty"}, {"note", "Typed with care"}},
                   {.accept = "text/html"});
    CHECK(page.status == 409);
    CHECK(page.holds("value=\"Hasty\""));
    CHECK(page.holds(">Typed with care</textarea>"));
    CHECK(page.holds("Tilia is used twice at 09:30"));
    CHECK(page.holds("name=\"despite\""));
    CHECK(stage.count("SELECT COUNT(*) FROM release") == 1);
    CHECK(releases(stage, "Hasty", {{"despite", "yes"}}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM release") == 2);
}

TEST_CASE("what is cancelled stays, struck through, with its page; undo brings it back, and "
          "calendars hear of both")
{
    Stage stage;
    const auto before = calendar(stage);
    changes(stage, "sittings/statements", {{"cancelled", "yes"}});
    stage.passes(std::chrono::hours(1));
    REQUIRE(releases(stage, "Second").status == 303);
    CHECK(stage.get("/lyon-2030/programme", the_public).holds("<del>Statements</del>"));
    CHECK(stage.get("/lyon-2030/sittings/statements", the_public).holds("<del>Statements</del>"));
    CHECK(last_changes(stage) ==
          Json::array({Json::object(
              {{"what", "cancelled"},
               {"kind", "sitting"},
               {"key", "statements"},
               {"title", stage.get("/lyon-2030/sittings/statements.json").json()["title"]},
               {"within", Json::object()},
               {"from", Json::object()},
               {"to", Json::object()}})}));
    const auto cancelled = calendar(stage);
    REQUIRE(cancelled.size() == before.size());
    for (const auto& [summary, entry] : before) {
        CAPTURE(summary);
        const bool gone = summary.find("Statements") != std::string::npos;
        CHECK(cancelled.at(summary).uid == entry.uid);
        CHECK(entry.sequence == 0);
        CHECK(cancelled.at(summary).cancelled == gone);
        CHECK(cancelled.at(summary).sequence == (gone ? 1 : 0));
        CHECK(cancelled.at(summary).stamp == "20300317T184640Z");
    }
    const auto last =
        stage.get("/lyon-2030/sheets/sittings/statements/undo.json").json()["revision"].string();
    REQUIRE(stage.post("/lyon-2030/sheets/sittings/statements/undo", {{"revision", last}}).status ==
            303);
    REQUIRE(releases(stage, "Third").status == 303);
    CHECK_FALSE(stage.get("/lyon-2030/programme", the_public).holds("<del>"));
    CHECK(last_changes(stage).items().at(0)["what"].string() == "restored");
    CHECK(calendar(stage).at("Statements").sequence == 2);
    CHECK_FALSE(calendar(stage).at("Statements").cancelled);
    CHECK(calendar(stage, "?release=2").at("Statements").sequence == 1);
}

TEST_CASE("a speech after midnight belongs to the night of its sitting")
{
    Stage stage;
    changes(stage, "sittings/statements", {{"start", "23:30"}});
    changes(stage, "interventions/quito-speaks", {{"start", "00:10"}});
    changes(stage, "interventions/accra-speaks", {{"start", "23:40"}});
    CHECK(stage.get("/lyon-2030/desk.json").json()["conflicts"].items().empty());
    REQUIRE(releases(stage, "Night").status == 303);
    CHECK(calendar(stage).at("Accra – Statements").start == "20300506T214000Z");
    CHECK(calendar(stage).at("Quito – Statements").start == "20300506T221000Z");
    CHECK(stage.get("/lyon-2030/interventions/quito-speaks", the_public).holds("00:10"));
    CHECK(stage.get("/lyon-2030/sheets/interventions/quito-speaks.json").json()["start"].string() ==
          "00:10");
}
