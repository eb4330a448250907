// SPDX-License-Identifier: Apache-2.0
//
// Practices and claims that needs and offers point to: written by the delegation itself, shown
// wherever the need or the offer is, and on disk as they came.

#include "summit.hpp"

using namespace sala;

namespace {

// Quito wrote what it did.
class Deeds : public Summit {
public:
    Deeds()
    {
        REQUIRE(
            writes({{"title_en", "Steps of stone"}, {"text_en", "Forty slopes hold."}}).status ==
            303);
    }
    Shown writes(Fields fields) { return post(quito + "/wants/practices/new", fields, by(luz)); }
    Shown points(const std::string& practices, const std::string& version = "1")
    {
        return post(quito + "/wants/offers/quito-slopes",
                    {{"version", version}, {"practices", practices}}, by(luz));
    }
};

}  // namespace

TEST_CASE("an offer points to a practice, and everybody who reads the offer reads it")
{
    Deeds deeds;
    REQUIRE(deeds.points("quito-1").status == 303);
    for (const auto& page : {accra + "/suggestions", std::string("/lyon-2030/needs-and-offers")}) {
        CAPTURE(page);
        CHECK(deeds.get(page, {.who = kofi}).status == 200);
    }
    CHECK(deeds.get("/lyon-2030/needs-and-offers", {.who = kofi}).holds("Forty slopes hold."));
    const auto offers = deeds.get(quito + "/bilaterals.json", {.who = luz}).json()["offers"];
    REQUIRE(offers.items().size() == 1);
    const auto practices = offers.items()[0]["practices"];
    REQUIRE(practices.items().size() == 1);
    CHECK(practices.items()[0]["title"]["en"]["verbatim"].string() == "Steps of stone");
    const auto number = deeds.asks(accra, "quito", kofi);
    REQUIRE(deeds.does(quito, number, luz, "accept").status == 303);
    CHECK(deeds.get(accra + "/meetings/" + number + "/brief", {.who = kofi})
              .holds("Forty slopes hold."));
    CHECK_FALSE(deeds.get("/lyon-2030/cities/quito", {.as = As::anyone}).holds("Forty slopes"));
}

TEST_CASE("a practice nobody wrote is refused beside its field, and one that is used stays")
{
    Deeds deeds;
    CHECK(deeds.points("quito-9").status == 422);
    REQUIRE(deeds.points("quito-1").status == 303);
    const auto remove = quito + "/wants/practices/quito-1/remove";
    CHECK(deeds.post(remove, {{"version", "1"}}, by(luz)).problem == "still-referred-to");
    CHECK(deeds.post(remove, {{"version", "1"}}, by(kofi)).status == 404);
    REQUIRE(deeds.points("", "2").status == 303);
    CHECK(deeds.post(remove, {{"version", "1"}}, by(luz)).status == 303);
    CHECK(deeds.count("SELECT COUNT(*) FROM practice") == 0);
}

TEST_CASE("whoever writes an offer chooses from its own practices and from claims about itself")
{
    Deeds deeds;
    auto files = summit_files();
    files["practices.csv"] =
        "key,delegation,title_en,text_en\n"
        "accra-wells,accra,Wells,Deep ones\nquito-steps,quito,Steps,Of stone\n";
    files["claims.csv"] = "key,subject,question_en,value_en,source,standing\n"
                          "slopes,cities:quito,How many slopes,Forty,programme-note,primary\n"
                          "wells,cities:accra,How many wells,Nine,programme-note,primary\n";
    const auto problems = deeds.opens(files);
    for (const auto& problem : problems)
        MESSAGE(problem);
    REQUIRE(problems.empty());
    const auto form = deeds.get(quito + "/wants/offers/quito-slopes", {.who = luz});
    CHECK(form.holds("practices.quito-steps"));
    CHECK(form.holds("claims.slopes"));
    CHECK_FALSE(form.holds("accra-wells"));
    CHECK_FALSE(form.holds("claims.wells"));
    REQUIRE(deeds
                .post(quito + "/wants/offers/quito-slopes",
                      {{"version", "1"}, {"claims.ticks", "yes"}, {"claims.slopes", "yes"}},
                      by(luz))
                .status == 303);
    CHECK(deeds.get("/lyon-2030/needs-and-offers", {.who = kofi}).holds("How many slopes: Forty"));
}
