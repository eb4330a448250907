// SPDX-License-Identifier: Apache-2.0
//
// Screens with a name: the address stays, what is shown is pointed, and the page follows.

#include "delegations.hpp"

#include "floor/broadcast.hpp"
#include "live/listener.hpp"

using namespace sala;
using namespace sala::live;

namespace {

const Sent nobody{.as = As::anyone, .accept = "application/json"};

class Screens : public Delegations {
public:
    const std::string foyer = "/lyon-2030/screens/1";

    Screens() { REQUIRE(post("/lyon-2030/screens", {{"name", "Foyer"}}).status == 303); }
    Shown points(const std::string& shows, Fields more = {},
                 Sent who = {.accept = "application/json"})
    {
        more.emplace_back("shows", shows);
        return post(foyer + "/aim", more, who);
    }
    // The sitting on it; empty: none.
    std::string sits()
    {
        const auto shown = get(foyer + ".json", {.as = As::anyone}).json();
        return shown["floor"].is_null() ? std::string{} : shown["floor"]["sitting"].string();
    }
};

}  // namespace

TEST_CASE("a screen keeps its address and shows what it is pointed at, without a login")
{
    Screens stage;
    CHECK(stage.sits() == "");
    CHECK(stage.get(stage.foyer, nobody).status == 200);
    CHECK(stage.points("sitting statements").status == 303);
    CHECK(stage.sits() == "statements");
    const auto page = stage.get(stage.foyer, {.as = As::anyone});
    CHECK(page.holds("Statements"));
    CHECK(page.holds("data-floor=\"/lyon-2030/screens/1/live?language=en\""));
    CHECK(page.header("Cache-Control") == "no-store");
    CHECK(stage.get(stage.foyer + "?language=th", {.as = As::anyone}).holds("ถ้อยแถลง"));

    CHECK(stage.points("message", {{"words", "Lunch is served."}}).status == 303);
    CHECK(stage.sits() == "");
    const auto said = stage.get(stage.foyer, {.as = As::anyone});
    CHECK(said.holds("Lunch is served."));
    CHECK_FALSE(said.holds("Statements"));
    CHECK(stage.points("nothing").status == 303);
    CHECK_FALSE(stage.get(stage.foyer, {.as = As::anyone}).holds("Lunch is served."));
    const auto told = stage.told();
    CHECK(std::count(told.begin(), told.end(), "floor:lyon-2030:@1") == 3);
}

TEST_CASE("what a screen cannot show is refused, and it shows what it showed")
{
    Screens stage;
    CHECK(stage.points("sitting statements").status == 303);
    CHECK(stage.points("sitting nowhere").problem == "no-such-sitting");
    CHECK(stage.points("room nowhere").problem == "no-such-room");
    CHECK(stage.points("message").problem == "words-missing");
    CHECK(stage.points("removed").problem == "no-such-aim");
    CHECK(stage.sits() == "statements");
    for (const auto* other : {"0", "01", "2", "-1", "x", "99999999999999999999"})
        CHECK(stage.get("/lyon-2030/screens/" + std::string(other), nobody).problem ==
              "no-such-screen");
    CHECK(stage.count("SELECT COUNT(*) FROM floor_screen_aim") == 2);
}

TEST_CASE("a screen of a room shows what was opened there last, and a release decides what exists")
{
    Screens stage;
    CHECK(stage.points("room tilia").status == 303);
    CHECK(stage.sits() == "");
    const std::string opening = "/lyon-2030/sittings/opening/chair";
    REQUIRE(stage.post(opening, {{"step", "open"}, {"version", "0"}}).status == 200);
    CHECK(stage.sits() == "opening");
    stage.passes(std::chrono::seconds{60});
    CHECK(stage.leads("open").status == 303);
    CHECK(stage.sits() == "statements");
    CHECK(stage.leads("close").status == 303);
    CHECK(stage.sits() == "opening");  // still open
    // A sitting that no release has is not on a wall.
    auto files = lyon_files();
    files["sittings.csv"] += "secret,day-1,evening,tilia,rivers-1,plenary,21:00,60,,planned,source,"
                             "Secret sitting,\n";
    REQUIRE(stage.opens(files, true).empty());
    CHECK(stage.points("sitting secret").status == 303);
    CHECK(stage.sits() == "");
    CHECK_FALSE(stage.get(stage.foyer, {.as = As::anyone}).holds("Secret sitting"));
}

