// SPDX-License-Identifier: Apache-2.0
//
// Markup in everything that people type about people: names, posts, questions and answers, letters,
// vehicles, reasons. Every page of the program is opened by everybody it is for, and none of it is
// markup there.

#include "signing_in.hpp"
#include "verbs_of_world.hpp"

#include "registration/particular.hpp"

using namespace sala;

namespace {

const std::string nasty = "\"'><img src=x onerror=alert(1)>";
const std::string accra = "/lyon-2030/delegations/accra";
const std::string kofi = "kofi@accra.example";
const std::string esi = "esi@accra.example";

std::string number_of(const Shown& shown)
{
    return shown.location.substr(shown.location.rfind('/') + 1);
}

struct Hostile : Stage {
    std::map<std::string, std::string> numbers;  // for the addresses of routes

    Hostile() : Stage(sala::told())
    {
        gives(kofi, "focal-point", "delegation=accra");
        done("/lyon-2030/sheets/categories/new",
             {{"key", "vip"}, {"number", "1"}, {"name_en", nasty}, {"name_th", nasty}});
        done("/lyon-2030/sheets/rooms/new",
             {{"key", "nasty"}, {"venue", "hall"}, {"name_en", nasty}, {"name_th", nasty}});
        numbers["key"] = "nasty";
        done("/lyon-2030/registration-rules/questions",
             {{"prompt_en", nasty}, {"prompt_th", nasty}, {"kind", "words"}});
        const auto question = get("/lyon-2030/registration-rules.json")
                                  .json()["questions"]
                                  .items()
                                  .front()["id"]
                                  .string();
        numbers["registration"] = registers(esi, {{"q-" + question, nasty}});
        const auto second = registers("", {});
        done("/lyon-2030/registrations/" + numbers["registration"], {{"step", "approve"}});
        done("/lyon-2030/registrations/" + second,
             {{"step", "give-back"}, {"reason", nasty}, {"tell", "yes"}});
        numbers["print"] = number_of(done("/lyon-2030/badges", {}));
        done("/lyon-2030/vehicles",
             {{"delegation", "accra"}, {"plate", "<img src=x>"}, {"remark", nasty}});
        numbers["invitation"] = invited();
        numbers["circular"] = number_of(done("/lyon-2030/circulars", {{"audience", "registered"},
                                                                      {"kind", "news"},
                                                                      {"subject_en", nasty},
                                                                      {"body_en", nasty},
                                                                      {"subject_th", nasty},
                                                                      {"body_th", nasty}}));
        done("/lyon-2030/circulars/" + numbers["circular"], {});
        done("/lyon-2030/door/walk-in", {{"delegation", "accra"},
                                         {"name", nasty},
                                         {"organisation", nasty},
                                         {"category", "vip"}});
        done("/lyon-2030/roles",
             {{"address", "press@people.example"}, {"name", nasty}, {"role", "press"}});
    }

    Shown done(const std::string& address, const Fields& fields)
    {
        auto shown = post(address, fields);
        CAPTURE(address);
        CAPTURE(shown.body);
        REQUIRE(shown.status == 303);
        return shown;
    }
    // Somebody with markup in everything that is words, sent in.
    std::string registers(const std::string& address, Fields fields)
    {
        for (const auto& column : registration::all_particulars())
            if (column.kind == registration::Particular::words && column.name != "email" &&
                column.name != "precedence")
                fields.emplace_back(column.name, nasty);
        fields.emplace_back("email", address);
        fields.emplace_back("role", "head");
        fields.emplace_back("category", "vip");
        fields.emplace_back("room", "single");
        fields.emplace_back("visa_letter", "yes");
        fields.emplace_back("on_list", "yes");
        fields.emplace_back("another", "yes");
        fields.emplace_back("arrives_on", "2030-05-05");
        const auto number = number_of(done(accra + "/people/new", fields));
        done(accra + "/people/" + number + "/submit", {});
        return number;
    }
    std::string invited()
    {
        done("/lyon-2030/invitations", {{"delegation", "quito"},
                                        {"name", nasty},
                                        {"address", "mayor@quito.example"},
                                        {"language", "en"}});
        return get("/lyon-2030/invitations.json")
            .json()["invitations"]
            .items()
            .front()["id"]
            .string();
    }
};

}  // namespace

