// SPDX-License-Identifier: Apache-2.0
//
// Rows that a floor names: taken away, a record would not say any more who spoke, or be gone.

#include "delegations.hpp"

using namespace sala;

namespace {

class Rows : public Delegations {
public:
    Shown takes_away(const std::string& sheet, const std::string& key)
    {
        const auto row = "/lyon-2030/sheets/" + sheet + "/" + key;
        const auto version = get(row + ".json").json()["version"].string();
        return post(row + "/remove", {{"version", version}});
    }
    // Sends the sheet without a row, as one that is whole.
    Json sends_without(const std::string& sheet, const std::string& key)
    {
        std::string kept;
        auto lines = get("/lyon-2030/sheets/" + sheet + ".csv").body;
        while (!lines.empty()) {
            const auto line = lines.substr(0, lines.find('\n') + 1);
            lines.erase(0, line.size());
            if (!line.starts_with(key + ","))
                kept += line;
        }
        return upload("/lyon-2030/import", "file", sheet + ".csv", kept, {{"prune", "yes"}},
                      {.accept = "application/json"})
            .json();
    }
    std::vector<std::string> problems(const Json& reply)
    {
        std::vector<std::string> codes;
        for (const auto& one : reply["problems"].items())
            codes.push_back(one["code"].string());
        return codes;
    }
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("whoever spoke or waits is not taken away from the sheets, one by one or all at once")
{
    Rows stage;
    stage.leads("open");
    CHECK(stage.takes_away("interventions", "accra-speaks").problem == "on-a-floor");
    CHECK(stage.problems(stage.sends_without("interventions", "accra-speaks")) ==
          Codes{"on-a-floor"});
    CHECK(stage.count("SELECT COUNT(*) FROM intervention") == 2);
    const auto asked = stage.get("/lyon-2030/sheets/interventions/accra-speaks/remove");
    CHECK(asked.holds("its sitting has been opened and its record needs it"));
    CHECK_FALSE(asked.holds("Take this row away</button>"));
    // Cancelled, it goes off the list, and is still what the record says it was.
    CHECK(stage.takes_away("delegations", "accra").problem == "on-a-floor");
    // Nobody is told to take other rows away for it.
    const auto page = stage.get("/lyon-2030/sheets/delegations/accra/remove");
    CHECK(page.holds("it is in a list of speakers or a record"));
    CHECK_FALSE(page.holds("Other rows refer to it"));
    const auto codes = stage.problems(stage.sends_without("delegations", "accra"));
    CHECK(std::count(codes.begin(), codes.end(), "on-a-floor") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM delegation") == 2);
}

TEST_CASE("a sitting that was held stays, and one in which nothing was done goes")
{
    Rows stage;
    const std::string dinner = "/lyon-2030/sittings/dinner";
    const auto leads = [&](const std::string& step) {
        const auto version = stage.get(dinner + "/chair.json").json()["version"].integer();
        return stage.post(dinner + "/chair",
                          {{"step", step}, {"version", std::to_string(version)}});
    };
    REQUIRE(leads("open").status < 400);
    REQUIRE(leads("close").status < 400);
    CHECK(stage.takes_away("sittings", "dinner").problem == "on-a-floor");
    CHECK(stage.problems(stage.sends_without("sittings", "dinner")) == Codes{"on-a-floor"});
    CHECK(stage.get(dinner + "/record.json").status == 200);
    CHECK(stage.takes_away("sittings", "opening").status == 303);
}

TEST_CASE("a rehearsal keeps no row, and a list that nobody opened follows the programme")
{
    Rows stage;
    REQUIRE(stage.leads("fill").status == 303);
    CHECK(stage.takes_away("interventions", "accra-speaks").status == 303);
    REQUIRE(stage
                .post(stage.sitting + "/rehearsal",
                      {{"step", "begin"}, {"version", std::to_string(stage.version())}})
                .status == 303);
    stage.leads("open");
    CHECK(stage.takes_away("interventions", "quito-speaks").status == 303);
}

TEST_CASE("who is inscribed or has shown a card stays, and goes when the inscription is withdrawn")
{
    Rows stage;
    REQUIRE(stage.takes_away("interventions", "quito-speaks").status == 303);
    REQUIRE(stage.takes_away("delegates", "luz").status == 303);
    REQUIRE(stage.post(stage.sitting + "/polls", {{"question", "Adopt?"}}).status == 303);
    REQUIRE(stage.shows_card(luz, {{"card", "agree"}}).status == 303);
    CHECK(stage.takes_away("delegations", "quito").problem == "on-a-floor");
}

TEST_CASE("only a remark of the chair is said to be the chair's")
{
    Rows stage;
    stage.leads("open");
    REQUIRE(stage.leads("enter chair").status == 303);
    REQUIRE(stage.leads("start").status == 303);
    stage.passes(std::chrono::seconds{2});
    REQUIRE(stage.leads("end").status == 303);
    stage.speaks(3);
    // As a store may be that lost its row before rows were kept.
    stage.store().write([](store::Session& session) {
        session.run("DELETE FROM delegate WHERE key = 'luz'");
        session.run("UPDATE floor_act SET person = 0, delegation = 999 WHERE kind = 'statement'");
        return true;
    });
    for (const auto* form : {".xml", ""}) {
        CAPTURE(form);
        const auto record = stage.get(stage.sitting + "/record" + form);
        CHECK(record.holds("The chair"));
        CHECK(record.holds("Somebody whose name is no longer kept"));
    }
    CHECK(stage.get(stage.sitting + "/record").holds("The floor was given to a speaker"));
}
