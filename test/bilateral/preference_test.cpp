// SPDX-License-Identifier: Apache-2.0
//
// "No" is absolute and private: a world in which Accra said no about Quito is, for everybody but
// Accra, the world in which it said nothing; and no meeting comes about in it.

#include "planning_desk.hpp"

#include "web/verb.hpp"

using namespace sala;

namespace {

// Ids, moments and proofs of forms differ from world to world.
std::string without_numbers(std::string words)
{
    // A calendar names its entries by a number between hyphens.
    const std::string_view entry = "UID:meeting-";
    for (auto at = words.find(entry); at != std::string::npos; at = words.find(entry, at + 1))
        words.erase(at + entry.size(), words.find('-', at + entry.size()) - at - entry.size());
    const std::string_view proof = "name=\"csrf\" value=\"";
    for (auto at = words.find(proof); at != std::string::npos; at = words.find(proof, at + 1))
        words.erase(at + proof.size(), words.find('"', at + proof.size()) - at - proof.size());
    // Ids are runs of digits, the hash of the chain of acts is 43 letters.
    const auto is_letter = [](char one) {
        return std::isalnum(static_cast<unsigned char>(one)) != 0 || one == '_' || one == '-';
    };
    std::string plain;
    for (std::size_t at = 0; at < words.size(); ++at) {
        auto end = at;
        while (end < words.size() && is_letter(words[end]))
            ++end;
        const auto run = words.substr(at, std::max<std::size_t>(1, end - at));
        const bool digits = std::all_of(run.begin(), run.end(), [](char one) {
            return std::isxdigit(static_cast<unsigned char>(one)) != 0;
        });
        plain += run.size() >= 40 || (digits && run.size() >= 10) ? "#" : run;
        at += run.size() - 1;
    }
    return plain;
}

struct Seen {
    std::string who;
    std::string address;
    std::string body;
    std::int64_t statements;
};

// Whatever somebody else can look at. `number`: of the meeting that Quito asks of Accra.
std::vector<Seen> everything_others_see(Summit& summit, const std::string& number)
{
    std::vector<Seen> seen;
    const auto look_at = [&](const std::string& who, const std::string& address) {
        const auto shown = summit.get(address, {.who = who});
        CAPTURE(address);
        REQUIRE(shown.status == 200);
        seen.push_back({who, address, without_numbers(shown.body), shown.statements});
    };
    const auto look = [&](const std::string& who, const std::string& address) {
        for (const auto* form : {"", ".json"})
            look_at(who, address + form);
    };
    for (const auto* page :
         {"/bilaterals", "/preferences", "/times", "/meetings/new", "/suggestions", "/day"})
        look(luz, quito + page);
    for (const auto* file : {"/day.ics", "/day.json"})
        look_at(luz, quito + file);
    for (const auto* file : {"/delegations/accra/day.ics", "/acts.csv"})
        look_at("", std::string("/lyon-2030") + file);
    look(luz, quito + "/meetings/" + number);
    look(luz, "/lyon-2030/needs-and-offers");
    for (const auto* page :
         {"/bilaterals", "/bilaterals/rules", "/needs-and-offers", "/acts", "/outbox", "/desk",
          "/workbook", "/sheets", "/delegations/accra", "/delegations/accra/bilaterals",
          "/delegations/accra/preferences", "/delegations/quito/bilaterals",
          "/delegations/accra/meetings/new", "/delegations/accra/suggestions",
          "/bilaterals/proposal", "/bilaterals/plan", "/bilaterals/plan/compare",
          "/delegations/accra/day"})
        look("", std::string("/lyon-2030") + page);
    look("", accra + "/meetings/" + number);
    return seen;
}

// Accra says this word about Quito, and after it the secretariat that one in its place; then a
// meeting of others is planned and published, and the draft differs from it.
std::vector<Seen> world(const std::string& word, const std::string& in_its_place)
{
    PlanningDesk desk;
    desk.thinks(accra, "quito", "would-like", kofi);
    desk.thinks(accra, "quito", word, kofi);
    const auto answer =
        desk.post(accra + "/preferences", {{"about.quito", in_its_place}}, {.who = ""});
    const auto number = desk.asks(quito, "accra", luz);
    const auto other = desk.asks(accra, "lyon", kofi);
    REQUIRE(desk.does(lyon, other, "", "accept").status == 303);
    desk.plans();
    REQUIRE(desk.publishes("preliminary").status == 303);
    REQUIRE(desk.does(accra, other, kofi, "withdraw").status == 303);
    auto seen = everything_others_see(desk, number);
    seen.push_back({"", "the answer", answer.location + answer.body, answer.statements});
    CHECK(answer.status == 303);
    const auto own = desk.get(accra + "/preferences.json", {.who = kofi}).json()["preferences"];
    CHECK((own["quito"].string() == "no") == (word == "no"));
    return seen;
}

}  // namespace

