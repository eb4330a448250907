// SPDX-License-Identifier: Apache-2.0
//
// Sittings while they sit: the real ones of the samples, who has the floor, the list, the record.

#include "programme/open_forum.hpp"
#include "scenarios/world.hpp"

#include <fmt/format.h>

#include <functional>

namespace sala::scenarios {

namespace {

std::string clock_words(std::int64_t milliseconds)
{
    const auto seconds = milliseconds / 1000;
    return fmt::format("{}{}:{:02}", seconds < 0 ? "-" : "", std::abs(seconds) / 60,
                       std::abs(seconds) % 60);
}

Json floor_of(const Telling& t, const std::string& page)
{
    return t.world.asks(t.step.line,
                        "/" + t.world.forum + "/sittings/" + t.places.at(0) + "/" + page);
}

std::string english(const Json& text) { return text["en"]["verbatim"].string(); }

// "Bangkok, 6:40 left, running"
std::string who_has_it(const Json& floor)
{
    const auto& speaking = floor["speaking"].items();
    if (speaking.empty())
        return "nobody";
    const auto& clock = floor["clock"];
    return english(speaking.back()["name"]) + ", " + clock_words(clock["left"].integer()) +
           " left, " + (clock["running"].boolean() ? "running" : "standing");
}

void import_sample(Telling t)
{
    const auto read = sheet::read_folder(std::string(SALA_SOURCE) + "/samples/" + t.places.at(0));
    bool kept = false;
    t.world.stage.store().write([&](store::Session& session) {
        const auto opened = programme::open_from_files(
            session, read, 0,
            {false, false, {}, t.world.stage.now(), &t.world.stage.numbering(), {.server = true}});
        return kept = opened.problems.empty();
    });
    if (!kept)
        throw Wrong{t.step.line, "The sample has problems."};
    t.world.forum = t.places.at(0);
}

std::vector<std::string> lines_of(const Json& list,
                                  const std::function<std::string(const Json&)>& f)
{
    std::vector<std::string> lines;
    for (const auto& one : list.items())
        lines.push_back(f(one));
    return lines;
}

}  // namespace

const std::vector<Phrase>& phrases_of_the_floor()
{
    static const std::vector<Phrase> phrases{
        {"the sample {slug} is imported", import_sample},
        {"the floor of {sitting} is {\"words\"}",
         [](Telling t) { t.expect(who_has_it(floor_of(t, "floor")), t.places.at(1)); }, true},
        {"the list of {sitting:}",
         [](Telling t) {
             t.expect_below(lines_of(floor_of(t, "floor")["list"],
                                     [](const Json& one) { return english(one["name"]); }));
         },
         true},
        {"nobody waits in {sitting}",
         [](Telling t) {
             t.expect(std::to_string(floor_of(t, "floor")["list"].items().size()), "0");
         },
         true},
        {"the record of {sitting:}",
         [](Telling t) {
             t.expect_below(lines_of(floor_of(t, "record")["speeches"], [](const Json& one) {
                 return english(one["name"]) + ", " + clock_words(one["milliseconds"].integer());
             }));
         },
         true},
    };
    return phrases;
}

}  // namespace sala::scenarios
