// SPDX-License-Identifier: Apache-2.0
//
// Somebody registered is erased: their name is left in no table, they are among people nowhere any
// more, and nobody goes along who only has the same address.

#include "traces.hpp"

using namespace sala;

namespace {

const Fields all_of_ama{{"email", "Ama@Accra.example"},
                        {"passport", "LEAK-G1234567"},
                        {"diet", "LEAK-peanuts"},
                        {"phone", "LEAK-555"},
                        {"post_en", "LEAK-post"}};
const std::string decisions = "/lyon-2030/registrations/";

std::string login_of(Stage& stage, const std::string& address)
{
    std::int64_t login = 0;
    stage.store().read([&](store::Session& session) {
        login = std::get<0>(*session.find<std::int64_t>(
            "SELECT login FROM login_address WHERE address = :address", address));
    });
    return std::to_string(login);
}

void invites(Stage& stage, const std::string& name, const std::string& address)
{
    REQUIRE(
        stage
            .post(
                "/lyon-2030/invitations",
                {{"delegation", "accra"}, {"name", name}, {"address", address}, {"language", "en"}})
            .status == 303);
}

// What is written about somebody where others write.
void writes_about(Doors& stage, const std::string& number, const std::string& name)
{
    stage.decides(number, "give-back", name + " is misspelt");
    REQUIRE(stage.post(accra + "/people/" + number + "/submit", {}, by(kofi)).status == 303);
    REQUIRE(stage
                .post(decisions + number,
                      {{"step", "approve"}, {"reason", "Welcome, " + name}, {"tell", "yes"}})
                .status == 303);
    REQUIRE(stage
                .post("/lyon-2030/circulars", {{"audience", "registered"},
                                               {"kind", "notice"},
                                               {"subject_en", "News"},
                                               {"body_en", "Dear {name}. Ask " + name + "."},
                                               {"subject_th", "ข่าว"},
                                               {"body_th", "เรียน {name}"}})
                .status == 303);
    const auto circular = stage.get("/lyon-2030/circulars.json").json()["circulars"].items()[0];
    REQUIRE(stage.post("/lyon-2030/circulars/" + circular["id"].string(), {}).status == 303);
    stage.registers("Efua Owusu", {{"shares_with", name}});
    stage.gives("desk@lyon.example", "observer");
    const std::string sitting = "/lyon-2030/sittings/statements";
    REQUIRE(stage.post(sitting + "/polls", {{"question", "Thank " + name + "?"}}).status == 303);
    REQUIRE(stage
                .post(sitting + "/inscription?delegation=accra",
                      {{"kind", "group"},
                       {"level", "head"},
                       {"language", "en"},
                       {"version", "0"},
                       {"on_behalf", "The friends of " + name}},
                      by(kofi))
                .status == 303);
    invites(stage, name, "Ama@Accra.example");
}

}  // namespace

TEST_CASE("who is erased is left in no letter, list or table, and what they did stays")
{
    for (const bool themselves : {true, false}) {
        CAPTURE(themselves);
        Doors stage;
        came_in(stage, "Yaw Darko", {{"email", "yaw@accra.example"}});
        const auto number = stage.sends_in("Ama LEAK-Mensah", all_of_ama);
        stage.edits(number, {{"hotel", "Two Rivers"}, {"diet", "LEAK-nuts"}});
        writes_about(stage, number, "Ama LEAK-Mensah");
        auto jar = claims(stage, ama, number);
        REQUIRE(words_left(stage, "LEAK-Mensah").size() > 8);
        const auto acts = stage.count("SELECT COUNT(*) FROM registration_act");
        if (themselves)
            REQUIRE(jar.post("/login/mine/erase", {}).status == 303);
        else
            REQUIRE(stage.post(decisions + number + "/erase", {}).status == 303);
        CHECK(words_left(stage, "LEAK") == Left{});
        // The secretariat erases somebody at one forum; their login is another thing.
        CHECK(words_left(stage, ama) ==
              (themselves ? Left{} : Left{"login.name", "login_address.address"}));
        CHECK(traces(stage) == Traces{1, 1, 1});
        CHECK(words_left(stage, "Yaw Darko").size() > 2);
        CHECK(stage.count("SELECT COUNT(*) FROM registration_act") == acts);
        CHECK(stage.count("SELECT COUNT(*) FROM letter WHERE reason = 'decided_letter' AND body "
                          "LIKE '%- […]: approved%Welcome, […]%'") == 1);
        CHECK(stage.count("SELECT COUNT(*) FROM floor_poll WHERE question = 'Thank […]?'") == 1);
        CHECK(store::check(stage.store()) == std::vector<std::string>{});
        CHECK(stage.get(decisions + number).holds("Name erased"));
        CHECK(stage.get(decisions + number).holds("sent back"));
        CHECK(stage.get(decisions + number + ".json").json()["status"].string() == "erased");
    }
}