TEST_CASE("what people type about people is words on every page, for everybody who reads it")
{
    Hostile world;
    Jar owner(world, nasty);
    std::string token;
    const auto login = [&] {
        Id<web::Login> found;
        world.store().write([&](store::Session& session) {
            found = web::login_at(session, esi, nasty, world.now(), world.numbering());
            token = web::make_sign_in_link(session, found, world.now(), web::Way::letter);
            return true;
        });
        return found;
    }();
    REQUIRE(login);
    REQUIRE(owner.post("/login/" + token, {}).status == 303);
    REQUIRE(
        owner.post("/lyon-2030/mine/claim", {{"registration", world.numbers.at("registration")}})
            .status == 303);
    std::vector<std::string> pages{"/lyon-2030/registrations?q=%22%3E%3Cimg",
                                   "/lyon-2030/participants?q=%22%3E%3Cimg",
                                   "/lyon-2030/door?q=%22%3E%3Cimg",
                                   "/lyon-2030/decisions?step=approve&reason=%3Cimg%20src=x%3E"};
    for (const auto* list : {"arrivals", "rooms", "diet", "visas"}) {
        world.numbers["list"] = list;
        for (const auto& verb : verbs_of("GET"))
            pages.push_back(address_of(verb.verb, world.numbers));
    }
    std::erase(pages, "/api/live");
    std::sort(pages.begin(), pages.end());
    pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
    int met = 0;
    for (const auto& page : pages) {
        CAPTURE(page);
        for (const auto& shown : {world.get(page), world.get(page, {.language = "th"}),
                                  world.get(page, {.who = kofi}), owner.get(page)}) {
            CHECK(shown.status != 500);
            if (shown.type.starts_with("text/html")) {
                CHECK_FALSE(shown.holds("<img src=x"));
                CHECK_FALSE(shown.holds("'><img"));
                CHECK_FALSE(shown.holds("\"'>"));
            }
            met += shown.holds("&lt;img src=x") ? 1 : 0;
        }
    }
    // It stood there, on many of them.
    CHECK(met > 60);
    CHECK(owner.get("/lyon-2030/mine").holds("&lt;img src=x"));
}

TEST_CASE("what comes back with a refusal, or because somebody was faster, is words as well")
{
    Hostile world;
    const Sent in_browser{.accept = "text/html"};
    // Somebody was faster.
    world.done("/lyon-2030/sheets/rooms/nasty",
               {{"version", "1"}, {"venue", "hall"}, {"name_en", nasty + "1"}});
    const auto person = accra + "/people/" + world.numbers.at("registration");
    const std::vector<std::pair<std::string, Fields>> sent{
        {"/lyon-2030/sheets/rooms/nasty", {{"version", "1"}, {"name_en", nasty + "2"}}},
        {"/lyon-2030/sheets/rooms/new", {{"key", nasty}, {"name_en", nasty}}},
        {person, {{"version", "99"}, {"name_en", nasty}}},
        {person, {{"version", "1"}, {"name_en", nasty}, {"arrives_on", nasty}}},
        {"/lyon-2030/roles", {{"address", nasty}, {"name", nasty}, {"role", nasty}}},
        {"/lyon-2030/circulars",
         {{"audience", "registered"},
          {"kind", "news"},
          {"subject_en", nasty},
          {"body_en", "{" + nasty}}},
        {"/lyon-2030/vehicles", {{"delegation", nasty}, {"plate", nasty}, {"remark", nasty}}},
        {"/login", {{"address", nasty}, {"password", nasty}}}};
    int met = 0;
    for (const auto& [address, fields] : sent) {
        CAPTURE(address);
        const auto shown = world.post(address, fields, in_browser);
        CHECK(shown.status >= 400);
        CHECK(shown.status < 500);
        CHECK(shown.type.starts_with("text/html"));
        CHECK_FALSE(shown.holds("<img src=x"));
        CHECK_FALSE(shown.holds("\"'>"));
        met += shown.holds("&lt;img src=x") ? 1 : 0;
    }
    CHECK(met >= 6);
}
