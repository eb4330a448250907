// SPDX-License-Identifier: Apache-2.0
//
// A registration is claimed by its owner: shown by the e-mail address and by nothing else, once,
// kept through merges, released by the delegation, and gone with the person.

#include "registration/guests.hpp"

#include "web/passkeys.hpp"

using namespace sala;

namespace {

const std::string mine = "/lyon-2030/mine";
const std::string esi = "esi@accra.example";

// Esi Boateng is registered by Kofi, and has no login.
struct Registered : Guests {
    std::string esis;
    std::string akuas;

    Registered()
    {
        esis = sends_in("Esi Boateng", {{"email", "Esi@Accra.example"}, {"category", "press"}});
        akuas = sends_in("Akua Boateng", {{"category", "press"}});
    }
    // Comes by a letter and says that a registration is theirs.
    Shown claims(Jar& jar, const std::string& number, const std::string& address = esi)
    {
        comes_by_letter(*this, jar, address);
        return jar.post(mine + "/claim", {{"registration", number}});
    }
    Shown edits_own(Jar& jar, const Fields& changed)
    {
        const auto held = jar.json(mine).json();
        Fields fields;
        for (const auto& [name, value] : held.members())
            if (value.is_string() && name != "status" && name != "delegation")
                fields.emplace_back(name, value.string());
        for (const auto& [name, value] : changed) {
            std::erase_if(fields, [&, &same = name](const auto& one) { return one.first == same; });
            fields.emplace_back(name, value);
        }
        return jar.post(mine, fields);
    }
    std::int64_t owners() { return count("SELECT COUNT(*) FROM registration_owner"); }
};

}  // namespace

TEST_CASE("whoever is registered asks for a link, says who they are and comes to their own place")
{
    Registered world;
    Jar jar(world);
    CHECK(jar.get(mine).location == mine + "/letter");
    CHECK(jar.get(mine + "/letter").holds("This server sends no e-mail."));
    CHECK_FALSE(jar.get(mine + "/letter").holds("Boateng"));
    comes_by_letter(world, jar, esi);
    const auto page = jar.get(mine);
    CHECK(page.holds("Is this you?"));
    CHECK(page.holds("Esi Boateng"));
    CHECK_FALSE(page.holds("Akua"));
    CHECK(jar.post(mine + "/claim", {{"registration", world.esis}}).location == mine);
    CHECK(jar.json(mine).json()["name_en"].string() == "Esi Boateng");
    CHECK(jar.get(mine).holds("Esi Boateng"));
    CHECK(world.count("SELECT COUNT(*) FROM act WHERE verb = 'claim_registration'") == 1);
    // The delegation sees it.
    CHECK(world.get(accra + "/people/" + world.esis, by(kofi)).status == 200);
    CHECK(world.get(accra + "/people/" + world.esis, {.who = kofi}).holds("claimed by its owner"));
    CHECK_FALSE(
        world.get(accra + "/people/" + world.akuas, {.who = kofi}).holds("claimed by its owner"));
}

TEST_CASE("a name, a number or a link of the server claims nothing; only the address does")
{
    Registered world;
    Jar akua(world);
    CHECK(world.claims(akua, world.akuas, "Akua.Boateng@accra.example").problem ==
          "not-yours-to-claim");
    CHECK(akua.post(mine + "/claim", {{"registration", world.esis}}).problem ==
          "not-yours-to-claim");
    CHECK(akua.post(mine + "/claim", {{"registration", "1"}}).problem == "not-yours-to-claim");
    CHECK(akua.get(mine).holds("Nobody who could be you"));
    CHECK_FALSE(akua.get(mine).holds("Esi"));
    // A session that the server's own link began shows nobody's mailbox.
    CHECK(world.post(mine + "/claim", {{"registration", world.esis}}, by(esi)).problem ==
          "address-not-shown");
    CHECK_FALSE(world.get(mine, {.who = esi}).holds("Esi Boateng"));
    CHECK(world
              .post(mine + "/claim", {{"registration", world.esis}},
                    {.as = As::anyone, .accept = "application/json"})
              .status == 401);
    CHECK(world.owners() == 0);
}

