// SPDX-License-Identifier: Apache-2.0
//
// A topic with two sittings: where a delegation would rather speak decides into which list it
// comes, unless the programme names it.

#include "delegations.hpp"

using namespace sala;

namespace {

// The workshop has the topic of the statements; Lyon is in no programme.
class TwoSittings : public Delegations {
public:
    const Sent jean{.who = "jean@lyon.example", .accept = "application/json"};
    const std::string workshop = "/lyon-2030/sittings/workshop";

    TwoSittings()
    {
        auto files = lyon_files();
        files["sittings.csv"] += "workshop,day-2,morning,acer,rivers-1,plenary,09:00,60,,planned,"
                                 "source,Workshop,\n"
                                 "drill,day-2,morning,acer,rivers-1,plenary,11:00,60,,planned,"
                                 "source,Drill,\n";
        files["interventions.csv"] += "quito-works,workshop,1,quito,luz-torres,mayor-of-quito,"
                                      "statement,09:00,7,illustrative,planned,floods,\n";
        files["delegations.csv"] += "lyon,lyon,Lyon\n";
        const auto problems = opens(files);
        CAPTURE(problems.empty() ? std::string{} : problems.front());
        REQUIRE(problems.empty());
        REQUIRE(
            post("/lyon-2030/releases", {{"name", "With a workshop"}, {"despite", "yes"}}).status ==
            303);
        gives(jean.who, "focal-point", "delegation=lyon");
    }
    std::string prefers(const Sent& who, const std::string& key)
    {
        const auto said = inscribes(who, {{"prefers", key}});
        return said.status == 303 ? "" : said.problem;
    }
    std::vector<std::string> list_of(const std::string& address)
    {
        std::vector<std::string> keys;
        const auto now = get(address + "/chair.json").json();
        for (const auto& one : now["list"].items())
            if (!one["entry"].is_null())
                keys.push_back(one["delegation"].string());
        return keys;
    }
    void opens_workshop()
    {
        REQUIRE(post(workshop + "/chair", {{"step", "open"}, {"version", "0"}}).status == 200);
    }
};

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("whoever would rather speak elsewhere comes into that list and not into this one")
{
    TwoSittings stage;
    CHECK(stage.prefers(stage.jean, "workshop") == "");
    CHECK(stage.list() == Keys{});
    const auto own = stage.get(stage.sitting + "/inscription.json", stage.jean).json();
    CHECK(own["number"].integer() == 1);
    CHECK(own["prefers"].string() == "workshop");
    CHECK(stage.get(stage.sitting + "/inscription", {.who = stage.jean.who})
              .holds("<option value=\"workshop\" selected>"));
    CHECK(stage.get(stage.console).holds("Lyon would rather speak at “Workshop”"));
    CHECK(stage.get(stage.workshop + "/chair")
              .holds("Lyon, inscribed at “Statements”, would rather speak here"));
    stage.leads("open");
    CHECK(stage.list() == Keys{"quito", "accra"});
    stage.opens_workshop();
    CHECK(stage.list_of(stage.workshop) == Keys{"quito", "lyon"});
    // The wish is nobody else's: neither another delegation nor the public reads it.
    CHECK_FALSE(stage.get(stage.sitting + "/floor", {.as = As::anyone}).holds("would rather"));
    CHECK(stage.get(stage.sitting + "/inscription.json?delegation=lyon", kofi).problem ==
          "no-such-delegation");
}

TEST_CASE("nobody comes into a list outside its hours by wishing to speak there")
{
    TwoSittings stage;
    CHECK(stage.prefers(stage.jean, "") == "");
    const auto rules = stage.get(stage.workshop + "/floor-rules.json").json();
    auto fields = rules_form(stage, "alphabet",
                             {{"opens_at", "2030-03-01 09:00"}, {"closes_at", "2030-03-02 09:00"}});
    for (auto& [name, value] : fields)
        if (name == "version")
            value = rules["version"].string();
    REQUIRE(stage.post(stage.workshop + "/floor-rules", fields).status == 303);
    CHECK(stage.prefers(stage.jean, "workshop") == "prefers-closed");
    CHECK(stage.get(stage.sitting + "/inscription.json", stage.jean).json()["prefers"].is_null());
    stage.opens_workshop();
    CHECK(stage.list_of(stage.workshop) == Keys{"quito"});
}

TEST_CASE("a wish can be changed and taken back, and the list follows")
{
    TwoSittings stage;
    CHECK(stage.prefers(stage.jean, "") == "");
    CHECK(stage.list() == Keys{"lyon"});
    CHECK(stage.prefers(stage.jean, "workshop") == "");
    CHECK(stage.list() == Keys{});
    CHECK(stage.prefers(stage.jean, "statements") == "");
    CHECK(stage.list() == Keys{"lyon"});
    CHECK_FALSE(stage.get(stage.console).holds("would rather"));
    CHECK(stage.prefers(stage.jean, "workshop") == "");
    CHECK(stage.inscribes(stage.jean, {{"withdraw", "yes"}}).status == 303);
    stage.opens_workshop();
    CHECK(stage.list_of(stage.workshop) == Keys{"quito"});
}

TEST_CASE("whom the programme names here speaks here, and only sittings of the topic can be wished")
{
    TwoSittings stage;
    CHECK(stage.prefers(kofi, "workshop") == "");
    CHECK(stage.list() == Keys{"accra"});
    CHECK(stage.get(stage.console).holds("Accra would rather speak at “Workshop”"));
    CHECK(stage.prefers(stage.jean, "drill") == "no-such-sitting");
    CHECK(stage.prefers(stage.jean, "nowhere") == "no-such-sitting");
    CHECK(stage.list() == Keys{"accra"});
    CHECK(stage.count("SELECT COUNT(*) FROM inscription") == 1);
    CHECK_FALSE(stage.get(stage.sitting + "/inscription", {.who = stage.jean.who}).holds("Drill"));
}
