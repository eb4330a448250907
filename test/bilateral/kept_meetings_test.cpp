// SPDX-License-Identifier: Apache-2.0
//
// What is kept of those who write about meetings: handed out to them, erased with them, and
// forgotten some time after the forum.

#include "summit.hpp"

#include "app/kept_data.hpp"
#include "web/kept_data.hpp"

using namespace sala;
using namespace std::chrono_literals;

namespace {

class Written : public Summit {
public:
    explicit Written(const std::map<std::string, std::string>& files = summit_files())
        : Summit(files),
          number(asks(accra, "quito", kofi, {{"words", "KOFI asks"}}))
    {
        REQUIRE(does(quito, number, luz, "accept").status == 303);
        says(accra, kofi, "KOFI");
        says(quito, luz, "LUZ");
        sends(accra, kofi, 0, {{"item.0.need", "KOFI one"}});
        sends(quito, luz, 1, {{"item.1.answer", "LUZ two"}});
        sends(accra, kofi, 2, {{"item.1.condition", "KOFI three"}});
    }
    void says(const std::string& whose, const std::string& who, const std::string& name)
    {
        const auto at = whose + "/meetings/" + number;
        REQUIRE(post(at + "/company", {{"people", name + " aide"}}, by(who)).status == 303);
        REQUIRE(post(at + "/outcome",
                     {{"took_place", "yes"}, {"words", name + " heard"}, {"next_step", ""}},
                     by(who))
                    .status == 303);
    }
    void sends(const std::string& whose, const std::string& who, int seen, Fields fields)
    {
        fields.emplace_back("seen", std::to_string(seen));
        REQUIRE(post(whose + "/meetings/" + number + "/terms", fields, by(who)).status == 303);
    }
    // In how many rows of each table these words are.
    std::vector<std::int64_t> left(const std::string& words)
    {
        std::vector<std::int64_t> all;
        for (const auto* place : {"meeting_words WHERE words", "meeting_company WHERE people",
                                  "meeting_record WHERE words", "terms_words WHERE items"})
            all.push_back(
                count(std::string("SELECT COUNT(*) FROM ") + place + " LIKE '%" + words + "%'"));
        return all;
    }
    void forgets(Instant at) { web::forget_in_time(store(), app::all_kept_data(), at); }
    void days_after_the_forum(int days)
    {
        // 7 May 2030, the last day of Lyon 2030
        forgets(Instant{1'904'342'400'000} + 24h * days);
    }

    std::string number;
};

using Counts = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("whoever wrote about meetings gets a copy of their own words, and of nobody else's")
{
    Written summit;
    const auto copy = summit.get("/login/mine/data.json", {.who = kofi});
    for (const auto* words : {"KOFI asks", "KOFI aide", "KOFI heard", "KOFI one", "KOFI three"})
        CHECK(copy.holds(words));
    for (const auto* words : {"LUZ aide", "LUZ heard"})
        CHECK_FALSE(copy.holds(words));
    CHECK(summit.get("/login/mine/data.json", {.who = luz}).holds("LUZ heard"));
}

TEST_CASE("who is erased takes their words along; acts stay, and what the two agree on stays")
{
    Written summit;
    CHECK(summit.left("KOFI") == Counts{1, 1, 1, 3});
    const auto acts = summit.count("SELECT COUNT(*) FROM meeting_act");
    REQUIRE(summit.post("/login/mine/erase", {}, {.who = kofi}).status == 303);
    // The first revision is gone; the second is Luz's, the third is what stands.
    CHECK(summit.left("KOFI") == Counts{0, 0, 0, 2});
    CHECK(summit.left("LUZ") == Counts{0, 1, 1, 2});
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_act") == acts);
    CHECK(summit.count("SELECT COUNT(*) FROM terms_revision") == 3);
    CHECK(summit.meeting(quito, summit.number, luz)["status"].string() == "accepted");
    CHECK(summit.get(quito + "/meetings/" + summit.number + "/terms", {.who = luz})
              .holds("KOFI three"));
}

TEST_CASE("words end 90 days after the forum, terms that were not confirmed after a year")
{
    Written summit;
    summit.days_after_the_forum(90);
    CHECK(summit.left("KOFI") == Counts{1, 1, 1, 3});
    summit.days_after_the_forum(91);
    CHECK(summit.left("KOFI") == Counts{0, 0, 0, 3});
    CHECK(summit.left("LUZ") == Counts{0, 0, 0, 2});
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_outcome") == 2);
    summit.days_after_the_forum(365);
    CHECK(summit.left("KOFI") == Counts{0, 0, 0, 3});
    summit.days_after_the_forum(366);
    CHECK(summit.left("KOFI") == Counts{0, 0, 0, 0});
    CHECK(summit.count("SELECT COUNT(*) FROM meeting") > 0);  // that they met stays
}

TEST_CASE("what both heads confirmed stays as long as the forum does")
{
    Written summit;
    summit.sends(quito, luz, 3, {{"agree.1", "yes"}});
    for (const auto& [whose, who] : {std::pair{accra, kofi}, std::pair{quito, luz}})
        REQUIRE(summit
                    .post(whose + "/meetings/" + summit.number + "/terms/confirm", {{"seen", "4"}},
                          by(who))
                    .status == 303);
    REQUIRE(summit.post("/login/mine/erase", {}, {.who = luz}).status == 303);
    summit.days_after_the_forum(2'000);
    CHECK(summit.count("SELECT COUNT(*) FROM terms_words") == 1);
    CHECK(summit.left("KOFI three")[3] == 1);
}

TEST_CASE("what is written after the forum stands as long as what was written before, and says so")
{
    // It was over a hundred days ago.
    Written summit(summit_files_at("2029-12-06", "2029-12-07"));
    CHECK(
        summit.get(accra + "/meetings/" + summit.number + "/outcome", {.who = kofi})
            .holds(
                "What you write here is forgotten after <span class=\"nb\">15 June 2030</span>."));
    summit.sends(quito, luz, 3, {{"item.1.who", "LUZ four"}});
    CHECK(summit.get(accra + "/meetings/" + summit.number + "/terms", {.who = kofi})
              .holds("is forgotten after <span class=\"nb\">17 March 2031</span>."));
    const auto written = summit.now();
    summit.forgets(written);
    summit.forgets(written + 24h * 90);
    CHECK(summit.left("KOFI") == Counts{1, 1, 1, 4});
    summit.forgets(written + 24h * 91);
    CHECK(summit.left("KOFI") == Counts{0, 0, 0, 4});
    summit.forgets(written + 24h * 365);
    CHECK(summit.left("KOFI") == Counts{0, 0, 0, 4});
    summit.forgets(written + 24h * 366);
    CHECK(summit.left("KOFI") == Counts{0, 0, 0, 0});
}
