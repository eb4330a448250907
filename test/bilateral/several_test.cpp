// SPDX-License-Identifier: Apache-2.0
//
// One meeting of several delegations: asked together, answered one by one, planned in one slot for
// all, with terms that all agree to. A no between any two forbids it, and nobody sees that.

#include "papers.hpp"
#include "planning_desk.hpp"

using namespace sala;

namespace {

const std::string ama = "ama@lyon.example";

// Accra asks Quito and Lyon, who has a focal point too.
class Round : public PlanningDesk {
public:
    Round()
    {
        gives(ama, "focal-point", "delegation=lyon");
        browser_of(ama);
        number = asks(accra, "quito", kofi, {{"also", "lyon"}, {"words", "Slopes for three"}});
    }
    void all_accept()
    {
        REQUIRE(does(quito, number, luz, "accept").status == 303);
        REQUIRE(does(lyon, number, ama, "accept").status == 303);
    }
    std::string status(const std::string& whose, const std::string& who)
    {
        return meeting(whose, number, who)["status"].string();
    }
    std::vector<std::string> awaited()
    {
        std::vector<std::string> keys;
        const auto shown = meeting(accra, number, kofi);
        for (const auto& key : shown["awaits_all"].items())
            keys.push_back(key.string());
        return keys;
    }
    Shown sends(const std::string& whose, const std::string& who, Fields fields)
    {
        const auto at = whose + "/meetings/" + number + "/terms";
        fields.emplace_back(
            "seen", std::to_string(get(at + ".json", {.who = who}).json()["revision"].integer()));
        return post(at, fields, by(who));
    }

    std::string number;
};

}  // namespace

TEST_CASE("several are asked at once, each is written to, and it is agreed when all have said yes")
{
    Round round;
    CHECK(round.letters("meeting_letter") ==
          std::vector<std::string>{ama + ": Accra asks to meet you at Lyon 2030",
                                   luz + ": Accra asks to meet you at Lyon 2030"});
    CHECK(round.awaited() == std::vector<std::string>{"quito", "lyon"});
    REQUIRE(round.does(quito, round.number, luz, "accept").status == 303);
    CHECK(round.awaited() == std::vector<std::string>{"lyon"});
    CHECK(round.status(accra, kofi) == "asked");
    REQUIRE(round.does(lyon, round.number, ama, "accept").status == 303);
    CHECK(round.status(accra, kofi) == "accepted");
    CHECK(round.get(accra + "/bilaterals", {.who = kofi}).holds("Quito"));
    // Asked again, it is the same ask; with two guests at once, both are told apart.
    CHECK(round
              .post(accra + "/meetings/new", {{"with", "lyon"}, {"also", "quito"}, {"slots", "1"}},
                    by(kofi))
              .problem == "same-several");
    CHECK(round.count("SELECT COUNT(*) FROM meeting") == 1);
}

TEST_CASE("an answer of one of several is not in the way of another's, and a second one is none")
{
    Round round;
    const auto turn = round.meeting(quito, round.number, luz)["turn"].integer();
    CHECK(round.does_at(quito, round.number, luz, "accept", turn).status == 303);
    CHECK(round.does_at(lyon, round.number, ama, "accept", turn).status == 303);
    CHECK(round.does_at(quito, round.number, luz, "accept", turn).status == 303);
    CHECK(round.count("SELECT COUNT(*) FROM meeting_act") == 3);
    CHECK(round.does_at(lyon, round.number, ama, "decline", turn, {{"words", "No time"}}).problem ==
          "answered-meanwhile");
}

TEST_CASE("who declines stays away and the others meet; when nobody is left, nobody meets")
{
    Round round;
    REQUIRE(round.does(quito, round.number, luz, "decline", {{"words", "No time"}}).status == 303);
    CHECK(round.status(accra, kofi) == "asked");
    CHECK(round.get(quito + "/bilaterals", {.who = luz}).holds("declined"));
    CHECK(round.does(quito, round.number, luz, "accept").problem == "not-from-here");
    REQUIRE(round.does(lyon, round.number, ama, "accept").status == 303);
    CHECK(round.status(accra, kofi) == "accepted");
    CHECK(round.get(quito + "/meetings/" + round.number + "/terms", {.who = luz}).status == 409);
    REQUIRE(round.does(lyon, round.number, ama, "withdraw").status == 303);
    CHECK(round.status(accra, kofi) == "withdrawn");
}

TEST_CASE("what one proposes all others answer anew")
{
    Round round;
    REQUIRE(round.does(quito, round.number, luz, "accept").status == 303);
    REQUIRE(round.does(lyon, round.number, ama, "propose", {{"slots", "2"}}).status == 303);
    CHECK(round.awaited() == std::vector<std::string>{"accra", "quito"});
    REQUIRE(round.does(quito, round.number, luz, "accept").status == 303);
    REQUIRE(round.does(accra, round.number, kofi, "accept").status == 303);
    CHECK(round.status(lyon, ama) == "accepted");
    CHECK(round.meeting(lyon, round.number, ama)["slots"].integer() == 2);
}

