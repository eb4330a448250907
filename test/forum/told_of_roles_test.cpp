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
    const auto first = kofi + ": own@lyon.example has a role for Accra at Lyon 2030 now";
    CHECK(told(stage) == std::vector<std::string>{first});
    stage.gives("yaw@accra.example", "delegate", "delegation=accra");
    const auto all = told(stage);
    CHECK(all.size() == 3);  // both who speak for it are told of the delegate
    CHECK(std::none_of(all.begin(), all.end(),
                       [&](const std::string& one) { return one.starts_with(luz); }));
}
