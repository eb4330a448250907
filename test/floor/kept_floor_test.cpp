// SPDX-License-Identifier: Apache-2.0
//
// What is kept of those who write for the floor: handed out to them, erased with them, and
// forgotten some time after the forum; and who spoke how long stays.

#include "delegations.hpp"

#include "app/kept_data.hpp"
#include "floor/derived_speeches.hpp"
#include "web/kept_data.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

class Written : public Delegations {
public:
    Written()
    {
        gives("chair@lyon.example", "chair");
        REQUIRE(inscribes(kofi, {{"speech", "KOFI speech"}, {"topic", "KOFI topic"}}).status ==
                303);
        REQUIRE(inscribes(luz, {{"speech", "LUZ speech"}, {"level", "minister"}}).status == 303);
        REQUIRE(leads("open", {}, "chair@lyon.example").status == 303);
        REQUIRE(leads("move " + entry("accra") + " 1", {{"words", "CHAIR reason"}},
                      "chair@lyon.example")
                    .status == 303);
        REQUIRE(
            post(sitting + "/place", {{"kind", "order"}, {"words", "KOFI point"}}, kofi).status ==
            303);
        speaks(100);
        REQUIRE(post(sitting + "/polls", {{"question", "Adopt?"}}).status == 303);
        REQUIRE(shows_card(kofi, {{"card", "object"}, {"words", "KOFI objects"}}).status == 303);
    }
    // In how many rows of each table these words are.
    std::vector<std::int64_t> left(const std::string& words)
    {
        std::vector<std::int64_t> all;
        for (const auto* place : {"inscription_words WHERE speech", "inscription_words WHERE topic",
                                  "floor_words WHERE words", "floor_ballot_words WHERE words"})
            all.push_back(
                count(std::string("SELECT COUNT(*) FROM ") + place + " LIKE '%" + words + "%'"));
        return all;
    }
    void erases(const std::string& address)
    {
        store().write([&](store::Session& session) {
            const auto login = session.find<std::int64_t>(
                "SELECT login FROM login_address WHERE address = :address", address);
            web::erase_login(session, app::all_kept_data(), Id<web::Login>{std::get<0>(*login)},
                             now());
            return true;
        });
    }
    void days_after_the_forum(int days)
    {
        // 7 May 2030, the last day of Lyon 2030
        web::forget_in_time(store(), app::all_kept_data(), Instant{1'904'342'400'000} + 24h * days);
    }
    std::vector<std::string> wrong()
    {
        const store::Check checks[] = {floor::check_speeches};
        return store::check(store(), checks);
    }
};

using Counts = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("whoever wrote for the floor gets a copy of their own words, and of nobody else's")
{
    Written stage;
    const auto copy = stage.get("/login/mine/data.json", {.who = kofi.who});
    for (const auto* words : {"KOFI speech", "KOFI topic", "KOFI point", "KOFI objects"})
        CHECK(copy.holds(words));
    for (const auto* words : {"LUZ speech", "CHAIR reason"})
        CHECK_FALSE(copy.holds(words));
    const auto chairs = stage.get("/login/mine/data.json", {.who = "chair@lyon.example"});
    CHECK(chairs.holds("CHAIR reason"));
    CHECK_FALSE(chairs.holds("KOFI"));
}

TEST_CASE("whoever is erased takes their words along; the list, the order and the record stay")
{
    Written stage;
    const auto floor = stage.get(stage.sitting + "/floor.json").json();
    CHECK(stage.left("KOFI") == Counts{1, 1, 1, 1});
    stage.erases(kofi.who);
    stage.erases("chair@lyon.example");
    CHECK(stage.left("KOFI") == Counts{0, 0, 0, 0});
    CHECK(stage.left("CHAIR") == Counts{0, 0, 0, 0});
    CHECK(stage.left("LUZ") == Counts{1, 0, 0, 0});
    const auto after = stage.get(stage.sitting + "/floor.json").json();
    for (const auto* part : {"version", "list", "speaking", "phase"})
        CHECK(after[part] == floor[part]);
    CHECK(stage.count("SELECT milliseconds FROM floor_speech") == 100'000);
    CHECK(stage.wrong().empty());
}

TEST_CASE(
    "texts go ninety days after the forum, reasons a year after it, speeches and topics never")
{
    Written stage;
    stage.days_after_the_forum(90);
    CHECK(stage.left("KOFI") == Counts{1, 1, 1, 1});
    stage.days_after_the_forum(91);
    // Accra spoke on it; Quito did not.
    CHECK(stage.left("KOFI") == Counts{0, 1, 1, 1});
    CHECK(stage.left("LUZ") == Counts{0, 0, 0, 0});
    stage.days_after_the_forum(365);
    CHECK(stage.left("KOFI") == Counts{0, 1, 1, 1});
    stage.days_after_the_forum(366);
    CHECK(stage.left("KOFI") == Counts{0, 1, 0, 0});
    CHECK(stage.left("CHAIR") == Counts{0, 0, 0, 0});
    // The numbers in an order are no words of anybody, and the list follows from them.
    CHECK(stage.count("SELECT COUNT(*) FROM floor_act WHERE what = 'order'") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_words WHERE words <> ''") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_speech") == 1);
    CHECK(stage.wrong().empty());
}

TEST_CASE(
    "a sitting that sits after its forum keeps its words, and the record who chaired for ever")
{
    auto files = lyon_files();
    for (const auto* file : {"forum.toml", "days.csv"})
        for (auto at = files[file].find("2030-05"); at != std::string::npos;
             at = files[file].find("2030-05"))
            files[file].replace(at, 4, "2022");
    Plenary stage{files};
    stage.leads("open");
    REQUIRE(stage.leads("hand-over", {{"words", "Governor Adjei"}}).status == 303);
    REQUIRE(
        stage.leads("enter group", {{"delegation", "accra"}, {"words", "the cities of the delta"}})
            .status == 303);
    REQUIRE(
        stage.leads("move " + stage.entry("accra") + " 1", {{"words", "Leaves early"}}).status ==
        303);
    const auto forgets = [&](int days) {
        web::forget_in_time(stage.store(), app::all_kept_data(), stage.now() + 24h * days);
    };
    const auto why = [&] {
        const auto order = stage.get(stage.sitting + "/order.json").json();
        return order["list"].items().front()["reason"].string();
    };
    forgets(365);
    CHECK(why() == "Placed by the chair: Leaves early");
    forgets(366);
    CHECK(why() == "Placed by the chair; the reason is no longer kept");
    // Who was signed in is not any more, a year later: what everybody reads.
    CHECK(stage.get(stage.sitting + "/floor.json").json()["chair"].string() == "Governor Adjei");
    CHECK(stage.get(stage.sitting + "/floor").holds("On behalf of the cities of the delta"));
}

TEST_CASE(
    "when who wrote it is erased, the record says that a name and a reason are no longer kept")
{
    Written stage;
    REQUIRE(stage.leads("hand-over", {{"words", "Governor Adjei"}}, "chair@lyon.example").status ==
            303);
    REQUIRE(stage
                .leads("move " + stage.entry("quito") + " 1", {{"words", "Leaves early"}},
                       "chair@lyon.example")
                .status == 303);
    stage.erases("chair@lyon.example");
    const auto record = stage.get(stage.sitting + "/record");
    CHECK(record.holds("somebody whose name is no longer kept"));
    CHECK_FALSE(record.holds("Adjei"));
    CHECK(stage.get(stage.sitting + "/order").holds("the reason is no longer kept"));
    CHECK_FALSE(stage.get(stage.sitting + "/order").holds("no reason was given"));
}
