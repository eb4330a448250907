// SPDX-License-Identifier: Apache-2.0
//
// One delegation asks another: what both see, what is kept, who is told, and what is refused.

#include "summit.hpp"

using namespace sala;

TEST_CASE("an ask is accepted: two acts, a letter to each side's other, and both see the same")
{
    Summit summit;
    const auto number = summit.asks(accra, "quito", kofi, {{"words", "Drains and slopes"}});
    auto seen = summit.meeting(quito, number, luz);
    CHECK(seen["status"].string() == "asked");
    CHECK(seen["awaits"].string() == "quito");
    CHECK(seen["acts"].items()[0]["words"].string() == "Drains and slopes");
    CHECK(summit.does(quito, number, luz, "accept").status == 303);
    for (const auto& [whose, who] : {std::pair{accra, kofi}, std::pair{quito, luz}})
        CHECK(summit.meeting(whose, number, who)["status"].string() == "accepted");
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_act") == 2);
    CHECK(summit.letters("meeting_letter") ==
          std::vector<std::string>{kofi + ": Quito accepts to meet you at Lyon 2030",
                                   luz + ": Accra asks to meet you at Lyon 2030"});
}

TEST_CASE("double clicks and two devices give one act and one letter")
{
    Summit summit;
    const auto number = summit.asks(accra, "quito", kofi);
    CHECK(summit.asks(accra, "quito", kofi) == number);
    CHECK(summit.count("SELECT COUNT(*) FROM meeting") == 1);
    for (int click = 0; click < 3; ++click)
        CHECK(summit.does_at(quito, number, luz, "accept", 1).status == 303);
    CHECK(summit.does_at(quito, number, luz, "decline", 1, {{"words", "No"}}).problem ==
          "answered-meanwhile");
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_act") == 2);
    CHECK(summit.letters("meeting_letter").size() == 2);
}

TEST_CASE("declining says why, and the two may ask anew; an ask that crosses another is answered")
{
    Summit summit;
    const auto number = summit.asks(accra, "quito", kofi);
    CHECK(summit.does(quito, number, luz, "decline").problem == "reason-needed");
    CHECK(summit.does(quito, number, luz, "decline", {{"words", "Our mayor lands at noon."}})
              .status == 303);
    CHECK(
        summit.get(accra + "/meetings/" + number, {.who = kofi}).holds("Our mayor lands at noon."));
    const auto anew = summit.asks(quito, "accra", luz);
    CHECK(anew != number);
    CHECK(summit.post(accra + "/meetings/new", {{"with", "quito"}, {"slots", "1"}}, by(kofi))
              .problem == "asked-by-them");
    CHECK(summit.count("SELECT COUNT(*) FROM meeting") == 2);
}

TEST_CASE("an ask without an answer is over after its time and blocks nothing")
{
    Summit summit;
    const auto number = summit.asks(accra, "quito", kofi);
    summit.passes(std::chrono::hours(30));
    const auto list = summit.get("/lyon-2030/bilaterals.json").json()["meetings"];
    CHECK(list.items()[0]["stuck"].boolean());
    CHECK(summit.get("/lyon-2030/bilaterals").holds("stuck"));
    summit.passes(std::chrono::hours(18));
    CHECK(summit.meeting(accra, number, kofi)["status"].string() == "expired");
    CHECK(summit.does(quito, number, luz, "accept").problem == "not-from-here");
    CHECK(summit.asks(accra, "quito", kofi) != number);
}

TEST_CASE("who is not one of the two finds no meeting, and cannot answer it")
{
    Summit summit;
    const auto number = summit.asks(accra, "lyon", kofi);
    CHECK(summit.get(quito + "/meetings/" + number, {.who = luz}).status == 404);
    CHECK(summit.get(accra + "/meetings/" + number, {.who = luz}).status == 404);
    CHECK(summit.does_at(lyon, number, luz, "accept", 1).status == 404);
    CHECK(summit.meeting(accra, number, kofi)["status"].string() == "asked");
}

TEST_CASE("the secretariat acts on behalf and that stays on record; who speaks for itself confirms")
{
    Summit summit;
    const auto to_lyon = summit.asks(accra, "lyon", kofi);
    CHECK(summit.does(lyon, to_lyon, "", "accept").status == 303);
    CHECK(summit.meeting(accra, to_lyon, kofi)["status"].string() == "accepted");
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_act WHERE on_behalf = 1") == 1);
    CHECK(summit.count("SELECT COUNT(*) FROM act WHERE verb = 'answer_meeting' AND for_whom LIKE "
                       "'delegation/%'") == 1);
    const auto to_quito = summit.asks(accra, "quito", kofi);
    CHECK(summit.does(quito, to_quito, "", "accept").status == 303);
    CHECK(summit.meeting(accra, to_quito, kofi)["status"].string() == "unconfirmed");
    CHECK(summit.does(quito, to_quito, "", "confirm").problem == "confirms-itself");
    CHECK(summit.does(quito, to_quito, luz, "confirm").status == 303);
    CHECK(summit.meeting(accra, to_quito, kofi)["status"].string() == "accepted");
}

