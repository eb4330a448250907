// SPDX-License-Identifier: Apache-2.0
//
// One address, many representations: what a page is served as, and what every reply carries.

#include "stage.hpp"

#include "app/verbs.hpp"
#include "verbs_of_world.hpp"
#include "web/asked.hpp"

#include <doctest/doctest.h>

using namespace sala;
using web::Format;

namespace {

web::Request asks(const std::string& method, const std::string& target,
                  std::vector<web::Header> headers = {})
{
    web::Request request;
    request.method = method;
    request.target = target;
    request.loopback = true;
    request.headers = std::move(headers);
    return request;
}

const Sent by_anyone{.as = As::anyone};

}  // namespace

TEST_CASE("the extension says what a page is served as, whatever is accepted")
{
    Stage stage;
    for (const auto* accept : {"text/html", "application/json", "text/calendar", "*/*", ""}) {
        CAPTURE(accept);
        const Sent sent{.as = As::anyone, .accept = accept};
        CHECK(stage.get("/lyon-2030/programme.json", sent).type == "application/json");
        CHECK(stage.get("/lyon-2030/programme.html", sent).type == "text/html; charset=utf-8");
        CHECK(stage.get("/lyon-2030/programme.ics", sent).type == "text/calendar; charset=utf-8");
        CHECK(stage.get("/lyon-2030/programme.xml", sent).type == "application/xml; charset=utf-8");
    }
}

TEST_CASE(
    "without an extension the Accept header chooses, and what a page is not falls back to the page")
{
    Stage stage;
    const auto type = [&](const std::string& accept) {
        return stage.get("/lyon-2030/programme", {.as = As::anyone, .accept = accept}).type;
    };
    CHECK(type("application/json") == "application/json");
    CHECK(type("text/calendar") == "text/calendar; charset=utf-8");
    CHECK(type("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8") ==
          "text/html; charset=utf-8");
    CHECK(type("application/pdf") == "text/html; charset=utf-8");
    CHECK(
        stage.get("/lyon-2030/programme", {.as = As::anyone, .accept = "application/pdf"}).status ==
        200);
    CHECK(stage.get("/lyon-2030/programme.pdf", by_anyone).status == 404);
    CHECK(stage.get("/lyon-2030/programme.exe", by_anyone).status == 404);
}

TEST_CASE("the representation liked best wins, by weight, then by order")
{
    CHECK(web::format_of_accept("") == Format::html);
    CHECK(web::format_of_accept("*/*") == Format::html);
    CHECK(web::format_of_accept("image/png") == Format::html);
    CHECK(web::format_of_accept("application/json, */*") == Format::json);
    CHECK(web::format_of_accept("application/json;q=0.5, */*") == Format::html);
    CHECK(web::format_of_accept("application/json;q=0.1, text/calendar;q=0.9") == Format::ics);
    CHECK(web::format_of_accept("text/calendar, application/json") == Format::ics);
    CHECK(web::format_of_accept("Application/JSON ; charset=utf-8 ; q=1") == Format::json);
    CHECK(web::format_of_accept("application/json;q=0") == Format::html);
    CHECK(web::format_of_accept("application/problem+json") == Format::json);
    CHECK(web::format_of_accept(",,;q=1,;;") == Format::html);
}

TEST_CASE("the language is the best of those the pages are complete in")
{
    const auto tag = [](const char* header) { return web::preferred_language(header).tag(); };
    CHECK(tag("") == "en");
    CHECK(tag("th") == "th");
    CHECK(tag("TH-th") == "th");
    CHECK(tag("km, th;q=0.8, en;q=0.9") == "en");
    CHECK(tag("en; q=0.3, th; q=0.7") == "th");
    CHECK(tag("th;q=0") == "en");
    CHECK(tag("*") == "en");
    CHECK(tag("thx") == "en");
}

TEST_CASE("a chosen language stays, and an unknown one is not chosen")
{
    Stage stage;
    const auto language = [&](const std::string& cookie) {
        const auto page = stage.get(
            "/about", {.as = As::anyone, .language = "en", .headers = {{"Cookie", cookie}}});
        return page.body.substr(page.body.find("<html lang=\""), 15);
    };
    CHECK(language("language=th") == "<html lang=\"th\"");
    CHECK(language("language=fr") == "<html lang=\"en\"");
    CHECK(language("language=\"><script>") == "<html lang=\"en\"");
    const auto chosen = stage.get("/about/language?to=th&back=%2Flyon-2030%3Fa%3D1", by_anyone);
    CHECK(chosen.status == 303);
    CHECK(chosen.location == "/lyon-2030?a=1");
    CHECK(chosen.header("Set-Cookie") == "language=th; Path=/; SameSite=Lax; Max-Age=31536000");
    CHECK(stage.get("/about/language?to=fr&back=/", by_anyone).status == 404);
}

