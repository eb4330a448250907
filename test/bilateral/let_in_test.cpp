// SPDX-License-Identifier: Apache-2.0
//
// The secretariat gives roles, and with none of them the eyes of a delegation: whom it will not
// meet is read by those whom it let in, and it learns of everybody who has a role for it.

#include "summit.hpp"

#include "web/act.hpp"

using namespace sala;

namespace {

const std::string own = "own@lyon.example";

class Delegation : public Summit {
public:
    Delegation() { thinks(accra, "quito", "no", kofi); }

    std::string grant_of(const std::string& who)
    {
        std::string number;
        store().read([&](store::Session& session) {
            number = std::to_string(std::get<0>(*session.find<std::int64_t>(
                "SELECT MAX(g.id) FROM role_grant g JOIN login_address a ON a.login = g.login "
                "WHERE a.address = :who",
                who)));
        });
        return number;
    }
    void takes_away(const std::string& who)
    {
        REQUIRE(post("/lyon-2030/roles/" + grant_of(who) + "/withdraw", {}).status == 303);
    }
    Shown lets_in(const std::string& who, const std::string& by_whom)
    {
        return post(accra + "/focal-points/" + grant_of(who) + "/let-in", {}, by(by_whom));
    }
    std::string thinks_of_quito(const std::string& who)
    {
        return get(accra + "/preferences.json", {.who = who})
            .json()["preferences"]["quito"]
            .string();
    }
};

}  // namespace

TEST_CASE("whom the secretariat makes focal point reads no “no”, and cannot take it back")
{
    Delegation summit;
    summit.gives(own, "focal-point", "delegation=accra");
    CHECK(summit.thinks_of_quito(own).empty());
    CHECK(summit.get(accra + "/preferences", {.who = own}).holds("lets you in"));
    CHECK(summit.post(accra + "/preferences", {{"about.lyon", "no"}}, by(own)).problem ==
          "no-is-its-own");
    summit.thinks(accra, "quito", "must", own);
    CHECK(summit.thinks_of_quito(kofi) == "no");
    const auto number = summit.asks(quito, "accra", luz);
    CHECK(summit.does(accra, number, own, "accept").status == 303);
    CHECK(summit.meeting(quito, number, luz)["status"].string() == "unconfirmed");
    CHECK(summit.does(accra, number, own, "confirm").problem == "confirms-itself");
    CHECK(summit.does(accra, number, kofi, "confirm").problem == "you-said-no");
    CHECK(summit.lets_in(own, own).problem == "not-let-in-yet");
    CHECK(summit.lets_in(own, "").problem == "not-let-in-yet");
    CHECK(summit.count("SELECT COUNT(*) FROM focal_point_let_in") == 0);
}

TEST_CASE("once somebody who shares it lets them in they read it, and speak for the delegation")
{
    Delegation summit;
    summit.gives(own, "focal-point", "delegation=accra");
    CHECK(summit.get(accra, {.who = kofi}).holds("/let-in"));
    CHECK_FALSE(summit.get(accra, {.who = own}).holds("/let-in"));
    CHECK(summit.lets_in(own, kofi).status == 303);
    CHECK(summit.lets_in(own, kofi).problem == "let-in-already");
    CHECK(summit.thinks_of_quito(own) == "no");
    summit.thinks(accra, "quito", "would-like", own);
    CHECK(summit.thinks_of_quito(kofi) == "would-like");
    const auto number = summit.asks(quito, "accra", luz);
    CHECK(summit.does(accra, number, own, "accept").status == 303);
    CHECK(summit.meeting(quito, number, luz)["status"].string() == "accepted");
}

TEST_CASE("whoever follows alone begins anew: nothing said before is shown, or binds them")
{
    Delegation summit;
    summit.gives(own, "focal-point", "delegation=accra");
    summit.takes_away(kofi);
    CHECK(summit.thinks_of_quito(own).empty());
    const auto number = summit.asks(quito, "accra", luz);
    CHECK(summit.does(accra, number, own, "accept").status == 303);
    CHECK(summit.meeting(quito, number, luz)["status"].string() == "accepted");
    summit.thinks(accra, "lyon", "no", own);
    // Who spoke before comes back: each keeps their own.
    summit.gives(kofi, "focal-point", "delegation=accra");
    CHECK(summit.get(accra + "/preferences.json", {.who = kofi})
              .json()["preferences"]["lyon"]
              .string()
              .empty());
    const auto page = summit.get(accra + "/preferences", {.who = own});
    CHECK(page.holds("They had the role before:"));
    CHECK(page.holds(kofi));
}

