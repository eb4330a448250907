// SPDX-License-Identifier: Apache-2.0
//
// Roles at a forum: what they open, what they do not, and that giving and taking away stays on
// record.

#include "stage.hpp"

#include "forum/grant_store.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const std::string kofi = "kofi@accra.example";

// A second forum with the same cities, so that a role at one could leak into the other.
void opens_porto(Stage& stage)
{
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto 2031\"\ndate = "
                          "\"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    REQUIRE(stage.opens(files, true).empty());
}

std::string grant_number(Stage& stage, const std::string& address)
{
    const auto list = stage.get("/lyon-2030/roles.json").json();
    for (const auto& grant : list["roles"].items())
        if (grant["address"].string() == address)
            return grant["id"].string();
    return {};
}

}  // namespace

TEST_CASE("a role at one forum opens that forum's desk and no other's")
{
    Stage stage;
    opens_porto(stage);
    CHECK(stage.get("/lyon-2030/desk.json", {.who = kofi}).problem == "not-your-role");
    stage.gives(kofi, "secretariat");
    CHECK(stage.get("/lyon-2030/desk", {.who = kofi}).status == 200);
    CHECK(stage.get("/porto-2031/desk.json", {.who = kofi}).problem == "not-your-role");
    CHECK(stage.get("/porto-2031", {.who = kofi}).status == 404);
    CHECK(stage.get("/forums/new.json", {.who = kofi}).problem == "not-your-role");
    const auto first_page = stage.get("/", {.who = kofi});
    CHECK(first_page.holds("Lyon 2030"));
    CHECK_FALSE(first_page.holds("Porto 2031"));
    CHECK_FALSE(stage.get("/search?q=porto", {.who = kofi}).holds("/porto-2031"));
}

TEST_CASE("who prepares a draft finds it on the first page; with another role one does not")
{
    Stage stage;
    opens_porto(stage);
    stage.gives(kofi, "observer", "", "porto-2031");
    CHECK_FALSE(stage.get("/", {.who = kofi}).holds("Porto 2031"));
    CHECK(stage.get("/porto-2031", {.who = kofi}).status == 404);
    CHECK(stage.get("/porto-2031/programme", {.who = kofi}).status == 404);
    stage.gives(kofi, "secretariat", "", "porto-2031");
    CHECK(stage.get("/", {.who = kofi}).holds("Porto 2031"));
    CHECK(stage.get("/porto-2031", {.who = kofi}).status == 200);
    CHECK_FALSE(stage.get("/", {.as = As::anyone}).holds("Porto 2031"));
}

TEST_CASE("every other role opens nothing of the secretariat")
{
    Stage stage;
    for (const auto& role : forum::all_roles()) {
        if (role.word == "secretariat")
            continue;
        CAPTURE(role.word);
        const auto who = role.word + "@lyon.example";
        stage.gives(who, role.word, role.needs.empty() ? "" : "delegation=accra");
        CHECK(stage.get("/lyon-2030/roles.json", {.who = who}).problem == "not-your-role");
        CHECK(stage
                  .post("/lyon-2030/roles",
                        {{"address", who}, {"name", who}, {"role", "secretariat"}},
                        {.who = who, .accept = "application/json"})
                  .problem == "not-your-role");
    }
    CHECK(stage.count("SELECT COUNT(*) FROM role_grant WHERE role = 'secretariat'") == 0);
}

TEST_CASE("a role for one category only opens nothing that does not look at categories")
{
    Stage stage;
    REQUIRE(stage
                .post("/lyon-2030/sheets/categories/new",
                      {{"key", "press"}, {"number", "1"}, {"name_en", "Press"}})
                .status == 303);
    stage.gives(kofi, "secretariat", "category=press");
    CHECK(stage.get("/lyon-2030/desk.json", {.who = kofi}).problem == "not-your-role");
    CHECK(stage.get("/lyon-2030/sheets/rooms.csv", {.who = kofi}).status == 403);
}

