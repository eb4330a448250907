// SPDX-License-Identifier: Apache-2.0
//
// Badges: who gets one, what its code says and does not say, printed again, revoked, forged.

#include "door/doors.hpp"

#include "document/badge.hpp"
#include "web/signed_number.hpp"

using namespace sala;

TEST_CASE("a signed number is read again, and no letter of it can be changed")
{
    for (const std::int64_t number : {std::int64_t{1}, std::int64_t{913'811'268'677'140'480},
                                      std::numeric_limits<std::int64_t>::max()}) {
        const auto words = web::signed_number("key", "badge", number);
        CHECK(words.size() == 29);
        CHECK(words.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ") == std::string::npos);
        CHECK(web::read_signed_number("key", "badge", words) == number);
        CHECK(web::read_signed_number("key", "vehicle", words) == std::nullopt);
        CHECK(web::read_signed_number("another", "badge", words) == std::nullopt);
        CHECK(web::read_signed_number("", "badge", words) == std::nullopt);
        for (std::size_t i = 0; i < words.size(); ++i) {
            auto changed = words;
            changed[i] = changed[i] == '7' ? '8' : '7';
            CHECK(web::read_signed_number("key", "badge", changed) == std::nullopt);
        }
    }
    CHECK(web::read_signed_number("key", "badge", "") == std::nullopt);
    CHECK(web::read_signed_number("key", "badge", std::string(29, 'Z')) == std::nullopt);
    CHECK(web::sha256_hex("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("who is approved gets a badge, once; who is not gets none")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah", {{"category", "leaders"}});
    stage.sends_in("Yaw Darko");
    const auto print = stage.prints();
    CHECK(stage.count("SELECT COUNT(*) FROM badge") == 1);
    CHECK(stage.get(print + ".json").json()["standing"].integer() == 1);
    CHECK(stage.post("/lyon-2030/badges", {}).problem == "everybody-has-one");
    const auto paper = stage.get(print + ".pdf?size=id1&cut=yes");
    CHECK(paper.type == "application/pdf");
    CHECK(paper.body.starts_with("%PDF"));
    CHECK(stage.get("/lyon-2030/badges").holds("Ama Mensah"));
    // What the code holds is a number and a signature; what people read to each other is no part of
    // it, so that a door's list proves nothing.
    const auto token = stage.badge_of(ama).token;
    CHECK(token.size() == 30);
    CHECK(token.find("AMA") == std::string::npos);
    const auto code = door::short_code(token);
    CHECK(code.size() == 9);
    CHECK(code[4] == '-');
    CHECK(token.find(code.substr(0, 4) + code.substr(5)) == std::string::npos);
    CHECK(code == door::short_code(token));
    CHECK(code != door::short_code(token.substr(0, 29) + (token.back() == '7' ? "8" : "7")));
}

TEST_CASE("a print counts and shows those whose badge opens doors, and nobody else")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.approved("Yaw Darko");
    const auto print = stage.prints();
    const auto standing = [&] { return stage.get(print + ".json").json()["standing"].integer(); };
    CHECK(standing() == 2);
    REQUIRE(stage.decides(ama, "refuse", "They resigned.").status == 303);
    CHECK(standing() == 1);
    CHECK(stage.get(print).holds("1 badge that opens doors"));
    CHECK(stage.get(print + ".json").json()["badges"].integer() == 2);
}

TEST_CASE("a page of badges that nobody could reach is empty, and what is no number is the first")
{
    Doors stage;
    stage.approved("Ama Mensah");
    for (const auto* list : {"/lyon-2030/badges.json?from=", "/lyon-2030/registrations.json?from="})
        for (const auto& [from, found] :
             std::vector<std::pair<std::string, std::size_t>>{{"", 1},
                                                              {"0", 1},
                                                              {"1", 0},
                                                              {"9223372036854775807", 0},
                                                              {"18446744073709551615", 1},
                                                              {"-1", 1},
                                                              {"1x", 1}}) {
            CAPTURE(list);
            CAPTURE(from);
            CHECK(stage.get(list + from).json()["people"].items().size() == found);
        }
}

TEST_CASE("a badge that is printed again ends the one before; one that is revoked stays ended")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    const auto first_print = stage.prints();
    const auto first = stage.badge_of(ama);
    const auto badge = [&](const std::string& number, const std::string& what) {
        return stage.post("/lyon-2030/badges/" + number + "/" + what, {});
    };
    CHECK(badge(first.number, "again").status == 303);
    const auto second = stage.badge_of(ama);
    CHECK(second.number != first.number);
    CHECK(stage.scans(first.token, "a").problem == "badge-replaced");
    CHECK(stage.scans(second.token, "b").status == 200);
    CHECK(badge(first.number, "again").problem == "printed-again-already");
    CHECK(stage.get(first_print + ".pdf").status == 409);
    CHECK(badge(second.number, "revoke").status == 303);
    CHECK(badge(second.number, "revoke").problem == "badge-ended-already");
    CHECK(stage.scans(second.token, "c").problem == "badge-revoked");
    CHECK(badge("12", "revoke").status == 404);
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb IN ('print_badge_again', "
                      "'revoke_badge')") == 2);
}

