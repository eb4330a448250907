// SPDX-License-Identifier: Apache-2.0
//
// Every route times everybody: what each may open is written here by hand and compared with what
// the program does, in every representation, at the own forum and at a foreign one. The store is
// full of words that must not be read by others, and each begins with LEAK.

#include "everybody.hpp"
#include "verbs_of_world.hpp"

#include "mail/outbox.hpp"
#include "web/login_session.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

void writes_secrets(Stage& stage)
{
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"LEAK-PORTO\"\nsummary_en = "
                          "\"LEAK-PORTO\"\ndate = \"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    files["rooms.csv"] += "secret-room,hall,10,LEAK-PORTO room\n";
    REQUIRE(stage.opens(files, true).empty());
    for (const auto& [address, fields] : std::vector<std::pair<std::string, Fields>>{
             {"/lyon-2030/sheets/rooms/new",
              {{"key", "hidden"}, {"venue", "hall"}, {"name_en", "LEAK-ROOM"}}},
             {"/lyon-2030/sheets/categories/new",
              {{"key", "vip"}, {"number", "1"}, {"name_en", "Guests of honour"}}},
             {"/lyon-2030/sheets/categories/new",
              {{"key", "media"}, {"number", "2"}, {"name_en", "Media"}}},
             {"/lyon-2030/sheets/delegations/new", {{"key", "bench"}, {"name_en", "The bench"}}},
             {"/lyon-2030/delegations/bench/people/new",
              {{"role", "adviser"},
               {"category", "media"},
               {"name_en", "LEAK-PERSON"},
               {"passport", "LEAK-PASSPORT"}}},
             {"/lyon-2030/reports", {{"template", "bma-english"}}},
             {"/login/mine/tokens", {{"name", "LEAK-TOKEN"}, {"days", "9"}, {"changes", "yes"}}}}) {
        CAPTURE(address);
        const auto done = stage.post(address, fields);
        CAPTURE(done.body);
        REQUIRE(done.status < 400);
    }
    stage.store().write([&](store::Session& session) {
        mail::prepare(session,
                      {stage.forum_id(), "leak@people.example", "LEAK-LETTER", "LEAK-LETTER",
                       "LEAK-LETTER\n", Language::english(), "moved"},
                      stage.now(), stage.numbering());
        session.run("UPDATE report SET title = :title",
                    Text(Language::english(), "LEAK-REPORT").canonical_json());
        return true;
    });
}

void gives_everybody_a_role(Stage& stage)
{
    for (const auto& one : everybody())
        if (!one.role.empty() && one.token_of.empty())
            stage.gives(address_of_mail(one), one.role, one.part, one.forum);
    stage.gives("leak@people.example", "observer");
    stage.post("/lyon-2030/roles",
               {{"address", "x@people.example"}, {"name", "LEAK-NAME"}, {"role", "press"}});
    for (const auto& one : everybody())
        if (one.name != "anybody" && one.token_of.empty())
            stage.browser_of(address_of_mail(one));
    for (const auto& one : everybody())
        if (!one.token_of.empty())
            tokens()[one.name] =
                stage
                    .post("/login/mine/tokens",
                          {{"name", "script"},
                           {"days", "9"},
                           {"changes", "yes"},
                           {"role", one.role},
                           {"below", one.below}},
                          {.who = one.token_of + "@people.example", .accept = "application/json"})
                    .json()["token"]
                    .string();
}

// One world for all: making it is what takes long, and reading changes nothing.
Stage& world()
{
    static Stage stage;
    static const bool full = [] {
        writes_secrets(stage);
        gives_everybody_a_role(stage);
        return true;
    }();
    REQUIRE(full);
    return stage;
}

bool may(const Somebody& one, const web::Verb& verb)
{
    // What belongs to no forum is for the secretariat of the server, or for whoever owns the login.
    const bool of_server = verb.path.find("/{forum}") == std::string::npos;
    const auto address = address_of(verb);
    if (!one.below.empty() && address != one.below && !address.starts_with(one.below + "/"))
        return verb.allow.is_public();
    return verb.allow.is_public() || (one.opens.count(verb.allow.name()) > 0 &&
                                      (!of_server || verb.allow.name() == "signed-in"));
}

