// SPDX-License-Identifier: Apache-2.0
//
// The letter that tells somebody of a role.

#include "stage.hpp"

#include "mail/outbox.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace sala;

namespace {

const std::string kofi = "kofi@accra.example";

}  // namespace

TEST_CASE("whoever is given a role is told by a letter that somebody reads first")
{
    Stage stage;
    stage.gives(kofi, "focal-point", "delegation=accra");
    std::vector<mail::Kept> letters;
    stage.store().read(
        [&](store::Session& session) { letters = mail::list(session, stage.forum_id()); });
    REQUIRE(letters.size() == 1);
    CHECK(letters[0].state == mail::LetterState::prepared);
    CHECK(letters[0].letter.to_address == kofi);
    CHECK(letters[0].letter.reason == "role_letter");
    CHECK(letters[0].letter.body.find("this role: Focal point.") != std::string::npos);
}

TEST_CASE("the letter of a role for one part of a forum says which part, and any other says none")
{
    Stage stage;
    REQUIRE(stage
                .post("/lyon-2030/sheets/categories/new",
                      {{"key", "press"}, {"number", "1"}, {"name_en", "Press and media"}})
                .status == 303);
    stage.gives(kofi, "secretariat", "category=press");
    stage.gives("ama@accra.example", "chair", "body=forum-of-rivers");
    stage.gives("luz@quito.example", "delegate", "delegation=quito");
    stage.gives("esi@lyon.example", "door");
    std::map<std::string, std::string> told;
    stage.store().read([&](store::Session& session) {
        for (const auto& one : mail::list(session, stage.forum_id()))
            told[one.letter.to_address] = one.letter.body;
    });
    const auto says = [&](const std::string& to, const std::string& words) {
        return told[to].find(words) != std::string::npos;
    };
    CHECK(says(kofi, "this role: Secretariat.\nIt is for this category only: Press and media.\n"));
    CHECK(says("ama@accra.example", "It is for this body only: Forum of Rivers.\n"));
    CHECK(says("luz@quito.example", "It is for this delegation: Quito.\n"));
    CHECK_FALSE(says("esi@lyon.example", "It is for"));
}
