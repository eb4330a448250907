// SPDX-License-Identifier: Apache-2.0
//
// Nobody gets the eyes of a delegation without its knowing: its focal points are told of each role.

#include "stage.hpp"

#include "mail/outbox.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sala;

namespace {

std::vector<std::string> told(Stage& stage)
{
    std::vector<std::string> all;
    stage.store().read([&](store::Session& session) {
        for (const auto& kept : mail::list(session, stage.forum_id()))
            if (kept.letter.reason == "delegation_role_letter")
                all.push_back(kept.letter.to_address + ": " + kept.letter.subject);
    });
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

TEST_CASE("a delegation's focal points are told when anybody gets a role for it, and no others")
{
    Stage stage;
    const std::string kofi = "kofi@accra.example";
    const std::string luz = "luz@quito.example";
    stage.gives(kofi, "focal-point", "delegation=accra");
    stage.gives(luz, "focal-point", "delegation=quito");
    stage.browser_of(kofi);
    CHECK(told(stage).empty());
    stage.gives("own@lyon.example", "secretariat");
    CHECK(told(stage).empty());
    stage.gives("own@lyon.example", "focal-point", "delegation=accra");
    const auto first = kofi + ": Somebody has a role for Accra at Lyon 2030 now";
    CHECK(told(stage) == std::vector<std::string>{first});
    stage.gives("yaw@accra.example", "delegate", "delegation=accra");
    const auto all = told(stage);
    CHECK(all.size() == 3);  // both who speak for it are told of the delegate
    CHECK(std::none_of(all.begin(), all.end(),
                       [&](const std::string& one) { return one.starts_with(luz); }));
}

TEST_CASE("the letter that leaves by itself says the address, and no name that anybody typed")
{
    Stage stage;
    const std::string kofi = "kofi@accra.example";
    const std::string typed = "URGENT: your account is closed";
    const auto gives = [&](const std::string& address, const std::string& name) {
        return stage
            .post("/lyon-2030/roles", {{"address", address},
                                       {"name", name},
                                       {"role", "focal-point"},
                                       {"delegation", "accra"}})
            .status;
    };
    REQUIRE(gives(kofi, typed) == 303);
    REQUIRE(gives("yaw@accra.example", typed) == 303);
    std::vector<mail::Letter> told;
    stage.store().read([&](store::Session& session) {
        for (const auto& kept : mail::list(session, stage.forum_id()))
            if (kept.letter.reason == "delegation_role_letter") {
                CHECK(kept.state == mail::LetterState::approved);
                told.push_back(kept.letter);
            }
    });
    REQUIRE(told.size() == 1);
    CHECK(told.front().to_address == kofi);
    CHECK(told.front().to_name == "");
    CHECK(told.front().subject.find("URGENT") == std::string::npos);
    CHECK(told.front().body.find("URGENT") == std::string::npos);
    CHECK(told.front().body.starts_with("Hello,"));
    CHECK(told.front().body.find("yaw@accra.example") != std::string::npos);
}

TEST_CASE("a delegation is shared with ten people a day, and with more the day after")
{
    Stage stage;
    const std::string kofi = "kofi@accra.example";
    stage.gives(kofi, "focal-point", "delegation=accra");
    const auto shares = [&](int n) {
        return stage
            .post(
                "/lyon-2030/delegations/accra/focal-points",
                {{"address", "helper" + std::to_string(n) + "@accra.example"}, {"name", "Helper"}},
                {.who = kofi, .accept = "application/json"})
            .problem;
    };
    for (int n = 1; n <= 9; ++n)
        CHECK(shares(n).empty());
    CHECK(shares(10) == "shared-enough-today");
    stage.passes(std::chrono::hours{24});
    CHECK(shares(10).empty());
}
