// SPDX-License-Identifier: Apache-2.0
//
// The chain of acts: what was changed, taken out or put in past Sala is found; what the law wants
// erased can go, and the chain still holds. And what somebody can do about what is kept of them.

#include "jar.hpp"

#include "app/kept_data.hpp"
#include "mail/outbox.hpp"
#include "web/act.hpp"
#include "web/code.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace std::chrono_literals;

namespace {

const std::string ama = "ama@accra.example";

// Three acts: two roles and a row, each with an address somebody might want erased.
void acts(Stage& stage)
{
    stage.gives(ama, "secretariat");
    stage.gives("luz@quito.example", "observer");
    REQUIRE(stage
                .post("/lyon-2030/sheets/rooms/new",
                      {{"key", "betula"}, {"venue", "hall"}, {"name_en", "Betula"}}, {.who = ama})
                .status == 303);
}

std::vector<std::string> wrong(Stage& stage)
{
    std::vector<std::string> sentences;
    stage.store().read([&](store::Session& session) { web::check_chain(session, sentences); });
    return sentences;
}

void past_sala(Stage& stage, const std::string& sql)
{
    stage.store().write([&](store::Session& session) { return session.run(sql) > 0; });
}

std::string number_of(Stage& stage, const std::string& address)
{
    return std::to_string(
        stage.count("SELECT login FROM login_address WHERE address = '" + address + "'"));
}

}  // namespace

TEST_CASE("acts are numbered without a gap and fit one another")
{
    Stage stage;
    acts(stage);
    CHECK(stage.count("SELECT COUNT(*) FROM act") == 3);
    CHECK(stage.count("SELECT MAX(number) FROM act") == 3);
    CHECK(wrong(stage).empty());
}

TEST_CASE("whatever is changed in an act past Sala is found, and so is an act that was taken out")
{
    for (const auto* change :
         {"UPDATE act SET verb = 'edit_row' WHERE number = 2",
          "UPDATE act SET login = NULL WHERE number = 2",
          "UPDATE act SET at = at + 1 WHERE number = 2",
          "UPDATE act SET for_whom = 'delegation/1' WHERE number = 2",
          "UPDATE act SET address = '/lyon-2030/desk' WHERE number = 2",
          "UPDATE act SET peer = '192.0.2.1' WHERE number = 2",
          "UPDATE act SET peer = '192.0.2.1', peer_salt = '' WHERE number = 2",
          "UPDATE act SET peer_digest = 'x' WHERE number = 2",
          "UPDATE act SET hash = 'x' WHERE number = 2", "DELETE FROM act WHERE number = 2",
          "UPDATE act SET number = 7 WHERE number = 2",
          "INSERT INTO act (id, verb, address, at, number) VALUES (1, 'edit_row', '/', 1, 4)"}) {
        CAPTURE(change);
        Stage stage;
        acts(stage);
        past_sala(stage, change);
        CHECK_FALSE(wrong(stage).empty());
    }
}

TEST_CASE("acts that were cut off at the end are found by who has noted where the chain ended")
{
    Stage stage;
    acts(stage);
    store::SealEnd noted;
    stage.store().read([&](store::Session& session) { noted = store::seal_end(session); });
    const auto all_of_it = noted;
    const auto holds = [&] {
        bool held = false;
        stage.store().read(
            [&](store::Session& session) { held = web::chain_holds(session, noted); });
        return held;
    };
    stage.gives("new@lyon.example", "press");
    CHECK(holds());
    noted.number = 0;  // a page of acts says the hash alone
    CHECK(holds());
    noted.hash.front() = noted.hash.front() == 'a' ? 'b' : 'a';
    CHECK_FALSE(holds());
    noted = all_of_it;
    stage.store().write([&](store::Session& session) {
        std::vector<std::string> sentences;
        session.run("DELETE FROM \"act\" WHERE number >= 3");
        web::check_chain(session, sentences);
        CHECK(sentences.empty());
        store::check_seals(session, sentences);
        CHECK(sentences.size() == 2);
        session.run("DELETE FROM sealed WHERE number >= :number", noted.number);
        CHECK_FALSE(web::chain_holds(session, noted));
        return false;
    });
    CHECK(holds());
}

