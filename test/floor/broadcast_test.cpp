// SPDX-License-Identifier: Apache-2.0
//
// What watchers of a floor are sent: whatever changed on it, as the release calls it, and whatever
// goes wrong with another floor.

#include "floor/broadcast.hpp"

#include "live/listener.hpp"
#include "plenary.hpp"

#include <stdexcept>

using namespace sala;
using namespace sala::live;

namespace {

const std::string statements = "floor:lyon-2030:statements";
const std::string dinner = "floor:lyon-2030:dinner";

int frames(const std::shared_ptr<Listener>& listener)
{
    const auto heard = listener->heard();
    int many = 0;
    for (auto at = heard.find("event: frame"); at != std::string::npos;
         at = heard.find("event: frame", at + 1))
        ++many;
    return many;
}

class Watched : public Plenary {
public:
    Hub hub;
    std::atomic<int> faults{0};  // so many times a frame cannot be made
    floor::Broadcast broadcast{store(), hub, [this] {
                                   if (faults > 0 && faults-- > 0)
                                       throw std::runtime_error("no frame");
                                   return now();
                               }};

    std::shared_ptr<Listener> watches(const std::string& floor)
    {
        auto listener = std::make_shared<Listener>();
        hub.join(floor + "|hall|en", listener);
        return listener;
    }
    static bool hears(const std::shared_ptr<Listener>& listener, const std::string& words)
    {
        return comes_true([&] { return listener->heard().find(words) != std::string::npos; });
    }
    // Whatever was asked for so far has been sent: what may have changed is looked at one floor a
    // round, so that as many rounds have to begin as there are floors, and one more.
    void settles()
    {
        if (!marker_)
            marker_ = watches("floor:lyon-2030:opening");
        for (int round = 0; round < 5; ++round) {
            const auto before = frames(marker_);
            broadcast.look_again("floor:lyon-2030:opening");
            REQUIRE(comes_true([&] { return frames(marker_) > before; }));
        }
        live::settle(hub);
    }

private:
    std::shared_ptr<Listener> marker_;
};

}  // namespace

TEST_CASE("screens at another copy see a rehearsal begin and end, and nothing when nothing changed")
{
    Watched stage;
    const auto hall = stage.watches(statements);
    stage.broadcast.look_again(statements);
    REQUIRE(stage.hears(hall, "The sitting has not begun"));
    const auto version = [&] { return std::to_string(stage.version()); };
    const auto rehearses = [&](const std::string& step) {
        REQUIRE(stage.post(stage.sitting + "/rehearsal", {{"step", step}, {"version", version()}})
                    .status == 303);
        stage.broadcast.others_wrote();
        stage.settles();
    };
    rehearses("begin");
    CHECK(hall->heard().find("Rehearsal") != std::string::npos);
    CHECK(frames(hall) == 2);
    rehearses("end");
    CHECK(frames(hall) == 3);
    stage.broadcast.others_wrote();
    stage.settles();
    CHECK(frames(hall) == 3);
}

TEST_CASE("a floor that cannot be shown keeps no other from being shown, and is shown later")
{
    Watched stage;
    const auto hall = stage.watches(statements);
    const auto tables = stage.watches(dinner);
    stage.faults = 1;
    stage.broadcast.look_again(dinner);
    stage.broadcast.look_again(statements);
    CHECK(stage.hears(hall, "Statements"));
    CHECK(stage.hears(tables, "Dinner"));
    CHECK(stage.faults == 0);
}

TEST_CASE("rules of the whole forum are told to all floors that are watched")
{
    Watched stage;
    const auto hall = stage.watches(statements);
    const auto tables = stage.watches(dinner);
    stage.broadcast.look_again(statements);
    stage.broadcast.look_again(dinner);
    stage.settles();
    REQUIRE(frames(hall) == 1);
    stage.broadcast.look_again("floor:lyon-2030:");
    stage.settles();
    CHECK(frames(hall) == 2);
    CHECK(frames(tables) == 2);
}

TEST_CASE("a frame for everybody calls things what the release calls them")
{
    Watched stage;
    const auto hall = stage.watches(statements);
    REQUIRE(stage
                .post("/lyon-2030/sheets/sittings/statements",
                      {{"version", "1"}, {"title_en", "Unmasked"}})
                .status == 303);
    stage.broadcast.look_again(statements);
    REQUIRE(stage.hears(hall, "The sitting has not begun"));
    CHECK(hall->heard().find("Statements") != std::string::npos);
    CHECK(hall->heard().find("Unmasked") == std::string::npos);
}
