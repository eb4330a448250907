// SPDX-License-Identifier: Apache-2.0
//
// Conflicts are found and explained; a slow and simple second opinion, minute by minute, finds the
// same ones in any programme.

#include "programme/conflicts.hpp"

#include "programme/programmes.hpp"
#include "web/reader.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace sala;
using namespace sala::programme;

namespace {

constexpr int nine = 9 * 60;
constexpr int ten = 10 * 60;
const web::Reader english{Language::english()};
const web::Reader thai{Language::thai()};

std::vector<Conflict> conflicts(const Programme& programme, const web::Reader& reader = english,
                                const std::map<std::string, Stay>& stays = {})
{
    return conflicts_in(programme, stays, reader.language);
}

// Everything that one conflict says, a line each.
std::string all_words(const Conflict& conflict, const web::Reader& reader)
{
    return reader.say(conflict.title) + "\n" + reader.say(conflict.sentence) + "\n" +
           reader.say(conflict.remedy);
}

using Found = std::multiset<std::pair<std::string, std::set<std::string>>>;

Found found_in(const std::vector<Conflict>& conflicts)
{
    Found found;
    for (const auto& one : conflicts)
        found.emplace(one.code, std::set<std::string>(one.things.begin(), one.things.end()));
    return found;
}

// The second opinion: who or which room is where in each single minute.
struct Occupied {
    std::string who;
    std::string thing;
    std::string sitting;
    std::set<int> minutes;
};

std::set<int> minutes_of(int day, const Time& time)
{
    std::set<int> minutes;
    if (time.start && time.minutes)
        for (int i = 0; i < *time.minutes; ++i)
            minutes.insert(day * 1440 + *time.start + i);
    return minutes;
}

Time as_spoken(const Sitting& sitting, const Intervention& one)
{
    if (!one.time.start)
        return sitting.time;
    return {one.time.start, one.time.minutes ? one.time.minutes : sitting.speaker_minutes};
}

void meetings(const std::string& code, const std::vector<Occupied>& all, Found& found)
{
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            bool together = false;
            for (const auto minute : all[i].minutes)
                together = together || all[j].minutes.count(minute) > 0;
            if (together && all[i].who == all[j].who && all[i].sitting != all[j].sitting)
                found.insert({code, {all[i].thing, all[j].thing}});
        }
}

void beyond_sitting(const Sitting& sitting, Found& found)
{
    if (!sitting.time.minutes)
        return;
    int asked = 0;
    const auto inside = minutes_of(0, sitting.time);
    for (const auto& item : sitting.agenda)
        asked += item.cancelled ? 0 : item.time.minutes.value_or(0);
    for (const auto& one : sitting.interventions) {
        if (one.cancelled)
            continue;
        const auto spoken = as_spoken(sitting, one);
        if (one.time.start)
            asked += spoken.minutes.value_or(0);
        for (const auto minute : minutes_of(0, spoken))
            if (inside.count(minute) == 0) {
                found.insert(
                    {"outside-sitting", {"sitting:" + sitting.key, "intervention:" + one.key}});
                break;
            }
    }
    if (asked > *sitting.time.minutes)
        found.insert({"too-many-minutes", {"sitting:" + sitting.key}});
}

Found second_opinion(const Programme& programme)
{
    Found found;
    std::vector<Occupied> people, rooms;
    for (std::size_t day = 0; day < programme.days.size(); ++day)
        for (const auto& sitting : programme.days[day].sittings) {
            if (sitting.cancelled)
                continue;
            const auto at = static_cast<int>(day);
            if (!sitting.room.empty())
                rooms.push_back({sitting.room, "sitting:" + sitting.key, sitting.key,
                                 minutes_of(at, sitting.time)});
            for (const auto& one : sitting.interventions) {
                const auto& speaker = one.speaker;
                const auto who = speaker.person_key.empty() ? "of " + speaker.delegation_key
                                                            : speaker.person_key;
                if (!one.cancelled && who != "of ")
                    people.push_back({who, "intervention:" + one.key, sitting.key,
                                      minutes_of(at, as_spoken(sitting, one))});
            }
            beyond_sitting(sitting, found);
        }
    meetings("person-twice", people, found);
    meetings("room-twice", rooms, found);
    return found;
}

}  // namespace