TEST_CASE("a name of one word is left in no letter, reason or wish, in Latin letters or in Thai")
{
    Doors stage;
    const auto number = stage.sends_in(
        "Suhartoqq", {{"name_th", "สุหารโตคิว"}, {"email", "Ama@Accra.example"}, {"passport", "G1"}});
    stage.decides(number, "give-back", "suhartoqq is misspelt");
    REQUIRE(stage.post(accra + "/people/" + number + "/submit", {}, by(kofi)).status == 303);
    REQUIRE(stage
                .post(decisions + number, {{"step", "approve"},
                                           {"reason", "Welcome, Suhartoqq. ยินดีต้อนรับคุณสุหารโตคิวครับ"},
                                           {"tell", "yes"}})
                .status == 303);
    const auto other = stage.sends_in(
        "Efua Owusu", {{"shares_with", "Bapak Suhartoqq"}, {"hotel", "Where Suhartoqq stays"}});
    stage.decides(other, "give-back", "Shares a room with suhartoqq?");
    REQUIRE(words_left(stage, "suhartoqq").size() > 4);
    REQUIRE(words_left(stage, "สุหารโตคิว").size() > 2);
    REQUIRE(stage.post(decisions + number + "/erase", {}).status == 303);
    CHECK(words_left(stage, "suhartoqq") == Left{});
    CHECK(words_left(stage, "สุหารโตคิว") == Left{});
    CHECK(words_left(stage, "Efua Owusu").size() > 1);
    CHECK(stage.count("SELECT COUNT(*) FROM registration_person WHERE shares_with = 'Bapak […]' "
                      "AND hotel = 'Where […] stays'") == 1);
}

TEST_CASE("who was approved and is erased gets no badge, plate, seat or letter, and opens no door")
{
    Doors stage;
    const auto number = came_in(stage, "Ama LEAK-Mensah", all_of_ama);
    const auto token = stage.badge_of(number).token;
    came_in(stage, "Yaw Darko", {});
    REQUIRE(stage
                .post("/lyon-2030/registration-rules",
                      {{"version", "0"}, {"register_by", "2030-03-01"}})
                .status == 303);
    REQUIRE(stage.edits(number, {{"name_en", "Ama LEAK"}}).status == 303);
    CHECK(stage.get("/lyon-2030/registrations.json?wish=yes").holds("LEAK"));
    REQUIRE(stage.post(decisions + number + "/erase", {}).status == 303);
    CHECK(stage.get("/lyon-2030/badges").holds("Name erased") == false);
    CHECK(stage.post("/lyon-2030/badges", {}).status == 409);
    CHECK(traces(stage) == Traces{1, 1, 1});
    CHECK(stage.get("/lyon-2030/name-plates.json").json()["plates"].integer() == 1);
    CHECK(stage.scans(token, "again").problem == "badge-revoked");
    // A door that had not heard of it yet: a number at a door, of nobody.
    CHECK(stage.scans(token, "late", {{"offline", "yes"}}).status == 200);
    CHECK(stage
              .post("/lyon-2030/door",
                    {{"scan", "by-name"}, {"person", number}, {"door", "Main"}, {"offline", "yes"}},
                    by(esi))
              .status == 200);
    CHECK(traces(stage) == Traces{1, 1, 1});
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 4);
    CHECK(
        stage.count("SELECT COUNT(*) FROM registration_proposal o WHERE NOT EXISTS (SELECT 1 FROM "
                    "registration_proposal_answer x WHERE x.forum = o.forum AND x.proposal = "
                    "o.id)") == 0);
    for (const auto* page : {"registrations", "seats", "duplicates", "decisions", "participants",
                             "lists/rooms", "lists/visas", "lists/arrivals"}) {
        CAPTURE(page);
        const auto shown = stage.get(std::string("/lyon-2030/") + page);
        CHECK(shown.status == 200);
        CHECK_FALSE(shown.holds("Name erased"));
        CHECK_FALSE(shown.holds(number));
    }
    CHECK_FALSE(stage.get(accra, {.who = kofi}).holds("Name erased"));
    CHECK(stage.get(accra + "/people/" + number, {.who = kofi}).status == 404);
    for (const auto* step : {"", "/visa-letter", "/wish", "/erase"})
        CHECK(stage.post(decisions + number + step, {{"step", "refuse"}, {"reason", "x"}}).status >=
              400);
    CHECK(
        stage.post(accra + "/people/" + number + "/photo", {{"agreed", "yes"}}, by(kofi)).status >=
        400);
}