TEST_CASE("who is named twice, is unknown, asks itself or asks too many is told so")
{
    Summit summit;
    const auto refusal = [&](const std::string& with, const std::string& also) {
        return summit
            .post(accra + "/meetings/new", {{"with", with}, {"also", also}, {"slots", "1"}},
                  by(kofi))
            .problem;
    };
    CHECK(refusal("quito", "quito") == "asked-twice");
    CHECK(refusal("quito", "paris") == "no-such-delegation");
    CHECK(refusal("quito", "accra") == "meets-itself");
    REQUIRE(summit
                .post("/lyon-2030/bilaterals/rules", {{"version", "0"},
                                                      {"other_countries", "yes"},
                                                      {"slot_minutes", "20"},
                                                      {"change_minutes", "5"},
                                                      {"ask_hours", "48"},
                                                      {"meetings_at_least", "1"},
                                                      {"meetings_at_most", "6"}})
                .status == 303);
    CHECK(refusal("lyon", "bank") == "same-country");
    CHECK(summit.count("SELECT COUNT(*) FROM meeting") == 0);
}

TEST_CASE("a no of one guest about another forbids the meeting, and only its owner is told")
{
    Round round;
    round.thinks(lyon, "quito", "no", ama);
    CHECK(round.does(lyon, round.number, ama, "accept").problem == "you-said-no");
    CHECK(round.does(lyon, round.number, "", "accept").status == 303);
    REQUIRE(round.does(quito, round.number, luz, "accept").status == 303);
    CHECK(round.status(accra, kofi) == "unconfirmed");
    CHECK(round.does(lyon, round.number, ama, "confirm").problem == "you-said-no");
    CHECK(round.get(lyon + "/meetings/" + round.number, {.who = ama}).holds("Nobody else knows"));
    for (const auto& [whose, who] : Fields{{accra, kofi}, {quito, luz}, {lyon, ""}})
        CHECK_FALSE(round.get(whose + "/meetings/" + round.number, {.who = who})
                        .holds("Nobody else knows"));
    // Whoever has said yes takes that back before it says no.
    CHECK(round.post(quito + "/preferences", {{"about.lyon", "no"}}, by(luz)).problem ==
          "yes-said");
}

TEST_CASE("all of them are in one slot, at one desk, and in no other meeting then")
{
    Round round;
    round.all_accept();
    const auto pair = round.asks(accra, "quito", kofi);
    REQUIRE(round.does(quito, pair, luz, "accept").status == 303);
    CHECK(round.plans() == 1);
    CHECK(round.where().size() == 2);
    CHECK(round.count("SELECT COUNT(*) FROM plan_seat WHERE who LIKE 'delegation/%'") == 5);
    CHECK(round.where()[round.number].front() != round.where()[pair].front());
    REQUIRE(round.publishes("final").status == 303);
    for (const auto& [whose, who] : Fields{{accra, kofi}, {quito, luz}, {lyon, ama}}) {
        const auto day = round.get(whose + "/day", {.who = who});
        CHECK(day.holds("Slopes for three"));
        CHECK(round.get(whose + "/day.ics", {.who = who}).holds("BEGIN:VEVENT"));
    }
    CHECK(round.get(lyon + "/day", {.who = ama}).holds("Accra, Quito"));
    // One of them cannot come after all: it is free, the other two keep their slot.
    REQUIRE(round.does(lyon, round.number, ama, "withdraw").status == 303);
    CHECK(round.where().size() == 2);
    CHECK(round.count("SELECT COUNT(*) FROM plan_seat WHERE who LIKE 'delegation/%'") == 4);
    CHECK(round.get(lyon + "/day", {.who = ama}).holds("called off"));
    CHECK_FALSE(round.get(quito + "/day", {.who = luz}).holds("called off"));
}

