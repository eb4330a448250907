// SPDX-License-Identifier: Apache-2.0
//
// Luz speaks for Quito. She asks for each thing of Accra by its number at the address of her own
// delegation, where she may do everything: there is none.

#include "terms_table.hpp"

#include "web/verbs_of_world.hpp"

using namespace sala;

namespace {

// Accra and Lyon have agreed to meet, with terms, an outcome and a commitment; Accra has a person
// and a vehicle. Each word of it is LEAK.
struct TwoDelegations : Summit {
    std::map<std::string, std::string> numbers{{"sheet", "needs"}, {"key", "accra-leak"}};

    static std::map<std::string, std::string> files()
    {
        auto all = summit_files();
        all["needs.csv"] = "key,delegation,topic,priority,flexible,text_en\n"
                           "accra-leak,accra,floods,1,yes,LEAK\n";
        all["commitments.csv"] = "key,cities,status,date,text_en\n"
                                 "leak,accra lyon,open,2030-06,LEAK\n";
        return all;
    }
    TwoDelegations() : Summit()
    {
        const auto problems = opens(files());
        CAPTURE(problems);
        REQUIRE(problems.empty());
        const auto done = [&](const std::string& address, const Fields& fields) {
            const auto shown = post(address, fields, by(kofi));
            CAPTURE(address);
            CAPTURE(shown.body);
            REQUIRE(shown.status == 303);
            return shown.location.substr(shown.location.rfind('/') + 1);
        };
        numbers["registration"] =
            done(accra + "/people/new", {{"role", "adviser"}, {"name_en", "LEAK"}});
        done(accra + "/vehicles", {{"plate", "LEAK 1"}});
        const auto vehicles = get(accra + "/vehicles.json", {.who = kofi}).json();
        numbers["pass"] = vehicles["vehicles"].items().front()["id"].string();
        numbers["meeting"] = asks(accra, "lyon", kofi, {{"words", "LEAK"}});
        REQUIRE(does(lyon, numbers["meeting"], {}, "accept").status == 303);
        REQUIRE(post(accra + "/meetings/" + numbers["meeting"] + "/terms",
                     {{"seen", "0"}, {"item.0.need", "LEAK"}, {"item.0.by_when", "2031"}}, by(kofi))
                    .status == 303);
        numbers["commitment"] =
            std::to_string(count("SELECT id FROM commitment WHERE key = 'leak'"));
    }

    // Where a delegation is the part of an address, and something of it another part.
    std::string at(const std::string& delegation, const web::Verb& verb) const
    {
        auto parts = numbers;
        parts["delegation"] = delegation;
        bool has_number = false;
        for (const auto& [part, number] : numbers)
            has_number |= verb.path.find("{" + part + "}") != std::string::npos;
        // A form for something new names nothing that is there.
        return has_number && verb.path.find("{delegation}") != std::string::npos &&
                       !verb.path.ends_with("/new")
                   ? address_of(verb, parts)
                   : std::string{};
    }
};

}  // namespace

TEST_CASE("what is another delegation's is not to be read at one's own by its number")
{
    TwoDelegations world;
    int read = 0;
    int asked = 0;
    for (const auto& verb : verbs_of("GET")) {
        const auto address = world.at("quito", verb.verb);
        if (address.empty())
            continue;
        for (const auto& ending : endings(verb.verb)) {
            CAPTURE(address + ending);
            const auto shown = world.get(address + ending, {.as = As::anyone, .who = luz});
            CHECK(shown.status == 404);
            CHECK_FALSE(shown.holds("LEAK"));
            ++asked;
            read += world.get(world.at("accra", verb.verb) + ending, {.who = kofi}).holds("LEAK");
        }
    }
    CHECK(asked >= 20);
    CHECK(read >= 10);  // it was there to be read
}

TEST_CASE("what is another delegation's is not to be changed at one's own by its number")
{
    TwoDelegations world;
    const auto acts = world.count("SELECT COUNT(*) FROM act");
    int asked = 0;
    for (const auto& verb : verbs_of("POST")) {
        const auto address = world.at("quito", verb.verb);
        if (address.empty())
            continue;
        CAPTURE(address);
        auto fields = sent_rightly(verb.verb);
        fields.insert(fields.end(), {{"turn", "1"}, {"version", "1"}});
        const auto shown = world.post(address, fields, by(luz));
        CAPTURE(shown.body);
        CHECK(shown.status >= 400);
        if (!sends_file(verb.verb))
            CHECK(shown.status == 404);
        CHECK_FALSE(shown.holds("LEAK"));
        ++asked;
    }
    CHECK(asked >= 15);
    CHECK(world.count("SELECT COUNT(*) FROM act") == acts);
}