TEST_CASE("nobody has two owners, and nobody is two people at a forum")
{
    Registered world;
    const auto second = world.sends_in("Esi B.", {{"email", esi}, {"category", "press"}});
    Jar jar(world);
    REQUIRE(world.claims(jar, world.esis).status == 303);
    CHECK(jar.post(mine + "/claim", {{"registration", second}}).problem == "claimed-already");
    CHECK(jar.post(mine + "/claim", {{"registration", world.esis}}).problem ==
          "not-yours-to-claim");
    // The address changes hands; the registration does not.
    REQUIRE(world.edits(world.esis, {{"email", "other@accra.example"}}).status == 303);
    Jar other(world);
    CHECK(world.claims(other, world.esis, "other@accra.example").problem == "not-yours-to-claim");
    CHECK(jar.json(mine).json()["name_en"].string() == "Esi Boateng");
    CHECK(world.owners() == 1);
    // The table itself holds it.
    CHECK(world.count("SELECT COUNT(*) FROM registration_claim") == 1);
}

TEST_CASE("the owner edits by the rules: who comes is decided again, a flight is not")
{
    Registered world;
    REQUIRE(world.decides(world.esis, "approve").status == 303);
    Jar jar(world);
    REQUIRE(world.claims(jar, world.esis).status == 303);
    REQUIRE(world.edits_own(jar, {{"arrives_flight", "ET 920"}, {"on_list", "yes"}}).location ==
            mine);
    CHECK(world.status_of(world.esis) == "approved");
    CHECK(world.get("/lyon-2030/participants", {.as = As::anyone}).holds("Esi Boateng"));
    // What the delegation decides stays, whatever is sent.
    REQUIRE(world
                .edits_own(jar, {{"role", "head"},
                                 {"category", "leaders"},
                                 {"precedence", "1"},
                                 {"email", "evil@example.org"}})
                .status == 303);
    const auto kept = world.get(accra + "/people/" + world.esis + ".json", {.who = kofi}).json();
    CHECK(kept["role"].string() == "adviser");
    CHECK(kept["category"].string() == "press");
    CHECK(kept["email"].string() == "Esi@Accra.example");
    CHECK(world.status_of(world.esis) == "approved");

    REQUIRE(world.edits_own(jar, {{"post_en", "Director"}}).status == 303);
    CHECK(world.status_of(world.esis) == "submitted");
    CHECK(world.count("SELECT COUNT(*) FROM registration_revision WHERE on_behalf = 0 AND "
                      "by_login IS NOT NULL") == 2);
    CHECK(jar.post(mine, {{"version", "1"}, {"name_en", "X"}}).problem == "changed-meanwhile");
    CHECK(world.edits_own(jar, {{"arrives_on", "soon"}}).status == 422);
}

TEST_CASE("after the last day an owner's change is a wish, like the delegation's")
{
    Registered world;
    Jar jar(world);
    REQUIRE(world.claims(jar, world.esis).status == 303);
    REQUIRE(world
                .post("/lyon-2030/registration-rules",
                      {{"version", "0"}, {"register_by", "2030-03-01"}})
                .status == 303);
    REQUIRE(world.edits_own(jar, {{"name_en", "Esi Boateng-Mensah"}}).status == 303);
    CHECK(jar.json(mine).json()["name_en"].string() == "Esi Boateng");
    CHECK(jar.get(mine).holds("Esi Boateng-Mensah"));
    CHECK(world.count("SELECT COUNT(*) FROM registration_proposal") == 1);
}

TEST_CASE("a focal point takes a registration back, and its owner sees nothing of it any more")
{
    Registered world;
    Jar jar(world);
    REQUIRE(world.claims(jar, world.esis).status == 303);
    const auto release = accra + "/people/" + world.esis + "/release";
    CHECK(world.post(release, {}, by(luz)).status == 404);
    CHECK(jar.post(release, {}).status == 403);
    CHECK(world.owners() == 1);
    REQUIRE(world.post(release, {}, by(kofi)).status == 303);
    CHECK(world.post(release, {}, by(kofi)).problem == "nobody-claimed");
    CHECK(jar.json(mine).json()["name_en"].string().empty());
    CHECK(world.edits_own(jar, {{"phone", "1"}, {"version", "1"}}).problem == "not-claimed");
    CHECK(world.count("SELECT COUNT(*) FROM registration_claim_end") == 1);
    // With the address still there it can be claimed again, and given back by its owner.
    REQUIRE(jar.post(mine + "/claim", {{"registration", world.esis}}).status == 303);
    REQUIRE(jar.post(mine + "/release", {}).status == 303);
    CHECK(jar.post(mine + "/release", {}).problem == "not-claimed");
    CHECK(world.owners() == 0);
}

