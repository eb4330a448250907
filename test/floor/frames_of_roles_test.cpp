// SPDX-License-Identifier: Apache-2.0
//
// What stands inside the frames that are sent: of whoever opens a stream, in whatever role, nobody
// reads what is private, asked for and not ruled, not released, or of a forum they do not know.

#include "app/watching.hpp"
#include "delegations.hpp"
#include "floor/frame.hpp"
#include "live/listener.hpp"

#include "registration/particular.hpp"

#include <set>

using namespace sala;
using namespace sala::live;

namespace {

struct Role {
    std::string name;
    std::string role = {};
    std::string part = {};
    std::string forum = "lyon-2030";
};

const std::vector<Role>& roles()
{
    static const std::vector<Role> all{{"anybody"},
                                       {"guest"},
                                       {"secretary", "secretariat"},
                                       {"category-secretary", "secretariat", "category=media"},
                                       {"chair", "chair"},
                                       {"chair-of-a-body", "chair", "body=forum-of-rivers"},
                                       {"accra-focal", "focal-point", "delegation=accra"},
                                       {"quito-focal", "focal-point", "delegation=quito"},
                                       {"quito-delegate", "delegate", "delegation=quito"},
                                       {"interpreter", "interpreter"},
                                       {"door", "door"},
                                       {"press", "press"},
                                       {"observer", "observer"},
                                       {"porto-secretary", "secretariat", "", "porto-2031"}};
    return all;
}

// A sitting in session with words that begin with LEAK wherever people may write some.
class Leaking : public Delegations {
public:
    Hub hub;
    app::Watching watching{store(), hub};

    Leaking()
    {
        fills_porto();
        done("/lyon-2030/sheets/categories/new",
             {{"key", "media"}, {"number", "1"}, {"name_en", "Media"}});
        done("/lyon-2030/sheets/sittings/statements",
             {{"version", "1"}, {"title_en", "LEAK-TITLE"}});
        done("/lyon-2030/sheets/topics/floods", {{"version", "1"}, {"title_en", "LEAK-FLOODS"}});
        done("/lyon-2030/sheets/rooms/tilia", {{"version", "1"}, {"name_en", "LEAK-ROOM"}});
        done("/lyon-2030/sheets/sittings/new", {{"key", "secret-talk"},
                                                {"day", "day-1"},
                                                {"kind", "plenary"},
                                                {"certainty", "planned"},
                                                {"clock", "unknown"},
                                                {"title_en", "LEAK-SITTING"}});
        registers_and_speaks();
        done("/lyon-2030/screens", {{"name", "Foyer"}});
        done("/lyon-2030/screens/1/aim", {{"shows", "sitting statements"}});
        done("/lyon-2030/screens", {{"name", "Back room"}});
        done("/lyon-2030/screens/2/aim", {{"shows", "sitting secret-talk"}});
        for (const auto& one : roles())
            if (one.name != "anybody") {
                if (!one.role.empty())
                    gives(mail_of(one), one.role, one.part, one.forum);
                browser_of(mail_of(one));
            }
    }

    static std::string mail_of(const Role& one) { return one.name + "@people.example"; }
    static Sent as(const Role& one)
    {
        return {.as = As::anyone,
                .who = one.name == "anybody" ? "" : mail_of(one),
                .accept = "application/json"};
    }

    // Everything a stream sends to whoever opens it, and after the floor was told to look again.
    std::string frames_of(const std::string& stream)
    {
        const auto listener = std::make_shared<Listener>();
        hub.join(stream, listener);
        watching.tell({floor::floor_of(stream)});
        REQUIRE(
            comes_true([&] { return listener->heard().find("\"mark\"") != std::string::npos; }));
        settle(hub);
        hub.leave(listener.get());
        return listener->heard();
    }

private:
    void done(const std::string& address, const Fields& fields,
              const Sent& who = {.accept = "application/json"})
    {
        const auto shown = post(address, fields, who);
        CAPTURE(address);
        CAPTURE(shown.body);
        REQUIRE(shown.status < 400);
    }
    void fills_porto()
    {
        auto files = lyon_files();
        files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"LEAK-PORTO\"\ndate = \"2031\"\n"
                              "time_zone = \"Europe/Lisbon\"\n";
        REQUIRE(opens(files, true).empty());
        done("/porto-2031/screens", {{"name", "LEAK-SCREEN"}});
        done("/porto-2031/screens/1/aim", {{"shows", "message"}, {"words", "LEAK-MESSAGE"}});
    }
    void registers_and_speaks()
    {
        Fields person{{"role", "head"}, {"category", "media"}, {"email", "leak@accra.example"}};
        for (const auto& column : registration::all_particulars())
            if (column.kind == registration::Particular::words && column.name != "email")
                person.emplace_back(column.name, "LEAK " + column.name);
        done("/lyon-2030/delegations/accra/people/new", person, kofi);
        REQUIRE(inscribes(kofi, {{"topic", "LEAK-TOPIC"}, {"speech", "LEAK-SPEECH"}}).status ==
                303);
        REQUIRE(leads("open").status == 303);
        done(sitting + "/polls", {{"question", "Is it agreed?"}, {"secret", "yes"}});
        REQUIRE(shows_card(luz, {{"card", "object"}, {"words", "LEAK-OBJECTION"}}).status == 303);
        REQUIRE(leads("give").status == 303);
        REQUIRE(leads("start").status == 303);
        done(sitting + "/place", {{"kind", "reply"}, {"words", "LEAK-ASKED"}}, luz);
    }
};

}  // namespace

