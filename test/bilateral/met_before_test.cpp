// SPDX-License-Identifier: Apache-2.0
//
// That two cities met before is said only where they did: at another forum, agreed by both, not
// called off, and not noted as having failed.

#include "summit.hpp"

using namespace sala;

namespace {

// Lyon 2030 and a second forum of the same cities, Lyon 2031.
class TwoForums : public Summit {
public:
    TwoForums()
    {
        auto files = summit_files();
        for (auto& [name, words] : files)
            for (auto at = words.find("2030"); at != std::string::npos; at = words.find("2030", at))
                words.replace(at, 4, "2031");
        const auto problems = opens(files);
        for (const auto& problem : problems)
            MESSAGE(problem);
        REQUIRE(problems.empty());
        gives(kofi, "focal-point", "delegation=accra", "lyon-2031");
    }
    bool says_they_met()
    {
        const auto shown = get("/lyon-2031/delegations/accra/suggestions", {.who = kofi});
        REQUIRE(shown.status == 200);
        return shown.holds("You agreed to meet at Lyon 2030.");
    }
    void notes(const std::string& number, const std::string& took_place)
    {
        REQUIRE(
            post(accra + "/meetings/" + number + "/outcome", {{"took_place", took_place}}, by(kofi))
                .status == 303);
    }
};

}  // namespace

TEST_CASE(
    "an agreed meeting counts until somebody notes that it did not take place, or calls it off")
{
    TwoForums forums;
    CHECK_FALSE(forums.says_they_met());
    const auto number = forums.agreed();
    CHECK(forums.says_they_met());
    forums.notes(number, "no");
    CHECK_FALSE(forums.says_they_met());
    forums.notes(number, "yes");
    CHECK(forums.says_they_met());
    REQUIRE(forums.does(quito, number, luz, "withdraw").status == 303);
    CHECK_FALSE(forums.says_they_met());
}

TEST_CASE("what both heads confirmed at an earlier forum is a reason to meet; one head is not")
{
    TwoForums forums;
    const auto at = "/meetings/" + forums.agreed() + "/terms";
    const auto points = [&] {
        const auto list = forums.get("/lyon-2031/delegations/accra/suggestions.json", {.who = kofi})
                              .json()["suggestions"];
        REQUIRE(list.items().size() == 1);
        const auto reasons = list.items()[0]["reasons"];
        for (const auto& reason : reasons.items())
            if (reason["says"].string() ==
                "Both heads confirmed terms at Lyon 2030, among them “Drains”. Say what became of "
                "them.")
                return reason["points"].integer();
        return std::int64_t{0};
    };
    REQUIRE(forums.post(accra + at, {{"seen", "0"}, {"item.0.need", "Drains"}}, by(kofi)).status ==
            303);
    REQUIRE(forums.post(quito + at, {{"seen", "1"}, {"agree.1", "yes"}}, by(luz)).status == 303);
    REQUIRE(forums.post(accra + at + "/confirm", {{"seen", "2"}}, by(kofi)).status == 303);
    CHECK(points() == 0);
    REQUIRE(forums.post(quito + at + "/confirm", {{"seen", "2"}}, by(luz)).status == 303);
    CHECK(points() == 3);
}

TEST_CASE("an ask, a no to it, and a yes that nobody confirmed are no meeting")
{
    TwoForums forums;
    auto number = forums.asks(accra, "quito", kofi);
    CHECK_FALSE(forums.says_they_met());
    REQUIRE(forums.does(quito, number, luz, "decline", {{"words", "No time"}}).status == 303);
    CHECK_FALSE(forums.says_they_met());
    // The secretariat asks in the place of Accra, Quito says yes, and Accra never confirms.
    number = forums.asks(accra, "quito", "");
    REQUIRE(forums.does(quito, number, luz, "accept").status == 303);
    CHECK_FALSE(forums.says_they_met());
    REQUIRE(forums.does(accra, number, kofi, "confirm").status == 303);
    CHECK(forums.says_they_met());
}

TEST_CASE("a later forum is nothing that was, and a meeting of three waits for the third")
{
    TwoForums forums;
    const auto is_said = [&](const std::string& forum, const std::string& where) {
        return forums.get("/" + forum + "/delegations/accra/suggestions", {.who = kofi})
            .holds("You agreed to meet at " + where);
    };
    const auto number = forums.asks(accra, "quito", kofi, {{"also", "lyon"}});
    REQUIRE(forums.does(quito, number, luz, "accept").status == 303);
    CHECK_FALSE(is_said("lyon-2031", "Lyon 2030"));
    REQUIRE(forums.does(lyon, number, "", "accept").status == 303);
    CHECK(is_said("lyon-2031", "Lyon 2030"));
    forums.gives(luz, "focal-point", "delegation=quito", "lyon-2031");
    const std::string later = "/lyon-2031/delegations/";
    const auto next = forums.asks(later + "accra", "quito", kofi);
    REQUIRE(forums.does(later + "quito", next, luz, "accept").status == 303);
    CHECK_FALSE(is_said("lyon-2030", "Lyon 2031"));
}
