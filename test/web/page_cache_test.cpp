// SPDX-License-Identifier: Apache-2.0
//
// Pages that were shown before are shown again without the store, to the right people only.

#include "stage.hpp"
#include "stage_store.hpp"
#include "web/page_cache.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

web::Request asks(const std::string& target, std::vector<web::Header> headers = {},
                  bool loopback = true)
{
    web::Request request;
    request.method = "GET";
    request.target = target;
    request.loopback = loopback;
    request.headers = std::move(headers);
    request.headers.emplace_back("Accept", "text/html");
    return request;
}

std::optional<std::string> kept(Stage& stage, const web::Request& request)
{
    const auto reply = stage.router().at_once(request);
    if (!reply)
        return std::nullopt;
    return reply->shared ? *reply->shared : reply->body;
}

void commits_something(Stage& stage)
{
    stage.store().write([](store::Session& session) {
        session.run("UPDATE forum SET version = version");
        return true;
    });
}

}  // namespace

// PostgreSQL shares its store with other copies of the program, so that no page is kept there.
#define KEEPS_PAGES                                        \
    if (tests_run_on_postgresql()) {                       \
        MESSAGE("skipped: pages are kept on SQLite only"); \
        return;                                            \
    }

TEST_CASE("a public page is kept until somebody commits anything")
{
    KEEPS_PAGES
    Stage stage;
    const auto request = asks("/lyon-2030");
    CHECK_FALSE(kept(stage, request));
    const auto page = stage.router().answer(request);
    CHECK(kept(stage, request) == *stage.router().at_once(request)->shared);
    CHECK(stage.router().at_once(request)->header("ETag") == page.header("ETag"));
    commits_something(stage);
    CHECK_FALSE(kept(stage, request));
}

TEST_CASE("nobody who is signed in gets a kept page, or leaves one behind")
{
    KEEPS_PAGES
    Stage stage;
    const auto own = stage.get("/lyon-2030");
    CHECK(own.holds("/login/out"));
    CHECK_FALSE(kept(stage, asks("/lyon-2030")));
    stage.router().answer(asks("/lyon-2030"));
    CHECK(kept(stage, asks("/lyon-2030")));
    CHECK_FALSE(kept(stage, asks("/lyon-2030", {{"Cookie", "__Host-sala=whatever"}})));
    CHECK_FALSE(kept(stage, asks("/lyon-2030", {{"Authorization", "Bearer sala_whatever"}})));
    stage.router().answer(asks("/lyon-2030/cities", {{"Cookie", "__Host-sala=whatever"}}));
    CHECK_FALSE(kept(stage, asks("/lyon-2030/cities")));
}

TEST_CASE("languages and representations are kept apart")
{
    KEEPS_PAGES
    Stage stage;
    const auto english = asks("/lyon-2030", {{"Accept-Language", "en"}});
    const auto thai = asks("/lyon-2030", {{"Accept-Language", "th"}});
    const auto chosen = asks("/lyon-2030", {{"Accept-Language", "en"}, {"Cookie", "language=th"}});
    stage.router().answer(english);
    CHECK(kept(stage, english)->find("<html lang=\"en\"") != std::string::npos);
    CHECK_FALSE(kept(stage, thai));
    CHECK_FALSE(kept(stage, chosen));
    stage.router().answer(thai);
    CHECK(kept(stage, chosen) == kept(stage, thai));
    CHECK(kept(stage, chosen) != kept(stage, english));

    auto json = asks("/lyon-2030");
    json.headers = {{"Accept", "application/json"}};
    CHECK_FALSE(kept(stage, json));
    stage.router().answer(json);
    CHECK(Json::read(*kept(stage, json)));
    CHECK_FALSE(kept(stage, asks("/lyon-2030?by=topic")));
}

TEST_CASE("what sets a cookie, fails or lasts a moment only is not kept")
{
    KEEPS_PAGES
    Stage stage;
    for (const auto* address :
         {"/about/language?to=th&back=/", "/no-such-forum", "/login/made-up", "/lyon-2030/desk"}) {
        CAPTURE(address);
        stage.router().answer(asks(address));
        CHECK_FALSE(kept(stage, asks(address)));
    }
}

TEST_CASE("that signing in is off is said only where it is")
{
    KEEPS_PAGES
    Stage stage;
    const auto near = asks("/login");
    const auto far = asks("/login", {}, false);
    stage.router().answer(far);
    CHECK(kept(stage, far)->find("Signing in is off here") != std::string::npos);
    CHECK_FALSE(kept(stage, near));
    stage.router().answer(near);
    CHECK(kept(stage, near)->find("Signing in is off here") == std::string::npos);
}

TEST_CASE("no kept page sets a cookie")
{
    KEEPS_PAGES
    Stage stage;
    for (const auto* address :
         {"/", "/lyon-2030", "/lyon-2030/programme", "/about", "/search?q=opening"}) {
        stage.router().answer(asks(address));
        const auto page = stage.router().at_once(asks(address));
        REQUIRE(page);
        CHECK(page->header("Set-Cookie") == "");
        CHECK(page->status == 200);
    }
}

TEST_CASE("a programme whose page marks the present moment is not kept")
{
    KEEPS_PAGES
    Stage stage;
    stage.router().answer(asks("/lyon-2030/programme"));
    CHECK(kept(stage, asks("/lyon-2030/programme")));
    // To 6 May 2030, 09:10 in Lyon.
    stage.passes(Instant{1'904'281'800'000} - stage.now());
    commits_something(stage);
    stage.router().answer(asks("/lyon-2030/programme"));
    CHECK_FALSE(kept(stage, asks("/lyon-2030/programme")));
}

TEST_CASE("public reading is turned away first when the server is busy, screens never")
{
    using web::Asks;
    const auto sort = web::Router::sort;
    CHECK(sort(asks("/lyon-2030")) == Asks::public_page);
    CHECK(sort(asks("/health")) == Asks::page);
    CHECK(sort(asks("/lyon-2030", {{"Cookie", "__Host-sala=a"}})) == Asks::page);
    CHECK(sort(asks("/lyon-2030", {{"Authorization", "Bearer sala_a"}})) == Asks::page);
    CHECK(sort(asks("/lyon-2030", {{"Authorization", "Basic YTph"}})) == Asks::public_page);
    // A screen that comes back; its answer is kept for all others.
    CHECK(sort(asks("/lyon-2030/sittings/statements/live")) == Asks::stream);
    CHECK(sort(asks("/lyon-2030/sittings/statements/live?audience=hall")) == Asks::stream);
    // Nobody gets into that queue by a header.
    CHECK(sort(asks("/lyon-2030", {{"Accept", "text/event-stream"}})) == Asks::public_page);
}

TEST_CASE("what is kept has an end, however many addresses and languages are asked for")
{
    web::PageCache cache;
    const web::Reply page = [] {
        web::Reply reply;
        reply.status = 200;
        reply.body = std::string(1024 * 1024, 'x');
        return reply;
    }();
    int found = 0;
    for (int i = 0; i < 200; ++i)
        cache.keep(asks("/search?q=" + std::to_string(i)), Language::english(), 1, page);
    for (int i = 0; i < 200; ++i)
        found += cache.find(asks("/search?q=" + std::to_string(i)), Language::english(), 1) ? 1 : 0;
    CHECK(found > 0);
    CHECK(found <= 64);
}
