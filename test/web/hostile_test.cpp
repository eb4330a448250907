// SPDX-License-Identifier: Apache-2.0
//
// What strangers try: forms that are costly to read, links and logins that should be over, and a
// proxy that makes everybody look like somebody on this machine.

#include "stage.hpp"
#include "web/form.hpp"
#include "web/login_session.hpp"
#include "web/server_head.hpp"
#include "web/server_stage.hpp"

#include <doctest/doctest.h>

#include <fmt/format.h>
#include <optional>

#include <future>

using namespace sala;
using namespace sala::test;

namespace {

const Sent stranger{.as = As::anyone, .accept = "application/json"};

std::string fresh_token(Stage& stage)
{
    std::string token;
    stage.store().write([&](store::Session& session) {
        const auto login = web::secretariat_login(session, stage.now(), stage.numbering());
        token = web::make_sign_in_link(session, login, stage.now());
        return true;
    });
    return token;
}

std::string cookie_of(const Shown& shown)
{
    const std::string set(shown.header("Set-Cookie"));
    return set.substr(0, set.find(';'));
}

Result<web::Form> read_json(const std::string& body)
{
    web::Request request;
    request.method = "POST";
    request.headers = {{"Content-Type", "application/json"}};
    request.body = body;
    return web::read_form(request);
}

std::string post_of(std::size_t bytes)
{
    return fmt::format(
        "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", bytes);
}

}  // namespace

TEST_CASE("whoever may not change anything waits for nobody's turn and takes none")
{
    Stage stage;
    const std::string releases = "/lyon-2030/releases";
    const Sent from_elsewhere{.accept = "application/json",
                              .headers = {{"Sec-Fetch-Site", "cross-site"}}};
    std::future<std::pair<int, int>> asked;
    stage.store().write([&](store::Session&) {
        asked = std::async(std::launch::async, [&] {
            return std::pair{stage.post(releases, {{"name", "x"}}, stranger).status,
                             stage.post(releases, {{"name", "x"}}, from_elsewhere).status};
        });
        CHECK(asked.wait_for(std::chrono::seconds{20}) == std::future_status::ready);
        return false;
    });
    CHECK(asked.get() == std::pair{401, 403});
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'release_programme'") == 0);
}

TEST_CASE("what the public may change is small, and more is refused unread")
{
    Stage stage;
    const auto token = fresh_token(stage);
    const Fields much{{"a", std::string(33 * 1024, 'x')}, {"b", std::string(33 * 1024, 'x')}};
    const auto refused = stage.post("/login/" + token, much, stranger);
    CHECK(refused.status == 413);
    CHECK(refused.problem == "too-much-sent");
    CHECK(refused.header("Set-Cookie") == "");
    CHECK(stage.post("/login/" + token, {}, stranger).status == 303);
}

TEST_CASE("JSON is read up to 2 MiB, because read it takes many times as much")
{
    const std::string open = R"({"a":"b","n":[)";
    const std::string close = "1]}";
    const auto ones = (2 * 1024 * 1024 - open.size() - close.size()) / 2;
    std::string many;
    for (std::size_t i = 0; i < ones; ++i)
        many += "1,";
    auto most = open + many + close;
    most.append(2 * 1024 * 1024 - most.size(), ' ');

    const auto read = read_json(most);
    REQUIRE_FALSE(read);
    CHECK(read.refusal().code == "text-too-long");
    const auto refused = read_json(most + " ");
    REQUIRE_FALSE(refused);
    CHECK(refused.refusal().code == "json-too-long");
}

