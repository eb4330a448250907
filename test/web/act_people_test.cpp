// SPDX-License-Identifier: Apache-2.0
//
// Who did what, for whom: a forum calls its people as it wrote their names and learns no other name
// of theirs; nobody signs what they did with somebody else's name; whoever got a role is found.

#include "signing_in.hpp"

using namespace sala;

namespace {

const std::string boss = "boss@lyon.example";
const std::string kofi = "kofi@accra.example";
const std::string office = "office@lyon.example";

void gives_as(Stage& stage, const std::string& address, const std::string& name, Fields fields)
{
    fields.emplace_back("address", address);
    fields.emplace_back("name", name);
    REQUIRE(stage.post("/lyon-2030/roles", fields, {.who = office, .accept = "application/json"})
                .status == 303);
}

std::vector<Json> acts_at(Stage& stage, const std::string& address, const std::string& who = {})
{
    const auto json = stage.get(address, {.who = who}).json();
    const auto& items = json["acts"].items();
    return {items.begin(), items.end()};
}

// Somebody whom another place knows has called themselves so.
class WithBoss : public Stage {
public:
    WithBoss()
    {
        gives(office, "secretariat");
        browser_of(boss);
        REQUIRE(post("/login/mine/name", {{"name", "Governor Real"}},
                     {.who = boss, .accept = "application/json"})
                    .status == 303);
    }
};

}  // namespace

TEST_CASE("a forum learns neither the name nor the number of the login that it gives a role to")
{
    WithBoss stage;
    gives_as(stage, boss, "Typed Name", {{"role", "observer"}});
    gives_as(stage, "new@lyon.example", "Typed Name", {{"role", "observer"}});
    const auto login = std::to_string(
        stage.count("SELECT login FROM login_address WHERE address = '" + boss + "'"));
    for (const auto* page : {"/lyon-2030/acts", "/lyon-2030/acts.json", "/lyon-2030/acts.csv",
                             "/lyon-2030/roles", "/lyon-2030/roles.json"}) {
        CAPTURE(page);
        const auto shown = stage.get(page, {.who = office});
        CHECK(shown.holds("Typed Name"));
        CHECK_FALSE(shown.holds("Governor Real"));
        CHECK_FALSE(shown.holds(login));
        CHECK_FALSE(shown.holds("\"login\""));
    }
    CHECK(acts_at(stage, "/lyon-2030/acts.json?who=Governor", office).empty());
    CHECK(acts_at(stage, "/lyon-2030/acts.json?who=Typed", office).size() == 2);
    const auto act = acts_at(stage, "/lyon-2030/acts.json", office)[1];
    CHECK(act["about"].string() == "Typed Name");
    CHECK(act["whom"].string() == "Typed Name");
    const auto roles = stage.get("/lyon-2030/roles.json", {.who = office}).json();
    bool is_found = false;
    for (const auto& grant : roles["roles"].items())
        is_found = is_found || act["for"].string() == "grant/" + grant["id"].string();
    CHECK(is_found);
}

TEST_CASE("the number of a role does not tell whether a login was made for it")
{
    const auto drawn = [](const std::string& address) {
        WithBoss stage;
        stage.passes(std::chrono::seconds(1));
        const auto first = stage.numbering().next(stage.now().milliseconds());
        gives_as(stage, address, "Typed Name", {{"role", "observer"}});
        return stage.count("SELECT MAX(id) FROM role_grant") - first;
    };
    CHECK(drawn(boss) == drawn("new@lyon.example"));
}

TEST_CASE("whoever got a role is found by the name they were given it under, and who lost it too")
{
    WithBoss stage;
    gives_as(stage, kofi, "Kofi Mensah", {{"role", "focal-point"}, {"delegation", "accra"}});
    gives_as(stage, "press@lyon.example", "Press Desk", {{"role", "press"}});
    const auto found = acts_at(stage, "/lyon-2030/acts.json?who=kofi+mensah", office);
    REQUIRE(found.size() == 1);
    CHECK(found[0]["about"].string() == "Kofi Mensah");
    CHECK(found[0]["whom"].string() == "Accra");
    CHECK(acts_at(stage, "/lyon-2030/acts.json?who=Press", office).size() == 1);
    const auto roles = stage.get("/lyon-2030/roles.json?q=Press", {.who = office}).json();
    REQUIRE(
        stage
            .post("/lyon-2030/roles/" + roles["roles"].items().front()["id"].string() + "/withdraw",
                  {}, {.who = office, .accept = "application/json"})
            .status == 303);
    const auto both = acts_at(stage, "/lyon-2030/acts.json?who=Press", office);
    REQUIRE(both.size() == 2);
    CHECK(both[0]["what"].string() == "withdraw_role");
    CHECK(both[0]["about"].string() == "Press Desk");
    CHECK(stage.get("/lyon-2030/acts.csv").holds(",Accra,"));
    CHECK_FALSE(stage.get("/lyon-2030/acts.csv").holds("delegation/"));
}

