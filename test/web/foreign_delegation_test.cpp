// SPDX-License-Identifier: Apache-2.0
//
// One person of one delegation, whose every word begins with LEAK, with a badge, an answer, a
// claim, a vehicle, an invitation and letters. Every route is asked for with the numbers of all
// this, by everybody whom it is not for: those of another delegation, another category, another
// role.

#include "signing_in.hpp"
#include "verbs_of_world.hpp"

#include "registration/particular.hpp"

using namespace sala;

namespace {

const std::string accra = "/lyon-2030/delegations/accra";
const std::string kofi = "kofi@accra.example";
const std::string owner = "leak@accra.example";

struct Filled : Stage {
    std::map<std::string, std::string> numbers;  // for the addresses of routes
    std::vector<std::string> strangers;

    Filled() : Stage(sala::told())
    {
        gives(kofi, "focal-point", "delegation=accra");
        for (const auto* key : {"vip", "media"})
            done("/lyon-2030/sheets/categories/new",
                 {{"key", key}, {"number", "1"}, {"name_en", key}});
        done("/lyon-2030/registration-rules/questions",
             {{"prompt_en", "Which newspaper?"}, {"kind", "words"}});
        const auto rules = get("/lyon-2030/registration-rules.json").json();
        numbers["question"] = rules["questions"].items().front()["id"].string();
        numbers["registration"] = registers();
        numbers["print"] = done("/lyon-2030/badges", {});
        const auto badges = get("/lyon-2030/badges.json").json();
        numbers["badge"] = badges["people"].items().front()["badge"].string();
        done("/lyon-2030/vehicles",
             {{"delegation", "accra"}, {"plate", "LEAK 1"}, {"remark", "LEAK"}});
        const auto vehicles = get("/lyon-2030/vehicles.json").json();
        numbers["pass"] = vehicles["vehicles"].items().front()["id"].string();
        done("/lyon-2030/invitations", {{"delegation", "accra"},
                                        {"name", "LEAK Mayor"},
                                        {"address", "leak-mayor@accra.example"},
                                        {"language", "en"}});
        const auto invitations = get("/lyon-2030/invitations.json").json();
        numbers["invitation"] = invitations["invitations"].items().front()["id"].string();
        numbers["circular"] = done("/lyon-2030/circulars", {{"audience", "registered"},
                                                            {"kind", "notice"},
                                                            {"subject_en", "LEAK"},
                                                            {"body_en", "LEAK"},
                                                            {"subject_th", "LEAK"},
                                                            {"body_th", "LEAK"}});
        done("/lyon-2030/circulars/" + numbers["circular"], {});
        store().read([&](store::Session& session) {
            const auto letter = session.find<std::int64_t>("SELECT MAX(id) FROM letter");
            numbers["letter"] = std::to_string(std::get<0>(*letter));
        });
        strange("quito-focal@people.example", "focal-point", "delegation=quito");
        strange("quito-delegate@people.example", "delegate", "delegation=quito");
        strange("vip-secretary@people.example", "secretariat", "category=vip");
        strange("vip-door@people.example", "door", "category=vip");
        for (const auto* role : {"chair", "interpreter", "press", "observer"})
            strange(std::string(role) + "@people.example", role);
        strangers.emplace_back("guest@people.example");
        browser_of(strangers.back());
    }

    // Sends a form; answers the number at the end of where it leads.
    std::string done(const std::string& address, const Fields& fields)
    {
        const auto shown = post(address, fields);
        CAPTURE(address);
        CAPTURE(shown.body);
        REQUIRE(shown.status == 303);
        return shown.location.substr(shown.location.rfind('/') + 1);
    }
    void strange(const std::string& address, const std::string& role, const std::string& part = {})
    {
        gives(address, role, part);
        browser_of(address);
        strangers.push_back(address);
    }
    std::string registers()
    {
        Fields fields{{"role", "head"},       {"category", "media"},
                      {"email", owner},       {"room", "single"},
                      {"visa_letter", "yes"}, {"arrives_on", "2030-05-05"},
                      {"born", "1970-05-06"}, {"q-" + numbers["question"], "LEAK"}};
        for (const auto& column : registration::all_particulars())
            if (column.kind == registration::Particular::words && column.name != "email")
                fields.emplace_back(column.name, "LEAK " + column.name);
        const auto number = done(accra + "/people/new", fields);
        done(accra + "/people/" + number + "/submit", {});
        done("/lyon-2030/registrations/" + number, {{"step", "approve"}});
        return number;
    }