TEST_CASE("who may meet whom: the rules of the forum are asked at every ask")
{
    Summit summit;
    const auto refused = [&](const std::string& whose, const std::string& with,
                             const std::string& who) {
        return summit.post(whose + "/meetings/new", {{"with", with}, {"slots", "1"}}, by(who))
            .problem;
    };
    CHECK(refused(accra, "accra", kofi) == "meets-itself");
    CHECK(refused(accra, "paris", kofi) == "no-such-delegation");
    CHECK(refused("/lyon-2030/delegations/bank", "quito", "") == "observers-are-asked");
    CHECK(refused(accra, "bank", kofi).empty());
    REQUIRE(summit
                .post("/lyon-2030/bilaterals/rules", {{"version", "0"},
                                                      {"other_countries", "yes"},
                                                      {"slot_minutes", "20"},
                                                      {"change_minutes", "5"},
                                                      {"ask_hours", "24"},
                                                      {"meetings_at_least", "1"},
                                                      {"meetings_at_most", "4"}})
                .status == 303);
    CHECK(refused(lyon, "bank", "") == "same-country");
    CHECK(refused("/lyon-2030/delegations/bank", "quito", "").empty());
}

TEST_CASE("who comes along is said once it is agreed, and the other side sees it")
{
    Summit summit;
    const auto number = summit.asks(accra, "quito", kofi);
    const Fields company{{"people", "The city engineer"}, {"interpreter", "Ms Vega"}};
    CHECK(summit.post(accra + "/meetings/" + number + "/company", company, by(kofi)).problem ==
          "not-agreed");
    REQUIRE(summit.does(quito, number, luz, "accept").status == 303);
    CHECK(summit.get(accra + "/meetings/" + number + "/company.json", {.who = kofi}).status == 200);
    REQUIRE(summit.post(accra + "/meetings/" + number + "/company", company, by(kofi)).status ==
            303);
    CHECK(summit.get(quito + "/meetings/" + number, {.who = luz}).holds("Ms Vega"));
    CHECK(summit.meeting(quito, number, luz)["host_comes"]["people"].string() ==
          "The city engineer");
}

TEST_CASE("when a head changes, both sides of an agreed meeting are told once")
{
    Summit summit;
    summit.agreed();
    CHECK_FALSE(summit.get("/lyon-2030/bilaterals").holds("another head"));
    auto files = summit_files();
    files["delegates.csv"] = "key,delegation,person,post,role\nama,accra,luz-torres,,head\n"
                             "luz,quito,luz-torres,mayor-of-quito,head\n";
    REQUIRE(summit.opens(files).empty());
    CHECK(summit.get("/lyon-2030/bilaterals").holds("another head"));
    for (int time = 0; time < 2; ++time)
        CHECK(summit.post("/lyon-2030/bilaterals/heads", {}).status == 303);
    CHECK(summit.letters("head_letter") ==
          std::vector<std::string>{kofi + ": Dr Luz Torres leads Accra now",
                                   luz + ": Dr Luz Torres leads Accra now"});
}

TEST_CASE("a delegation blocks out times, but not all of them while it has meetings")
{
    Summit summit;
    const auto slots = summit.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
    REQUIRE(slots.size() == 4);
    Fields all{{"parallel", "1"}};
    for (const auto& slot : slots)
        all.emplace_back("away." + slot["begins"].string(), "yes");
    CHECK(summit.post(accra + "/times", all, by(kofi)).status == 303);
    all.pop_back();
    CHECK(summit.post(accra + "/times", all, by(kofi)).status == 303);
    summit.agreed();
    all.emplace_back("away." + slots.back()["begins"].string(), "yes");
    CHECK(summit.post(accra + "/times", all, by(kofi)).problem == "no-time-left");
    CHECK(summit.post(accra + "/times", {{"parallel", "0"}}, by(kofi)).problem == "not-so-many");
    const auto kept = summit.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
    CHECK(kept[0]["away"].boolean());
    CHECK_FALSE(kept[3]["away"].boolean());
}

TEST_CASE("pages of meetings ask as many statements for three meetings as for one")
{
    Summit summit;
    summit.asks(accra, "quito", kofi);
    const auto own = summit.get(accra + "/bilaterals", {.who = kofi}).statements;
    const auto all = summit.get("/lyon-2030/bilaterals").statements;
    summit.asks(accra, "lyon", kofi);
    summit.asks(accra, "bank", kofi);
    CHECK(summit.get(accra + "/bilaterals", {.who = kofi}).statements == own);
    CHECK(summit.get("/lyon-2030/bilaterals").statements == all);
}