TEST_CASE("a print of many is found again, however often one of them was printed anew")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.approved("Yaw Darko");
    const auto many = stage.prints();
    for (int again = 0; again < 25; ++again)
        REQUIRE(
            stage.post("/lyon-2030/badges/" + stage.badge_of(ama).number + "/again", {}).status ==
            303);
    const auto page = stage.get("/lyon-2030/badges");
    CHECK(page.holds("href=\"" + many + "\""));
    CHECK(page.holds("2 badges"));
}

TEST_CASE("who is no longer approved is not let in, although the badge is still in their hand")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.prints();
    const auto held = stage.badge_of(ama);
    REQUIRE(stage.decides(ama, "refuse", "They resigned.").status == 303);
    CHECK(stage.scans(held.token, "a").problem == "not-approved");
    CHECK(stage.post("/lyon-2030/badges/" + held.number + "/again", {}).problem == "not-approved");
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 0);
}

TEST_CASE("a badge of another forum, a made-up one and one for a vehicle open no door for a person")
{
    Doors stage;
    const auto ama = stage.approved("Ama Mensah");
    stage.prints();
    const auto number = std::stoll(stage.badge_of(ama).number);
    CHECK(stage.scans("B" + web::signed_number("another forum's key", "badge", number), "a")
              .problem == "no-such-badge");
    CHECK(stage.scans("V" + stage.badge_of(ama).token.substr(1), "b").problem == "no-such-badge");
    CHECK(stage.scans("made up", "c").problem == "no-such-badge");
    CHECK(stage.scans("", "d").status == 404);
    CHECK(stage.count("SELECT COUNT(*) FROM admission") == 0);
}

TEST_CASE("a category's design says the colour and the zones, and refuses what cannot be printed")
{
    Doors stage;
    const auto design = [&](const Fields& fields) {
        return stage.post("/lyon-2030/badge-designs", fields);
    };
    CHECK(design({{"category", "press"}, {"colour", "pink"}}).problem == "not-a-choice");
    CHECK(design({{"category", "nobody"}, {"colour", "red"}}).problem == "not-a-choice");
    CHECK(design({{"colour", "red"}, {"zones", std::string(70, 'x')}}).problem == "zone-too-long");
    CHECK(design({{"colour", "red"}, {"zones", "a,b,c,d,e,f,g,h,i"}}).problem == "too-many-zones");
    CHECK(stage.count("SELECT COUNT(*) FROM badge_design") == 0);
    CHECK(design({{"category", "press"}, {"colour", "red"}, {"zones", " Hall, Press room ,Hall,"}})
              .status == 303);
    CHECK(stage.get("/lyon-2030/badge-designs.json").json()["designs"]["press"]["zones"].string() ==
          "Hall, Press room");
    const auto ama = stage.approved("Ama Mensah", {{"category", "press"}});
    stage.prints();
    const auto token = stage.badge_of(ama).token;
    CHECK(stage.scans(token, "a", {{"zone", "Backstage"}}).problem == "not-in-this-zone");
    CHECK(stage.scans(token, "b", {{"zone", "Press room"}}).status == 200);
}

TEST_CASE("the pages of doors ask as many statements for three people as for one")
{
    Doors stage;
    const std::vector<std::string> pages{"/lyon-2030/badges", "/lyon-2030/presence",
                                         "/lyon-2030/door?q=a", "/lyon-2030/door/list.json"};
    const auto statements_with = [&](const std::vector<std::string>& names) {
        std::vector<std::string> people;
        for (const auto& name : names)
            people.push_back(stage.approved(name, {{"category", "press"}}));
        const auto print = stage.prints();
        std::vector<std::int64_t> all;
        for (const auto* ending : {"", ".json", ".pdf"})
            all.push_back(stage.get(print + ending).statements);
        // Each is let in with a badge that had ended, so that there is something to be looked at.
        for (const auto& person : people) {
            const auto held = stage.badge_of(person);
            REQUIRE(stage.post("/lyon-2030/badges/" + held.number + "/revoke", {}).status == 303);
            REQUIRE(stage.scans(held.token, person, {{"offline", "yes"}}).status == 200);
        }
        for (const auto& page : pages)
            all.push_back(stage.get(page).statements);
        return all;
    };
    const auto one = statements_with({"Ama Mensah"});
    CHECK(statements_with({"Yaw Darko", "Efua Owusu"}) == one);
    CHECK(stage.get("/lyon-2030/presence.json").json()["to_look_at"].integer() == 3);
}
