// SPDX-License-Identifier: Apache-2.0
//
// The directory is shared by all forums of a server: a forum's secretariat sees what public forums
// and its own list, changes what no other forum lists, and an import is no way around it.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const std::string sec = "sec@lyon.example";
const std::string persons = "/lyon-2030/sheets/persons";
const Sent the_public{.as = As::anyone};

std::map<std::string, std::string> files_of(const std::string& slug, const std::string& key,
                                            const std::string& name)
{
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"" + slug + "\"\ntitle_en = \"Forum of " + slug +
                          "\"\ndate = \"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    files["persons.csv"] += key + ",,," + name + ",\n";
    return files;
}

// Beside Lyon 2030: Oslo 2032 is public and lists Kari Berg, Porto 2031 is a draft and lists Nuno
// Silva. All three list the cities and Ama Mensah.
class Server : public Stage {
public:
    Server()
    {
        REQUIRE(opens(files_of("oslo-2032", "kari-berg", "Kari Berg")).empty());
        REQUIRE(opens(files_of("porto-2031", "nuno-silva", "Nuno Silva"), true).empty());
        gives(sec, "secretariat");
    }
    Shown sends(const std::string& path, const Fields& fields, const std::string& who = sec)
    {
        return post(path, fields, {.who = who, .accept = "application/json"});
    }
    Shown renames(const std::string& key, const std::string& who = sec,
                  const std::string& forum = "/lyon-2030")
    {
        const auto address = forum + "/sheets/persons/" + key;
        const auto version = get(address + ".json", {.who = who}).json()["version"].string();
        return sends(address, {{"version", version}, {"name_en", "Defaced Governor"}}, who);
    }
    Shown imports(const std::string& rows, const std::string& who = sec)
    {
        return upload("/lyon-2030/import", "file", "persons.csv", "key,name_en\n" + rows, {},
                      {.who = who, .accept = "application/json"});
    }
    std::int64_t acts_at(const std::string& address, const std::string& verb)
    {
        return count("SELECT COUNT(*) FROM act WHERE address = '" + address + "' AND verb = '" +
                     verb + "'");
    }
};

std::string problem_of(const Shown& shown)
{
    std::string problems;
    const auto json = shown.json();
    for (const auto& one : json["problems"].items())
        problems += one["code"].string() + " " + one["sheet"].string() + "/" +
                    std::to_string(one["row"].integer()) + "/" + one["column"].string() + " ";
    return problems;
}

}  // namespace

TEST_CASE("nobody names or takes over what only a draft of others lists")
{
    Server stage;
    const auto fresh = stage.get(persons + "/new", {.who = sec});
    CHECK(fresh.holds("<option value=\"kari-berg\""));
    CHECK_FALSE(fresh.holds("nuno-silva"));
    CHECK_FALSE(fresh.holds("Nuno Silva"));
    const auto delegate = stage.get("/lyon-2030/sheets/delegates/new", {.who = sec});
    CHECK(delegate.holds("kari-berg"));
    CHECK_FALSE(delegate.holds("nuno-silva"));
    CHECK(stage.sends(persons + "/new", {{"take", "nuno-silva"}}).problem == "no-such-row-here");
    const Fields row{
        {"key", "nuno"}, {"delegation", "accra"}, {"person", "nuno-silva"}, {"role", "adviser"}};
    CHECK(stage.sends("/lyon-2030/sheets/delegates/new", row).problem == "no-such-row");
    // The key is taken, and that is all that is said.
    const auto taken =
        stage.sends(persons + "/new", {{"key", "nuno-silva"}, {"name_en", "Somebody"}});
    CHECK(taken.problem == "key-on-server");
    CHECK_FALSE(taken.holds("Take that one over"));
    CHECK(stage.count("SELECT COUNT(*) FROM listing l JOIN person p ON p.id = l.row_id WHERE "
                      "l.sheet = 'persons' AND p.key = 'nuno-silva'") == 1);
    for (const auto* search : {"/search.json?q=nuno", "/lyon-2030/search.json?q=nuno"})
        CHECK_FALSE(stage.get(search, the_public).holds("Nuno"));
    CHECK(stage.get("/lyon-2030/people/nuno-silva", the_public).status == 404);
    // Who prepares the draft as well takes it over, and so does the secretariat of the server.
    stage.gives(sec, "secretariat", {}, "porto-2031");
    CHECK(stage.get(persons + "/new", {.who = sec}).holds("nuno-silva"));
    CHECK(stage.sends("/lyon-2030/sheets/delegates/new", row).status == 303);
    CHECK(stage.get(persons + "/nuno-silva", {.who = sec}).status == 200);
}

