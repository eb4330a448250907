// SPDX-License-Identifier: Apache-2.0
//
// Who gets in where: no page of the secretariat for others, no change without its proof, and an
// act for every change that was made.

#include "stage.hpp"
#include "verbs_of_world.hpp"

#include "web/form_origin.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const Fields release{{"name", "Second"}};
const std::string releases = "/lyon-2030/releases";

std::int64_t acts(Stage& stage) { return stage.count("SELECT COUNT(*) FROM act"); }
std::int64_t released(Stage& stage) { return stage.count("SELECT COUNT(*) FROM release"); }

// Something to release: the opening moves.
void moves_opening(Stage& stage)
{
    auto files = lyon_files();
    auto& sittings = files["sittings.csv"];
    sittings.replace(sittings.find("09:00"), 5, "09:15");
    REQUIRE(stage.opens(files).empty());
}

}  // namespace

TEST_CASE("no page of the secretariat opens without its login: people are led to sign in, programs "
          "are told")
{
    Stage stage;
    const auto pages = addresses("GET", "secretariat");
    CHECK(pages.size() > 10);
    for (const auto& page : pages) {
        CAPTURE(page);
        const auto shown = stage.get(page, {.as = As::anyone});
        CHECK(shown.status == 303);
        CHECK(shown.location.starts_with("/login?next=%2F"));
        CHECK(shown.body == "");
        for (const auto* ending : {".json"}) {
            const auto refused = stage.get(page + ending, {.as = As::anyone});
            CHECK(refused.status == 401);
            CHECK(refused.problem == "sign-in-first");
        }
        CHECK(stage.get(page, {.as = As::anyone, .accept = "application/json"}).status == 401);
        CHECK(stage.get(page, {.as = As::anyone, .headers = {{"Cookie", "__Host-sala=guessed"}}})
                  .status == 303);
    }
}

TEST_CASE("no change of the secretariat is made without its login")
{
    Stage stage;
    const auto before = acts(stage);
    for (const auto& address : addresses("POST", "secretariat")) {
        CAPTURE(address);
        const auto refused =
            stage.post(address, release, {.as = As::anyone, .accept = "application/json"});
        CHECK(refused.status == 401);
        CHECK(refused.problem == "sign-in-first");
        CHECK(stage.post(address, release, {.as = As::anyone}).status == 401);
    }
    CHECK(acts(stage) == before);
    CHECK(released(stage) == 1);
}

TEST_CASE("who sends a form signed out is led to the sign-in page and told that nothing was saved")
{
    Stage stage;
    const auto page =
        stage.post(releases, release, {.as = As::anyone, .language = "en", .accept = "text/html"});
    CHECK(page.status == 401);
    CHECK(page.holds("<h1>Please sign in first.</h1>\n<p class=\"lede\">Nothing was saved."));
    CHECK(page.holds("href=\"/login?next=%2Flyon-2030%2Freleases\">Sign in</a>"));
    CHECK_FALSE(page.holds("Not possible"));
    CHECK_FALSE(page.holds("<textarea"));  // nothing says that a page of ours sent it
    CHECK(acts(stage) == 0);
}

