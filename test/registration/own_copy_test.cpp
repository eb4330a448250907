// SPDX-License-Identifier: Apache-2.0
//
// What somebody takes along holds everything that the page says is kept about them.

#include "traces.hpp"

#include "app/kept_data.hpp"

using namespace sala;

namespace {

// Ama with everything a forum can keep of one who is registered.
struct Whole : Doors {
    std::string number;

    Whole()
    {
        REQUIRE(post("/lyon-2030/registration-rules/questions",
                     {{"prompt_en", "Which allergy?"}, {"prompt_th", "แพ้อะไร"}, {"kind", "words"}})
                    .status == 303);
        number = sends_in("Ama Mensah", {{"email", ama},
                                         {"passport", "G1234567"},
                                         {"diet", "no peanuts"},
                                         {"room", "twin"},
                                         {"arrives_on", "2030-05-05"}});
        std::int64_t question = 0;
        store().read([&](store::Session& session) {
            question = std::get<0>(*session.find<std::int64_t>("SELECT id FROM asked_question"));
        });
        REQUIRE(
            edits(number, {{"hotel", "Two Rivers"}, {"q-" + std::to_string(question), "sesame"}})
                .status == 303);
        decides(number, "give-back", "The post is missing");
        REQUIRE(post(accra + "/people/" + number + "/submit", {}, by(kofi)).status == 303);
        REQUIRE(decides(number, "approve").status == 303);
        REQUIRE(upload(accra + "/people/" + number + "/photo", "photo", "a.jpg", jpeg_of(600, 800),
                       {{"agreed", "yes"}}, by(kofi))
                    .status == 303);
        prints();
        REQUIRE(scans(badge_of(number).token, "one").status == 200);
        registers("Yaw OTHER", {{"email", ama}, {"passport", "OTHER-1"}});
        REQUIRE(
            post("/lyon-2030/registration-rules", {{"version", "0"}, {"register_by", "2030-03-01"}})
                .status == 303);
        REQUIRE(edits(number, {{"name_en", "Ama Mensah-Wish"}}).status == 303);
        vehicle_token_of("OTHER-PLATE");
    }
};

}  // namespace

TEST_CASE("the copy holds what the page of privacy names, in words of the forum")
{
    Whole stage;
    auto jar = claims(stage, ama, stage.number);
    stage.gives(ama, "focal-point", "delegation=accra");
    REQUIRE(jar.post(accra + "/vehicles", {{"plate", "GR 1234"}, {"remark", "white van"}}).status ==
            303);
    const auto shown = jar.json("/login/mine/data");
    const auto copy = shown.json();
    const auto page = stage.get("/about/privacy.json").json();
    REQUIRE(page["kept"].items().size() == app::all_kept_data().size());
    for (const auto& kept : page["kept"].items()) {
        CAPTURE(kept["name"].string());
        CHECK_FALSE(copy[kept["name"].string()].is_null());
    }
    // Each of what the three lines of the page name.
    const auto registration = copy["registrations"].items()[0];
    CHECK(registration["forum"].string() == "Lyon 2030");
    CHECK(registration["delegation"].string() == "Accra");
    CHECK(registration["status"].string() == "approved");
    CHECK(registration["entered"].write().find("Ama Mensah") != std::string::npos);
    CHECK(registration["decisions"].write().find("The post is missing") != std::string::npos);
    CHECK(registration["wishes"].write().find("Ama Mensah-Wish") != std::string::npos);
    CHECK(registration["badges"].items().size() == 1);
    const auto visa = copy["visas"].items()[0];
    CHECK(visa["entered"].items()[0]["what"].string() == "Number of the passport");
    CHECK(visa["entered"].items()[0]["words"].string() == "G1234567");
    CHECK(visa["photo"]["jpeg_base64"].string().size() > 100);
    CHECK(visa["earlier_versions"].items()[0]["after"].write().find("Two Rivers") !=
          std::string::npos);
    const auto stay = copy["stays"].items()[0];
    CHECK(stay["entered"].write().find("no peanuts") != std::string::npos);
    CHECK(stay["entered"].write().find("5 May 2030") != std::string::npos);
    CHECK(stay["answers"].items()[0]["question"].string() == "Which allergy?");
    CHECK(stay["answers"].items()[0]["answer"].string() == "sesame");
    CHECK(stay["seen_at_doors"].items()[0]["door"].string() == "Main");
    CHECK(copy["stays"].items()[1]["vehicle"].string() == "GR 1234");
    // Nothing of others, also of whoever has the same address.
    CHECK_FALSE(shown.holds("OTHER"));
}