TEST_CASE("a number is never given twice, and a screen that was removed is gone")
{
    Screens stage;
    CHECK(stage.post(stage.foyer + "/removal", {}).status == 303);
    CHECK(stage.get(stage.foyer, nobody).problem == "no-such-screen");
    CHECK(stage.points("sitting statements").problem == "no-such-screen");
    CHECK(stage.get(stage.foyer + "/live", nobody).problem == "no-such-screen");
    CHECK(stage.post("/lyon-2030/screens", {{"name", "Hall left"}}).status == 303);
    const auto list = stage.get("/lyon-2030/screens.json").json()["screens"];
    REQUIRE(list.items().size() == 1);
    CHECK(list.items()[0]["screen"].string() == "2");
    CHECK(list.items()[0]["name"].string() == "Hall left");
    CHECK(list.items()[0]["shows"].string() == "nothing");
}

TEST_CASE("the chair of a body brings its own sittings to free screens, and no more")
{
    Screens stage;
    stage.gives("chair@lyon.example", "chair", "body=forum-of-rivers");
    const Sent chair{.who = "chair@lyon.example", .accept = "application/json"};
    CHECK(stage.post("/lyon-2030/screens", {{"name", "Mine"}}, chair).problem ==
          "not-the-whole-forum");
    CHECK(stage.points("sitting dinner", {}, chair).problem == "no-such-sitting");
    CHECK(stage.points("room tilia", {}, chair).problem == "not-the-whole-forum");
    CHECK(stage.points("message", {{"words", "Mine"}}, chair).problem == "not-the-whole-forum");
    CHECK(stage.get(stage.console, {.who = chair.who}).holds("Show this sitting"));
    const auto back = stage.points("sitting statements", {{"back", "chair"}}, chair);
    CHECK(back.status == 303);
    CHECK(back.location == stage.console);
    CHECK(stage.sits() == "statements");
    CHECK_FALSE(stage.get(stage.console, {.who = chair.who}).holds("Show this sitting"));
    CHECK(stage.points("sitting dinner").status == 303);
    CHECK(stage.points("sitting statements", {}, chair).problem == "not-your-screen");
    CHECK(stage.post(stage.foyer + "/removal", {}, chair).problem == "not-the-whole-forum");
    CHECK(stage.points("nothing", {}, kofi).problem == "not-your-role");
    CHECK(stage.points("nothing", {}, nobody).status == 401);
    CHECK(stage.sits() == "dinner");
    CHECK_FALSE(stage.get("/lyon-2030/screens", {.who = chair.who}).holds("Dinner"));
}

TEST_CASE("who looks at a screen sees it pointed elsewhere, and every step of what it shows")
{
    Screens stage;
    Hub hub;
    floor::Broadcast broadcast(stage.store(), hub, [&] { return stage.now(); });
    const auto stream = stage.get(stage.foyer + "/live?language=en", nobody).stream;
    CHECK(stream == "floor:lyon-2030:@1|hall|en");
    const auto screen = std::make_shared<Listener>();
    hub.join(stream, screen);
    const auto tells = [&] {
        for (const auto& topic : stage.told())
            broadcast.look_again(topic);
    };
    const auto sees = [&](const std::string& words) {
        tells();
        return comes_true([&] { return screen->heard().find(words) != std::string::npos; });
    };
    broadcast.wanted(stream);
    CHECK(sees("Foyer"));
    CHECK(stage.points("room tilia").status == 303);
    CHECK(stage.leads("open").status == 303);
    CHECK(sees("The chair has the floor"));
    CHECK(stage.leads("give").status == 303);
    CHECK(sees("Luz Torres"));
    CHECK(stage.points("message", {{"words", "Fire drill"}}).status == 303);
    CHECK(sees("Fire drill"));
    // What is done on a floor that it does not show any more is not on it.
    const auto heard = screen->heard().size();
    CHECK(stage.leads("give").status == 303);
    CHECK(stage.points("nothing").status == 303);
    tells();
    CHECK(comes_true([&] { return screen->heard().find("Foyer", heard) != std::string::npos; }));
    CHECK(screen->heard().find("Ama Mensah", heard) == std::string::npos);
}

TEST_CASE("a stream that is asked for from no event, or more than once, is no stream")
{
    Screens stage;
    CHECK(stage.points("sitting statements").status == 303);
    for (const auto& address :
         {std::string("/lyon-2030/screens/1/live?"), stage.sitting + "/live?audience=hall&"}) {
        CAPTURE(address);
        CHECK_FALSE(stage.get(address + "language=th", nobody).stream.empty());
        for (const auto* wrong : {"since=yesterday", "once=2"}) {
            const auto reply = stage.get(address + wrong, nobody);
            CHECK(reply.status == 404);
            CHECK(reply.stream.empty());
        }
    }
}
