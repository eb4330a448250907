// SPDX-License-Identifier: Apache-2.0
//
// The public changelog says what changed between two programmes: nothing that did not change, and
// nothing that changed is passed over.

#include "programme/changes.hpp"

#include "programme/programme_json.hpp"
#include "programme/programmes.hpp"
#include "web/reader.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <set>

using namespace sala;
using namespace sala::programme;

namespace {

using What = ProgrammeChange::What;
using Change = std::function<void(Programme&)>;

// A morning with one item and one speech, and an empty second day.
Programme morning()
{
    auto one = sitting("opening", "tilia", 540, 45, {speech("ama", 550, 7, person("ama"))});
    one.agenda = {item("anthem", 541, 5)};
    auto programme = programme_of({{one}, {}});
    programme.bodies = {{"rivers-1", in_english("FOR"), in_english("1st Forum of Rivers")}};
    programme.topics = {{"floods", 1, "rivers-1", in_english("Floods")}};
    return programme;
}

std::vector<ProgrammeChange> after(const Change& change)
{
    auto changed = morning();
    change(changed);
    return changes_between(morning(), changed);
}

Sitting& opening(Programme& programme) { return programme.days[0].sittings[0]; }
Intervention& ama(Programme& programme) { return opening(programme).interventions[0]; }
AgendaItem& anthem(Programme& programme) { return opening(programme).agenda[0]; }

// Every field that a page or a calendar prints, changed alone.
const std::vector<Change>& all_changes()
{
    const auto words = in_english("Other words");
    static const std::vector<Change> changes{
        [](Programme& p) { p.title = in_english("Lyon"); },
        [](Programme& p) { p.venue = in_english("Elsewhere"); },
        [](Programme& p) { p.city = in_english("Elsewhere"); },
        [](Programme& p) { p.zone = "UTC"; },
        [](Programme& p) { p.rooms[1].name = in_english("Robinia"); },
        [](Programme& p) { p.rooms[1].venue = in_english("Hall"); },
        [](Programme& p) { p.rooms.pop_back(); },
        [](Programme& p) { p.bodies[0].name = in_english("Second"); },
        [](Programme& p) { p.bodies[0].abbreviation = in_english("F"); },
        [](Programme& p) { p.topics[0].title = in_english("Rain"); },
        [](Programme& p) { p.days[1].title = in_english("Last day"); },
        [](Programme& p) { p.days[1].day = {2030, 5, 8}; },
        [](Programme& p) { p.days.pop_back(); },
        [words](Programme& p) { opening(p).title = words; },
        [](Programme& p) { opening(p).title = in_both("Sitting opening", "พิธี"); },
        [words](Programme& p) { opening(p).about = words; },
        [words](Programme& p) { opening(p).note = words; },
        [](Programme& p) { opening(p).source = "note"; },
        [](Programme& p) { opening(p).part = "evening"; },
        [](Programme& p) { opening(p).room = "acer"; },
        [](Programme& p) { opening(p).room.clear(); },
        [](Programme& p) { opening(p).body = 1; },
        [](Programme& p) { opening(p).edition = "rivers-1"; },
        [](Programme& p) { opening(p).kind = "opening"; },
        [](Programme& p) { opening(p).certainty = "conditional"; },
        [](Programme& p) { opening(p).speaker_minutes = 7; },
        [](Programme& p) { opening(p).cancelled = true; },
        [](Programme& p) { opening(p).time.start = 541; },
        [](Programme& p) { opening(p).time = {}; },
        [](Programme& p) { opening(p).time.minutes = 44; },
        [](Programme& p) { opening(p).time.illustrative = true; },
        [](Programme& p) { std::swap(p.days[0].sittings, p.days[1].sittings); },
        [](Programme& p) { p.days[0].sittings.clear(); },
        [](Programme& p) { p.days[1].sittings = {sitting("dinner", "", 1200, 60)}; },
        [words](Programme& p) { anthem(p).title = words; },
        [words](Programme& p) { anthem(p).about = words; },
        [](Programme& p) { anthem(p).number = 2; },
        [](Programme& p) { anthem(p).time.start = 542; },
        [](Programme& p) { anthem(p).cancelled = true; },
        [](Programme& p) { anthem(p).source = "note"; },
        [](Programme& p) { opening(p).agenda.clear(); },
        [words](Programme& p) { ama(p).title = words; },
        [words](Programme& p) { ama(p).about = words; },
        [words](Programme& p) { ama(p).note = words; },
        [words](Programme& p) { ama(p).speaker.post = words; },
        [words](Programme& p) { ama(p).speaker.city = words; },
        [words](Programme& p) { ama(p).speaker.honorific = words; },
        [](Programme& p) { ama(p).speaker.country_code = "GH"; },
        [](Programme& p) { ama(p).speaker = person("luz"); },
        [](Programme& p) { ama(p).topics = {"floods"}; },
        [](Programme& p) { ama(p).number = 2; },
        [](Programme& p) { ama(p).act = "welcome"; },
        [](Programme& p) { ama(p).certainty = "conditional"; },
        [](Programme& p) { ama(p).time.start = 24 * 60 + 550; },
        [](Programme& p) { ama(p).time.minutes = 8; },
        [](Programme& p) { ama(p).time.illustrative = true; },
        [](Programme& p) { ama(p).cancelled = true; },
        [](Programme& p) { opening(p).interventions.clear(); }};
    return changes;
}

std::string line(const ProgrammeChange& change)
{
    return web::Reader{}.say(sentence_of(change, Language::english()));
}

// The same change as told by somebody who walks through time backwards.
std::string mirrored(const ProgrammeChange& change, bool back)
{
    constexpr What other[] = {What::removed, What::added,   What::restored, What::cancelled,
                              What::moved,   What::resized, What::renamed,  What::reworded};
    return std::to_string(back ? other[change.what] : change.what) + change.kind + change.key +
           "|" + (back ? change.to : change.from).canonical_json() + "|" +
           (back ? change.from : change.to).canonical_json();
}

void change_at_random(Programme& programme, int number)
{
    const auto day =
        static_cast<std::size_t>(drawn(0, static_cast<int>(programme.days.size()) - 1));
    auto& sittings = programme.days[day].sittings;
    if (sittings.empty() || once_in(5)) {
        sittings.push_back(any_sitting("new" + std::to_string(number)));
        return;
    }
    auto& one = sittings[static_cast<std::size_t>(drawn(0, static_cast<int>(sittings.size()) - 1))];
    switch (drawn(0, 6)) {
    case 0:
        one.cancelled = !one.cancelled;
        break;
    case 1:
        one.time = any_time(20 * 60, 23 * 60);
        break;
    case 2:
        one.title = in_english("Renamed " + std::to_string(drawn(1, 3)));
        break;
    case 3:
        one.room = once_in(2) ? "tilia" : "acer";
        break;
    case 4:
        one.about = in_english("Words " + std::to_string(drawn(1, 3)));
        break;
    case 5:
        one.interventions.clear();
        break;
    case 6:
        sittings.pop_back();
        break;
    }
}

}  // namespace

