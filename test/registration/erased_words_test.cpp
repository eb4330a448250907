// SPDX-License-Identifier: Apache-2.0
//
// Somebody who is erased is named by nobody any more, however others wrote the name: in capitals,
// with accents put together in another way, with two spaces.

#include "traces.hpp"

#include "script/normal.hpp"

using namespace sala;

namespace {

// What all who may read it see of the drivers, guests and letters of a forum.
std::string all_that_is_read(Doors& stage)
{
    std::string all;
    for (const std::string page : {"/vehicles", "/door/list.json", "/registrations.json",
                                   "/circulars", "/lists/rooms", "/lists/arrivals"}) {
        const auto shown = stage.get("/lyon-2030" + page);
        CAPTURE(page);
        CHECK(shown.status == 200);
        all += shown.body;
    }
    return all + stage.get(accra, {.who = kofi}).body;
}

}  // namespace

TEST_CASE("a name in capitals, with other accents or more blanks goes as it does as it was entered")
{
    struct Person {
        std::string name;
        std::vector<std::string> written;
    };
    for (const auto& [name, written] :
         {Person{"Nguyễn Văn Đức",
                 {"Nguyễn Văn Đức", "NGUYỄN VĂN ĐỨC", "nguyễn  văn đức",
                  "NGUYE\u0302\u0303N VA\u0306N ĐU\u031b\u0301C"}},
          Person{"José Íñiguez", {"José Íñiguez", "JOSÉ ÍÑIGUEZ", "José\u00a0Íñiguez"}},
          Person{"ชัย ดีประเสริฐ", {"ชัย ดีประเสริฐ", "ชัย  ดีประเสริฐ"}}}) {
        CAPTURE(name);
        Doors stage;
        const auto number = stage.sends_in(name);
        int plate = 0;
        for (const auto& words : written) {
            REQUIRE(stage
                        .post(accra + "/vehicles",
                              {{"plate", "LY-" + std::to_string(++plate)},
                               {"remark", "Driver of " + words}},
                              by(kofi))
                        .status == 303);
            stage.registers("Guest " + std::string(1, static_cast<char>('A' + plate)),
                            {{"shares_with", words},
                             {"post_en", "Aide to " + words},
                             {"arrives_on", "2030-05-05"},
                             {"arrives_flight", "With " + words}});
        }
        REQUIRE(stage
                    .post("/lyon-2030/circulars",
                          {{"audience", "registered"},
                           {"kind", "notice"},
                           {"subject_en", "Ask " + written.back()},
                           {"body_en", "Dear {name}.\nAsk:\n" + written.back() + "\n"},
                           {"subject_th", "ข่าว"},
                           {"body_th", "เรียน {name}"}})
                    .status == 303);
        const auto before = script::searchable(all_that_is_read(stage));
        for (const auto& words : written)
            CHECK(before.find("driver of " + script::searchable(words)) != std::string::npos);
        REQUIRE(stage.post("/lyon-2030/registrations/" + number + "/erase", {}).status == 303);
        const auto after = script::searchable(all_that_is_read(stage));
        for (const auto& words : written)
            CHECK(after.find(script::searchable(words)) == std::string::npos);
        CHECK(after.find("driver of [...]") != std::string::npos);
        CHECK(
            stage.count("SELECT COUNT(*) FROM vehicle_pass_words WHERE remark = 'Driver of […]'") ==
            plate);
        CHECK(stage.count("SELECT COUNT(*) FROM registration_person WHERE shares_with = '[…]' AND "
                          "post_en = 'Aide to […]' AND arrives_flight = 'With […]'") == plate);
        CHECK(stage.count("SELECT COUNT(*) FROM circular WHERE subject LIKE '%Ask […]%' AND body "
                          "LIKE '%Ask:%[…]%'") == 1);
        CHECK(store::check(stage.store()) == std::vector<std::string>{});
    }
}

TEST_CASE("a namesake stays, with their own name, address and history")
{
    Doors stage;
    const auto number = stage.sends_in("Ama Osei", {{"email", "ama@accra.example"}});
    const auto namesake = stage.post(accra + "/people/new",
                                     {{"role", "adviser"},
                                      {"name_en", "Ama Osei"},
                                      {"another", "yes"},
                                      {"email", "osei@accra.example"}},
                                     by(kofi));
    REQUIRE(namesake.status == 303);
    const auto other = namesake.location.substr(namesake.location.rfind('/') + 1);
    REQUIRE(stage.edits(other, {{"name_en", "Ama Osei Mensah"}}).status == 303);
    REQUIRE(stage.post("/lyon-2030/registrations/" + number + "/erase", {}).status == 303);
    CHECK(stage.get(accra + "/people/" + other, {.who = kofi}).holds("Ama Osei Mensah"));
    CHECK(stage.count("SELECT COUNT(*) FROM registration_person WHERE name_en = 'Ama Osei Mensah' "
                      "AND email = 'osei@accra.example'") == 1);
    CHECK(store::check(stage.store()) == std::vector<std::string>{});
}