TEST_CASE("a permission that looks at a limit is held by who is limited so, and reaches that alone")
{
    web::Visitor visitor;
    visitor.roles = {{"focal-point", {{"delegation", 1}}}, {"chair", {{"body", 7}}}};
    CHECK(forum::focal_points.held_by(visitor));
    CHECK(forum::delegates.held_by(visitor));
    CHECK(forum::chairs.held_by(visitor));
    CHECK_FALSE(web::secretariat.held_by(visitor));
    CHECK_FALSE(forum::doors.held_by(visitor));
    CHECK(forum::focal_points.reaches(visitor, {{"delegation", 1}}));
    CHECK_FALSE(forum::focal_points.reaches(visitor, {{"delegation", 2}}));
    CHECK_FALSE(forum::focal_points.reaches(visitor, {{"body", 7}}));
    CHECK_FALSE(forum::focal_points.reaches(visitor, {}));
    CHECK_FALSE(forum::chairs.reaches(visitor, {{"delegation", 1}}));
    visitor.roles = {{"secretariat"}};
    CHECK(forum::focal_points.reaches(visitor, {{"delegation", 2}}));
}

TEST_CASE("a role that is taken away opens nothing from that moment, and both stay on record")
{
    Stage stage;
    stage.gives(kofi, "secretariat");
    REQUIRE(stage.get("/lyon-2030/desk", {.who = kofi}).status == 200);
    const auto address = "/lyon-2030/roles/" + grant_number(stage, kofi) + "/withdraw";
    CHECK(stage.post(address, {}, {.who = kofi, .accept = "application/json"}).problem ==
          "own-role");
    CHECK(stage.post(address, {}).status == 303);
    CHECK(stage.get("/lyon-2030/desk.json", {.who = kofi}).problem == "not-your-role");
    CHECK(stage.post(address, {}).problem == "already-withdrawn");
    CHECK(stage.count("SELECT COUNT(*) FROM role_grant") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM role_withdrawal WHERE by_login IS NOT NULL") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb IN ('grant_role', 'withdraw_role')") ==
          2);
    stage.gives(kofi, "secretariat");
    CHECK(stage.get("/lyon-2030/desk", {.who = kofi}).status == 200);
}

TEST_CASE("a role cannot be given twice, without what it needs, or for a part that is not there")
{
    Stage stage;
    const auto refusal = [&](Fields fields) {
        fields.insert(fields.begin(), {{"address", kofi}, {"name", "Kofi"}});
        return stage.post("/lyon-2030/roles", fields).problem;
    };
    CHECK(refusal({{"role", "king"}}) == "not-a-choice");
    CHECK(refusal({{"role", "focal-point"}}) == "role-needs-delegation");
    CHECK(refusal({{"role", "focal-point"}, {"delegation", "porto"}}) == "not-a-choice");
    CHECK(refusal({{"role", "door"}, {"delegation", "accra"}}) == "role-not-so-limited");
    CHECK(stage.count("SELECT COUNT(*) FROM login_address") == 0);
    CHECK(refusal({{"role", "focal-point"}, {"delegation", "accra"}}) == "");
    CHECK(refusal({{"role", "focal-point"}, {"delegation", "accra"}}) == "already-granted");
    CHECK(refusal({{"role", "focal-point"}, {"delegation", "quito"}}) == "");
    CHECK(
        stage.post("/lyon-2030/roles", {{"address", "nobody"}, {"name", "Kofi"}, {"role", "door"}})
            .problem == "not-a-mail-address");
    CHECK(stage.count("SELECT COUNT(*) FROM role_grant") == 2);
    CHECK(stage.count("SELECT COUNT(*) FROM login_address") == 1);
}

TEST_CASE("a role of a delegation that was taken off the sheet opens nothing")
{
    Stage stage;
    stage.gives(kofi, "delegate", "delegation=accra");
    const auto roles = [&] {
        std::vector<web::Held> held;
        stage.store().read([&](store::Session& session) {
            const auto login = session.find<std::int64_t>(
                "SELECT login FROM login_address WHERE address = :address", kofi);
            held = forum::roles_at(session, Id<web::Login>{std::get<0>(*login)},
                                   {{"forum", "lyon-2030"}});
        });
        return held.size();
    };
    CHECK(roles() == 1);
    auto files = lyon_files();
    stage.store().write([&](store::Session& session) {
        session.run("DELETE FROM intervention");
        session.run("DELETE FROM delegate");
        session.run("DELETE FROM delegation WHERE key = 'accra'");
        return true;
    });
    CHECK(roles() == 0);
}