TEST_CASE("an answer that is refused comes back open, with the sentence and everything typed")
{
    Summit summit;
    const auto number = summit.asks(accra, "quito", kofi);
    const auto answers = [&](const Fields& fields) {
        return summit.post(quito + "/meetings/" + number, fields, {.who = luz});
    };
    auto back = answers({{"step", "decline"}, {"turn", "1"}});
    CHECK(back.status == 422);
    CHECK(back.holds("<details open><summary>Decline"));
    CHECK(back.holds("id=\"words-e\">Say in a sentence why"));
    CHECK_FALSE(back.holds("<details open><summary>Propose"));
    back = answers({{"step", "propose"},
                    {"turn", "1"},
                    {"slots", "3"},
                    {"with_heads", "yes"},
                    {"pair", "en-xx"},
                    {"words", "After the dinner"}});
    CHECK(back.status == 422);
    CHECK(back.holds("<details open><summary>Propose"));
    CHECK(back.holds("id=\"pair-e\">Nobody interprets"));
    CHECK(back.holds("value=\"en-xx\""));
    CHECK(back.holds("max=\"6\" value=\"3\""));
    CHECK(back.holds("name=\"with_heads\" value=\"yes\" checked"));
    CHECK(back.holds("After the dinner</textarea>"));
    // Somebody was faster and there is no form any more: what was written is still there.
    REQUIRE(summit.does(quito, number, luz, "decline", {{"words", "No time"}}).status == 303);
    back = answers({{"step", "propose"}, {"turn", "1"}, {"slots", "2"}, {"words", "At noon?"}});
    CHECK(back.status == 409);
    CHECK(back.holds("Somebody was faster"));
    CHECK(back.holds("<p class=\"said\">At noon?</p>"));
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_act") == 2);
}

TEST_CASE("times that are refused come back with every tick and the sentence beside the number")
{
    Summit summit;
    summit.agreed();
    const auto slots = summit.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
    REQUIRE(slots.size() == 4);
    const auto box = [&](std::size_t n) { return "away." + slots[n]["begins"].string(); };
    const auto is_ticked = [&](const Shown& page, std::size_t n) {
        return page.holds("name=\"" + box(n) + "\" value=\"yes\" checked");
    };
    auto back = summit.post(accra + "/times", {{"parallel", "12"}, {box(2), "yes"}}, {.who = kofi});
    CHECK(back.status == 422);
    CHECK(back.holds("id=\"parallel-e\""));
    CHECK(back.holds("value=\"12\""));
    CHECK(is_ticked(back, 2));
    CHECK_FALSE(is_ticked(back, 1));
    Fields all{{"parallel", "2"}};
    for (std::size_t n = 0; n < 4; ++n)
        all.emplace_back(box(n), "yes");
    back = summit.post(accra + "/times", all, {.who = kofi});
    CHECK(back.status == 409);
    CHECK(is_ticked(back, 3));
    CHECK(back.holds("value=\"2\""));
    CHECK(summit.post(accra + "/times", {{"parallel", "two"}}, by(kofi)).problem == "not-so-many");
    CHECK(summit.post(accra + "/times", {{"away.77", "yes"}}, by(kofi)).problem ==
          "slots-changed-meanwhile");
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_times") == 0);
}

TEST_CASE("whoever is away stays away when the slots are cut anew")
{
    Summit summit;
    const auto times = [&] {
        return summit.get(accra + "/times.json", {.who = kofi}).json()["slots"].items();
    };
    // 09:25 to 09:45 of slots of twenty minutes.
    REQUIRE(summit
                .post(accra + "/times",
                      {{"parallel", "1"}, {"away." + times()[1]["begins"].string(), "yes"}},
                      by(kofi))
                .status == 303);
    REQUIRE(summit
                .post("/lyon-2030/bilaterals/rules", {{"version", "0"},
                                                      {"slot_minutes", "30"},
                                                      {"change_minutes", "0"},
                                                      {"ask_hours", "24"},
                                                      {"meetings_at_least", "1"},
                                                      {"meetings_at_most", "4"}})
                .status == 303);
    const auto anew = times();
    REQUIRE(anew.size() == 3);
    CHECK(anew[0]["away"].boolean());        // 09:00 to 09:30
    CHECK(anew[1]["away"].boolean());        // 09:30 to 10:00
    CHECK_FALSE(anew[2]["away"].boolean());  // 10:00 to 10:30
}

TEST_CASE("a delegate reads the meetings, and no link leads where only the focal point may go")
{
    Summit summit;
    const std::string yaw = "yaw@accra.example";
    summit.gives(yaw, "delegate", "delegation=accra");
    summit.agreed();
    for (const auto* page : {"/bilaterals", "/day"}) {
        const auto shown = summit.get(accra + page, {.who = yaw});
        REQUIRE(shown.status == 200);
        std::size_t links = 0;
        for (auto at = shown.body.find("href=\"/lyon-2030"); at != std::string::npos;
             at = shown.body.find("href=\"/lyon-2030", at + 1)) {
            const auto from = at + 6;
            const auto address = shown.body.substr(from, shown.body.find('"', from) - from);
            CAPTURE(address);
            CHECK(summit.get(address, {.who = yaw}).status == 200);
            ++links;
        }
        CHECK(links > 2);
    }
    CHECK(summit.get(accra + "/bilaterals", {.who = kofi}).holds("/meetings/new"));
    CHECK_FALSE(summit.get(accra + "/bilaterals", {.who = yaw}).holds("/meetings/"));
}
