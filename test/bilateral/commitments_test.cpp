// SPDX-License-Identifier: Apache-2.0
//
// Rivers that two cities share, and what they promised each other at an earlier forum: reasons to
// meet, with points, until somebody says what became of it.

#include "summit.hpp"

using namespace sala;

namespace {

std::map<std::string, std::string> of_year(std::map<std::string, std::string> files,
                                           const std::string& year)
{
    for (auto& [name, words] : files)
        for (auto at = words.find("2030"); at != std::string::npos; at = words.find("2030", at))
            words.replace(at, 4, year);
    return files;
}

// Lyon 2030, where Accra and Quito promised something, and Lyon 2031, to which both come again.
class Promises : public Summit {
public:
    Promises()
    {
        auto files = summit_files();
        files["commitments.csv"] = "key,cities,status,date,text_en\n"
                                   "terraces,accra quito,open,2030-06,Try terraces in one suburb\n"
                                   "statement,,kept,2030-06,A joint statement\n";
        opened(files);
        opened(of_year(summit_files(), "2031"));
        gives(kofi, "focal-point", "delegation=accra", "lyon-2031");
        gives(luz, "focal-point", "delegation=quito", "lyon-2031");
    }
    void opened(const std::map<std::string, std::string>& files, bool draft = false)
    {
        const auto problems = opens(files, draft);
        for (const auto& problem : problems)
            MESSAGE(problem);
        REQUIRE(problems.empty());
    }
    // The reasons of Accra to meet Quito in 2031: what each says, and its points.
    std::map<std::string, std::int64_t> reasons()
    {
        std::map<std::string, std::int64_t> all;
        const auto shown =
            get("/lyon-2031/delegations/accra/suggestions.json", {.who = kofi}).json();
        for (const auto& one : shown["suggestions"].items())
            if (one["with"].string() == "quito")
                for (const auto& reason : one["reasons"].items())
                    all[reason["says"].string()] = reason["points"].integer();
        return all;
    }
    // Of the commitment with this key, as that forum shows it.
    Json commitment(const std::string& forum, const std::string& key)
    {
        const auto shown = get("/" + forum + "/commitments.json", {.as = As::anyone}).json();
        for (const auto& one : shown["commitments"].items())
            if (one["key"].string() == key)
                return one;
        return {};
    }
    Shown says(const std::string& status, const std::string& turn, const std::string& who,
               const std::string& whose = "accra")
    {
        return post("/lyon-2031/delegations/" + whose + "/commitments/" +
                        commitment("lyon-2031", "terraces")["id"].string(),
                    {{"status", status}, {"words", "Two hectares stand."}, {"turn", turn}},
                    by(who));
    }
};

const std::string promised =
    "You met at Lyon 2030, June 2030, and what you promised there is open: “Try terraces in one "
    "suburb”.";

}  // namespace

TEST_CASE("an open commitment is a reason to meet, with its points, until it is kept")
{
    Promises forums;
    REQUIRE(forums.reasons().count(promised) == 1);
    CHECK(forums.reasons()[promised] == 3);
    const auto page = "/lyon-2031/delegations/accra/commitments/" +
                      forums.commitment("lyon-2031", "terraces")["id"].string() + ".json";
    CHECK(forums.get(page, {.who = kofi}).json()["turn"].integer() == 0);
    CHECK(forums.says("kept", "0", kofi).status == 303);
    CHECK(forums.get(page, {.who = kofi}).json()["turn"].integer() == 1);
    CHECK(forums.reasons().count(promised) == 0);
    for (const auto* forum : {"lyon-2030", "lyon-2031"})
        CHECK(forums.commitment(forum, "terraces")["status"].string() == "kept");
    CHECK(forums.says("open", "1", luz, "quito").status == 303);
    CHECK(forums.reasons().count(promised) == 1);
}

