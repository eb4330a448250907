// SPDX-License-Identifier: Apache-2.0
//
// Signing in with a link that works once, and out again; and no way to lead anybody elsewhere.

#include "stage.hpp"
#include "web/login_store.hpp"
#include "web/session_cookie.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sala;
using namespace std::chrono_literals;

namespace {

const Sent stranger{.as = As::anyone, .accept = "application/json"};
const Sent stranger_page{.as = As::anyone};

std::string fresh_link(Stage& stage)
{
    std::string token;
    stage.store().write([&](store::Session& session) {
        token = web::make_sign_in_link(
            session, web::secretariat_login(session, stage.now(), stage.numbering()), stage.now());
        return true;
    });
    return "/login/" + token;
}

// The cookie that a reply hands out: "__Host-sala=..." as a browser sends it back.
std::string cookie_of(const Shown& shown)
{
    const std::string set(shown.header("Set-Cookie"));
    return set.substr(0, set.find(';'));
}

Sent with(const std::string& cookie, bool loopback = true)
{
    return {.as = As::anyone, .loopback = loopback, .headers = {{"Cookie", cookie}}};
}

// The csrf token of the form on a page.
std::string csrf_on(const Shown& page)
{
    const std::string mark = "name=\"csrf\" value=\"";
    const auto at = page.body.find(mark);
    REQUIRE(at != std::string::npos);
    const auto from = at + mark.size();
    return page.body.substr(from, page.body.find('"', from) - from);
}

}  // namespace

TEST_CASE("looking at a sign-in link does not use it up; pressing the button does, once")
{
    Stage stage;
    const auto link = fresh_link(stage);
    for (int i = 0; i < 3; ++i) {
        const auto page = stage.get(link, stranger_page);
        CHECK(page.status == 200);
        CHECK(page.header("Set-Cookie") == "");
        CHECK(page.header("Cache-Control") == "no-store");
        CHECK(page.header("Referrer-Policy") == "no-referrer");
    }
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_link_use") == 0);

    const auto in = stage.post(link, {}, stranger);
    CHECK(in.status == 303);
    CHECK(in.location == "/");
    CHECK(std::string(in.header("Set-Cookie"))
              .ends_with("; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=1209600"));
    CHECK(cookie_of(in).starts_with("__Host-sala="));
    CHECK(stage.get("/lyon-2030/desk", with(cookie_of(in))).status == 200);

    const auto again = stage.post(link, {}, stranger);
    CHECK(again.status == 403);
    CHECK(again.problem == "sign-in-link-over");
    CHECK(again.header("Set-Cookie") == "");
    CHECK(stage.get(link, stranger_page).status == 403);
}

TEST_CASE("a sign-in link is over after fifteen minutes, also for those who have its page open")
{
    Stage stage;
    const auto link = fresh_link(stage);
    stage.passes(15min - 1ms);
    CHECK(stage.get(link, stranger_page).status == 200);
    stage.passes(1ms);
    CHECK(stage.get(link, stranger_page).status == 403);
    CHECK(stage.post(link, {}, stranger).problem == "sign-in-link-over");
    CHECK(stage.count("SELECT COUNT(*) FROM login_session") == 1);
}

TEST_CASE("a link that nobody made signs nobody in, and links are not kept as they are")
{
    Stage stage;
    CHECK(stage.post("/login/" + web::random_token(), {}, stranger).problem == "sign-in-link-over");
    const auto link = fresh_link(stage);
    const auto token = link.substr(link.rfind('/') + 1);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_link WHERE token_hash = '" + token + "'") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM sign_in_link WHERE token_hash = '" +
                      web::token_hash(token) + "'") == 1);
    CHECK(web::random_token() != web::random_token());
    CHECK(web::random_token().size() == 43);
}

TEST_CASE("nobody signs in where the link could be read on the way")
{
    Stage stage;
    const auto link = fresh_link(stage);
    const auto refused =
        stage.post(link, {}, {.as = As::anyone, .accept = "application/json", .loopback = false});
    CHECK(refused.problem == "sign-in-needs-tls");
    CHECK(refused.header("Set-Cookie") == "");
    CHECK(stage.post(link, {}, stranger).status == 303);
}