TEST_CASE("the page of acts says who, for whom and where, finds, and is exported")
{
    Stage stage;
    acts(stage);
    const auto page = stage.get("/lyon-2030/acts");
    CHECK(page.holds("Gave a role"));
    CHECK(page.holds("<code>/lyon-2030/sheets/rooms/new</code>"));
    CHECK(page.holds("127.0.0.1"));
    const auto numbers = [&](const std::string& query) {
        std::vector<std::int64_t> found;
        const auto json = stage.get("/lyon-2030/acts.json" + query).json();
        for (const auto& act : json["acts"].items())
            found.push_back(act["number"].integer());
        return found;
    };
    CHECK(numbers("") == std::vector<std::int64_t>{3, 2, 1});
    CHECK(numbers("?who=AMA") == std::vector<std::int64_t>{3, 1});  // and got a role
    CHECK(numbers("?who=%25").empty());
    CHECK(numbers("?verb=grant_role") == std::vector<std::int64_t>{2, 1});
    CHECK(numbers("?before=2") == std::vector<std::int64_t>{1});
    CHECK(numbers("?until=2029-01-01").empty());
    CHECK(numbers("?since=2030-01-01") == std::vector<std::int64_t>{3, 2, 1});
    CHECK(numbers("?since=%27%20OR%201=1").size() == 3);
    const auto csv = stage.get("/lyon-2030/acts.csv");
    CHECK(csv.header("Content-Disposition").starts_with("attachment"));
    CHECK(csv.holds("add_row,/lyon-2030/sheets/rooms/new," + ama));
    past_sala(stage, "UPDATE role_grant_name SET name = '=1+2' WHERE name = '" + ama + "'");
    CHECK(stage.get("/lyon-2030/acts.csv").holds(",'=1+2,"));
}

