// SPDX-License-Identifier: Apache-2.0
//
// Whatever a screen shows can be called otherwise later: a person is renamed or erased, a topic is
// released anew. Whoever watches is told, and whoever comes back sees no old name.

#include "app/watching.hpp"
#include "delegations.hpp"
#include "live/listener.hpp"

using namespace sala;
using namespace sala::live;

namespace {

const std::string statements = "floor:lyon-2030:statements";

class Told : public Delegations {
public:
    Hub hub;
    app::Watching watching{store(), hub};

    std::shared_ptr<Listener> watches(const std::string& audience = "hall")
    {
        auto listener = std::make_shared<Listener>();
        hub.join(statements + "|" + audience + "|en", listener);
        return listener;
    }
    static bool hears(const std::shared_ptr<Listener>& listener, const std::string& words)
    {
        return comes_true([&] { return listener->heard().find(words) != std::string::npos; });
    }
    // Those who watch are told what was done since, and by nothing else.
    void tells() { watching.tell(told()); }
    void speaks_now(const std::string& delegation)
    {
        leads("open");
        REQUIRE(leads("give " + entry(delegation)).status == 303);
        tells();
    }
    void changes(const std::string& row, Fields more)
    {
        more.emplace_back("version", "1");
        REQUIRE(post("/lyon-2030/sheets/" + row, more).status == 303);
        tells();
    }
    // What a screen shows that was just switched on.
    std::string anew(const std::string& words)
    {
        const auto screen = watches();
        REQUIRE(hears(screen, words));
        return screen->heard();
    }
};

// Of the newest frame: a page whose own is another is fetched again.
std::string mark_of(const std::shared_ptr<Listener>& listener)
{
    const auto heard = listener->heard();
    const auto at = heard.rfind("\"mark\":\"");
    return at == std::string::npos ? "" : heard.substr(at, heard.find('"', at + 8) - at);
}

}  // namespace

TEST_CASE("screens, phones and consoles say the new name of whoever was renamed")
{
    Told stage;
    const auto hall = stage.watches();
    const auto console = stage.watches("desk");
    stage.speaks_now("quito");
    REQUIRE(stage.hears(hall, "Luz Torres"));
    REQUIRE(comes_true([&] {
        return mark_of(console).find(std::to_string(stage.version()) + ".") != std::string::npos;
    }));
    const auto before = mark_of(console);
    stage.changes("persons/luz-torres", {{"name_en", "Luz Andrade"}});
    CHECK(stage.hears(hall, "Luz Andrade"));
    CHECK(comes_true([&] { return mark_of(console) != before; }));
    CHECK(stage.anew("Luz Andrade").find("Luz Torres") == std::string::npos);
    stage.changes("cities/quito", {{"name_en", "Quito"}});
    stage.changes("posts/mayor-of-quito", {{"city", "quito"}, {"title_en", "Mayoress of Quito"}});
    CHECK(stage.hears(hall, "Mayoress of Quito"));
}

TEST_CASE("a topic is called anew when it is released, and a draft is told nobody")
{
    Told stage;
    const auto hall = stage.watches();
    stage.speaks_now("accra");
    REQUIRE(stage.hears(hall, "Living with floods"));
    stage.changes("topics/floods", {{"title_en", "Living with rivers"}});
    REQUIRE(stage.post("/lyon-2030/releases", {{"name", "Second"}, {"despite", "yes"}}).status ==
            303);
    stage.tells();
    CHECK(stage.hears(hall, "Living with rivers"));
    CHECK(stage.anew("Living with rivers").find("Living with floods") == std::string::npos);
}

TEST_CASE("whoever is erased is on no screen any more, in no message, question and group")
{
    Told stage;
    const auto added =
        stage.post("/lyon-2030/delegations/accra/people/new",
                   {{"role", "adviser"}, {"name_en", "Efua Boateng"}, {"post_en", "Deputy"}}, kofi);
    const auto number = added.location.substr(added.location.rfind('/') + 1);
    REQUIRE(
        stage.post("/lyon-2030/delegations/accra/people/" + number + "/submit", {}, kofi).status ==
        303);
    REQUIRE(stage.post("/lyon-2030/registrations/" + number, {{"step", "approve"}}).status == 303);
    REQUIRE(stage
                .inscribes(kofi, {{"kind", "group"},
                                  {"on_behalf", "the friends of Efua Boateng"},
                                  {"person", number}})
                .status == 303);
    const auto hall = stage.watches();
    stage.speaks_now("accra");
    REQUIRE(stage.leads("message", {{"words", "We welcome Efua Boateng"}}).status == 303);
    REQUIRE(stage.post(stage.sitting + "/polls", {{"question", "Thank Efua Boateng?"}}).status ==
            303);
    stage.tells();
    REQUIRE(stage.hears(hall, "Thank Efua Boateng?"));
    REQUIRE(stage.post("/lyon-2030/registrations/" + number + "/erase", {}).status == 303);
    stage.tells();
    CHECK(stage.hears(hall, "Thank […]?"));
    CHECK(stage.anew("Thank […]?").find("Efua") == std::string::npos);
    for (const auto* page : {"/polls", "/polls.json", "/record", "/record.json", "/record.xml",
                             "/floor", "/screen", "/texts"}) {
        CAPTURE(page);
        CHECK_FALSE(stage.get(stage.sitting + page).holds("Efua"));
    }
}

TEST_CASE("what somebody wrote for the hall goes from the screens when their login is erased")
{
    Told stage;
    stage.gives("chair@lyon.example", "chair");
    const auto hall = stage.watches();
    stage.leads("open", {}, "chair@lyon.example");
    REQUIRE(stage.leads("message", {{"words", "Lunch is late"}}, "chair@lyon.example").status ==
            303);
    stage.tells();
    REQUIRE(stage.hears(hall, "Lunch is late"));
    const auto login =
        stage.count("SELECT login FROM login_address WHERE address = 'chair@lyon.example'");
    REQUIRE(stage.post("/login/all/" + std::to_string(login) + "/erase", {}).status == 303);
    stage.tells();
    CHECK(comes_true([&] {
        const auto heard = hall->heard();
        return heard.rfind("event: frame") > heard.rfind("Lunch is late");
    }));
}