TEST_CASE("somebody in two places at once is named, with both sittings, the time and a remedy")
{
    const auto programme = programme_of(
        {{sitting("one", "tilia", nine, 60, {speech("x", nine, 20, person("ama"))}),
          sitting("two", "acer", nine, 60, {speech("y", nine + 10, 7, person("ama"))})}});
    const auto found = conflicts(programme);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Conflict::person_twice);
    CHECK(found[0].code == "person-twice");
    CHECK(found[0].things == std::vector<std::string>{"intervention:x", "intervention:y"});
    CHECK(all_words(found[0], english) ==
          "Name of ama is expected in two places at 09:10\n"
          "“Sitting one” lasts from 09:00 to 09:20, and “Sitting two” begins at 09:10.\n"
          "Move one of them, let a deputy speak, or mark one as cancelled.");
    CHECK(all_words(conflicts(programme, thai)[0], thai) ==
          "ชื่อ ama มีกำหนดการซ้อนกันสองแห่ง เวลา 09:10 น.\n"
          "“ช่วง one” จัดตั้งแต่เวลา 09:00 น. ถึง 09:20 น. และ “ช่วง two” เริ่มเวลา 09:10 น.\n"
          "โปรดเลื่อนรายการใดรายการหนึ่ง ให้ผู้ปฏิบัติหน้าที่แทนเป็นผู้กล่าว หรือระบุว่ารายการหนึ่งยกเลิก");
}

TEST_CASE("whoever has no clock of their own is in the sitting from its beginning to its end")
{
    auto programme = programme_of(
        {{sitting("call", "", nine, 60, {speech("x", {}, {}, person("ama"))}),
          sitting("two", "acer", nine, 90, {speech("y", nine + 59, 7, person("ama"))})}});
    CHECK(found_in(conflicts(programme)) ==
          Found{{"person-twice", {"intervention:x", "intervention:y"}}});
    programme.days[0].sittings[1].interventions[0].time.start = ten;
    CHECK(conflicts(programme).empty());
}

TEST_CASE("a room used twice is named; next door and one after the other are no conflict")
{
    auto programme =
        programme_of({{sitting("one", "tilia", nine, 60), sitting("two", "tilia", nine + 30, 60)}});
    const auto found = conflicts(programme);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Conflict::room_twice);
    CHECK(found[0].code == "room-twice");
    CHECK(found[0].things == std::vector<std::string>{"sitting:one", "sitting:two"});
    CHECK(all_words(found[0], english) ==
          "Tilia is used twice at 09:30\n"
          "“Sitting one” is there until 10:00, and “Sitting two” begins at 09:30.\n"
          "Choose another room or another time.");
    CHECK(
        all_words(conflicts(programme, thai)[0], thai) ==
        "ทิเลีย ถูกใช้ซ้ำเวลา 09:30 น.\n“ช่วง one” ใช้ห้องถึงเวลา 10:00 น. และ “ช่วง two” เริ่มเวลา 09:30 น.\n"
        "โปรดเลือกห้องหรือเวลาอื่น");
    programme.days[0].sittings[1].room = "acer";
    CHECK(conflicts(programme).empty());
    programme =
        programme_of({{sitting("one", "tilia", nine, 60), sitting("two", "tilia", ten, 60)}});
    CHECK(conflicts(programme).empty());
    programme = programme_of({{sitting("one", "", nine, 60), sitting("two", "", nine, 60)}});
    CHECK(conflicts(programme).empty());
}

TEST_CASE("a room is used twice when the evening lasts into the next morning")
{
    const auto programme = programme_of(
        {{sitting("night", "tilia", 23 * 60, 180)}, {sitting("early", "tilia", 60, 30)}});
    const auto found = conflicts(programme);
    REQUIRE(found.size() == 1);
    CHECK(english.say(found[0].sentence) ==
          "“Sitting night” is there until 02:00, and “Sitting early” begins at 01:00.");
    CHECK(conflicts(programme_of({{sitting("night", "tilia", 23 * 60, 120)},
                                  {sitting("early", "tilia", 60, 30)}}))
              .empty());
}

