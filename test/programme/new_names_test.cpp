// SPDX-License-Identifier: Apache-2.0
//
// Something is called otherwise, in one language or in both: what readers of each are told.

#include "programme/changes.hpp"
#include "programme/programmes.hpp"

#include <doctest/doctest.h>

using namespace sala;
using namespace sala::programme;

namespace {

// What a reader of `language` is told when the hall Tilia gets another name.
std::string told(const Text& name, const Language& language)
{
    const auto before = programme_of({{sitting("opening", "tilia", 540, 45)}});
    auto after = before;
    REQUIRE(after.rooms[0].name == in_both("Tilia", "ทิเลีย"));
    after.rooms[0].name = name;
    const auto changes = changes_between(before, after);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].what == ProgrammeChange::renamed);
    return sentence_of(changes[0], language).english();
}

}  // namespace

TEST_CASE("each reader is told of a new name they read, and no name changes to itself")
{
    const auto in_english_alone = in_both("Great Hall", "ทิเลีย");
    CHECK(told(in_english_alone, Language::english()) == "“Tilia” is now called “Great Hall”.");
    CHECK(told(in_english_alone, Language::thai()) ==
          "“ทิเลีย” is called otherwise in another language.");

    const auto in_thai_alone = in_both("Tilia", "ห้องใหญ่");
    CHECK(told(in_thai_alone, Language::thai()) == "“ทิเลีย” is now called “ห้องใหญ่”.");
    CHECK(told(in_thai_alone, Language::english()) ==
          "“Tilia” is called otherwise in another language.");

    // Whose language is missing reads English, and is told of the English name.
    CHECK(told(in_english("Great Hall"), Language::thai()) == "“ทิเลีย” is now called “Great Hall”.");
}
