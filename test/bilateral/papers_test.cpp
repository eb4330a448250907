// SPDX-License-Identifier: Apache-2.0
//
// What is printed of meetings: the brief is one page however many meet, and the sheet of a
// delegation holds what it needs when batteries fail.

#include "papers.hpp"
#include "planning_desk.hpp"

#include <sstream>

using namespace sala;

namespace {

std::int64_t pages_in(const std::string& words)
{
    return std::count(words.begin(), words.end(), '\f');
}

// Accra and six more, each of whom needs and offers three things, in many words.
class Congress : public Stage {
public:
    Congress() : Stage(Empty{})
    {
        auto files = summit_files();
        for (int guest = 1; guest <= 6; ++guest) {
            const auto key = "guest-" + std::to_string(guest);
            files["delegations.csv"] += key + ",,fr,Guest number " + std::to_string(guest) + "\n";
            for (int priority = 1; priority <= 3; ++priority) {
                const auto row = key + "-" + std::to_string(priority) + "," + key + ",floods," +
                                 std::to_string(priority) + ",,";
                std::string words;
                for (int i = 0; i < 8; ++i)
                    words += "water and drains ";
                words += "rank-" + std::to_string(priority);
                files["needs.csv"] += row + words + ",\n";
                files["offers.csv"] += row + words + "\n";
            }
        }
        REQUIRE(opens(files) == std::vector<std::string>{});
        gives(kofi, "focal-point", "delegation=accra");
    }

    // The brief of Accra's meeting with so many of them.
    std::string brief_with(int many)
    {
        std::string also;
        for (int guest = 2; guest <= many; ++guest)
            also += " guest-" + std::to_string(guest);
        const auto asked = post(
            accra + "/meetings/new",
            {{"with", "guest-1"}, {"slots", "1"}, {"also", also}, {"words", "Drains"}}, by(kofi));
        CAPTURE(asked.body);
        REQUIRE(asked.status == 303);
        const auto meeting = "/meetings/" + asked.location.substr(asked.location.rfind('/') + 1);
        for (int guest = 1; guest <= many; ++guest) {
            const auto at = "/lyon-2030/delegations/guest-" + std::to_string(guest) + meeting;
            const auto turn = get(at + ".json", {}).json()["turn"].integer();
            REQUIRE(post(at, {{"step", "accept"}, {"turn", std::to_string(turn)}}).status == 303);
        }
        const auto brief = get(accra + meeting + "/brief.pdf", {.who = kofi});
        CAPTURE(brief.body);
        REQUIRE(brief.status == 200);
        return words_in(brief.body);
    }
};

}  // namespace

TEST_CASE("a brief is one page however many meet, and says what it leaves out")
{
    Congress congress;
    const auto two = congress.brief_with(1);
    CHECK(pages_in(two) == 1);
    CHECK(two.find("rank-3") != std::string::npos);
    CHECK(two.find("left out") == std::string::npos);

    const auto seven = congress.brief_with(6);
    CHECK(pages_in(seven) == 1);
    CHECK(seven.find("left out for want of room") != std::string::npos);
    CHECK(seven.find("rank-3") == std::string::npos);
    for (int guest = 1; guest <= 6; ++guest)
        CHECK(seven.find("Guest number " + std::to_string(guest)) != std::string::npos);
}

TEST_CASE(
    "the sheet of a delegation says what its meetings are about, who comes and who interprets")
{
    PlanningDesk desk;
    const auto number = desk.asks(accra, "quito", kofi, {{"words", "Slopes above the drains"}});
    REQUIRE(desk.does(quito, number, luz, "accept").status == 303);
    REQUIRE(desk.post(quito + "/meetings/" + number + "/company",
                      {{"people", "Engineer Paz"}, {"interpreter", "Inés Mora"}}, by(luz))
                .status == 303);
    desk.plans();
    REQUIRE(desk.publishes("final").status == 303);
    const auto sheet = words_in(desk.get(accra + "/day.pdf", {.who = kofi}).body);
    for (const std::string words : {"Slopes", "Paz", "Mora"}) {
        CAPTURE(words);
        CHECK(sheet.find(words) != std::string::npos);
    }
    CHECK(words_in(desk.get("/lyon-2030/bilaterals/sheets.pdf").body).find("Paz") !=
          std::string::npos);
    // Whoever goes there reads on a telephone who interprets for the other side.
    const auto day = desk.get(accra + "/day", {.who = kofi});
    CHECK(day.holds("<dt>Interpreter of Quito</dt><dd>Inés Mora</dd>"));
    // A desk's sheet lies open: it names who sits there, and not what they talk about.
    CHECK(words_in(desk.get("/lyon-2030/bilaterals/desk-sheets.pdf").body).find("Slopes") ==
          std::string::npos);
}