TEST_CASE("more minutes than the sitting has are counted, with the items of its agenda")
{
    auto one = sitting("one", "tilia", nine, 20,
                       {speech("x", {}, 7, person("ama")), speech("y", {}, 7, person("luz"))});
    CHECK(conflicts(programme_of({{one}})).empty());
    one.agenda = {item("welcome", {}, 7)};
    const auto found = conflicts(programme_of({{one}}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == Conflict::too_many_minutes);
    CHECK(found[0].code == "too-many-minutes");
    CHECK(found[0].things == std::vector<std::string>{"sitting:one"});
    CHECK(all_words(found[0], english) ==
          "“Sitting one” has more speeches than time\n"
          "Its speeches and items need 21 minutes, and the sitting has 20.\n"
          "Give it more time, or fewer or shorter speeches.");
    CHECK(all_words(found[0], thai) ==
          "“Sitting one” มีการกล่าวถ้อยแถลงเกินเวลาที่มี\n"
          "การกล่าวถ้อยแถลงและระเบียบวาระต้องใช้ 21 นาที แต่ช่วงการประชุมมี 20 นาที\n"
          "โปรดเพิ่มเวลา หรือลดจำนวนหรือความยาวของการกล่าวถ้อยแถลง");
    one.agenda[0].cancelled = true;
    CHECK(conflicts(programme_of({{one}})).empty());
}

TEST_CASE("a speech before or after its sitting is outside it; one without minutes has those of "
          "each speaker")
{
    auto one = sitting("one", "tilia", nine, 20, {speech("x", nine + 15, {}, person("ama"))});
    CHECK(conflicts(programme_of({{one}})).empty());
    one.speaker_minutes = 7;
    const auto found = conflicts(programme_of({{one}}));
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "outside-sitting");
    CHECK(found[0].things == std::vector<std::string>{"sitting:one", "intervention:x"});
    CHECK(all_words(found[0], english) ==
          "Name of ama speaks outside the sitting\n"
          "“Sitting one” lasts from 09:00 to 09:20, but this speech is from 09:15 to 09:22.\n"
          "Move the speech into the sitting, or give the sitting more time.");
    one.interventions[0].time.start = nine - 1;
    CHECK(found_in(conflicts(programme_of({{one}}))) ==
          Found{{"outside-sitting", {"sitting:one", "intervention:x"}}});
}

TEST_CASE("somebody who speaks before they arrive or after they leave is not in the city; the days "
          "themselves are fine")
{
    const auto programme =
        programme_of({{sitting("one", "tilia", nine, 20, {speech("x", {}, {}, person("ama"))})}});
    const script::Day day{2030, 5, 6}, after{2030, 5, 7}, before{2030, 5, 5};
    const auto late = conflicts(programme, english, {{"ama", {after, {}}}});
    REQUIRE(late.size() == 1);
    CHECK(late[0].kind == Conflict::outside_stay);
    CHECK(late[0].code == "outside-stay");
    CHECK(late[0].things == std::vector<std::string>{"intervention:x"});
    CHECK(all_words(late[0], english) ==
          "Name of ama is not in the city then\n"
          "Name of ama speaks in “Sitting one” but arrives on 7 May 2030.\n"
          "Move the speech, or mend the arrival.");
    const auto gone = conflicts(programme, thai, {{"ama", {{}, before}}});
    REQUIRE(gone.size() == 1);
    CHECK(all_words(gone[0], thai) ==
          "ชื่อ ama ไม่ได้อยู่ในเมืองในเวลานั้น\n"
          "ชื่อ ama กล่าวถ้อยแถลงใน “ช่วง one” แต่เดินทางกลับวันที่ 5 พฤษภาคม 2573\n"
          "โปรดเลื่อนการกล่าวถ้อยแถลง หรือแก้ไขวันเดินทางกลับ");
    CHECK(conflicts(programme, english, {{"ama", {day, day}}, {"luz", {after, after}}}).empty());
}

TEST_CASE("what is cancelled is in nobody's way")
{
    auto one = sitting("one", "tilia", nine, 10, {speech("x", nine, 20, person("ama"))});
    auto two = sitting("two", "tilia", nine, 60, {speech("y", nine, 20, person("ama"))});
    const std::map<std::string, Stay> stays{{"ama", {script::Day{2030, 5, 7}, {}}}};
    CHECK(conflicts(programme_of({{one, two}}), english, stays).size() == 6);
    one.cancelled = two.cancelled = true;
    CHECK(conflicts(programme_of({{one, two}}), english, stays).empty());
    one.cancelled = two.cancelled = false;
    one.interventions[0].cancelled = true;
    CHECK(found_in(conflicts(programme_of({{one, two}}), english, stays)) ==
          Found{{"room-twice", {"sitting:one", "sitting:two"}},
                {"outside-stay", {"intervention:y"}}});
}

TEST_CASE("in any programme the conflicts are those that are there minute by minute, and no others")
{
    CHECK(rc::check([] {
        const auto programme = any_programme();
        const auto expected = second_opinion(programme);
        RC_CLASSIFY(expected.empty(), "no conflict");
        RC_CLASSIFY(expected.size() > 2, "several conflicts");
        RC_ASSERT(found_in(conflicts(programme)) == expected);
    }));
}