bool was_refused(const Shown& shown)
{
    return shown.status == 401 || shown.status == 403 || shown.status == 404 ||
           (shown.status == 303 && shown.location.starts_with("/login?next="));
}

std::string at_forum(const std::string& forum, std::string path)
{
    const std::string lyon = "/lyon-2030";
    if (path.starts_with(lyon))
        path.replace(0, lyon.size(), "/" + forum);
    return path;
}

std::string at_porto(std::string path) { return at_forum("porto-2031", std::move(path)); }

}  // namespace

TEST_CASE("every permission of the program is in the matrix, and every role opens something")
{
    const auto& secretary = everybody()[2].opens;
    for (const auto& verb : app::all_verbs()) {
        CAPTURE(verb.name);
        CHECK((verb.verb.allow.is_public() || secretary.count(verb.verb.allow.name()) == 1));
    }
    for (const auto& one : everybody())
        if (one.name != "anybody" && one.token_of.empty())
            CHECK(world().get("/login/mine.json", as(one)).status == 200);
}

TEST_CASE("every page opens for those who may, and for nobody else, as whatever it is asked for")
{
    auto& stage = world();
    int looked = 0;
    for (const auto& verb : verbs_of("GET"))
        for (const auto& one : everybody())
            for (const auto& ending : endings(verb.verb)) {
                const auto page = address_of(verb.verb);
                const auto path = page == "/" && !ending.empty() ? "/" + ending : page + ending;
                if (page == "/api/live")
                    continue;
                CAPTURE(path);
                CAPTURE(one.name);
                const auto shown = stage.get(path, as(one));
                ++looked;
                CHECK(shown.status < 500);
                CHECK(leaked(one, shown) == std::vector<std::string>{});
                if (!may(one, verb.verb)) {
                    CHECK(was_refused(shown));
                    CHECK_FALSE(shown.holds("LEAK"));
                } else if (!verb.verb.allow.is_public()) {
                    CHECK(shown.status != 401);
                    CHECK(shown.status != 403);
                }
            }
    CHECK(looked > 1000);
}

TEST_CASE("at a foreign forum nobody opens anything, and a draft is not there at all")
{
    auto& stage = world();
    for (const auto& verb : verbs_of("GET")) {
        const auto page = at_porto(address_of(verb.verb));
        if (!page.starts_with("/porto-2031"))
            continue;
        for (const auto& one : everybody()) {
            if (one.forum == "porto-2031")
                continue;
            for (const auto& ending : endings(verb.verb)) {
                CAPTURE(page + ending);
                CAPTURE(one.name);
                const auto shown = stage.get(page + ending, as(one));
                CHECK(was_refused(shown));
                CHECK_FALSE(shown.holds("LEAK"));
                // What a draft answers must not tell it from a forum that was never made.
                if (verb.verb.allow.is_public()) {
                    const auto nowhere = at_forum("nowhere-2032", address_of(verb.verb)) + ending;
                    CHECK(shown.status == stage.get(nowhere, as(one)).status);
                }
            }
        }
    }
}

TEST_CASE("nobody changes anything with a role they do not hold, at the own forum or a foreign one")
{
    auto& stage = world();
    const auto acts = stage.count("SELECT COUNT(*) FROM act");
    const auto revisions = stage.count("SELECT COUNT(*) FROM revision");
    for (const auto* method : {"POST", "PUT", "DELETE"})
        for (const auto& verb : verbs_of(method))
            for (const auto& one : everybody()) {
                if (verb.verb.allow.is_public())
                    continue;
                const auto address = address_of(verb.verb);
                const auto foreign = at_porto(address);
                CAPTURE(address);
                CAPTURE(one.name);
                if (!may(one, verb.verb)) {
                    const auto refused = stage.post(address, {}, as(one, "application/json"));
                    CHECK((refused.status == 401 || refused.status == 403));
                    CHECK_FALSE(refused.holds("LEAK"));
                }
                if (foreign != address && one.forum == "lyon-2030") {
                    const auto refused = stage.post(foreign, {}, as(one, "application/json"));
                    // What asks for no role, but for a login, finds no forum there.
                    const bool hidden = verb.verb.allow.name() == "signed-in" &&
                                        (refused.status == 404 || refused.status == 422);
                    CHECK((refused.status == 401 || refused.status == 403 || hidden));
                    CHECK_FALSE(refused.holds("LEAK"));
                }
            }
    CHECK(stage.count("SELECT COUNT(*) FROM act") == acts);
    CHECK(stage.count("SELECT COUNT(*) FROM revision") == revisions);
}

