// SPDX-License-Identifier: Apache-2.0
//
// What is kept of people who are registered is forgotten some time after the forum, and a
// delegation that holds some cannot be lost meanwhile.

#include "traces.hpp"

#include "app/kept_data.hpp"
#include "registration/kept_registrations.hpp"
#include "web/kept_data.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

const Fields all_of_ama{{"email", "Ama@Accra.example"},
                        {"passport", "LEAK-G1234567"},
                        {"diet", "LEAK-peanuts"},
                        {"phone", "LEAK-555"},
                        {"post_en", "LEAK-post"}};

}  // namespace

TEST_CASE("passports are forgotten a month after the forum, journeys after three, names stay")
{
    Doors stage;
    const auto number = came_in(stage, "Ama Mensah", all_of_ama);
    stage.vehicle_token_of("LEAK-PLATE");
    const auto held = [&](const std::string& column) {
        std::string words;
        stage.store().read([&](store::Session& session) {
            words = std::get<0>(*session.find<std::string>(
                "SELECT " + column + " FROM registration_person WHERE registration = :id",
                std::int64_t{std::stoll(number)}));
        });
        return words;
    };
    const auto days_after_the_forum = [&](int days) {
        // 7 May 2030, the last day of Lyon 2030
        web::forget_in_time(stage.store(), app::all_kept_data(),
                            Instant{1'904'342'400'000} + 24h * days);
    };
    days_after_the_forum(30);
    CHECK(held("passport") == "LEAK-G1234567");
    CHECK(traces(stage) == Traces{1, 1, 1});
    days_after_the_forum(31);
    CHECK(held("passport") == "");
    CHECK(held("diet") == "LEAK-peanuts");
    CHECK(traces(stage) == Traces{0, 1, 1});
    CHECK(words_left(stage, "LEAK-PLATE") == Left{"vehicle_pass_words.plate"});
    days_after_the_forum(91);
    CHECK(held("diet") == "");
    CHECK(held("phone") == "");
    CHECK(held("name_en") == "Ama Mensah");
    CHECK(held("post_en") == "LEAK-post");
    CHECK(traces(stage) == Traces{0, 0, 1});
    CHECK(words_left(stage, "LEAK-PLATE").empty());
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 1);
}

TEST_CASE("a delegation that was invited or has people stays on its sheet")
{
    Guests stage;
    const auto row = "/lyon-2030/sheets/delegations/accra";
    const auto take_away = [&] {
        const auto version = stage.get(std::string(row) + ".json").json()["version"];
        return stage.post(std::string(row) + "/remove", {{"version", version.string()}});
    };
    const auto number = stage.registers("Ama Mensah");
    stage.post("/lyon-2030/sheets/interventions/accra-speaks/remove", {{"version", "1"}});
    CHECK(take_away().problem == "delegation-has-people");
    CHECK(stage.get("/lyon-2030/registrations/" + number).status == 200);
    CHECK(stage.get(accra, {.who = kofi}).status == 200);
}

TEST_CASE("a forum is over by the later of its days and its date, and by what is known of it")
{
    Guests stage;
    stage.registers("Ama Mensah");
    const auto over_on = [&](const std::string& date, const std::string& newest_day,
                             const std::string& today) {
        bool over = false;
        stage.store().write([&](store::Session& session) {
            session.run("UPDATE forum SET date = :date WHERE id = :id", date, stage.forum_id());
            session.run("UPDATE day SET date = :day WHERE forum = :id", newest_day,
                        stage.forum_id());
            const auto day = *script::parse_iso_day(today);
            const Instant now{std::int64_t{script::days_between({}, day)} * 86'400'000};
            over = registration::forums_over_since(session, now, 30)
                       .find(std::to_string(stage.forum_id())) != std::string::npos;
            return true;
        });
        return over;
    };
    // Made after the pattern of the last one: a date, and no days yet.
    CHECK_FALSE(over_on("2030-05-06/2030-05-07", "", "2030-06-06"));
    CHECK(over_on("2030-05-06/2030-05-07", "", "2030-06-07"));
    CHECK_FALSE(over_on("2030-05-06/2030-05-07", "2030-05-09", "2030-06-08"));
    CHECK(over_on("2030-05-06/2030-05-07", "2030-05-09", "2030-06-09"));
    CHECK(over_on("2030", "2030-05-09", "2030-06-09"));
    CHECK_FALSE(over_on("2030", "", "2031-01-30"));
    CHECK(over_on("2030", "", "2031-01-31"));
    CHECK(over_on("2030-05-06/..", "", "2030-06-06"));
    // Nobody said when: a year after somebody was registered last, on 17 March 2030.
    CHECK_FALSE(over_on("", "", "2031-04-16"));
    CHECK(over_on("", "", "2031-04-17"));
}

TEST_CASE("after a forum it is said that passports and photos are forgotten, before it is not")
{
    Guests stage;
    const auto number = stage.registers("Ama Mensah");
    const std::string said = "This forum was over more than 30 days ago";
    const auto pages = {accra + "/people/" + number, accra + "/people/" + number + "/photo",
                        accra + "/people/new"};
    for (const auto& page : pages)
        CHECK_FALSE(stage.get(page, {.who = ""}).holds(said));
    stage.store().write([](store::Session& session) {
        session.run("UPDATE day SET date = '2029-05-07'");
        session.run("UPDATE forum SET date = '2029-05-07'");
        return true;
    });
    for (const auto& page : pages)
        CHECK(stage.get(page, {.who = ""}).holds(said));
}