TEST_CASE("the page of roles asks as many statements for three roles as for one, and escapes names")
{
    Stage stage;
    stage.gives(kofi, "door");
    const auto one = stage.get("/lyon-2030/roles").statements;
    stage.post(
        "/lyon-2030/roles",
        {{"address", "x@y.example"}, {"name", "<script>alert(1)</script>"}, {"role", "press"}});
    stage.gives("ama@accra.example", "delegate", "delegation=accra");
    const auto page = stage.get("/lyon-2030/roles");
    CHECK(page.statements == one);
    CHECK(page.holds("&lt;script&gt;alert(1)"));
    CHECK_FALSE(page.holds("<script>alert"));
    CHECK(stage.get("/lyon-2030/roles", {.language = "th"}).holds("ผู้ประสานงาน"));
    CHECK(stage.get("/lyon-2030/roles", {.as = As::anyone}).status == 303);
}

TEST_CASE("whose role is taken away is let go, and watches afterwards what the public watches")
{
    Stage stage;
    stage.gives(kofi, "secretariat");
    const auto stream = [&] {
        return stage.get("/api/live?topic=forum:lyon-2030", {.who = kofi}).stream;
    };
    const auto before = stream();
    REQUIRE(before.starts_with("again login:"));
    const auto grants = stage.get("/lyon-2030/roles.json").json();
    const auto grant = grants["roles"].items().at(0)["id"].string();
    stage.told();
    REQUIRE(stage.post("/lyon-2030/roles/" + grant + "/withdraw", {}).status == 303);
    const auto login = before.substr(6, before.find(' ', 6) - 6);
    CHECK(stage.told() == std::vector<std::string>{login});
    CHECK(stream() == "public");
}

TEST_CASE("a forum is told no other name of somebody than the one that was typed there")
{
    Stage stage;
    opens_porto(stage);
    const auto gives = [&](const std::string& forum, const std::string& address,
                           const std::string& name) {
        REQUIRE(stage
                    .post("/" + forum + "/roles",
                          {{"address", address}, {"name", name}, {"role", "observer"}})
                    .status == 303);
    };
    gives("porto-2031", "boss@lyon.example", "Boss of Lyon");
    gives("lyon-2030", "boss@lyon.example", "Typed Name");
    gives("lyon-2030", "nobody@lyon.example", "Other Typed Name");
    const auto page = stage.get("/lyon-2030/roles");
    CHECK(page.holds("Typed Name"));
    CHECK(page.holds("Other Typed Name"));
    CHECK_FALSE(page.holds("Boss of Lyon"));
    CHECK_FALSE(stage.get("/lyon-2030/roles.json").holds("Boss of Lyon"));
    CHECK(stage.get("/porto-2031/roles").holds("Boss of Lyon"));
}

TEST_CASE("who has a role is found by name, address or delegation, a page at a time")
{
    Stage stage;
    for (int n = 0; n < 102; ++n)
        stage.gives("helper" + std::to_string(n) + "@lyon.example", "observer");
    stage.gives(kofi, "focal-point", "delegation=accra");
    const auto found = [&](const std::string& query) {
        const auto json = stage.get("/lyon-2030/roles.json" + query).json();
        return std::pair{json["found"].integer(),
                         static_cast<std::int64_t>(json["roles"].items().size())};
    };
    using Found = std::pair<std::int64_t, std::int64_t>;
    CHECK(found("") == Found{103, 100});
    CHECK(found("?from=100") == Found{103, 3});
    CHECK(found("?q=HELPER101@") == Found{1, 1});
    CHECK(found("?q=accra") == Found{1, 1});
    CHECK(found("?q=%25") == Found{0, 0});
    CHECK(stage.get("/lyon-2030/roles").holds("rel=\"next\""));
    REQUIRE(stage.post("/lyon-2030/roles/" + grant_number(stage, kofi) + "/withdraw", {}).status ==
            303);
    CHECK(found("?q=accra") == Found{1, 1});
    CHECK(stage.get("/lyon-2030/roles?q=accra").holds("Taken away"));
}
