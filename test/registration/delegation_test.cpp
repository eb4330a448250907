// SPDX-License-Identifier: Apache-2.0
//
// A focal point registers a delegation, the secretariat decides, and nobody sees another's people.

#include "guests.hpp"

#include "registration/registration_store.hpp"
#include "web/passkeys.hpp"

#include <set>

using namespace sala;

TEST_CASE("a focal point registers people without logins, and sends all of them in at once")
{
    Guests stage;
    stage.registers("Ama Mensah", {{"name_th", "อามา เมนซาห์"}});
    stage.registers("Yaw Darko");
    CHECK(stage.get(accra, {.who = kofi}).holds("Send 2 people in"));
    CHECK(stage.post(accra + "/submit", {}, by(kofi)).status == 303);
    CHECK(stage.post(accra + "/submit", {}, by(kofi)).problem == "nobody-to-send-in");
    CHECK(stage.count("SELECT COUNT(*) FROM registration_act WHERE step = 'submit' AND on_behalf = "
                      "0") == 2);
    CHECK(stage.count("SELECT COUNT(*) FROM login_address") == 2);
}

TEST_CASE("what is wrong with a person is said beside the field, and nothing is kept")
{
    Guests stage;
    const auto page = stage.post(
        accra + "/people/new", {{"role", "adviser"}, {"arrives_on", "2030-13-01"}}, {.who = kofi});
    CHECK(page.status == 422);
    CHECK(page.holds("id=\"name_en-e\""));
    CHECK(page.holds("id=\"arrives_on-e\""));
    CHECK(stage.count("SELECT COUNT(*) FROM registration") == 0);
}

TEST_CASE("a delegation's people are there for it and the secretariat, and missing for others")
{
    Guests stage;
    const auto number =
        stage.sends_in("Ama Mensah", {{"passport", "G1234567"}, {"diet", "no peanuts"}});
    stage.gives("delegate@accra.example", "delegate", "delegation=accra");
    stage.gives("door@lyon.example", "door");
    const std::vector<std::string> pages{accra, accra + "/people/new", accra + "/people/" + number,
                                         accra + "/import"};
    for (const auto& page : pages)
        for (const auto* ending : {"", ".json"}) {
            CAPTURE(page);
            CHECK(stage.get(page + ending, {.who = kofi}).status == 200);
            CHECK(stage.get(page + ending).status == 200);
            const auto foreign = stage.get(page + ending, {.who = luz});
            CHECK(foreign.status == 404);
            CHECK_FALSE(foreign.holds("G1234567"));
            for (const auto* who : {"delegate@accra.example", "door@lyon.example"})
                CHECK(stage.get(page + ending, {.who = who}).status == 403);
        }
    // Through one's own delegation nobody reaches the people of another.
    CHECK(stage.get(quito + "/people/" + number + ".json", {.who = luz}).status == 404);
    for (const auto* step : {"/submit", "/withdraw", ""})
        CHECK(stage
                  .post(quito + "/people/" + number + step,
                        {{"version", "1"}, {"role", "head"}, {"name_en", "X"}}, by(luz))
                  .status == 404);
    for (const auto* page : {"/lyon-2030/registrations", "/lyon-2030/lists/diet",
                             "/lyon-2030/duplicates", "/lyon-2030/seats", "/lyon-2030/decisions"})
        CHECK(stage.get(page, {.who = kofi}).status == 403);
    CHECK(stage.status_of(number) == "submitted");
}

TEST_CASE("one is returned with a reason, changed and sent in again, and approved")
{
    Guests stage;
    const auto number = stage.sends_in("Ama Mensah");
    CHECK(stage.decides(number, "give-back").problem == "reason-needed");
    CHECK(stage.decides(number, "give-back", "The name is not as in the passport.").status == 303);
    CHECK(stage.get(accra, {.who = kofi}).holds("The name is not as in the passport."));
    CHECK(stage.decides(number, "approve").problem == "not-from-here");
    CHECK(stage.edits(number, {{"name_en", "Ama Serwaa Mensah"}}).status == 303);
    CHECK(stage.status_of(number) == "returned");
    CHECK(stage.post(accra + "/people/" + number + "/submit", {}, by(kofi)).status == 303);
    CHECK(stage.decides(number, "approve").status == 303);
    CHECK(stage.status_of(number) == "approved");
    CHECK(stage.count("SELECT COUNT(*) FROM registration_revision") == 1);
}