TEST_CASE(
    "a sign-in link that is opened over plain http says why it signs nobody in, and where it does")
{
    web::House told;
    told.public_url = "https://forum.example";
    Stage stage(std::move(told));
    const auto path = fresh_link(stage);
    const Sent in_the_clear{.as = As::anyone, .language = "en", .loopback = false};
    const auto page = stage.get(path, in_the_clear);
    CHECK(page.status == 200);
    CHECK(page.holds("<h2>Signing in is off here</h2>"));
    CHECK(page.holds("<a href=\"https://forum.example" + path + "\">"));
    CHECK_FALSE(page.holds("<button type=\"submit\">Sign in"));
    CHECK(stage.get(path, {.as = As::anyone, .accept = "application/json", .loopback = false})
              .json()["sign_in_works"]
              .boolean() == false);
    const auto pressed = stage.post(
        path, {}, {.as = As::anyone, .language = "en", .accept = "text/html", .loopback = false});
    CHECK(pressed.status == 403);
    CHECK(pressed.holds("Signing in is off here"));
    const auto safe = stage.get(path, {.as = As::anyone, .language = "en"});
    CHECK(safe.holds("This link signs you in"));
    CHECK_FALSE(safe.holds("Signing in is off here"));
    CHECK(stage.post(path, {}, stranger).status == 303);
}

TEST_CASE("a login ends when its holder signs out, and after fourteen days")
{
    Stage stage;
    const auto first = cookie_of(stage.post(fresh_link(stage), {}, stranger));
    const auto second = cookie_of(stage.post(fresh_link(stage), {}, stranger));
    const auto ask = stage.get("/login/out", with(first));
    CHECK(stage.post("/login/out", {}, with(first)).status == 403);
    CHECK(stage.get("/lyon-2030/desk", with(first)).status == 200);

    const auto out = stage.post("/login/out", {{"csrf", csrf_on(ask)}}, with(first));
    CHECK(out.status == 303);
    CHECK(out.header("Set-Cookie") ==
          "__Host-sala=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0");
    CHECK(stage.get("/lyon-2030/desk", with(first)).status == 303);
    CHECK(stage.get("/lyon-2030/desk", with(second)).status == 200);

    stage.passes(24h * 14 - 1ms);
    CHECK(stage.get("/lyon-2030/desk", with(second)).status == 200);
    stage.passes(1ms);
    CHECK(stage.get("/lyon-2030/desk", with(second)).status == 303);
}

TEST_CASE("the proof of one login is none for another")
{
    Stage stage;
    const auto one = cookie_of(stage.post(fresh_link(stage), {}, stranger));
    const auto other = cookie_of(stage.post(fresh_link(stage), {}, stranger));
    const auto proof = csrf_on(stage.get("/login/out", with(one)));
    CHECK(csrf_on(stage.get("/login/out", with(other))) != proof);
    CHECK(stage.post("/login/out", {{"csrf", proof}}, with(other)).status == 403);
    CHECK(stage.get("/lyon-2030/desk", with(other)).status == 200);
}

TEST_CASE(
    "whoever wanted a page and was asked to sign in comes to that page, in this browser alone")
{
    Stage stage;
    const auto asked = stage.get("/login?next=%2Flyon-2030%2Fdesk%3Fa%3D1", stranger_page);
    CHECK(asked.holds("You then go on to /<span class=\"nb\">lyon-2030</span>/desk?a=1."));
    CHECK(asked.header("Set-Cookie") == "next=%2Flyon-2030%2Fdesk%3Fa%3D1; Path=/login; HttpOnly; "
                                        "SameSite=Lax; Max-Age=900");
    CHECK(asked.header("Cache-Control") == "no-store");

    const auto in = stage.post(fresh_link(stage), {}, with(cookie_of(asked)));
    CHECK(in.location == "/lyon-2030/desk?a=1");
    CHECK(cookie_of(in).starts_with("__Host-sala="));
    CHECK(in.headers.end() !=
          std::find(
              in.headers.begin(), in.headers.end(),
              web::Header("Set-Cookie", "next=; Path=/login; HttpOnly; SameSite=Lax; Max-Age=0")));

    CHECK(stage.post(fresh_link(stage), {}, stranger).location == "/");
    for (const auto* elsewhere : {"next=%2F%2Fevil.example", "next=https%3A%2F%2Fevil.example",
                                  "next=/%09/evil.example", "next=%2F%5Cevil.example"}) {
        CAPTURE(elsewhere);
        CHECK(stage.post(fresh_link(stage), {}, with(elsewhere)).location == "/");
        const auto query = "/login?" + std::string(elsewhere);
        CHECK(stage.get(query, stranger_page).header("Set-Cookie") == "");
    }
}