TEST_CASE("an item is agreed when all others have said so, and all heads confirm")
{
    Round round;
    round.all_accept();
    REQUIRE(round.sends(accra, kofi, {{"item.0.need", "Terraces"}}).status == 303);
    const auto state = [&] {
        return round.get(accra + "/meetings/" + round.number + "/terms.json", {.who = kofi})
            .json()["items"]
            .items()[0]["state"]
            .string();
    };
    REQUIRE(round.sends(quito, luz, {{"agree.1", "yes"}}).status == 303);
    CHECK(state() == "proposed");
    CHECK(round.sends(quito, luz, {{"agree.1", "yes"}}).problem == "not-your-turn");
    REQUIRE(round.sends(lyon, ama, {{"agree.1", "yes"}}).status == 303);
    CHECK(state() == "agreed");
    const auto confirms = [&](const std::string& whose, const std::string& who) {
        return round
            .post(whose + "/meetings/" + round.number + "/terms/confirm", {{"seen", "3"}}, by(who))
            .status;
    };
    const auto frozen = [&] {
        return round.get(accra + "/meetings/" + round.number + "/agreement.json", {.who = kofi})
            .json()["frozen"]
            .boolean();
    };
    CHECK(confirms(accra, kofi) == 303);
    CHECK(confirms(quito, luz) == 303);
    CHECK_FALSE(frozen());
    CHECK(confirms(lyon, ama) == 303);
    CHECK(frozen());
    for (const auto* page : {"/brief.pdf", "/agreement.pdf", "/brief"})
        CHECK(round.get(quito + "/meetings/" + round.number + page, {.who = luz}).status == 200);
    CHECK(round.get(quito + "/meetings/" + round.number + "/brief", {.who = luz}).holds("Lyon"));
    REQUIRE(
        round.post(accra + "/meetings/" + round.number + "/agreement", {{"kind", "mou"}}, by(kofi))
            .status == 303);
    const auto draft = words_in(
        round.get(accra + "/meetings/" + round.number + "/agreement.pdf", {.who = kofi}).body);
    CHECK(draft.find("between Accra, Quito and Lyon") != std::string::npos);
    CHECK(draft.find("Accra, Quito and Lyon have reached") != std::string::npos);
    CHECK(draft.find("oth heads") == std::string::npos);
    CHECK(draft.find("All delegations have confirmed these terms.") != std::string::npos);
    // Who does not come after all keeps what it confirmed, and stays beneath it.
    REQUIRE(round.does(lyon, round.number, ama, "withdraw", {{"words", "A strike"}}).status == 303);
    for (const auto& [whose, who] : Fields{{accra, kofi}, {lyon, ama}}) {
        const auto page = round.get(whose + "/meetings/" + round.number + "/terms", {.who = who});
        CHECK(page.status == 200);
        CHECK(page.holds("The heads of all confirm"));
        CHECK(page.holds("These terms are frozen"));
    }
}

TEST_CASE("when one leaves before all heads have confirmed, those who did confirm anew")
{
    Round round;
    round.all_accept();
    REQUIRE(round.sends(accra, kofi, {{"item.0.need", "Terraces"}}).status == 303);
    REQUIRE(round.sends(quito, luz, {{"agree.1", "yes"}}).status == 303);
    REQUIRE(round.sends(lyon, ama, {{"agree.1", "yes"}}).status == 303);
    const auto at = [&](const std::string& whose) {
        return whose + "/meetings/" + round.number + "/terms";
    };
    const auto confirms = [&](const std::string& whose, const std::string& who) {
        REQUIRE(round.post(at(whose) + "/confirm", {{"seen", "3"}}, by(who)).status == 303);
        return round.get(at(accra) + ".json", {.who = kofi}).json();
    };
    confirms(accra, kofi);
    const auto told = round.letters("terms_letter");
    REQUIRE(round.does(lyon, round.number, ama, "withdraw", {{"words", "A strike"}}).status == 303);
    auto now = round.letters("terms_letter");
    std::erase_if(now, [&](const std::string& one) {
        return std::find(told.begin(), told.end(), one) != told.end();
    });
    CHECK(now == std::vector<std::string>{
                     "kofi@accra.example: Your head has to confirm the terms anew: Lyon takes no "
                     "part"});
    CHECK(round.get(at(accra), {.who = kofi}).holds("has to confirm anew"));
    CHECK(round.get(at(accra), {.who = kofi}).holds("Our head confirms these terms"));
    CHECK_FALSE(confirms(quito, luz)["frozen"].boolean());
    const auto agreement = accra + "/meetings/" + round.number + "/agreement.json";
    CHECK_FALSE(round.get(agreement, {.who = kofi}).json()["frozen"].boolean());
    CHECK(round.get(at(quito), {.who = luz}).holds("All 1 items are agreed") ==
          round.get(at(accra), {.who = kofi}).holds("All 1 items are agreed"));
    const auto frozen = confirms(accra, kofi);
    CHECK(frozen["frozen"].boolean());
    CHECK(round.count("SELECT COUNT(*) FROM head_confirmation WHERE hash = '" +
                      frozen["hash"].string() + "'") == 2);
    CHECK(round.count("SELECT COUNT(*) FROM head_confirmation") == 3);
    // Who left has no part in what the others confirmed.
    CHECK(round.get(at(lyon) + ".json", by(ama)).problem == "not-agreed");
}

TEST_CASE("of several, who agrees to an item is said while others have not")
{
    Round round;
    round.all_accept();
    REQUIRE(round.sends(accra, kofi, {{"item.0.need", "Terraces"}}).status == 303);
    const auto terms = accra + "/meetings/" + round.number + "/terms";
    REQUIRE(round.post(terms + "/seen", {{"number", "1"}}, by(kofi)).status == 303);
    CHECK(round.get(terms, {.who = kofi}).holds("2 answers are missing"));
    REQUIRE(round.sends(quito, luz, {{"agree.1", "yes"}}).status == 303);
    const auto page = round.get(terms, {.who = kofi});
    CHECK(page.holds("1 answer is missing"));
    const auto news = page.body.substr(page.body.find("What changed since you last looked"));
    CHECK(news.substr(0, news.find("</section>")).find("Quito: agreed") != std::string::npos);
    CHECK(round.get(lyon + "/meetings/" + round.number + "/terms", {.who = ama})
              .holds("Quito: agreed"));
}