TEST_CASE(
    "whose login ended while they wrote gets back what they typed, and nothing that is secret")
{
    Stage stage;
    const Sent from_here{.as = As::anyone,
                         .language = "en",
                         .accept = "text/html",
                         .headers = {{"Sec-Fetch-Site", "same-origin"}}};
    const auto row = stage.post("/lyon-2030/sheets/rooms/hall",
                                {{"version", "1"},
                                 {"csrf", "of-the-login"},
                                 {"name_en", "The <old> hall"},
                                 {"name_th_corrected", "ห้องใหญ่"},
                                 {"kind", ""},
                                 {"elsewhere", "no column"}},
                                from_here);
    CHECK(row.status == 401);
    CHECK(row.header("Cache-Control") == "private, no-store");
    CHECK(row.holds("<label for=\"typed-1\">Name (English)</label><textarea id=\"typed-1\" "
                    "rows=\"2\" readonly>\nThe &lt;old&gt; hall</textarea>"));
    CHECK(row.holds(">Name (Thai, as meant)</label>"));
    CHECK_FALSE(row.holds("of-the-login"));
    CHECK_FALSE(row.holds("no column"));
    CHECK_FALSE(row.holds("typed-3"));
    CHECK_FALSE(row.holds("256 KiB"));

    const auto secret =
        stage.post("/login/mine/password",
                   {{"current", "old-secret-words"}, {"password", "new-secret-words"}}, from_here);
    CHECK(secret.status == 401);
    CHECK_FALSE(secret.holds("secret-words"));

    const auto named = stage.post(releases, {{"name", "Second"}, {"unasked", "x"}}, from_here);
    CHECK(named.holds(">Name of the release</label>"));
    CHECK_FALSE(named.holds("typed-2"));

    const auto long_one =
        stage.post(releases, {{"name", std::string(300UL * 1024, 'x')}}, from_here);
    CHECK(long_one.status == 401);
    CHECK_FALSE(long_one.holds("<textarea"));
    CHECK(long_one.holds("256 KiB"));
    CHECK(acts(stage) == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM revision WHERE origin = 'edit'") == 0);
}

TEST_CASE("no change is made without the proof that one of our forms sent it")
{
    Stage stage;
    moves_opening(stage);
    for (const auto& address : addresses("POST", "secretariat")) {
        CAPTURE(address);
        const auto refused =
            stage.post(address, release, {.accept = "application/json", .csrf = false});
        CHECK(refused.status == 403);
        CHECK(refused.problem == "form-is-old");
    }
    auto forged = release;
    forged.emplace_back("csrf", "forged");
    CHECK(stage.post(releases, forged, {.accept = "application/json", .csrf = false}).problem ==
          "form-is-old");
    CHECK(released(stage) == 1);
    CHECK(acts(stage) == 0);
    CHECK(stage.told().empty());

    CHECK(stage.post(releases, release).status == 303);
    CHECK(released(stage) == 2);
}

TEST_CASE("a form that another site sends is turned away, proof or not")
{
    Stage stage;
    moves_opening(stage);
    for (const auto* site : {"cross-site", "same-site"}) {
        const auto refused =
            stage.post(releases, release,
                       {.accept = "application/json", .headers = {{"Sec-Fetch-Site", site}}});
        CHECK(refused.status == 403);
        CHECK(refused.problem == "another-site");
    }
    CHECK(released(stage) == 1);
    for (const auto* site : {"same-origin", "none"})
        CHECK(stage
                  .post(releases, {},
                        {.accept = "application/json", .headers = {{"Sec-Fetch-Site", site}}})
                  .problem == "required");
}

TEST_CASE("a form that says it comes from another address is turned away, and from ours it is not")
{
    const auto elsewhere = [](std::vector<web::Header> headers, bool secret = false) {
        web::Request request;
        request.headers = std::move(headers);
        return web::comes_from_elsewhere(request, "https://sala.example/", secret);
    };
    for (const auto* origin : {"http://evil.example", "https://forum.example.evil.example", "null",
                               "http://forum.example:8443"})
        CHECK(elsewhere({{"Host", "forum.example"}, {"Origin", origin}}));
    for (const auto* origin : {"https://forum.example", "http://Forum.example",
                               "https://forum.example:443", "https://sala.example"})
        CHECK_FALSE(elsewhere({{"Host", "forum.example"}, {"Origin", origin}}));
    CHECK_FALSE(elsewhere({{"Host", "[::1]:8080"}, {"Origin", "http://[::1]:8080"}}));
    // The browser has compared, and a proxy has written another Host.
    CHECK_FALSE(elsewhere({{"Host", "127.0.0.1:8080"},
                           {"Origin", "https://forum.example"},
                           {"Sec-Fetch-Site", "same-origin"}}));
    // A page without referrers says "null"; only its own address has the secret that lets it.
    CHECK_FALSE(elsewhere({{"Host", "forum.example"}, {"Origin", "null"}}, true));
    CHECK(elsewhere({{"Host", "forum.example"}, {"Origin", "http://evil.example"}}, true));
    CHECK_FALSE(elsewhere({{"Host", "forum.example"}}));
    Stage stage;
    moves_opening(stage);
    CHECK(stage
              .post(releases, release,
                    {.accept = "application/json", .headers = {{"Origin", "http://evil.example"}}})
              .problem == "another-site");
    CHECK(released(stage) == 1);
}

TEST_CASE("a login counts only where nobody can read it on the way")
{
    Stage stage;
    moves_opening(stage);
    const Sent in_the_clear{.accept = "application/json", .loopback = false};
    const Sent over_tls{.accept = "application/json", .secure = true, .loopback = false};
    const auto sent_on = stage.get("/lyon-2030/desk", {.loopback = false});
    CHECK(sent_on.status == 303);
    CHECK(sent_on.location == "/login?next=%2Flyon-2030%2Fdesk");
    const auto refused = stage.get("/lyon-2030/desk", in_the_clear);
    CHECK(refused.status == 403);
    CHECK(refused.json()["status"].integer() == 403);
    CHECK(refused.problem == "sign-in-needs-tls");
    CHECK(stage.post(releases, release, in_the_clear).problem == "sign-in-needs-tls");
    CHECK(released(stage) == 1);
    const auto page = stage.get("/lyon-2030", {.loopback = false});
    CHECK(page.status == 200);
    CHECK_FALSE(page.holds("/login/out"));
    CHECK(
        stage.get("/login", {.as = As::anyone, .loopback = false}).holds("Signing in is off here"));

    CHECK(stage.get("/lyon-2030/desk", over_tls).status == 200);
    CHECK(stage.post(releases, release, over_tls).status == 303);
}

TEST_CASE("a change that was made leaves an act, and a refused one leaves none")
{
    Stage stage;
    CHECK(stage.post(releases, release).problem == "nothing-to-release");
    CHECK(stage.post(releases, {}).problem == "required");
    CHECK(acts(stage) == 0);
    CHECK(stage.told().empty());

    moves_opening(stage);
    CHECK(stage.post(releases, release).location == releases);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'release_programme' AND address = "
                      "'/lyon-2030/releases' "
                      "AND login IS NOT NULL") == 1);
    CHECK(acts(stage) == 1);
    CHECK(stage.told() == std::vector<std::string>{"released:lyon-2030", "forum:lyon-2030"});
}

TEST_CASE("a refused form comes back with what was typed and a sentence beside the field")
{
    Stage stage;
    moves_opening(stage);
    const auto page = stage.post(releases, {{"name", ""}, {"note", "Because of <rain>"}}, {});
    CHECK(page.status == 422);
    CHECK(page.type == "text/html; charset=utf-8");
    CHECK(page.holds("Because of &lt;rain&gt;</textarea>"));
    CHECK(page.holds("<p class=\"error\" id=\"name-e\">Please fill this in.</p>"));
    CHECK(page.header("Cache-Control") == "private, no-store");
    CHECK(released(stage) == 1);
}
