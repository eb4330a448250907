// SPDX-License-Identifier: Apache-2.0
//
// The list is explained, whoever comes into it late and whomever the chair calls first; and what is
// promised never keeps a sitting from opening.

#include "delegations.hpp"

using namespace sala;

namespace {

Plenary with_ibarra()
{
    auto files = lyon_files();
    files["cities.csv"] += "ibarra,ec,city,Ibarra,อีบาร์รา\n";
    files["delegations.csv"] += "ibarra,ibarra,Ibarra\n";
    return Plenary{files};
}

std::vector<std::string> reasons(Plenary& stage)
{
    std::vector<std::string> all;
    const auto order = stage.get(stage.sitting + "/order.json").json();
    for (const auto& one : order["list"].items())
        all.push_back(one["reason"].string());
    return all;
}

const std::string by_france = "Ghana after France in the English alphabet";
const std::string by_alphabet = "Ghana after Ecuador in the English alphabet";

}  // namespace

TEST_CASE("whoever comes into the list late leaves all others their reasons")
{
    auto stage = with_ibarra();
    stage.leads("open");
    REQUIRE(stage.leads("enter", {{"delegation", "ibarra"}, {"kind", "statement"}}).status == 303);
    REQUIRE(stage.list() == std::vector<std::string>{"quito", "accra", "ibarra"});
    CHECK(reasons(stage) ==
          std::vector<std::string>{"By the rules it would be number 2", by_alphabet,
                                   "Came into the list later; by the rules it would be number 1"});
    // Called and absent, then back at the end.
    const auto quito = stage.entry("quito");
    REQUIRE(stage.leads("pass").status == 303);
    REQUIRE(stage.leads("restore " + quito).status == 303);
    REQUIRE(stage.list() == std::vector<std::string>{"accra", "ibarra", "quito"});
    CHECK(reasons(stage).front() == "By the rules it would be number 3");
    CHECK(reasons(stage).back() == "Was absent and came back; by the rules it would be number 2");
    REQUIRE(stage.leads("order").status == 303);
    CHECK(reasons(stage).back() == by_alphabet);
}

TEST_CASE("whoever was absent and is put next is said to have come back")
{
    auto stage = with_ibarra();
    stage.leads("open");
    const auto quito = stage.entry("quito");
    const auto accra = stage.entry("accra");
    for (int i = 0; i < 2; ++i) {
        REQUIRE(stage.leads("give").status == 303);
        REQUIRE(stage.leads("pass").status == 303);
    }
    REQUIRE(stage.leads("restore " + quito).status == 303);
    REQUIRE(stage.leads("restore " + accra + " 1").status == 303);
    REQUIRE(stage.list() == std::vector<std::string>{"accra", "quito"});
    CHECK(reasons(stage).front() == "Was absent and came back; by the rules it would be number 2");
}

TEST_CASE("an explanation says something: why behind whoever has spoken, and why at this number")
{
    auto files = lyon_files();
    files["cities.csv"] += "ibarra,ec,city,Ibarra,อีบาร์รา\n";
    files["delegations.csv"] += "ibarra,ibarra,Ibarra\nlyon,lyon,Lyon\n";
    files["interventions.csv"] += "lyon-speaks,statements,3,lyon,,,statement,10:20,7,illustrative,"
                                  "planned,,\nibarra-speaks,statements,4,ibarra,,,statement,10:30,"
                                  "7,illustrative,planned,,\n";
    Plenary stage{files};
    REQUIRE(stage.post(stage.sitting + "/floor-rules", rules_form(stage, "alphabet")).status ==
            303);
    stage.leads("open");
    REQUIRE(stage.list() == std::vector<std::string>{"ibarra", "quito", "lyon", "accra"});
    CHECK(reasons(stage).front() == "First by these rules");
    REQUIRE(stage.leads("give").status == 303);
    CHECK(reasons(stage).front() == "Quito after Ibarra, both of Ecuador");
    REQUIRE(stage.leads("pass").status == 303);
    CHECK(reasons(stage).front() == "Quito after Ibarra, both of Ecuador");
    // The two before it were placed; it stands where it would stand anyway.
    REQUIRE(stage.leads("move " + stage.entry("lyon") + " 1").status == 303);
    REQUIRE(stage.leads("move " + stage.entry("quito") + " 1").status == 303);
    REQUIRE(stage.list() == std::vector<std::string>{"quito", "lyon", "accra"});
    CHECK(reasons(stage).back() == by_france);
}