TEST_CASE("a row that another forum lists is not changed by the secretariat of one")
{
    Server stage;
    REQUIRE(stage.sends(persons + "/new", {{"take", "kari-berg"}}).status == 303);
    const auto page = stage.get(persons + "/kari-berg", {.who = sec});
    CHECK(page.status == 200);
    CHECK(page.holds("is a row of <span class=\"nb\">oslo-2032</span> too"));
    const auto refused = stage.renames("kari-berg");
    CHECK(refused.status == 403);
    CHECK(refused.problem == "row-of-other-forums");
    CHECK(refused.holds("oslo-2032"));
    CHECK_FALSE(stage.get("/oslo-2032/people/kari-berg", the_public).holds("Defaced"));
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'keep_row'") == 0);
    // Its own list is its own: the row leaves it, and stays where it was.
    REQUIRE(stage.sends(persons + "/kari-berg/remove", {{"version", "1"}}).status == 303);
    CHECK(stage.get("/oslo-2032/people/kari-berg", the_public).holds("Kari Berg"));
    // What only this forum lists is its secretariat's to change.
    REQUIRE(stage.sends(persons + "/new", {{"key", "esi"}, {"name_en", "Esi"}}).status == 303);
    CHECK(stage.renames("esi").status == 303);
    CHECK(stage.get("/lyon-2030/people/esi", the_public).holds("Defaced Governor"));
    // Shared with two forums, one of them a draft: the public one is named.
    const auto both = stage.renames("ama-mensah");
    CHECK(both.problem == "row-of-other-forums");
    CHECK_FALSE(both.holds("porto"));
}

TEST_CASE("whoever prepares all that list a row changes it, and each of them has the act")
{
    Server stage;
    REQUIRE(stage.sends(persons + "/new", {{"take", "kari-berg"}}).status == 303);
    stage.gives(sec, "secretariat", {}, "oslo-2032");
    // A draft that they do not prepare lists her too: it is not named.
    const auto both = stage.renames("ama-mensah");
    CHECK(both.problem == "row-of-other-forums");
    CHECK(both.holds("which is not public yet"));
    CHECK_FALSE(both.holds("porto"));
    REQUIRE(stage.renames("kari-berg").status == 303);
    CHECK(stage.get("/oslo-2032/people/kari-berg", the_public).holds("Defaced Governor"));
    CHECK(stage.acts_at("/oslo-2032/sheets/persons/kari-berg", "keep_row") == 1);
    CHECK(stage.acts_at("/lyon-2030/sheets/persons/kari-berg", "keep_row") == 1);
    CHECK(stage.get("/oslo-2032/acts.json").holds("/oslo-2032/sheets/persons/kari-berg"));
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE address LIKE '/porto-2031/%' AND verb = "
                      "'keep_row'") == 0);
    // The secretariat of the server answers for all.
    stage.told();
    REQUIRE(stage.renames("ama-mensah", {}).status == 303);
    CHECK(stage.acts_at("/oslo-2032/sheets/persons/ama-mensah", "keep_row") == 1);
    CHECK(stage.acts_at("/porto-2031/sheets/persons/ama-mensah", "keep_row") == 1);
    CHECK(stage.told().size() == 3);
}