TEST_CASE("whoever takes somebody else's name signs nothing with it at a forum, now or before")
{
    WithBoss stage;
    gives_as(stage, kofi, "Kofi Mensah", {{"role", "focal-point"}, {"delegation", "accra"}});
    const Sent by_kofi{.who = kofi, .accept = "application/json"};
    const auto enters = [&](const std::string& name) {
        REQUIRE(stage
                    .post("/lyon-2030/delegations/accra/people/new",
                          {{"role", "adviser"}, {"name_en", name}}, by_kofi)
                    .status == 303);
    };
    enters("Before");
    REQUIRE(stage.post("/login/mine/name", {{"name", office}}, by_kofi).status == 303);
    enters("After");
    for (const auto& act : acts_at(stage, "/lyon-2030/acts.json")) {
        const bool is_kofis = act["what"].string() != "grant_role";
        CHECK((act["who"].string() == "Kofi Mensah") == is_kofis);
    }
    CHECK(stage.get("/lyon-2030/acts.csv").holds(",Kofi Mensah,"));
    // On the server, where they are called as they call themselves, they are told apart, and the
    // act says what they were called until then.
    std::map<std::string, std::set<std::int64_t>> persons;
    const auto all = acts_at(stage, "/login/all/acts.json");
    for (const auto& act : all)
        persons[act["who"].string()].insert(act["person"].integer());
    CHECK(persons[office].size() == 2);
    const auto renamed = std::find_if(all.begin(), all.end(), [](const Json& act) {
        return act["what"].string() == "set_own_name" &&
               act["earlier_name"].string() == "Kofi Mensah";
    });
    REQUIRE(renamed != all.end());
    CHECK(stage.get("/login/all/acts").holds("until then Kofi Mensah"));
    CHECK(stage.get("/login/all/acts.csv").holds(",Kofi Mensah\n"));
    const auto number = std::to_string((*renamed)["person"].integer());
    CHECK(stage.get("/login/all/acts").holds("person " + number));
    CHECK(stage.get("/login/all/acts.csv").holds("," + office + "," + number + ","));
    CHECK(stage.get("/login/mine/data", by_kofi).holds("\"earlier_names\":[\"Kofi Mensah\"]"));
    REQUIRE(stage.post("/login/mine/erase", {}, by_kofi).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM login_rename WHERE earlier = 'Kofi Mensah' OR name = "
                      "'" +
                      office + "'") == 0);
    CHECK_FALSE(stage.get("/login/all/acts.json").holds("Kofi"));
}

TEST_CASE("nobody calls themselves as the office is called, or so that it looks like it")
{
    WithBoss stage;
    const auto refused = [&](const std::string& name) {
        return stage
            .post("/login/mine/name", {{"name", name}}, {.who = boss, .accept = "application/json"})
            .problem;
    };
    for (const auto* name : {"Secretariat", "SECRETARIAT", "The Secretariat", "Ѕecretariat",
                             "ฝ่ายเลขานุการ", "ฝ่าย เลขานุการ"}) {
        CAPTURE(name);
        CHECK(refused(name) == "name-of-the-office");
    }
    for (const auto* name : {"Secretariat\u200B", "Governor\u202E", "\u2066Kofi"}) {
        CAPTURE(name);
        CHECK(refused(name) == "name-with-unseen-signs");
    }
    CHECK(stage.count("SELECT COUNT(*) FROM login WHERE name = 'Governor Real'") == 1);
    CHECK(refused("Luz Secretary") == "");
    // Nor is a login made that readers take for the office.
    gives_as(stage, "sly@lyon.example", "SECRETARIAT", {{"role", "observer"}});
    CHECK(stage.count("SELECT COUNT(*) FROM login WHERE name = 'sly@lyon.example'") == 1);
}

TEST_CASE("whoever comes in ends the session that their browser brings")
{
    Stage stage(told());
    gives_password(stage, ama);
    gives_password(stage, boss);
    Jar jar(stage);
    signs_in(jar, ama, good);
    REQUIRE(jar.signed_in());
    Jar other(stage, "Telephone");
    signs_in(other, ama, good);
    const auto earlier = jar.cookie("__Host-sala");
    signs_in(jar, boss, good);
    CHECK(jar.json("/login/mine").json()["address"].string() == boss);
    CHECK(stage
              .get("/login/mine", {.as = As::anyone,
                                   .accept = "application/json",
                                   .headers = {{"Cookie", "__Host-sala=" + earlier}}})
              .status == 401);
    CHECK(other.signed_in());
}
