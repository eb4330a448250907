// SPDX-License-Identifier: Apache-2.0
//
// What is kept of people who are registered: erased with their login or by the secretariat,
// forgotten some time after the forum, and held by a delegation that cannot be lost meanwhile.

#include "door/doors.hpp"
#include "door/photo_files.hpp"

#include "app/kept_data.hpp"
#include "web/kept_data.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

const std::string ama = "ama@accra.example";
const Fields all_of_ama{{"email", "Ama@Accra.example"},
                        {"passport", "LEAK-G1234567"},
                        {"diet", "LEAK-peanuts"},
                        {"phone", "LEAK-555"},
                        {"post_en", "LEAK-post"}};

// Every table in which words could be left.
std::int64_t words_left(Stage& stage, const std::string& words)
{
    std::int64_t left = 0;
    for (const auto* place :
         {"registration_person WHERE name_en || email || passport || diet || phone || post_en || "
          "found_by",
          "registration_revision WHERE before || after", "registration_reason WHERE words",
          "registration_proposal_words WHERE wanted",
          "invitation_answer_words WHERE focal_name || focal_address || remark",
          "invitation_recipient WHERE name || address", "login WHERE name",
          "login_address WHERE address", "vehicle_pass_words WHERE plate || remark"})
        left +=
            stage.count(std::string("SELECT COUNT(*) FROM ") + place + " LIKE '%" + words + "%'");
    return left;
}

// Which rows still say who it was: photos, admissions, badges that open doors.
struct Traces {
    std::int64_t photos = 0;
    std::int64_t admissions = 0;
    std::int64_t badges = 0;

    bool operator==(const Traces&) const = default;
};
Traces traces(Stage& stage)
{
    return {stage.count("SELECT COUNT(*) FROM person_photo"),
            stage.count("SELECT COUNT(*) FROM admission WHERE registration IS NOT NULL OR badge IS "
                        "NOT NULL"),
            stage.count("SELECT COUNT(*) FROM badge WHERE NOT EXISTS (SELECT 1 FROM badge_end e "
                        "WHERE e.forum = badge.forum AND e.badge = badge.id)")};
}

// Approved, with a photo and a badge with which they came in.
std::string came_in(Doors& stage, const std::string& name, const Fields& fields)
{
    auto number = stage.approved(name, fields);
    REQUIRE(stage
                .upload(accra + "/people/" + number + "/photo", "photo", "a.jpg", jpeg_of(600, 800),
                        {{"agreed", "yes"}}, by(kofi))
                .status == 303);
    stage.prints();
    REQUIRE(stage.scans(stage.badge_of(number).token, number).status == 200);
    return number;
}

}  // namespace