TEST_CASE("first come, first served: whoever asked is before those whom only the programme names")
{
    Delegations stage;
    REQUIRE(stage.post(stage.sitting + "/floor-rules", rules_form(stage, "inscription")).status ==
            303);
    REQUIRE(stage.inscribes(luz).status == 303);
    for (const auto* step : {"message", "open"}) {
        REQUIRE(stage.leads(step).status == 303);
        CHECK(reasons(stage) == std::vector<std::string>{"Asked for the floor first",
                                                         "Did not ask for the floor; after all "
                                                         "who did"});
        CHECK(stage.shown_list() == std::vector<std::string>{"quito", "accra"});
    }
}

TEST_CASE("two who change places do so for a reason, and whoever is called first for one, too")
{
    auto stage = with_ibarra();
    stage.leads("open");
    const auto swapped = "swap " + stage.entry("quito") + " " + stage.entry("accra");
    CHECK(stage.get(stage.console).holds("id=\"swap-words\" name=\"words\""));
    CHECK(stage.get(stage.console).holds("1. Quito, Statement, Luz Torres"));
    REQUIRE(stage.leads(swapped, {{"words", "Both agreed."}}).status == 303);
    CHECK(reasons(stage) == std::vector<std::string>{"Placed by the chair: Both agreed.",
                                                     "Placed by the chair: Both agreed."});
    REQUIRE(stage.leads("give " + stage.entry("quito"), {{"words", "A flight at noon."}}).status ==
            303);
    const auto order = stage.get(stage.sitting + "/order", {.as = As::anyone});
    CHECK(order.holds("Given the floor out of turn"));
    CHECK(order.holds("Called by the chair: A flight at noon."));
    // Who was first is not explained.
    REQUIRE(stage.leads("give").status == 303);
    const auto json = stage.get(stage.sitting + "/order.json", {.as = As::anyone}).json();
    CHECK(json["out_of_turn"].items().size() == 1);
}

TEST_CASE("a budget below what is planned opens the sitting all the same, and names who has more")
{
    Delegations stage;
    const auto sets = [&](Fields more) {
        more.emplace_back("budgeted-statement", "yes");
        return stage.post(stage.sitting + "/floor-rules", rules_form(stage, "alphabet", more));
    };
    REQUIRE(sets({{"budget_minutes", "5"}}).status == 303);
    for (const auto* page : {"/chair", "/floor-rules"}) {
        const auto warned = stage.get(stage.sitting + page);
        CHECK(warned.holds("More is planned than the 5:00 that a delegation has altogether:"));
        CHECK(warned.holds("<li>Accra, 7:00</li><li>Quito, 7:00</li>"));
    }
    CHECK(stage.inscribes(kofi).status == 303);
    REQUIRE(stage.leads("open").status == 303);
    CHECK(stage.list() == std::vector<std::string>{"quito", "accra"});
    CHECK(stage.get(stage.console).holds("<li>Accra, 7:00</li><li>Quito, 7:00</li>"));
    // By hand it is refused, with the name.
    const auto refused = stage.leads("enter statement", {{"delegation", "accra"}});
    CHECK(refused.problem == "budget-spent");
    CHECK(refused.holds("Accra: this would be more than the 5 minutes"));
    REQUIRE(sets({{"budget_minutes", "10"}}).status == 303);
    CHECK_FALSE(stage.get(stage.console).holds("More is planned"));
}