TEST_CASE("what became of a commitment is said once, not over somebody else, and by those it binds")
{
    Promises forums;
    CHECK(forums.says("kept", "0", kofi).status == 303);
    CHECK(forums.says("kept", "0", kofi).status == 303);
    CHECK(forums.count("SELECT COUNT(*) FROM commitment_act") == 1);
    CHECK(forums.says("given-up", "0", luz, "quito").problem == "commitment-changed-meanwhile");
    CHECK(forums.says("perhaps", "1", kofi).status == 422);
    CHECK(forums.says("given-up", "1", kofi, "quito").status == 404);
    CHECK(forums.says("given-up", "1", "", "lyon").problem == "no-such-commitment");
    CHECK(forums.count("SELECT COUNT(*) FROM commitment_act") == 1);
    CHECK(forums.says("given-up", "1", "").status == 303);
    CHECK(forums.count("SELECT COUNT(*) FROM commitment_act WHERE on_behalf = 1") == 1);
}

TEST_CASE("everybody reads the status; the words are for those who take part")
{
    Promises forums;
    REQUIRE(forums.says("kept", "0", kofi).status == 303);
    const auto outside = forums.get("/lyon-2031/commitments", {.as = As::anyone});
    CHECK(outside.holds("Try terraces in one suburb"));
    CHECK(outside.holds("A joint statement"));
    CHECK_FALSE(outside.holds("Two hectares"));
    CHECK(forums.get("/lyon-2031/delegations/quito/commitments", {.who = luz})
              .holds("Two hectares stand."));
    CHECK(forums.get("/lyon-2031/delegations/quito/commitments", {.who = kofi}).status == 404);
}

TEST_CASE("a joint statement of all is shown and is no reason for any two to meet")
{
    Promises forums;
    CHECK(forums.commitment("lyon-2031", "statement")["delegations"].items().size() == 3);
    for (const auto& [says, points] : forums.reasons())
        CHECK(says.find("joint statement") == std::string::npos);
}

TEST_CASE("what a forum that nobody may see yet wrote down is shown nowhere else")
{
    Promises forums;
    auto files = of_year(summit_files(), "2029");
    files["commitments.csv"] = "key,cities,status,text_en\nsecret,accra quito,open,Not said yet\n";
    forums.opened(files, true);
    CHECK(forums.commitment("lyon-2031", "secret")["key"].string().empty());
    CHECK_FALSE(forums.get("/lyon-2031/delegations/accra/suggestions", {.who = kofi})
                    .holds("Not said yet"));
}

TEST_CASE("two cities on one river are told so; who lies on another is not")
{
    Summit summit;
    auto files = summit_files();
    files["rivers.csv"] = "key,name_en\nrhone,Rhône\nvolta,Volta\n";
    files["riversides.csv"] = "key,city,river,address\n"
                              "one,accra,rhone,https://example.org/1\n"
                              "two,quito,rhone,https://example.org/2\n"
                              "three,lyon,volta,https://example.org/3\n";
    const auto problems = summit.opens(files);
    for (const auto& problem : problems)
        MESSAGE(problem);
    REQUIRE(problems.empty());
    const auto of = [&](const std::string& whose, const std::string& who) {
        std::vector<std::string> with;
        const auto shown = summit.get(whose + "/suggestions.json", {.who = who}).json();
        for (const auto& one : shown["suggestions"].items())
            for (const auto& reason : one["reasons"].items())
                if (reason["says"].string() == "You both lie on this river: Rhône.") {
                    CHECK(reason["points"].integer() == 2);
                    with.push_back(one["with"].string());
                }
        return with;
    };
    CHECK(of(accra, kofi) == std::vector<std::string>{"quito"});
    CHECK(of(quito, luz) == std::vector<std::string>{"accra"});
    CHECK(of(lyon, "").empty());
}

TEST_CASE("whoever said what became of a commitment gets a copy, and takes the words along")
{
    Promises forums;
    REQUIRE(forums.says("kept", "0", kofi).status == 303);
    CHECK(forums.get("/login/mine/data.json", {.who = kofi}).holds("Two hectares stand."));
    CHECK_FALSE(forums.get("/login/mine/data.json", {.who = luz}).holds("Two hectares stand."));
    REQUIRE(forums.post("/login/mine/erase", {}, {.who = kofi}).status == 303);
    CHECK(forums.count("SELECT COUNT(*) FROM commitment_words") == 0);
    CHECK(forums.commitment("lyon-2030", "terraces")["status"].string() == "kept");
}