TEST_CASE("before anything is published there is no link to sheets, and a browser reads so")
{
    PlanningDesk desk;
    desk.agreed();
    CHECK_FALSE(desk.get(plan).holds("sheets.pdf"));
    const auto none = desk.get("/lyon-2030/bilaterals/sheets.pdf");
    CHECK(none.status == 409);
    CHECK(none.type.starts_with("text/html"));
    CHECK(none.holds("No timetable is published yet"));
    CHECK(desk.get("/lyon-2030/bilaterals/sheets.pdf", {.accept = "*/*"}).problem ==
          "nothing-published");
    CHECK(desk.get("/lyon-2030/bilaterals/sheets.pdf", {.accept = "application/json"}).problem ==
          "nothing-published");
    desk.plans();
    REQUIRE(desk.publishes("preliminary").status == 303);
    CHECK(desk.get(plan).holds("/bilaterals/sheets.pdf"));
    CHECK(desk.get("/lyon-2030/bilaterals/sheets.pdf").type == "application/pdf");
}

TEST_CASE("a delegate takes the brief along, and opens nothing else of the meeting")
{
    PlanningDesk desk;
    const std::string efua = "efua@accra.example";
    desk.gives(efua, "delegate", "delegation=accra");
    desk.browser_of(efua);
    const auto number = desk.agreed();
    desk.plans();
    REQUIRE(desk.publishes("final").status == 303);
    const auto meeting = accra + "/meetings/" + number;
    CHECK(desk.get(accra + "/day", {.who = efua}).holds("href=\"" + meeting + "/brief\""));
    const auto brief = desk.get(meeting + "/brief", {.who = efua});
    CHECK(brief.status == 200);
    CHECK(brief.holds("Terraces on steep slopes"));
    CHECK_FALSE(brief.holds("href=\"" + meeting + "\""));
    CHECK(desk.get(meeting + "/brief.pdf", {.who = efua}).type == "application/pdf");
    for (const auto& page : {meeting, meeting + "/terms", meeting + "/outcome"}) {
        CAPTURE(page);
        CHECK(desk.get(page + ".json", by(efua)).status == 403);
    }
    // The other side's brief is not for them, and is not there.
    CHECK(desk.get(quito + "/meetings/" + number + "/brief.json", by(efua)).status == 404);
}

TEST_CASE("no sheet breaks a time or a name inside, in either language, and says which languages")
{
    auto files = summit_files();
    for (auto* name : {"Phnom Penh", "Bandar Seri Begawan"}) {
        std::string key = name;
        std::replace(key.begin(), key.end(), ' ', '-');
        std::transform(key.begin(), key.end(), key.begin(),
                       [](unsigned char one) { return static_cast<char>(std::tolower(one)); });
        files["delegations.csv"] += key + ",,fr," + name + "\n";
    }
    PlanningDesk desk;
    REQUIRE(desk.opens(files) == std::vector<std::string>{});
    for (const std::string guest : {"phnom-penh", "bandar-seri-begawan", "quito"}) {
        const auto number =
            desk.asks(accra, guest, kofi, {{"pair", "en-es"}, {"with_heads", "yes"}});
        REQUIRE(desk.does("/lyon-2030/delegations/" + guest, number, guest == "quito" ? luz : "",
                          "accept")
                    .status == 303);
    }
    desk.plans();
    REQUIRE(desk.publishes("final").status == 303);
    for (const std::string language : {"en", "th"}) {
        CAPTURE(language);
        for (const auto& paper :
             {desk.get(accra + "/day.pdf", {.who = kofi, .language = language}).body,
              desk.get("/lyon-2030/bilaterals/sheets.pdf", {.language = language}).body,
              desk.get("/lyon-2030/bilaterals/desk-sheets.pdf", {.language = language}).body}) {
            const auto words = words_in(paper);
            CAPTURE(words);
            // One interpreter: the three meetings are one after the other.
            std::size_t times = 0;
            const auto in_json = desk.get(accra + "/day.json", {.who = kofi}).json();
            for (const auto& one : in_json["meetings"].items()) {
                const auto when = one["when"].string();
                const auto from = when.find(':') - 2;
                const auto time = when.substr(from, std::string("09:00–09:20").size());
                times += words.find(time) != std::string::npos ? 1 : 0;
            }
            CHECK(times == 3);
            CHECK(words.find("Phnom Penh") != std::string::npos);
            CHECK(words.find("Begawan") != std::string::npos);
        }
        const auto sheet =
            words_in(desk.get(accra + "/day.pdf", {.who = kofi, .language = language}).body);
        CHECK(sheet.find(language == "th" ? "สเปน" : "Spanish") != std::string::npos);
        CHECK(sheet.find("en-es") == std::string::npos);
    }
}