TEST_CASE(
    "an address that several share takes none of them along; the page says who goes and stays")
{
    Doors stage;
    const std::string office = "office@accra.example";
    stage.gives(office, "focal-point", "delegation=accra");
    const auto own = stage.approved("Noi LEAK-Suwan", {{"email", office}});
    const auto mayor = stage.approved("Mayor One", {{"email", "Office@Accra.example"}});
    const auto aide = stage.approved("Aide Two", {{"email", office}});
    stage.prints();
    auto jar = claims(stage, office, own);
    const auto page = jar.get("/login/mine/erase");
    CHECK(page.holds("These registrations are erased as well"));
    CHECK(page.holds("Noi LEAK-Suwan"));
    CHECK(page.holds("stay, without the address"));
    CHECK(page.holds("Mayor One"));
    const auto concerns = jar.json("/login/mine/erase").json()["concerns"].items();
    REQUIRE(concerns.size() == 3);
    CHECK(concerns[0]["goes"].boolean());
    CHECK_FALSE(concerns[1]["goes"].boolean());
    CHECK(stage.get("/login/all/" + login_of(stage, office) + "/erase").holds("Aide Two"));
    REQUIRE(jar.post("/login/mine/erase", {}).status == 303);
    CHECK(words_left(stage, "LEAK") == Left{});
    CHECK(words_left(stage, office) == Left{});
    CHECK(stage.status_of(mayor) == "approved");
    CHECK(stage.status_of(aide) == "approved");
    CHECK(traces(stage).badges == 2);
    CHECK(stage.get(decisions + mayor).holds("Mayor One"));
}

TEST_CASE("who was merged is erased whole, unless another has claimed the other one")
{
    for (const bool other_has_claimed : {false, true}) {
        CAPTURE(other_has_claimed);
        Doors stage;
        const auto own = came_in(stage, "Ama LEAK-Mensah", all_of_ama);
        const auto twin =
            came_in(stage, "A. TWIN-Mensah", {{"email", "twin@accra.example"}, {"diet", "none"}});
        auto jar = claims(stage, ama, own);
        if (other_has_claimed)
            claims(stage, "twin@accra.example", twin);
        REQUIRE(stage.post("/lyon-2030/duplicates", {{"kept", twin}, {"merged", own}}).status ==
                303);
        REQUIRE(jar.post("/login/mine/erase", {}).status == 303);
        CHECK(words_left(stage, "LEAK") == Left{});
        CHECK(words_left(stage, "TWIN").empty() == !other_has_claimed);
        CHECK(stage.get("/lyon-2030/duplicates").holds("Name erased") == false);
    }
}

TEST_CASE("the secretariat that erases one who was merged from two erases both")
{
    Doors stage;
    const auto kept = came_in(stage, "Ama LEAK-Mensah", all_of_ama);
    const auto twin = came_in(stage, "A. LEAK-Mensah", {});
    came_in(stage, "Yaw Darko", {});
    REQUIRE(stage.post("/lyon-2030/duplicates", {{"kept", kept}, {"merged", twin}}).status == 303);
    REQUIRE(stage.post(decisions + kept + "/erase", {}).status == 303);
    CHECK(words_left(stage, "LEAK") == Left{});
    CHECK(traces(stage) == Traces{1, 1, 1});
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 3);
}

TEST_CASE("the secretariat of the server erases somebody else, and that it did is an act")
{
    Guests stage;
    const auto number = stage.sends_in("Ama LEAK-Mensah", all_of_ama);
    stage.gives(ama, "observer");
    claims(stage, ama, number);
    const auto login = login_of(stage, ama);
    const auto address = "/login/all/" + login + "/erase";
    CHECK(stage.get(address).holds("Ama LEAK-Mensah"));
    CHECK(stage.post(address, {}, by(kofi)).status == 403);
    CHECK_FALSE(words_left(stage, "LEAK").empty());
    REQUIRE(stage.post(address, {}).status == 303);
    CHECK(words_left(stage, "LEAK") == Left{});
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'erase_login_of' AND for_whom = "
                      "'login/" +
                      login + "'") == 1);
    CHECK(stage.post(address, {}).status == 404);
    CHECK(stage.post("/login/all/nobody/erase", {}).status == 404);
}

TEST_CASE("the secretariat erases somebody registered; a category's manager does not")
{
    Guests stage;
    stage.gives("esi@lyon.example", "secretariat", "category=press");
    auto fields = all_of_ama;
    fields.emplace_back("category", "press");
    const auto address = decisions + stage.sends_in("LEAK-Ama", fields);
    CHECK(stage.get(address).holds("/erase\""));
    CHECK(stage.post(address + "/erase", {}, by("esi@lyon.example")).status == 403);
    CHECK_FALSE(words_left(stage, "LEAK").empty());
    CHECK(stage.get(address + "/erase").holds("LEAK-Ama"));
    REQUIRE(stage.post(address + "/erase", {}).status == 303);
    CHECK(words_left(stage, "LEAK") == Left{});
    CHECK(stage.get(address, {.who = "esi@lyon.example"}).status == 404);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'erase_registration'") == 1);
}