TEST_CASE("no frame of any stream, opened in any role, holds what is not for those who watch")
{
    Leaking stage;
    // It is there to be read by those for whom it is.
    CHECK(stage.get(stage.console).holds("LEAK-ASKED"));
    CHECK(stage.get("/lyon-2030/registrations").holds("LEAK"));
    CHECK(stage.get("/porto-2031/screens/1.json").holds("LEAK-MESSAGE"));
    std::set<std::string> streams;
    int opened = 0;
    for (const auto& one : roles())
        for (const auto* audience : {"hall", "lower-third", "everybody", "desk"})
            for (const auto* language : {"en", "th"})
                for (const std::string place :
                     {"sittings/statements", "sittings/secret-talk", "screens/1", "screens/2"}) {
                    const auto path =
                        "/lyon-2030/" + place + "/live?language=" + language +
                        (place.starts_with("sittings") ? "&audience=" + std::string(audience) : "");
                    const auto shown = stage.get(path, Leaking::as(one));
                    CAPTURE(path);
                    CAPTURE(one.name);
                    CHECK_FALSE(shown.holds("LEAK"));
                    // What is not released is no floor for anybody but those who work on it.
                    if (place == "sittings/secret-talk" && one.name != "secretary") {
                        CHECK(shown.problem == "no-such-sitting");
                        continue;
                    }
                    REQUIRE_FALSE(shown.stream.empty());
                    ++opened;
                    if (one.name != "secretary" || place != "sittings/secret-talk")
                        streams.insert(shown.stream);
                }
    CHECK(opened > 200);
    // Roles do not change what is inside: each stream is one for all who may open it.
    CHECK(streams.size() == 12);
    for (const auto& stream : streams) {
        CAPTURE(stream);
        const auto frames = stage.frames_of(stream);
        CAPTURE(frames);
        CHECK(frames.find("LEAK") == std::string::npos);
    }
    // The frames are about something: who speaks is named, the question that is decided as well.
    const auto everybody = stage.frames_of("floor:lyon-2030:statements|everybody|en");
    CHECK(everybody.find("Accra") != std::string::npos);
    CHECK(everybody.find("Is it agreed?") != std::string::npos);
}

TEST_CASE("the streams of a draft forum open for its own secretariat and for nobody else")
{
    Leaking stage;
    for (const auto& one : roles())
        for (const auto* path : {"/porto-2031/sittings/statements/live?audience=everybody",
                                 "/porto-2031/screens/1/live?language=en"}) {
            CAPTURE(path);
            CAPTURE(one.name);
            const auto shown = stage.get(path, Leaking::as(one));
            CHECK(shown.stream.empty() == (one.name != "porto-secretary"));
            CHECK_FALSE(shown.holds("LEAK"));
        }
}

TEST_CASE("cards that are shown are told to whoever leads the sitting, and to nobody else")
{
    Leaking stage;
    const auto topic = "polls:lyon-2030:statements";
    std::map<std::string, std::shared_ptr<Listener>> listeners;
    for (const auto& one : roles()) {
        const auto stream =
            stage.get("/api/live?topic=" + std::string(topic), Leaking::as(one)).stream;
        listeners[one.name] = std::make_shared<Listener>();
        stage.hub.join(stream, listeners[one.name]);
    }
    settle(stage.hub);
    stage.watching.tell({topic, "forum:porto-2031", "door:lyon-2030", "polls:lyon-2030:dinner",
                         "delegation:lyon-2030:accra", "released:lyon-2030"});
    settle(stage.hub);
    for (const auto& one : roles()) {
        CAPTURE(one.name);
        const auto path = stage.sitting + "/polls";
        const bool leads = stage.get(path, Leaking::as(one)).status == 200;
        CHECK(listeners[one.name]->heard() ==
              (leads ? greeting + event_bytes("again", "") + event_bytes("again", topic)
                     : greeting + event_bytes("again", "released:lyon-2030")));
    }
    CHECK(listeners["chair"]->heard().find(topic) != std::string::npos);
}

TEST_CASE("what another copy did is told here, but for floors that changed, which are found")
{
    Leaking stage;
    const Sent chair{.as = As::anyone, .who = "chair@people.example"};
    const auto listener = std::make_shared<Listener>();
    stage.hub.join(stage.get("/api/live?topic=polls:lyon-2030:statements", chair).stream, listener);
    settle(stage.hub);
    const auto again = [](const std::string& topic) { return event_bytes("again", topic); };
    stage.watching.told_elsewhere(
        {"polls:lyon-2030:statements", "floor:lyon-2030:statements", "door:lyon-2030"});
    settle(stage.hub);
    CHECK(listener->heard() == greeting + again("") + again("polls:lyon-2030:statements"));
    stage.watching.told_elsewhere({});
    settle(stage.hub);
    CHECK(listener->heard() ==
          greeting + again("") + again("polls:lyon-2030:statements") + again(""));
}
