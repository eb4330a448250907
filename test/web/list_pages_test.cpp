// SPDX-License-Identifier: Apache-2.0
//
// No page asks the store once a row: every page of the program, opened in a world where there is
// one of each thing and in one where there are three, asks as many questions in both.

#include "forum/rich_world.hpp"
#include "verbs_of_world.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

// Each row of each sheet as often as is said; only the keys differ.
std::map<std::string, std::string> files_with(int times)
{
    auto files = forum::rich_files();
    for (auto& [name, text] : files) {
        if (!name.ends_with(".csv"))
            continue;
        const auto first_row = text.find('\n') + 1;
        const auto rows = text.substr(first_row);
        for (int n = 2; n <= times; ++n)
            for (std::size_t at = 0; at < rows.size();) {
                const auto end = rows.find('\n', at) + 1;
                const auto comma = rows.find(',', at);
                text += rows.substr(at, comma - at) + "-" + std::to_string(n) +
                        rows.substr(comma, end - comma);
                at = end;
            }
    }
    return files;
}

// What people add, beside what stands in files.
std::vector<std::pair<std::string, Fields>> added(const std::string& n, const std::string& settings)
{
    const std::string lyon = "/lyon-2030";
    return {
        {lyon + "/sheets/rooms/tilia", {{"version", n}, {"name_en", "Tilia " + n}}},
        {lyon + "/settings", {{"version", settings}, {"title_en", "Lyon 2030, " + n}}},
        {lyon + "/releases", {{"name", "Release " + n}, {"despite", "yes"}}},
        {lyon + "/delegations/accra/people/new",
         {{"role", "adviser"},
          {"name_en", "Esi Boateng " + n},
          {"email", "esi" + n + "@a.example"}}},
        {lyon + "/delegations/accra/wants/needs/new",
         {{"key", "accra-" + n},
          {"topic", "floods"},
          {"priority", "2"},
          {"text_en", "Drains " + n}}},
        {lyon + "/delegations/accra/wants/offers/new",
         {{"key", "accra-" + n},
          {"topic", "floods"},
          {"priority", "2"},
          {"text_en", "Dykes " + n}}},
        {lyon + "/registration-rules/questions", {{"prompt_en", "Shirt " + n}, {"kind", "words"}}},
        {lyon + "/invitations",
         {{"delegation", n == "1"   ? "accra"
                         : n == "2" ? "quito"
                                    : "quito-2"},
          {"name", "The Mayor"},
          {"address", "mayor" + n + "@people.example"},
          {"language", "en"}}},
        {lyon + "/vehicles", {{"delegation", "accra"}, {"plate", "GR " + n}}},
        {lyon + "/screens", {{"name", "Foyer " + n}}},
        {lyon + "/roles",
         {{"address", "chair" + n + "@people.example"}, {"name", "Chair " + n}, {"role", "chair"}}},
        {lyon + "/reports", {{"template", "bma-english"}}},
        {"/login/mine/tokens", {{"name", "Token " + n}, {"days", "9"}}},
        {"/login/all/secretaries", {{"address", "secretary" + n + "@people.example"}}},
    };
}

void fills(Stage& stage, int times)
{
    const auto problems = stage.opens(files_with(times));
    CAPTURE(problems);
    REQUIRE(problems.empty());
    for (int n = 1; n <= times; ++n)
        for (const auto& [address, fields] :
             added(std::to_string(n),
                   stage.get("/lyon-2030/settings.json").json()["version"].string())) {
            const auto done = stage.post(address, fields);
            CAPTURE(address);
            CAPTURE(done.body);
            REQUIRE(done.status < 400);
            stage.passes(std::chrono::seconds{1});
        }
}

// What the parameters of an address stand for in this world, beside what Lyon 2030 has anyway.
std::map<std::string, std::string> things_of(Stage& stage)
{
    const auto first = [&](const std::string& page, const char* list, const char* id) {
        const auto json = stage.get(page).json();
        const auto& items = json[list].items();
        CAPTURE(page);
        REQUIRE_FALSE(items.empty());
        return items.front()[id].string();
    };
    const std::string lyon = "/lyon-2030";
    std::map<std::string, std::string> things{
        {"organisation", "river-office"},
        {"report", first(lyon + "/reports.json", "reports", "key")},
        {"registration", first(lyon + "/registrations.json", "people", "id")},
        {"invitation", first(lyon + "/invitations.json", "invitations", "id")},
        {"pass", first(lyon + "/vehicles.json", "vehicles", "id")},
        {"letter", first(lyon + "/outbox.json", "letters", "id")},
        {"login", first("/login/all.json", "logins", "id")}};
    things["version"] =
        first(lyon + "/reports/" + things["report"] + "/versions.json", "versions", "id");
    return things;
}

std::string address_in(const std::map<std::string, std::string>& things, const web::Verb& verb)
{
    auto more = things;
    if (verb.path.find("/wants/") != std::string::npos)
        more.insert({{"sheet", "needs"}, {"key", "accra-1"}});
    return address_of(verb, more);
}

// A page once more, as it is when all that is remembered of a release is there.
Shown again(Stage& stage, const std::string& path)
{
    stage.get(path);
    return stage.get(path);
}

}  // namespace

TEST_CASE("every page asks as many questions of the store with three rows as with one")
{
    Stage one(Stage::Empty{});
    fills(one, 1);
    Stage three(Stage::Empty{});
    fills(three, 3);
    const auto things_of_one = things_of(one);
    const auto things_of_three = things_of(three);
    CHECK(three.count("SELECT COUNT(*) FROM intervention") ==
          3 * one.count("SELECT COUNT(*) FROM intervention"));
    int compared = 0;
    int longer = 0;
    for (const auto& verb : verbs_of("GET"))
        for (const auto& ending : endings(verb.verb)) {
            const auto path = address_in(things_of_one, verb.verb) + ending;
            if (path == "/api/live" || path == "/.json")
                continue;
            const auto small = again(one, path);
            const auto large = again(three, address_in(things_of_three, verb.verb) + ending);
            CAPTURE(path);
            CHECK(large.status == small.status);
            CHECK(large.statements == small.statements);
            compared += small.status == 200 ? 1 : 0;
            longer += large.body.size() > small.body.size() ? 1 : 0;
        }
    CHECK(compared > 200);
    CHECK(longer > 100);
}