    // The addresses of all verbs of a method, with what there is.
    std::vector<std::string> all(const std::string& method, bool every_ending) const
    {
        std::vector<std::string> found;
        for (const auto& verb : verbs_of(method))
            for (const auto* list : {"arrivals", "diet", "rooms", "visas"}) {
                auto more = numbers;
                more["list"] = list;
                const auto address = address_of(verb.verb, more);
                if (address == "/" || address == "/api/live")
                    continue;
                for (const auto& ending :
                     every_ending ? endings(verb.verb) : std::vector<std::string>{""})
                    found.push_back(address + ending);
            }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
};

}  // namespace

TEST_CASE("whoever is of another delegation, category or role reads nothing about a person")
{
    Filled world;
    auto pages = world.all("GET", true);
    for (const auto* query :
         {"/lyon-2030/search?q=leak", "/search.json?q=leak", "/lyon-2030/door?q=leak",
          "/lyon-2030/door.json?q=leak", "/lyon-2030/registrations?category=media",
          "/lyon-2030/registrations.json?q=leak", "/lyon-2030/participants?q=leak"})
        pages.emplace_back(query);
    int told_secretariat = 0;
    int told_accra = 0;
    for (const auto& page : pages) {
        CAPTURE(page);
        CHECK_FALSE(world.get(page, {.as = As::anyone}).holds("LEAK"));
        for (const auto& who : world.strangers) {
            CAPTURE(who);
            const auto shown = world.get(page, {.as = As::anyone, .who = who});
            CHECK_FALSE(shown.holds("LEAK"));
            if (page.starts_with(accra))
                CHECK((shown.status == 404 || shown.status == 403));
        }
        told_secretariat += world.get(page).holds("LEAK") ? 1 : 0;
        told_accra += world.get(page, {.who = kofi}).holds("LEAK") ? 1 : 0;
    }
    // It was there to be read, and those for whom it is read it.
    CHECK(told_secretariat > 25);
    CHECK(told_accra > 3);
}

TEST_CASE("whoever is of another delegation, category or role changes nothing about a person")
{
    Filled world;
    const auto acts = world.count("SELECT COUNT(*) FROM act");
    int told_apart = 0;
    for (const auto* method : {"POST", "PUT", "DELETE"})
        for (const auto& verb : verbs_of(method)) {
            const auto address = address_of(verb.verb, world.numbers);
            const bool of_accra = address.starts_with(accra + "/") || address == accra;
            const bool of_person = address.find(world.numbers.at("registration")) != address.npos ||
                                   address.find(world.numbers.at("pass")) != address.npos;
            if (!of_accra && !of_person)
                continue;
            CAPTURE(address);
            for (const auto& who : world.strangers) {
                CAPTURE(who);
                const auto shown =
                    world.post(address, sent_rightly(verb.verb),
                               {.as = As::anyone, .who = who, .accept = "application/json"});
                CHECK(shown.status >= 400);
                told_apart += shown.status == 403 || shown.status == 404 ? 1 : 0;
                // What is asked of the fields is asked before whose they are, and of files alone.
                if (!sends_file(verb.verb))
                    CHECK((shown.status == 403 || shown.status == 404));
                CHECK_FALSE(shown.holds("LEAK"));
            }
        }
    CHECK(told_apart > 200);
    CHECK(world.count("SELECT COUNT(*) FROM act") == acts);
    CHECK(world.get("/lyon-2030/registrations/" + world.numbers.at("registration") + ".json")
              .json()["status"]
              .string() == "approved");
}