TEST_CASE("a method that an address does not answer to is told which it does")
{
    Stage stage;
    auto& router = stage.router();
    const auto put = router.answer(asks("PUT", "/lyon-2030/releases"));
    CHECK(put.status == 405);
    CHECK(put.header("Allow") == "GET, HEAD, POST");
    CHECK(router.answer(asks("DELETE", "/lyon-2030")).header("Allow") == "GET, HEAD");
    CHECK(router.answer(asks("BREW", "/lyon-2030")).status == 405);
    CHECK(put.body.find("<h1>Not possible</h1>\n<p class=\"lede\">This address does not answer to "
                        "PUT.</p>") != std::string::npos);
    CHECK(put.body.find("href=\"/lyon-2030/releases\">Go back</a>") != std::string::npos);
    CHECK(put.header("Content-Security-Policy") != "");
    const auto problem =
        router.answer(asks("PUT", "/lyon-2030/releases", {{"Accept", "application/json"}}));
    CHECK(problem.type == "application/problem+json");
    CHECK((*Json::read(problem.body))["code"].string() == "method-not-allowed");
    CHECK(router.answer(asks("PUT", "/no/such/page/at/all")).status == 404);
    CHECK(router.answer(asks("HEAD", "/lyon-2030/programme.pdf")).status == 404);
    CHECK(router.answer(asks("HEAD", "/lyon-2030/programme")).status == 200);
}

TEST_CASE("an address with a slash behind it leads to the one without, and keeps what was asked")
{
    Stage stage;
    auto& router = stage.router();
    const auto led = [&](const std::string& method, const std::string& target) {
        const auto reply = router.answer(asks(method, target));
        return std::to_string(reply.status) + " " + std::string(reply.header("Location"));
    };
    CHECK(led("GET", "/lyon-2030/") == "308 /lyon-2030");
    CHECK(led("HEAD", "/lyon-2030/programme/?by=topic") == "308 /lyon-2030/programme?by=topic");
    CHECK(led("GET", "/") == "200 ");
    CHECK(led("GET", "//") == "308 /");
    CHECK(led("GET", "//evil.example/") == "404 ");
    CHECK(led("GET", "/lyon-2030//") == "404 ");
    CHECK(led("GET", "/no/such/page/at/all/") == "404 ");
    CHECK(led("POST", "/lyon-2030/releases/") == "404 ");
}