TEST_CASE("nobody else can tell a no from nothing said: no page, JSON, list or count differs")
{
    for (const std::string in_its_place : {"none", "would-like", "must"}) {
        const auto with_no = world("no", in_its_place);
        const auto with_nothing = world("none", in_its_place);
        REQUIRE(with_no.size() == with_nothing.size());
        for (std::size_t n = 0; n < with_no.size(); ++n) {
            CAPTURE(in_its_place);
            CAPTURE(with_no[n].who);
            CAPTURE(with_no[n].address);
            CHECK(with_no[n].body == with_nothing[n].body);
            CHECK(with_no[n].statements == with_nothing[n].statements);
        }
    }
}

TEST_CASE("what is said in a delegation's place does not take back its no; it alone does")
{
    Summit summit;
    summit.thinks(accra, "quito", "no", kofi);
    const auto number = summit.asks(quito, "accra", luz);
    const auto said = [&](const std::string& who) {
        return summit.get(accra + "/preferences.json", by(who))
            .json()["preferences"]["quito"]
            .string();
    };
    for (const std::string word : {"would-like", "must", "none"}) {
        summit.thinks(accra, "quito", word, "");
        CHECK(said(kofi) == "no");
        CHECK(said("") == (word == "none" ? "" : word));
        CHECK(summit.does(accra, number, kofi, "accept").problem == "you-said-no");
    }
    summit.thinks(accra, "quito", "must", "");
    summit.thinks(accra, "quito", "none", kofi);
    CHECK(said(kofi).empty());
    CHECK(said("").empty());
    summit.thinks(accra, "quito", "would-like", "");
    CHECK(said(kofi) == "would-like");
    CHECK(summit.does(accra, number, kofi, "accept").status == 303);
}

TEST_CASE("whoever said no sees it, and the secretariat in its place does not and leaves it alone")
{
    Summit summit;
    summit.thinks(accra, "quito", "no", kofi);
    const auto own = summit.get(accra + "/preferences.json", {.who = kofi}).json()["preferences"];
    CHECK(own["quito"].string() == "no");
    CHECK(summit.get(accra + "/preferences.json").json()["preferences"].members().empty());
    summit.thinks(accra, "quito", "none", "");
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_preference") == 1);
    summit.thinks(accra, "lyon", "must", "");
    CHECK(summit.get(accra + "/preferences.json").json()["preferences"].members().size() == 1);
    summit.thinks(accra, "quito", "none", kofi);
    CHECK(summit.get(accra + "/preferences.json", {.who = kofi})
              .json()["preferences"]["quito"]
              .string()
              .empty());
}

TEST_CASE("no meeting comes about against a no, whoever asks, accepts or acts on behalf")
{
    Summit summit;
    summit.thinks(accra, "quito", "no", kofi);
    const auto number = summit.asks(quito, "accra", luz);
    CHECK(summit.does(accra, number, kofi, "accept").problem == "you-said-no");
    CHECK(summit.does(accra, number, "", "accept").status == 303);
    CHECK(summit.meeting(quito, number, luz)["status"].string() == "unconfirmed");
    CHECK(summit.does(accra, number, "", "confirm").problem == "confirms-itself");
    CHECK(summit.does(accra, number, kofi, "confirm").problem == "you-said-no");
    CHECK(summit.get(accra + "/meetings/" + number, {.who = kofi}).holds("Nobody else knows"));
    summit.passes(std::chrono::hours(48));
    CHECK(summit.meeting(quito, number, luz)["status"].string() == "expired");
    // Nothing is left to leave or to decline.
    CHECK_FALSE(summit.get(accra + "/meetings/" + number, {.who = kofi}).holds("You can leave it"));
    // Its own ask is refused to itself alone; asked on its behalf, it has to be confirmed.
    CHECK(summit.post(accra + "/meetings/new", {{"with", "quito"}, {"slots", "1"}}, by(kofi))
              .problem == "you-said-no");
    const auto on_behalf = summit.asks(accra, "quito", "");
    CHECK(summit.does(quito, on_behalf, luz, "accept").status == 303);
    CHECK(summit.meeting(quito, on_behalf, luz)["status"].string() == "unconfirmed");
    CHECK(summit.does(accra, on_behalf, kofi, "confirm").problem == "you-said-no");
    CHECK(summit.get(accra + "/meetings/" + on_behalf, {.who = kofi}).holds("Nobody else knows"));
    CHECK_FALSE(summit.get(accra + "/meetings/" + on_behalf).holds("Nobody else knows"));
}