TEST_CASE("taking back a change of a shared row is a change of it")
{
    Server stage;
    REQUIRE(stage.sends(persons + "/new", {{"take", "kari-berg"}}).status == 303);
    REQUIRE(stage.renames("kari-berg", {}).status == 303);
    const auto history = stage.get(persons + "/kari-berg/history.json").json();
    const Fields last{{"revision", history["revisions"].items().front()["id"].string()}};
    CHECK(stage.sends(persons + "/kari-berg/undo", last).problem == "row-of-other-forums");
    CHECK(stage.get("/oslo-2032/people/kari-berg", the_public).holds("Defaced Governor"));
    REQUIRE(stage.sends(persons + "/kari-berg/undo", last, {}).status == 303);
    CHECK(stage.get("/oslo-2032/people/kari-berg", the_public).holds("Kari Berg"));
    CHECK(stage.acts_at("/oslo-2032/sheets/persons/kari-berg", "undo_change") == 1);
}

TEST_CASE("an import changes no row that another forum lists, unless the server's secretariat does")
{
    Server stage;
    const auto shared = stage.imports("esi,Esi\nkari-berg,Defaced Governor\n");
    CHECK(shared.status == 422);
    CHECK(problem_of(shared) == "row-of-other-forums persons/3/name_en ");
    CHECK(shared.holds("oslo-2032"));
    const auto hidden = stage.imports("nuno-silva,Defaced Governor\n");
    CHECK(problem_of(hidden) == "key-on-server persons/2/key ");
    CHECK_FALSE(hidden.holds("Nuno"));
    CHECK(stage.count("SELECT COUNT(*) FROM person WHERE name LIKE '%Defaced%' OR key = 'esi'") ==
          0);
    // A row as the others keep it joins the list.
    CHECK(stage.imports("kari-berg,Kari Berg\n").json()["kept"].boolean());
    CHECK(stage.get("/lyon-2030/people/kari-berg", the_public).status == 200);
    CHECK(stage.acts_at("/oslo-2032/sheets/persons/kari-berg", "import_sheets") == 0);
    REQUIRE(stage.imports("kari-berg,Kari Dahl\n", {}).json()["kept"].boolean());
    CHECK(stage.get("/oslo-2032/people/kari-berg", the_public).holds("Kari Dahl"));
    CHECK(stage.acts_at("/oslo-2032/sheets/persons/kari-berg", "import_sheets") == 1);
}

TEST_CASE("sheets that are imported name nothing that only a draft of others lists")
{
    Server stage;
    const auto shown = stage.upload("/lyon-2030/import", "file", "delegates.csv",
                                    "key,delegation,person,role\nnuno,accra,nuno-silva,adviser\n",
                                    {}, {.who = sec, .accept = "application/json"});
    CHECK(problem_of(shown) == "no-such-row delegates/2/person ");
    CHECK(stage.count("SELECT COUNT(*) FROM delegate WHERE key = 'nuno'") == 0);
}

TEST_CASE("a program whose token is good for one forum changes no row of others")
{
    Server stage;
    REQUIRE(stage.post(persons + "/new", {{"take", "kari-berg"}}).status == 303);
    const auto token = [&](const std::string& below) {
        const auto made =
            stage.post("/login/mine/tokens",
                       {{"name", "script"}, {"days", "30"}, {"changes", "yes"}, {"below", below}});
        return made.json()["token"].string();
    };
    const auto change = [&](const std::string& below) {
        return stage.post(persons + "/kari-berg", {{"version", "1"}, {"name_en", "Kari Dahl"}},
                          {.as = As::anyone,
                           .accept = "application/json",
                           .headers = {{"Authorization", "Bearer " + token(below)}}});
    };
    CHECK(change("/lyon-2030").problem == "row-of-other-forums");
    CHECK(change("").status == 303);
}