TEST_CASE("every public page carries the security headers, and runs nothing of its own")
{
    Stage stage;
    for (const auto& address : public_pages()) {
        CAPTURE(address);
        const auto page = stage.get(address, by_anyone);
        CHECK(page.status < 500);
        const auto policy = page.header("Content-Security-Policy");
        CHECK(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"));
        CHECK(policy.find("unsafe") == std::string_view::npos);
        CHECK(policy.find("frame-ancestors 'none'") != std::string_view::npos);
        CHECK(policy.find("form-action 'self'") != std::string_view::npos);
        CHECK(page.header("X-Content-Type-Options") == "nosniff");
        CHECK(page.header("Vary") ==
              "Accept, Accept-Language, Cookie, Authorization, Accept-Encoding");
        CHECK(page.header("Referrer-Policy") != "");
        CHECK_FALSE(page.holds(" style=\""));
        CHECK_FALSE(page.holds(" onclick="));
        CHECK_FALSE(page.holds("<script>"));
        CHECK_FALSE(page.holds("<style"));
    }
}

TEST_CASE("every public page is there as JSON, in both languages, for everybody alike")
{
    Stage stage;
    for (const auto& address : public_pages()) {
        CAPTURE(address);
        const auto page = stage.get(address, by_anyone);
        if (page.status != 200 || !page.type.starts_with("text/html") ||
            address.starts_with("/about"))
            continue;
        CHECK(stage.get(address, {.as = As::anyone, .language = "th"}).holds("<html lang=\"th\""));
        const auto json = stage.get(address == "/" ? "/.json" : address + ".json", by_anyone);
        CHECK(json.type == "application/json");
        CHECK(Json::read(json.body));
    }
}

TEST_CASE("a public page has an ETag of its bytes; a page for one person is kept by nobody")
{
    Stage stage;
    const auto page = stage.get("/lyon-2030", by_anyone);
    CHECK(page.header("ETag").size() == 18);
    CHECK(page.header("Cache-Control") == "public, max-age=0, must-revalidate");
    CHECK(stage.get("/lyon-2030", by_anyone).header("ETag") == page.header("ETag"));
    CHECK(stage.get("/lyon-2030", {.as = As::anyone, .language = "th"}).header("ETag") !=
          page.header("ETag"));
    const auto own = stage.get("/lyon-2030");
    CHECK(own.header("ETag") == "");
    CHECK(own.header("Cache-Control") == "private, no-store");
    const auto missing = stage.get("/lyon-2031", by_anyone);
    CHECK(missing.status == 404);
    CHECK(missing.header("ETag") == "");
}

TEST_CASE("no reply repeats the name by which the server was called")
{
    Stage stage;
    for (const auto& address : public_pages())
        for (const auto* ending : {"", ".json", ".ics", ".xml", ".atom"}) {
            if (address == "/" && *ending)
                continue;
            CAPTURE(address);
            auto request = asks("GET", address + ending,
                                {{"Host", "evil.example"}, {"X-Forwarded-Host", "evil.example"}});
            const auto reply = stage.router().answer(request);
            const auto& body = reply.shared ? *reply.shared : reply.body;
            CHECK(body.find("evil.example") == std::string::npos);
            for (const auto& [name, value] : reply.headers)
                CHECK(value.find("evil.example") == std::string::npos);
        }
}

TEST_CASE("odd bytes in addresses and questions are no incident")
{
    Stage stage;
    CHECK(stage.get("/%FF", by_anyone).status == 404);
    CHECK(stage.get("/lyon-2030/cities/%00", by_anyone).status == 404);
    CHECK(stage.get("/lyon-2030/cities/" + std::string(5000, 'a'), by_anyone).status == 404);
    for (const auto* path : {"/search?q=%FF", "/search?q=%00", "/lyon-2030/search?q=%C0%80%22%27",
                             "/lyon-2030/programme?by=%FF", "/search?q=%E0%B8", "/search?%FF=%FF&q",
                             "/lyon-2030/search?q=%25%22%2A%20AND%20NOT%20("}) {
        CAPTURE(path);
        CHECK(stage.get(path, by_anyone).status == 200);
    }
    CHECK(stage.get("/lyon-2030/programme?release=99999999999999999999999", by_anyone).status ==
          404);
    CHECK(stage.get("/lyon-2030/programme?release=-1", by_anyone).status == 404);
}

TEST_CASE("health is told without the store, and says nothing more than that")
{
    Stage stage;
    const auto health = stage.router().at_once(asks("GET", "/health"));
    REQUIRE(health);
    CHECK(health->body == "{\"status\":\"ok\",\"version\":\"test\"}\n");
    CHECK(health->header("Cache-Control") == "no-store");
    CHECK(health->header("X-Content-Type-Options") == "nosniff");
    CHECK(stage.router().at_once(asks("HEAD", "/health"))->status == 200);
    CHECK(stage.router().at_once(asks("GET", "/health?from=probe"))->body == health->body);
    CHECK(web::Router::sort(asks("GET", "/health?from=probe")) == web::Asks::page);
    CHECK_FALSE(stage.router().at_once(asks("POST", "/health")));
    CHECK_FALSE(stage.router().at_once(asks("GET", "/healthy")));
}

TEST_CASE("what is refused where the page only leads elsewhere is a page with the sentence")
{
    Stage stage;
    const Sent page{.as = As::anyone};
    CHECK(stage.get("/login/code", page).location == "/login");
    const auto late = stage.post("/login/code", {{"code", "123456"}}, page);
    CHECK(late.status == 403);
    CHECK(late.location == "");
    CHECK(late.holds("This took too long, or there were too many wrong codes."));
    Fields many;
    for (int n = 0; n < 1'001; ++n)
        many.emplace_back("field" + std::to_string(n), "1");
    const auto much = stage.post("/login/code", many, page);
    CHECK(much.status == 422);
    CHECK(much.location == "");
    CHECK(much.holds("This form was sent with more than 1,000 fields."));
}