TEST_CASE("nobody has an opinion about themselves, about strangers, or one there is no word for")
{
    Summit summit;
    const auto refusal = [&](const std::string& about, const std::string& word) {
        return summit.post(accra + "/preferences", {{"about." + about, word}}, by(kofi)).problem;
    };
    CHECK(refusal("accra", "must") == "about-oneself");
    CHECK(refusal("accra", "none") == "about-oneself");
    CHECK(refusal("paris", "must") == "no-such-delegation");
    CHECK(refusal("quito", "perhaps") == "no-such-preference");
    CHECK(summit.post(accra + "/preferences", {{"about.quito", "no"}}, by(luz)).status == 404);
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_preference") == 0);
}

TEST_CASE("a no is said by the focal point alone: not by the secretariat, nor as a delegate of it")
{
    Summit summit;
    const std::string esi = "esi@lyon.example";
    summit.gives(esi, "secretariat");
    summit.gives(esi, "delegate", "delegation=accra");
    const Fields no{{"about.quito", "no"}, {"about.lyon", "must"}};
    for (const auto& who : {std::string(), esi}) {
        const auto back = summit.post(accra + "/preferences", no, {.who = who});
        CHECK(back.status == 403);
        CHECK(back.holds("own focal point alone"));
        CHECK(back.holds("<option value=\"must\" selected>"));
        CHECK_FALSE(back.holds("<option value=\"no\""));
        CHECK(summit.post(accra + "/preferences", no, by(who)).problem == "no-is-its-own");
    }
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_preference") == 0);
    summit.thinks(accra, "quito", "no", kofi);
    CHECK(summit.get(accra + "/preferences.json", by(esi)).json()["preferences"].members().empty());
    const auto number = summit.asks(quito, "accra", luz);
    CHECK(summit.does(accra, number, esi, "accept").status == 303);
    CHECK(summit.meeting(quito, number, luz)["status"].string() == "unconfirmed");
}

TEST_CASE("nobody says no to a meeting they have agreed to; it is called off first")
{
    Summit summit;
    const auto number = summit.agreed();
    const Fields no{{"about.quito", "no"}};
    CHECK(summit.post(accra + "/preferences", no, by(kofi)).problem == "meeting-agreed");
    REQUIRE(summit.does(accra, number, kofi, "withdraw").status == 303);
    CHECK(summit.post(accra + "/preferences", no, by(kofi)).status == 303);
}

TEST_CASE("what is said of others is on no sheet and in no workbook")
{
    Summit summit;
    summit.thinks(accra, "quito", "no", kofi);
    summit.thinks(accra, "lyon", "must", kofi);
    const auto files = summit.get("/lyon-2030/workbook.json").body;
    CHECK(files.find("would-like") == std::string::npos);
    CHECK(files.find("must") == std::string::npos);
    CHECK(files.find("preference") == std::string::npos);
}

TEST_CASE("a no stays when who said it hands the role over: it belongs to those who share it")
{
    Summit summit;
    summit.thinks(accra, "quito", "no", kofi);
    const std::string adjoa = "adjoa@accra.example";
    REQUIRE(summit
                .post(accra + "/hand-over",
                      {{"name", "Adjoa"}, {"address", adjoa}, {"again", adjoa}}, by(kofi))
                .status == 303);
    const auto number = summit.asks(quito, "accra", luz);
    REQUIRE(summit.does(accra, number, "", "accept").status == 303);
    CHECK(summit.meeting(quito, number, luz)["status"].string() == "unconfirmed");
    CHECK(summit.does(accra, number, "", "confirm").problem == "confirms-itself");
    // Whoever has it from them inherits it, sees it, and may take it back.
    CHECK(summit.does(accra, number, adjoa, "confirm").problem == "you-said-no");
    summit.thinks(accra, "quito", "none", adjoa);
    CHECK(summit.does(accra, number, adjoa, "confirm").status == 303);
    CHECK(summit.meeting(quito, number, luz)["status"].string() == "accepted");
}

TEST_CASE("who has said yes takes it back before it says no, or the other need only accept")
{
    Summit summit;
    const auto number = summit.asks(accra, "quito", kofi);
    const Fields no{{"about.quito", "no"}};
    CHECK(summit.post(accra + "/preferences", no, by(kofi)).problem == "yes-said");
    REQUIRE(summit.does(accra, number, kofi, "withdraw").status == 303);
    CHECK(summit.post(accra + "/preferences", no, by(kofi)).status == 303);
}

TEST_CASE("whoever can read a no is named on its page: a role given without asking is seen")
{
    Summit summit;
    const std::string esi = "esi@lyon.example";
    const auto page = [&] { return summit.get(accra + "/preferences", {.who = kofi}); };
    CHECK(page().holds(kofi));
    CHECK_FALSE(page().holds(esi));
    summit.gives(esi, "focal-point", "delegation=accra");
    CHECK(page().holds(esi));
    CHECK(page().holds("are not shown a “no” of yours"));
    CHECK_FALSE(summit.get(accra + "/preferences").holds(kofi));
}
