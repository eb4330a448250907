// SPDX-License-Identifier: Apache-2.0
//
// When the program itself fails: visitors get a number to tell, and nothing of the inside.

#include "stage_store.hpp"
#include "web/router.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::web;

namespace {

// Two verbs, of which one writes and then fails, and a third that fails with the store.
struct Failing {
    std::unique_ptr<store::Store> store = fresh_store();
    Numbering numbering{1};
    std::vector<std::string> told;
    Router router{*store,
                  {"", true, "test", [] { return Instant{1'900'000'000'000}; }, &numbering, {}},
                  verbs(),
                  [this](const std::vector<std::string>& topics) { told = topics; }};

    static std::vector<NamedVerb> verbs()
    {
        const auto fails = [](Desk&) -> Result<Reply> {
            throw std::runtime_error("hidden thing at /srv/sala.db");
        };
        const auto writes = [](Desk& desk) -> Result<Reply> {
            desk.session().run("INSERT INTO login (id, name, created_at) VALUES (7, 'Nobody', 0)");
            desk.again("forum:lyon");
            throw Fault("SELECT hidden FROM sala");
        };
        const auto strays = [](Desk& desk) -> Result<Reply> {
            desk.session().select<std::string>("SELECT nothing FROM nowhere");
            return Reply{};
        };
        return {{"fail",
                 "src/a/fail.cpp",
                 {.path = "GET /fail", .allow = anyone, .run = simply(fails)}},
                {"write",
                 "src/a/write.cpp",
                 {.path = "POST /write", .allow = anyone, .run = simply(writes)}},
                {"stray",
                 "src/a/stray.cpp",
                 {.path = "GET /stray", .allow = anyone, .run = simply(strays)}}};
    }
    Reply answers(const std::string& method, const std::string& path, const std::string& accept)
    {
        Request request;
        request.method = method;
        request.target = path;
        request.loopback = true;
        request.headers = {{"Accept", accept}};
        return router.answer(request);
    }
    std::int64_t logins()
    {
        std::int64_t number = 0;
        store->read([&](store::Session& session) {
            number = std::get<0>(*session.find<std::int64_t>("SELECT COUNT(*) FROM login"));
        });
        return number;
    }
};

}  // namespace

TEST_CASE("a failure is an incident with a number, and nothing of the inside is shown")
{
    Failing failing;
    const auto page = failing.answers("GET", "/fail", "text/html");
    CHECK(page.status == 500);
    CHECK(page.body.find("<h1>An incident</h1>") != std::string::npos);
    CHECK(page.body.find("713fb300-1") != std::string::npos);
    CHECK(page.body.find("<meta name=\"viewport\"") != std::string::npos);
    CHECK(page.body.find("<a href=\"/\">All forums</a>") != std::string::npos);
    CHECK(page.header("Cache-Control") == "private, no-store");
    CHECK(page.header("Content-Security-Policy") != "");

    const auto json = failing.answers("GET", "/stray", "application/json");
    CHECK(json.status == 500);
    CHECK(json.type == "application/problem+json");
    CHECK((*Json::read(json.body))["code"].string() == "incident");
    CHECK(json.body.find("713fb300-2") != std::string::npos);
    for (const auto* inside :
         {"hidden thing", "/srv", "SELECT", "nowhere", "exception", "fail.cpp"}) {
        CHECK(page.body.find(inside) == std::string::npos);
        CHECK(json.body.find(inside) == std::string::npos);
    }
}

TEST_CASE("a change that fails half way changes nothing and tells nobody")
{
    Failing failing;
    CHECK(failing.answers("POST", "/write", "application/json").status == 500);
    CHECK(failing.logins() == 0);
    CHECK(failing.told.empty());
    CHECK(failing.answers("GET", "/fail", "text/html").status == 500);
}