TEST_CASE(
    "who signed in stands beside the act, whatever way they came, and erasing takes from where")
{
    Stage stage;
    acts(stage);
    const auto number = number_of(stage, ama);
    const auto login = Id<web::Login>{std::stoll(number)};
    const auto came = [&](const std::string& who) {
        std::vector<std::string> verbs;
        const auto json = stage.get("/login/all/acts.json" + who).json();
        for (const auto& act : json["acts"].items())
            if (act["what"].string() != "add_row")
                verbs.push_back(act["what"].string() + "/" + act["for"].string());
        return verbs;
    };
    const auto link = [&] {
        std::string token;
        stage.store().write([&](store::Session& session) {
            token = web::make_sign_in_link(session, login, stage.now(), web::Way::letter);
            return true;
        });
        return "/login/" + token;
    };
    Jar jar(stage);
    REQUIRE(jar.post(link(), {}).status == 303);
    const std::string password = "river lantern copper tide";
    REQUIRE(jar.post("/login/mine/password", {{"password", password}}).status == 303);
    REQUIRE(jar.post("/login/mine/code/begin", {}).status == 303);
    const auto code = [&] {
        std::string key;
        stage.store().read(
            [&](store::Session& session) { key = web::code_key_of(session, login)->key; });
        return web::code_at(key, stage.now());
    };
    REQUIRE(jar.post("/login/mine/code", {{"code", code()}}).status == 200);
    stage.passes(2min);
    // Somebody else's browser: the act is of who comes in, not of who was there before.
    const auto& browser = stage.browser_of("luz@quito.example");
    const auto first = stage.post("/login", {{"address", ama}, {"password", password}},
                                  {.who = "luz@quito.example", .accept = "application/json"});
    REQUIRE(first.location == "/login/code");
    CHECK_FALSE(browser.session.empty());
    Jar other(stage);
    REQUIRE(other.post("/login", {{"address", ama}, {"password", password}}).status == 303);
    REQUIRE(other.post("/login/code", {{"code", code()}}).status == 303);
    CHECK(came("?who=AMA") ==
          std::vector<std::string>{"give_code/", "sign_in_with_password/", "sign_in_with_password/",
                                   "confirm_code_setup/", "begin_code_setup/", "set_password/",
                                   "sign_in/", "grant_role/login/" + number});
    CHECK(came("?who=luz").size() == 1);  // was given a role, and did nothing
    CHECK_FALSE(stage.get("/login/all/acts").holds("a visitor"));
    CHECK(other.json("/login/mine/data").json()["acts"].items().size() == 8);

    // An act of before, when signing in did not say whose it was.
    past_sala(stage, "INSERT INTO act (id, verb, address, at, number, peer, peer_salt) SELECT 1, "
                     "'sign_in', '/login/…', started_at, -1, '192.0.2.1', 'x' FROM login_session "
                     "WHERE login = " +
                         number + " AND way = 'letter'");
    REQUIRE(other.post("/login/mine/erase", {}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE peer <> '' AND (login = " + number +
                      " OR login IS NULL)") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE peer <> ''") == 2);
    CHECK(wrong(stage).empty());
    CHECK_FALSE(stage.get("/login/all/acts").holds(ama));
}

TEST_CASE("acts of one forum are not shown at another, not even where addresses begin alike")
{
    Stage stage;
    acts(stage);
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"lyon-20\"\ntitle_en = \"Other\"\ndate = "
                          "\"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    REQUIRE(stage.opens(files).empty());
    CHECK(stage.get("/lyon-20/acts.json").json()["acts"].items().empty());
    CHECK(stage.get("/login/all/acts.json").json()["acts"].items().size() == 3);
    CHECK(stage.get("/login/all/acts.json", {.who = ama}).status == 403);
    CHECK(stage.get("/lyon-2030/acts.json", {.who = "luz@quito.example"}).status == 403);
}

TEST_CASE(
    "anybody reads what is kept; who is signed in takes a copy of their own and nobody else's")
{
    Stage stage;
    acts(stage);
    const auto page = stage.get("/about/privacy", {.as = As::anyone});
    CHECK(page.status == 200);
    for (const auto& data : app::all_kept_data())
        CHECK(page.holds(data.until.english()));
    const auto copy = stage.get("/login/mine/data.json", {.who = ama});
    CHECK(copy.header("Content-Disposition").starts_with("attachment"));
    CHECK(copy.json()["login"]["address"].string() == ama);
    CHECK(copy.json()["roles"].items().size() == 1);
    CHECK(copy.json()["acts"].items().size() == 1);
    CHECK(copy.json()["letters"].items().size() == 1);
    CHECK_FALSE(copy.holds("luz@quito.example"));
    CHECK(stage.get("/login/mine/data.json", {.as = As::anyone}).status == 401);
}

TEST_CASE("who is erased is gone from every table; what they did stays, and the chain holds")
{
    Stage stage;
    acts(stage);
    const auto number = number_of(stage, ama);
    REQUIRE(stage.post("/login/mine/erase", {}, {.who = ama}).status == 303);
    CHECK(wrong(stage).empty());
    CHECK(stage.count(
              "SELECT COUNT(*) FROM act WHERE verb IN ('add_row', 'erase_myself') AND login = " +
              number + " AND peer = ''") == 2);
    CHECK(stage.count("SELECT COUNT(*) FROM login WHERE id = " + number + " AND name = ''") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM login_address WHERE address = '" + ama + "'") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM letter WHERE to_address = '" + ama +
                      "' OR body LIKE '%" + ama + "%'") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM login_session WHERE login = " + number +
                      " AND (device <> '' OR peer <> '')") == 0);
    CHECK(stage.get("/lyon-2030/desk.json", {.who = ama}).status == 401);
    CHECK_FALSE(stage.get("/lyon-2030/roles").holds(ama));
    CHECK_FALSE(stage.get("/lyon-2030/acts").holds(ama));
    CHECK(stage.get("/lyon-2030/acts").holds("somebody who was erased"));
    // Others are not touched, and the address may begin anew, with nothing of before.
    CHECK(stage.get("/lyon-2030/roles").holds("luz@quito.example"));
    stage.gives(ama, "observer");
    CHECK(number_of(stage, ama) != number);
}

TEST_CASE("what is past its time is forgotten, and nothing before")
{
    Stage stage;
    acts(stage);
    const auto peers = [&] { return stage.count("SELECT COUNT(*) FROM act WHERE peer <> ''"); };
    const auto sessions = [&] { return stage.count("SELECT COUNT(*) FROM login_session"); };
    web::forget_in_time(stage.store(), app::all_kept_data(), stage.now());
    CHECK(peers() == 3);
    CHECK(sessions() == 2);
    web::forget_in_time(stage.store(), app::all_kept_data(), stage.now() + 24h * 45);
    CHECK(peers() == 3);
    CHECK(sessions() == 0);
    web::forget_in_time(stage.store(), app::all_kept_data(), stage.now() + 24h * 366);
    CHECK(peers() == 0);
    CHECK(wrong(stage).empty());
}