TEST_CASE("a rotation begins at a country or a city of the list, and at nothing else")
{
    Plenary stage;
    const auto begins = [&](const std::string& name) {
        return stage.post(stage.sitting + "/floor-rules",
                          rules_form(stage, "rotation", {{"rotates_from", name}}));
    };
    CHECK(begins("Siam").problem == "no-such-name");
    CHECK(stage.count("SELECT COUNT(*) FROM floor_rule") == 0);
    REQUIRE(begins("accra").status == 303);
    CHECK(stage.get(stage.sitting + "/floor-rules.json").json()["rotates_from"].string() ==
          "Ghana");
    stage.leads("open");
    CHECK(stage.list() == std::vector<std::string>{"accra", "quito"});
}

TEST_CASE("a card is for the question its delegate saw, and what was typed comes back")
{
    Delegations stage;
    const auto asks = [&](const std::string& question, const std::string& secret) {
        Fields fields{{"question", question}};
        if (!secret.empty())
            fields.emplace_back("secret", secret);
        REQUIRE(stage.post(stage.sitting + "/polls", fields).status == 303);
        return stage.get(stage.sitting + "/card.json", kofi).json()["poll"].string();
    };
    const auto one = asks("Shorten the break?", "");
    CHECK(stage.get(stage.sitting + "/card", {.who = kofi.who})
              .holds("name=\"poll\" value=\"" + one + "\""));
    REQUIRE(stage.post(stage.sitting + "/polls/" + one + "/end", {}).status == 303);
    const auto two = asks("Expel Quito?", "yes");
    const Fields card{{"card", "object"}, {"words", "It is short enough."}, {"poll", one}};
    CHECK(stage.post(stage.sitting + "/card", card, kofi).problem == "another-poll");
    const auto page = stage.post(stage.sitting + "/card", card, {.who = kofi.who});
    CHECK(page.status == 409);
    CHECK(page.holds("Your card was not counted"));
    CHECK(page.holds("Expel Quito?"));
    CHECK(page.holds("<q>It is short enough.</q>"));
    CHECK(stage.count("SELECT COUNT(*) FROM floor_ballot") == 0);
    CHECK(stage.count("SELECT COUNT(*) FROM floor_secret_card") == 0);
    CHECK(stage.post(stage.sitting + "/card", {{"card", "object"}}, kofi).status == 422);
    REQUIRE(stage.shows_card(kofi, {{"card", "agree"}}).status == 303);
    REQUIRE(stage.post(stage.sitting + "/polls/" + two + "/end", {}).status == 303);
    CHECK(stage
              .post(stage.sitting + "/card", {{"card", "agree"}, {"words", "Late."}, {"poll", two}},
                    {.who = luz.who})
              .holds("<q>Late.</q>"));
}

TEST_CASE("an embassy or a union of states is not of the country in which its office stands")
{
    auto files = lyon_files();
    files["organisations.csv"] = "key,kind,country,name_en\nunion,union,fr,The Union\n"
                                 "office,embassy,fr,Delegation to France\n"
                                 "ministry,ministry,fr,Ministry of Rivers\n";
    files["delegations.csv"] = "key,city,organisation,country,name_en\naccra,accra,,,Accra\n"
                               "quito,quito,,,Quito\nunion,,union,,The Union\n"
                               "office,,office,,Delegation to France\n"
                               "embassy,,office,gh,Embassy of Ghana\n"
                               "ministry,,ministry,,Ministry of Rivers\n";
    Plenary stage{files};
    stage.leads("open");
    for (const auto* key : {"union", "office", "embassy", "ministry"})
        REQUIRE(stage.leads("enter statement", {{"delegation", key}}).status == 303);
    std::map<std::string, std::string> countries;
    const auto floor = stage.floor();
    for (const auto& one : floor["list"].items())
        countries[one["delegation"].string()] = one["country"].string();
    CHECK(countries["union"].empty());
    CHECK(countries["office"].empty());
    CHECK(countries["embassy"] == "GH");
    CHECK(countries["ministry"] == "FR");
}