TEST_CASE("each kind of change has its sentence, its place before and its place now")
{
    auto lines = std::vector<std::string>{};
    const auto tell = [&](const Change& change) {
        for (const auto& one : after(change))
            lines.push_back(line(one));
    };
    tell([](Programme& p) { p.days[1].sittings = {sitting("dinner", "", 1200, 60)}; });
    tell([](Programme& p) { p.days[0].sittings.clear(); });
    tell([](Programme& p) { ama(p).cancelled = true; });
    tell([](Programme& p) { opening(p).time.start = 555, opening(p).room = "acer"; });
    tell([](Programme& p) { ama(p).time.start = 24 * 60 + 10; });
    tell([](Programme& p) { ama(p).time.minutes = 8; });
    auto open = morning();
    anthem(open).time.minutes.reset();
    lines.push_back(line(changes_between(open, morning()).at(0)));
    tell([](Programme& p) { opening(p).time.minutes.reset(); });
    tell([](Programme& p) { anthem(p).title = in_english("Hymn"); });
    tell([](Programme& p) { opening(p).title = in_both("Sitting opening", "พิธี"); });
    tell([](Programme& p) { opening(p).about = in_english("Other words"); });
    CHECK(lines ==
          std::vector<std::string>{
              "“Sitting dinner” is new.", "“Item anthem, Sitting opening” is no longer there.",
              "“Name of ama, Sitting opening” is no longer there.",
              "“Sitting opening” is no longer there.",
              "“Name of ama, Sitting opening” is cancelled.",
              "“Sitting opening” moved from 6 May 2030 09:00, Tilia (45 min) to 6 May 2030 09:15, "
              "Acer (45 min).",
              "“Name of ama, Sitting opening” moved from 6 May 2030 09:10 (7 min) to 7 May 2030 "
              "00:10 (7 min).",
              "“Name of ama, Sitting opening” takes 8 min instead of 7 min.",
              "“Item anthem, Sitting opening” takes 5 min.",
              "How long “Sitting opening” takes is open now; it was 45 min.",
              "“Item anthem, Sitting opening” is now called “Hymn”.",
              "“Sitting opening” is called otherwise in another language.",
              "The words of “Sitting opening” changed."});
}