TEST_CASE("what was said at meetings is shown to nobody whom the secretariat put in their place")
{
    Summit summit;
    const auto number = summit.agreed();
    const auto notes = [&](const std::string& whose, const std::string& who,
                           const std::string& words) {
        REQUIRE(summit
                    .post(whose + "/meetings/" + number + "/outcome",
                          {{"took_place", "yes"}, {"words", words}, {"next_step", ""}}, by(who))
                    .status == 303);
    };
    notes(accra, kofi, "Kofi heard it");
    notes(quito, luz, "Luz heard it");
    summit.passes(std::chrono::hours(1));
    summit.gives(own, "focal-point", "delegation=accra");
    const auto shows = [&](const std::string& words) {
        return summit.get(accra + "/meetings/" + number, {.who = own}).holds(words);
    };
    CHECK_FALSE(shows("heard it"));
    const std::string who = "SELECT MAX(g.id) FROM role_grant g JOIN login_address a ON a.login = "
                            "g.login WHERE a.address = '" +
                            kofi + "'";
    REQUIRE(summit.post("/lyon-2030/roles/" + std::to_string(summit.count(who)) + "/withdraw", {})
                .status == 303);
    CHECK_FALSE(shows("heard it"));
    notes(quito, luz, "Luz adds this");
    CHECK(shows("Luz adds this"));
}

TEST_CASE("whoever ever spoke for it is told of a new focal point, and nobody drops that letter")
{
    Delegation summit;
    summit.takes_away(kofi);
    summit.gives(own, "focal-point", "delegation=accra");
    std::vector<mail::Kept> told;
    summit.store().read([&](store::Session& session) {
        for (const auto& kept : mail::list(session, summit.forum_id()))
            if (kept.letter.reason == "delegation_role_letter")
                told.push_back(kept);
    });
    REQUIRE(told.size() == 1);
    CHECK(told.front().letter.to_address == kofi);
    CHECK(told.front().state == mail::LetterState::approved);
    CHECK(told.front().letter.body.find("only if one of you") != std::string::npos);
    const auto letter = "/lyon-2030/outbox/" + told.front().id.word();
    CHECK(summit.post(letter, {{"what", "drop"}}).problem == "tells-who-speaks");
    CHECK_FALSE(summit.get(letter).holds("Drop, do not send"));
    summit.takes_away(own);
    const auto page = summit.get(accra + "/preferences", {.who = ""});
    CHECK(page.status == 200);
    CHECK_FALSE(page.holds(own));
}

TEST_CASE("of a new delegate a letter says what a delegate reads, and no more")
{
    Delegation summit;
    summit.gives("yaw@accra.example", "delegate", "delegation=accra");
    summit.store().read([&](store::Session& session) {
        for (const auto& kept : mail::list(session, summit.forum_id()))
            if (kept.letter.reason == "delegation_role_letter") {
                CHECK(kept.letter.body.find("nothing of what it keeps to itself") !=
                      std::string::npos);
                CHECK(kept.letter.body.find("focal point") == std::string::npos);
            }
    });
}

TEST_CASE("nobody else can tell that a delegation said anything, and saying the same is no act")
{
    Summit summit;
    const auto acts = [&](const std::string& more) {
        return summit.get("/lyon-2030/acts" + more).json()["acts"].items().size();
    };
    const auto before = acts(".json");
    const auto kept = summit.count("SELECT COUNT(*) FROM act");
    summit.thinks(accra, "quito", "no", kofi);
    CHECK(summit.count("SELECT COUNT(*) FROM act") == kept + 1);
    summit.thinks(accra, "quito", "no", kofi);
    CHECK(summit.count("SELECT COUNT(*) FROM act") == kept + 1);
    for (const auto* more : {".json", ".json?verb=keep_preferences", ".json?who=kofi"})
        CHECK_FALSE(summit.get(std::string("/lyon-2030/acts") + more).holds("keep_preferences"));
    CHECK(acts(".json") == before);
    CHECK_FALSE(summit.get("/lyon-2030/acts.csv").holds("preferences"));
    CHECK_FALSE(summit.get("/login/all/acts.json").holds("keep_preferences"));
    // What the secretariat says in its place is its own doing, and no secret.
    summit.thinks(accra, "lyon", "must", "");
    CHECK(summit.get("/lyon-2030/acts.json").holds("keep_preferences"));
    std::vector<std::string> wrong;
    summit.store().read([&](store::Session& session) { web::check_chain(session, wrong); });
    CHECK(wrong.empty());
}