TEST_CASE("two registrations that are one person have one owner")
{
    Registered world;
    const auto second = world.sends_in("E. Boateng", {{"email", esi}, {"category", "press"}});
    Jar jar(world);
    REQUIRE(world.claims(jar, world.esis).status == 303);
    REQUIRE(
        world.post("/lyon-2030/duplicates", {{"kept", second}, {"merged", world.esis}}).status ==
        303);
    CHECK(jar.json(mine).json()["name_en"].string() == "E. Boateng");
    CHECK(world.get(accra + "/people/" + second, {.who = kofi}).holds("claimed by its owner"));
    // Nobody else claims the one that is left, by whichever address.
    REQUIRE(world.edits(second, {{"email", "other@accra.example"}}).status == 303);
    Jar other(world);
    CHECK(world.claims(other, second, "other@accra.example").problem == "not-yours-to-claim");
    REQUIRE(world.post(accra + "/people/" + second + "/release", {}, by(kofi)).status == 303);
    CHECK(world.owners() == 0);
    Jar again(world);
    CHECK(world.claims(again, second, "other@accra.example").status == 303);
    CHECK(jar.json(mine).json()["name_en"].string().empty());
}

TEST_CASE("who was claimed by two and put together afterwards opens for the one that stands")
{
    Registered world;
    const auto second =
        world.sends_in("E. Boateng", {{"email", "eb@accra.example"}, {"category", "press"}});
    Jar jar(world);
    Jar other(world);
    REQUIRE(world.claims(jar, world.esis).status == 303);
    REQUIRE(world.claims(other, second, "eb@accra.example").status == 303);
    REQUIRE(
        world.post("/lyon-2030/duplicates", {{"kept", second}, {"merged", world.esis}}).status ==
        303);
    CHECK(other.json(mine).json()["name_en"].string() == "E. Boateng");
    CHECK(jar.json(mine).problem == "claimed-by-another");
    CHECK(jar.post(mine, {{"version", "1"}, {"name_en", "X"}}).problem == "claimed-by-another");
}

TEST_CASE("the owner takes a copy along and is erased, with the claim")
{
    Registered world;
    world.sends_in("Yaw of the same office", {{"email", esi}, {"category", "press"}});
    Jar jar(world);
    REQUIRE(world.claims(jar, world.esis).status == 303);
    // Also when the delegation has written another address down since.
    REQUIRE(world.edits(world.esis, {{"email", "office@accra.example"}}).status == 303);
    const auto copy = jar.json("/login/mine/data");
    CHECK(copy.holds("Esi Boateng"));
    CHECK(copy.holds("claimed_at_forum"));
    CHECK_FALSE(copy.holds("Yaw"));
    REQUIRE(jar.post("/login/mine/erase", {}).status == 303);
    CHECK(world.owners() == 0);
    CHECK(world.count("SELECT COUNT(*) FROM registration_person WHERE name_en LIKE 'Esi%'") == 0);
    CHECK(world.count("SELECT COUNT(*) FROM registration_person WHERE name_en LIKE 'Akua%' OR "
                      "name_en LIKE 'Yaw%'") == 2);
}

TEST_CASE("a photo is sent, agreed to and taken away by the person themselves")
{
    Registered world;
    Jar jar(world);
    CHECK(jar.get(mine + "/photo").location.starts_with("/login?next="));
    REQUIRE(world.claims(jar, world.esis).status == 303);
    CHECK(jar.get(mine + "/photo").holds("Your photo"));
    CHECK(jar.get(mine + "/photo.json").json()["photo"].is_null());
    CHECK(jar.post(mine + "/photo", {{"agreed", "yes"}}).status == 422);
    CHECK(jar.post(mine + "/photo/remove", {}).location == mine);
    CHECK(world.count("SELECT COUNT(*) FROM person_photo") == 0);
}

TEST_CASE("a draft is there for those alone who are registered at it")
{
    Registered world;
    auto files = lyon_files();
    files["forum.toml"] = "slug = \"porto-2031\"\ntitle_en = \"Porto\"\nsummary_en = \"Porto\"\n"
                          "date = \"2031\"\ntime_zone = \"Europe/Lisbon\"\n";
    REQUIRE(world.opens(files, true).empty());
    const std::string porto = "/porto-2031/mine";
    Jar jar(world);
    comes_by_letter(world, jar, esi);
    CHECK(jar.get(porto).status == 404);
    CHECK(jar.post(porto + "/letter", {{"address", esi}}).status == 404);
    REQUIRE(world
                .post("/porto-2031/delegations/accra/people/new",
                      {{"role", "adviser"}, {"name_en", "Esi Boateng"}, {"email", esi}})
                .status == 303);
    CHECK(jar.get(porto).holds("Is this you?"));
    CHECK(jar.get("/porto-2031").status == 404);
    CHECK(world.get(porto, {.who = esi}).status == 404);
    Jar akua(world);
    comes_by_letter(world, akua, "akua@accra.example");
    CHECK(akua.get(porto).status == 404);
}