TEST_CASE("what was cancelled and takes place after all is restored, and calendars take it again")
{
    auto cancelled = morning();
    opening(cancelled).cancelled = true;
    const auto changes = changes_between(cancelled, morning());
    REQUIRE(changes.size() == 1);
    CHECK(changes[0] ==
          ProgrammeChange{
              What::restored, "sitting", "opening", opening(cancelled).title, {}, {}, {}});
    CHECK(changes[0].moves_calendar());
    CHECK(line(changes[0]) == "“Sitting opening” takes place after all.");
    CHECK_FALSE(
        after([](Programme& p) { opening(p).about = in_english("x"); }).at(0).moves_calendar());
    CHECK_FALSE(
        after([](Programme& p) { opening(p).title = in_english("x"); }).at(0).moves_calendar());
}

TEST_CASE("a hall, a body or a topic that is called otherwise is one change, and nobody has moved")
{
    const auto renamed = after([](Programme& p) { p.rooms[0].name = in_english("Great Hall"); });
    REQUIRE(renamed.size() == 1);
    CHECK(renamed[0] == ProgrammeChange{What::renamed,
                                        "room",
                                        "tilia",
                                        in_english("Great Hall"),
                                        {},
                                        in_both("Tilia", "ทิเลีย"),
                                        in_english("Great Hall")});
    CHECK(line(renamed[0]) == "“Tilia” is now called “Great Hall”.");
    CHECK_FALSE(renamed[0].moves_calendar());
    const auto lines = [](const Change& change) {
        std::vector<std::string> told;
        for (const auto& one : after(change))
            told.push_back(one.kind + ": " + line(one));
        return told;
    };
    CHECK(lines([](Programme& p) { p.topics[0].title = in_english("Rain"); }) ==
          std::vector<std::string>{"topic: “Floods” is now called “Rain”."});
    CHECK(lines([](Programme& p) { p.bodies[0].abbreviation = in_english("F"); }) ==
          std::vector<std::string>{"body: The words of “1st Forum of Rivers” changed."});
    // Who does have to walk is told so, under the new name.
    CHECK(lines([](Programme& p) {
              p.rooms[1].name = in_english("Great Hall");
              opening(p).room = "acer";
          }) == std::vector<std::string>{
                    "room: “Acer” is now called “Great Hall”.",
                    "sitting: “Sitting opening” moved from 6 May 2030 09:00, Tilia (45 min) to "
                    "6 May 2030 09:00, Great Hall (45 min)."});
    CHECK(lines([](Programme& p) { p.rooms.pop_back(); }) ==
          std::vector<std::string>{"programme: The words of “Lyon 2030” changed."});
}

TEST_CASE("whatever is printed cannot change without a line in the changelog")
{
    CHECK(changes_between(morning(), morning()).empty());
    for (std::size_t i = 0; i < all_changes().size(); ++i) {
        CAPTURE(i);
        CHECK_FALSE(after(all_changes()[i]).empty());
    }
}

TEST_CASE(
    "equal programmes have no changes, different ones have some, and backwards each is its mirror")
{
    CHECK(rc::check([] {
        const auto before = any_programme();
        auto now = before;
        for (int i = drawn(0, 3); i > 0; --i)
            change_at_random(now, i);
        const auto forth = changes_between(before, now);
        RC_CLASSIFY(before == now, "equal");
        RC_ASSERT(forth.empty() == (before == now));
        std::multiset<std::string> there, back;
        for (const auto& one : forth)
            there.insert(mirrored(one, false));
        for (const auto& one : changes_between(now, before))
            back.insert(mirrored(one, true));
        RC_ASSERT(there == back);
    }));
}

TEST_CASE("a programme and its changes come back from their JSON as they were")
{
    CHECK(rc::check([] {
        const auto programme = any_programme();
        RC_ASSERT(read_programme(*Json::read(to_json(programme).write())) == programme);
    }));
    for (const auto& change : all_changes())
        for (const auto& one : after(change))
            CHECK(read_change(*Json::read(to_json(one).write())) == one);
    CHECK_FALSE(read_change(Json::object({{"what", "vanished"}})));
    CHECK_FALSE(read_programme(
        Json::object({{"days", Json::array({Json::object({{"day", "2030-02-30"}})})}})));
}