TEST_CASE("a sign-in link that was used is written down nowhere")
{
    Stage stage;
    const auto token = fresh_token(stage);
    REQUIRE(stage.post("/login/" + token, {}, stranger).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE address LIKE '%" + token + "%'") == 0);
    CHECK(stage.count(
              "SELECT COUNT(*) FROM act WHERE verb = 'sign_in' AND address = '/login/***'") == 1);
}

TEST_CASE("the page of a sign-in link has one word on referrers, and other pages keep theirs")
{
    Stage stage;
    const auto words = [](const Shown& shown) {
        std::vector<std::string> found;
        for (const auto& [name, value] : shown.headers)
            if (name == "Referrer-Policy")
                found.push_back(value);
        return found;
    };
    using Words = std::vector<std::string>;
    CHECK(words(stage.get("/login/" + fresh_token(stage), {.as = As::anyone})) ==
          Words{"no-referrer"});
    CHECK(words(stage.get("/", {.as = As::anyone})) == Words{"same-origin"});
}

TEST_CASE("every way in can be ended at once, and ending it again changes nothing")
{
    Stage stage;
    const auto unused = fresh_token(stage);
    const auto cookie = cookie_of(stage.post("/login/" + fresh_token(stage), {}, stranger));
    const Sent signed_in{.as = As::anyone, .headers = {{"Cookie", cookie}}};
    REQUIRE(stage.get("/lyon-2030/desk", signed_in).status == 200);
    const auto end = [&] {
        stage.store().write([&](store::Session& session) {
            web::end_every_way_in(session, stage.now());
            return true;
        });
    };

    end();
    end();

    CHECK(stage.get("/lyon-2030/desk", signed_in).status == 303);
    CHECK(stage.post("/login/" + unused, {}, stranger).problem == "sign-in-link-over");
    const auto anew = cookie_of(stage.post("/login/" + fresh_token(stage), {}, stranger));
    CHECK(stage.get("/lyon-2030/desk", {.as = As::anyone, .headers = {{"Cookie", anew}}}).status ==
          200);
}

TEST_CASE("what a proxy passes on counts as in the clear unless it says that it came over TLS")
{
    using web::forwarded_in_the_clear;
    CHECK_FALSE(forwarded_in_the_clear({}));
    CHECK_FALSE(forwarded_in_the_clear({{"Host", "a"}, {"Accept", "*/*"}}));
    for (const auto* name : {"Forwarded", "Via", "X-Forwarded-For", "x-real-ip"}) {
        CAPTURE(name);
        CHECK(forwarded_in_the_clear({{name, "192.0.2.7"}}));
        CHECK_FALSE(forwarded_in_the_clear({{name, "192.0.2.7"}, {"X-Forwarded-Proto", "HTTPS"}}));
        CHECK(forwarded_in_the_clear({{"X-Forwarded-Proto", "http"}, {name, "192.0.2.7"}}));
    }
    CHECK(forwarded_in_the_clear({{"X-Forwarded-Proto", "https, http"}}));
    CHECK(forwarded_in_the_clear({{"X-Forwarded-Proto", "https"}, {"X-Forwarded-Proto", "http"}}));
    CHECK_FALSE(forwarded_in_the_clear({{"X-Forwarded-Proto", "https"}}));
}

TEST_CASE("a visitor behind a proxy without TLS is not taken for somebody on this machine")
{
    Opened sala(
        [](const web::Request& request) { return text(request.loopback ? "here" : "away"); });
    const auto ask = [&](const std::string& field) {
        return body_of(sala.ask("GET / HTTP/1.1\r\nHost: a\r\n" + field + "\r\n"));
    };
    CHECK(ask("") == "here");
    CHECK(ask("X-Forwarded-For: 192.0.2.7\r\n") == "away");
    CHECK(ask("X-Forwarded-Proto: http\r\n") == "away");
    CHECK(ask("X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-Proto: https\r\n") == "here");
}

TEST_CASE("a few who hold large files do not keep a small form out")
{
    Opened sala(echo, {.bodies_bytes_max = 100'000, .small_body_bytes = 100});
    std::optional<Wire> large;
    const auto post = [&](std::size_t bytes) {
        return status_of(Wire(sala.port).say(post_of(bytes) + std::string(bytes, 'x')).hear_all());
    };
    // Whoever of the two arrives last is refused, so the large one may have to try again.
    REQUIRE(comes_true([&] {
        large.emplace(sala.port);
        large->say(post_of(100'000) + std::string(99'999, 'x'));
        return post(101) == "503";
    }));
    CHECK(post(100) == "200");
    CHECK(status_of(large->say("x").hear_all()) == "200");
    CHECK(comes_true([&] { return post(101) == "200"; }));
}