TEST_CASE("who has themselves erased is gone from registrations and invitations as well")
{
    Doors stage;
    came_in(stage, "Yaw Darko", {{"email", "yaw@accra.example"}});
    const auto number = stage.sends_in("Ama LEAK-Mensah", all_of_ama);
    stage.edits(number, {{"hotel", "Two Rivers"}, {"diet", "LEAK-nuts"}});
    stage.decides(number, "give-back", "LEAK-Mensah is misspelt");
    REQUIRE(stage
                .post("/lyon-2030/invitations", {{"delegation", "accra"},
                                                 {"name", "LEAK-Mensah"},
                                                 {"address", ama},
                                                 {"language", "en"}})
                .status == 303);
    stage.gives(ama, "observer");
    CHECK(stage.get("/login/mine/data.json", {.who = ama}).holds("LEAK-peanuts") == false);
    CHECK(stage.get("/login/mine/data.json", {.who = ama}).holds("LEAK-nuts"));
    CHECK_FALSE(stage.get("/login/mine/data.json", {.who = ama}).holds("Yaw"));
    CHECK(words_left(stage, "LEAK") > 0);
    CHECK(traces(stage) == Traces{1, 1, 1});
    const auto acts = stage.count("SELECT COUNT(*) FROM registration_act");
    REQUIRE(stage.post("/login/mine/erase", {}, {.who = ama}).status == 303);
    CHECK(words_left(stage, "LEAK") == 0);
    CHECK(words_left(stage, ama) == 0);
    CHECK(traces(stage) == Traces{1, 1, 1});
    CHECK(stage.count("SELECT COUNT(*) FROM registration_person WHERE name_en = 'Yaw Darko'") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM registration_act") == acts);
    CHECK(stage.get("/lyon-2030/registrations/" + number).holds("Name erased"));
}

TEST_CASE(
    "who was registered twice and merged is erased whole, whichever of the two carries the login")
{
    for (const bool merged_has_login : {true, false}) {
        CAPTURE(merged_has_login);
        Doors stage;
        const auto with_login = came_in(stage, "Ama LEAK-Mensah", all_of_ama);
        const auto without = came_in(stage, "A. LEAK-Mensah", {{"passport", "LEAK-G765"}});
        came_in(stage, "Yaw Darko", {{"email", "yaw@accra.example"}});
        REQUIRE(stage
                    .post("/lyon-2030/duplicates",
                          {{"kept", merged_has_login ? without : with_login},
                           {"merged", merged_has_login ? with_login : without}})
                    .status == 303);
        stage.gives(ama, "observer");
        CHECK(stage.get("/login/mine/data.json", {.who = ama}).holds("LEAK-G1234567"));
        CHECK(traces(stage) == Traces{3, 3, 3});
        REQUIRE(stage.post("/login/mine/erase", {}, {.who = ama}).status == 303);
        CHECK(words_left(stage, "LEAK") == 0);
        CHECK(traces(stage) == Traces{1, 1, 1});
    }
}

TEST_CASE("the secretariat that erases one who was merged from two erases both")
{
    Doors stage;
    const auto kept = came_in(stage, "Ama LEAK-Mensah", all_of_ama);
    const auto twin = came_in(stage, "A. LEAK-Mensah", {});
    came_in(stage, "Yaw Darko", {});
    REQUIRE(stage.post("/lyon-2030/duplicates", {{"kept", kept}, {"merged", twin}}).status == 303);
    REQUIRE(stage.post("/lyon-2030/registrations/" + kept + "/erase", {}).status == 303);
    CHECK(words_left(stage, "LEAK") == 0);
    CHECK(traces(stage) == Traces{1, 1, 1});
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 3);
}

TEST_CASE("the secretariat of the server erases somebody else, and that it did is an act")
{
    Guests stage;
    stage.sends_in("Ama LEAK-Mensah", all_of_ama);
    stage.gives(ama, "observer");
    stage.browser_of(ama);
    std::int64_t login = 0;
    stage.store().read([&](store::Session& session) {
        login = std::get<0>(*session.find<std::int64_t>(
            "SELECT login FROM login_address WHERE address = :address", ama));
    });
    const auto address = "/login/all/" + std::to_string(login) + "/erase";
    CHECK(stage.get(address).status == 200);
    CHECK(stage.post(address, {}, by(kofi)).status == 403);
    CHECK(words_left(stage, "LEAK") > 0);
    REQUIRE(stage.post(address, {}).status == 303);
    CHECK(words_left(stage, "LEAK") == 0);
    CHECK(stage.get("/login/mine", {.who = ama}).status != 200);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'erase_login_of' AND for_whom = "
                      "'login/" +
                      std::to_string(login) + "'") == 1);
    CHECK(stage.post(address, {}).status == 404);
    CHECK(stage.post("/login/all/nobody/erase", {}).status == 404);
}

TEST_CASE("the secretariat erases somebody registered; a category's manager does not")
{
    Guests stage;
    stage.gives("esi@lyon.example", "secretariat", "category=press");
    auto fields = all_of_ama;
    fields.emplace_back("category", "press");
    const auto address = "/lyon-2030/registrations/" + stage.sends_in("LEAK-Ama", fields);
    CHECK(stage.get(address).holds("/erase\""));
    CHECK(stage.post(address + "/erase", {}, by("esi@lyon.example")).status == 403);
    CHECK(words_left(stage, "LEAK") > 0);
    CHECK(stage.get(address + "/erase").holds("LEAK-Ama"));
    REQUIRE(stage.post(address + "/erase", {}).status == 303);
    CHECK(words_left(stage, "LEAK") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'erase_registration'") == 1);
}

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
    CHECK(words_left(stage, "LEAK-PLATE") == 1);
    days_after_the_forum(91);
    CHECK(held("diet") == "");
    CHECK(held("phone") == "");
    CHECK(held("name_en") == "Ama Mensah");
    CHECK(held("post_en") == "LEAK-post");
    CHECK(traces(stage) == Traces{0, 0, 1});
    CHECK(words_left(stage, "LEAK-PLATE") == 0);
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