TEST_CASE("programs read the pages of the door as JSON")
{
    Stage stage;
    CHECK(stage.get("/login/out.json", stranger).body == "{\"signed_in\":false,\"name\":\"\"}\n");
    CHECK(stage.get("/login/out.json").json()["name"].string() == "Secretariat");
    const auto link = fresh_link(stage);
    CHECK(stage.get(link + ".json", stranger).body == "{\"sign_in_works\":true}\n");
    CHECK(stage.get("/login/guessed.json", stranger).problem == "sign-in-link-over");
}

TEST_CASE("a role that was taken away is gone at once")
{
    Stage stage;
    CHECK(stage.get("/lyon-2030/desk").status == 200);
    stage.store().write([&](store::Session& session) {
        session.run("INSERT INTO login_role (id, login, role, given, at) "
                    "SELECT MAX(id) + 1, MAX(login), 'secretariat', 0, 0 FROM login_role");
        return true;
    });
    const auto refused = stage.get("/lyon-2030/desk.json");
    CHECK(refused.status == 403);
    CHECK(refused.problem == "not-your-role");
    CHECK(stage.get("/lyon-2030").status == 200);
}

// Where links and forms of a page lead that is not on this server.
static std::vector<std::string> leading_away(const std::string& page)
{
    std::vector<std::string> away;
    for (const std::string attribute : {" href=\"", " action=\"", " src=\""})
        for (auto at = page.find(attribute); at != std::string::npos;
             at = page.find(attribute, at + 1)) {
            const auto begin = at + attribute.size();
            const auto address = page.substr(begin, page.find('"', begin) - begin);
            const bool here = address.starts_with('/') && !address.starts_with("//") &&
                              !address.starts_with("/\\");
            if (!here && !address.starts_with('#'))
                away.push_back(address);
        }
    return away;
}

TEST_CASE("no address of ours leads to another server")
{
    Stage stage;
    for (const auto* elsewhere :
         {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example",
          "%5C%5Cevil.example", "%2F%09%2Fevil.example", "%2F%0A%2Fevil.example",
          "%2F%0D%0ASet-Cookie%3A%20a%3Db", "javascript%3Aalert(1)", "%2F%00%2Fevil.example",
          "%2F%09%5Cevil.example", "evil.example", "", "%20%2F%2Fevil.example",
          "%2F%2F%2Fevil.example", "%2F%7F%2Fevil.example", "%FF"}) {
        CAPTURE(elsewhere);
        const auto back =
            stage.get("/about/language?to=th&back=" + std::string(elsewhere), stranger_page);
        CHECK(back.status == 303);
        CHECK(back.location == "/");
        CHECK(stage.get("/login?next=" + std::string(elsewhere)).location == "/");
        CHECK(leading_away(stage.get("/login?next=" + std::string(elsewhere), stranger_page).body)
                  .empty());
    }
    CHECK(stage.get("/login?next=%2Flyon-2030%2Fdesk").location == "/lyon-2030/desk");
}

TEST_CASE("the first login, which nobody has named yet, is called by its office in each language")
{
    Stage stage;
    const auto version = stage.get("/lyon-2030/settings.json").json()["version"].string();
    REQUIRE(stage.post("/lyon-2030/settings", {{"version", version}, {"title_en", "Lyon again"}})
                .status == 303);
    for (const auto* address :
         {"/login/mine", "/login/out", "/lyon-2030/settings/history", "/lyon-2030/acts"}) {
        CAPTURE(address);
        const auto in_thai = stage.get(address, {.language = "th"});
        CHECK(in_thai.status == 200);
        CHECK(in_thai.holds("ฝ่ายเลขานุการ"));
        CHECK_FALSE(in_thai.holds("Secretariat"));
        CHECK(stage.get(address).holds("Secretariat"));
    }
    stage.store().write([](store::Session& session) {
        session.run("UPDATE login SET name = 'Ama Mensah'");
        return true;
    });
    const auto named = stage.get("/lyon-2030/acts", {.language = "th"});
    CHECK(named.holds("Ama Mensah"));
    CHECK_FALSE(named.holds("Secretariat"));
}