TEST_CASE("two who edit the same person: the second is told, and the first's words stay")
{
    Guests stage;
    const auto number = stage.registers("Ama Mensah");
    const Fields fields{{"version", "1"}, {"role", "head"}, {"name_en", "Ama Mensah"}};
    CHECK(stage.post(accra + "/people/" + number, fields, by(kofi)).status == 303);
    const auto late = stage.post(accra + "/people/" + number, fields, by(kofi));
    CHECK(late.status == 412);
    CHECK(late.problem == "changed-meanwhile");
}

TEST_CASE("a focal point shares the role, or hands it over and has it no longer")
{
    Guests stage;
    const auto to = [&](const std::string& address, const std::string& how) {
        return stage.post(accra + (how == "share" ? "/focal-points" : "/hand-over"),
                          {{"name", "Esi"}, {"address", address}, {"again", address}}, by(kofi));
    };
    CHECK(to("esi@accra.example", "share").status == 303);
    CHECK(stage.get(accra, {.who = "esi@accra.example"}).status == 200);
    CHECK(stage.get(accra, {.who = kofi}).status == 200);
    CHECK(to("esi@accra.example", "share").problem == "already-granted");
    CHECK(to("nobody", "share").problem == "not-a-mail-address");
    CHECK(to("yaw@accra.example", "hand-over").status == 303);
    CHECK(stage.get(accra, {.who = kofi}).status == 403);
    CHECK(stage.get(accra, {.who = "yaw@accra.example"}).status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM role_withdrawal") == 1);
    // The two are told apart by whoever reads what was done, and for whom it was.
    CHECK(stage.get("/lyon-2030/acts").holds("Handed a delegation over"));
    CHECK(stage.get("/lyon-2030/acts").holds("Shared a delegation"));
    REQUIRE(
        stage.post(accra + "/focal-points", {{"name", "Abena"}, {"address", "abena@accra.example"}})
            .status == 303);
    const auto acts = stage.get("/lyon-2030/acts");
    CHECK(acts.holds("for Accra"));
    CHECK_FALSE(acts.holds("for delegation/"));
}

TEST_CASE(
    "handing over to somebody who shares the role lays one's own down, and gives nothing twice")
{
    Guests stage;
    const std::string esi = "esi@accra.example";
    const auto to = [&](const std::string& address, const std::string& how) {
        return stage.post(accra + how, {{"name", "Esi"}, {"address", address}, {"again", address}},
                          by(kofi));
    };
    REQUIRE(to(esi, "/focal-points").status == 303);
    CHECK(to(kofi, "/hand-over").problem == "already-granted");
    CHECK(stage.get(accra, {.who = kofi}).status == 200);
    const auto grants = stage.count("SELECT COUNT(*) FROM role_grant");
    const auto letters = stage.letters().size();
    CHECK(to(" ESI@accra.example", "/hand-over").status == 303);
    CHECK(stage.get(accra, {.who = kofi}).status == 403);
    CHECK(stage.get(accra, {.who = esi}).status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM role_grant") == grants);
    CHECK(stage.count("SELECT COUNT(*) FROM role_withdrawal") == 1);
    CHECK(stage.letters().size() == letters);
    // Nobody speaks for Quito less.
    CHECK(stage.get(quito, {.who = luz}).status == 200);
}

TEST_CASE("names are words, never markup, on every page that shows them")
{
    Guests stage;
    const auto number = stage.approved("<script>alert(1)</script>",
                                       {{"on_list", "yes"}, {"diet", "\"><script>alert(2)"}});
    for (const auto& page :
         {accra, accra + "/people/" + number, std::string("/lyon-2030/registrations"),
          "/lyon-2030/registrations/" + number, std::string("/lyon-2030/participants"),
          std::string("/lyon-2030/seats"), std::string("/lyon-2030/lists/diet"),
          std::string("/lyon-2030/decisions")}) {
        CAPTURE(page);
        const auto shown = stage.get(page);
        CHECK(shown.status == 200);
        CHECK(shown.holds("&lt;script&gt;alert"));
        CHECK_FALSE(shown.holds("<script>alert"));
    }
}

TEST_CASE("a person is erased: name, words and wishes are gone, the acts stay")
{
    Guests stage;
    const auto number = stage.sends_in("Ama Mensah", {{"passport", "G1234567"}});
    stage.decides(number, "give-back", "Ama is misspelt.");
    stage.edits(number, {{"diet", "no peanuts"}});
    stage.store().write([&](store::Session& session) {
        registration::erase_person(session, stage.forum_id(),
                                   Id<registration::Registration>{std::stoll(number)}, {},
                                   stage.now());
        return true;
    });
    CHECK(stage.get(accra + "/people/" + number).status == 404);
    for (const auto& page : {accra, "/lyon-2030/registrations/" + number,
                             "/lyon-2030/registrations/" + number + ".json"}) {
        const auto shown = stage.get(page);
        CHECK(shown.status == 200);
        for (const auto* words : {"Ama", "G1234567", "peanuts"})
            CHECK_FALSE(shown.holds(words));
    }
    CHECK(stage.count("SELECT COUNT(*) FROM registration_act") == 2);
}

TEST_CASE("pages ask as many statements for three people as for one")
{
    Guests stage;
    stage.approved("Ama Mensah", {{"arrives_on", "2030-05-05"}, {"on_list", "yes"}});
    const std::vector<std::string> pages{accra,
                                         "/lyon-2030/registrations",
                                         "/lyon-2030/decisions",
                                         "/lyon-2030/lists/arrivals",
                                         "/lyon-2030/participants",
                                         "/lyon-2030/duplicates",
                                         "/lyon-2030/seats",
                                         "/lyon-2030/name-plates.pdf"};
    std::vector<std::int64_t> one;
    for (const auto& page : pages)
        one.push_back(stage.get(page).statements);
    stage.approved("Yaw Darko", {{"arrives_on", "2030-05-05"}, {"on_list", "yes"}});
    stage.approved("Esi Owusu", {{"arrives_on", "2030-05-06"}, {"on_list", "yes"}});
    for (std::size_t place = 0; place < pages.size(); ++place) {
        CAPTURE(pages[place]);
        CHECK(stage.get(pages[place]).statements == one[place]);
    }
}

TEST_CASE("a focal point finds the way from the forum's first page; others see no such way")
{
    Guests stage;
    CHECK(stage.get("/lyon-2030", {.who = kofi}).holds("href=\"/lyon-2030/delegation\""));
    CHECK_FALSE(stage.get("/lyon-2030", {.as = As::anyone}).holds("/lyon-2030/delegation\""));
    CHECK(stage.get("/lyon-2030/delegation", {.who = kofi}).location == accra);
    CHECK(stage.get("/lyon-2030/delegation", {.as = As::anyone}).status == 303);
    stage.gives(kofi, "focal-point", "delegation=quito");
    const auto both = stage.get("/lyon-2030/delegation", {.who = kofi});
    CHECK(both.holds(accra));
    CHECK(both.holds(quito));
}

TEST_CASE("the table of a delegation says who looks after their registration, and of nobody else")
{
    Guests world;
    const std::string esi = "esi@accra.example";
    const auto first = world.sends_in("Esi Boateng", {{"email", esi}});
    const auto second = world.sends_in("E. Boateng", {{"email", esi}});
    world.sends_in("Akua Boateng");
    const auto claimed = [&](const std::string& delegation, const std::string& who) {
        std::set<std::string> numbers;
        const auto table = world.get(delegation + ".json", {.who = who}).json();
        for (const auto& one : table["people"].items())
            if (one["claimed"].boolean())
                numbers.insert(one["id"].string());
        return numbers;
    };
    const auto none = std::set<std::string>{};
    CHECK(claimed(accra, kofi) == none);
    CHECK_FALSE(world.get(accra, {.who = kofi}).holds("claimed by its owner"));
    Jar jar(world);
    comes_by_letter(world, jar, esi);
    REQUIRE(jar.post("/lyon-2030/mine/claim", {{"registration", first}}).status == 303);
    CHECK(claimed(accra, kofi) == std::set{first});
    CHECK(claimed(quito, luz) == none);
    CHECK(world.get(accra, {.who = kofi}).holds("claimed by its owner"));
    // It goes with the person when two registrations are put together.
    REQUIRE(world.post("/lyon-2030/duplicates", {{"kept", second}, {"merged", first}}).status ==
            303);
    CHECK(claimed(accra, kofi) == std::set{second});
    REQUIRE(jar.post("/lyon-2030/mine/release", {}).status == 303);
    CHECK(claimed(accra, kofi) == none);
}