TEST_CASE("of a change hears who may open a page that shows it, and nobody else")
{
    auto& stage = world();
    std::map<std::string, std::set<std::string>> pages;  // topic -> where it is watched
    for (const auto& verb : verbs_of("GET")) {
        const auto page = address_of(verb.verb);
        const auto shown = stage.get(page);
        const std::string mark = "data-live=\"";
        for (auto at = shown.body.find(mark); at != std::string::npos;
             at = shown.body.find(mark, at)) {
            at += mark.size();
            pages[shown.body.substr(at, shown.body.find('"', at) - at)].insert(page);
        }
    }
    std::set<std::string> kinds;
    for (const auto& [topic, where] : pages) {
        kinds.insert(topic.substr(0, topic.find(':')));
        for (const auto& one : everybody()) {
            CAPTURE(topic);
            CAPTURE(one.name);
            const auto stream = stage.get("/api/live?topic=" + topic, as(one)).stream;
            const bool opens = std::any_of(where.begin(), where.end(), [&](const auto& page) {
                return stage.get(page, as(one)).status == 200;
            });
            // A program that is let in at one address only watches nothing beside it.
            CHECK((stream.ends_with(" " + topic)) == (opens && one.below.empty()));
            CHECK((stream == "public") == !stream.ends_with(" " + topic));
        }
        CHECK(stage.get("/api/live?topic=" + topic, {.as = As::anyone}).stream == "public");
    }
    CHECK(kinds == std::set<std::string>{"delegation", "door", "forum", "plan", "polls"});
    // Of a report hears the secretariat, whose pages alone show it while it is written.
    for (const auto& one : everybody())
        CHECK((stage.get("/api/live?topic=report:lyon-2030:any", as(one)).stream != "public") ==
              (one.name == "secretary"));
}

TEST_CASE("nobody learns by watching whether there is such a forum, sitting or delegation")
{
    auto& stage = world();
    for (const auto& one : everybody()) {
        if (one.name == "secretary" || one.forum != "lyon-2030")
            continue;
        CAPTURE(one.name);
        for (const auto* topic :
             {"forum:porto-2031", "door:porto-2031", "polls:porto-2031:statements",
              "delegation:porto-2031:accra", "forum:nowhere", "delegation:lyon-2030:nobody",
              "released:porto-2031", "login:1", "forum", "", "forum:lyon-2030:"})
            if (const auto stream =
                    stage.get("/api/live?topic=" + std::string(topic), as(one)).stream;
                *topic)
                CHECK(stream == "public");
    }
}

TEST_CASE("a search, a list and a feed show nobody what is not public")
{
    auto& stage = world();
    for (const auto& one : everybody()) {
        if (one.name == "secretary" || one.forum != "lyon-2030")
            continue;
        CAPTURE(one.name);
        for (const auto* path :
             {"/", "/.json", "/search?q=leak", "/search.json?q=leak", "/lyon-2030/search?q=leak",
              "/lyon-2030/search.json?q=leak", "/lyon-2030/releases.atom",
              "/lyon-2030/programme.ics", "/lyon-2030/programme.xml", "/lyon-2030/documents",
              "/api/openapi.json"}) {
            CAPTURE(path);
            const auto shown = stage.get(path, as(one));
            CHECK(shown.status == 200);
            CHECK_FALSE(shown.holds("LEAK"));
        }
    }
    CHECK(stage.get("/search.json?q=leak").holds("LEAK"));
}
