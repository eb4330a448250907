// SPDX-License-Identifier: Apache-2.0
//
// An invitation went to a wrong address: whom it goes to is put right, and what was on its way to
// the wrong one ends. A delegation that does not come is not written to any more.

#include "guests.hpp"

using namespace sala;

namespace {

class Invited : public Stage {
public:
    Invited()
    {
        REQUIRE(post("/lyon-2030/invitations", {{"delegation", "accra"},
                                                {"name", "Her Excellency the Mayor of Accra"},
                                                {"address", "mayor@acra.example"},
                                                {"language", "en"}})
                    .status == 303);
        place = "/lyon-2030/invitations/" +
                get("/lyon-2030/invitations.json").json()["invitations"].items()[0]["id"].string();
    }

    // As the letter's verb makes one, because no page shows it.
    std::string fresh_link()
    {
        passes(std::chrono::seconds(1));
        std::string token;
        store().write([&](store::Session& session) {
            token = registration::make_link(
                session, registration::invited_at(session, forum_id())[0].invitation, false, {},
                now(), numbering());
            return true;
        });
        passes(std::chrono::seconds(1));
        return "/lyon-2030/invitation/" + token;
    }

    // Letters by their state and address, oldest first.
    std::vector<std::string> letters()
    {
        std::vector<std::string> all;
        store().read([&](store::Session& session) {
            for (const auto& one : mail::list(session, forum_id()))
                all.insert(all.begin(), std::string(mail::word(one.state)) + " " +
                                            one.letter.reason + " " + one.letter.to_address);
        });
        return all;
    }

    std::string place;
};

const Sent nobody{.as = As::anyone, .accept = "application/json"};
const Fields comes{
    {"comes", "yes"}, {"focal_name", "Esi Owusu"}, {"focal_address", "esi@accra.example"}};
using Letters = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "a wrong address is put right: the letter to it is dropped, its link ends, a new one waits")
{
    Invited stage;
    const auto link = stage.fresh_link();
    REQUIRE(stage.get(link, nobody).status == 200);
    const auto form = stage.get(stage.place + "/again");
    CHECK(form.holds("value=\"mayor@acra.example\""));
    CHECK(stage
              .post(stage.place + "/again", {{"name", "Her Excellency the Mayor of Accra"},
                                             {"address", "mayor@accra.example"},
                                             {"language", "th"}})
              .status == 303);
    CHECK(stage.get(link, nobody).problem == "invitation-link-over");
    CHECK(stage.post(link, comes, nobody).problem == "invitation-link-over");
    CHECK(stage.get(stage.fresh_link(), nobody).status == 200);
    CHECK(stage.letters() == Letters{"dropped invitation_letter mayor@acra.example",
                                     "prepared invitation_letter mayor@accra.example"});
    const auto held = stage.get(stage.place + "/again.json").json();
    CHECK(held["address"].string() == "mayor@accra.example");
    CHECK(held["language"].string() == "th");
    CHECK(stage.count("SELECT COUNT(*) FROM invitation_correction WHERE new_address = 1 AND "
                      "by_login IS NOT NULL") == 1);
    CHECK(stage.count("SELECT COUNT(*) FROM invitation") == 1);
}

TEST_CASE("what is left empty stays; another name ends no link, and no address is a kind sentence")
{
    Invited stage;
    const auto link = stage.fresh_link();
    CHECK(stage.post(stage.place + "/again", {}).status == 303);
    CHECK(stage.count("SELECT COUNT(*) FROM invitation_correction") == 0);
    CHECK(stage.letters() == Letters{"prepared invitation_letter mayor@acra.example",
                                     "prepared invitation_letter mayor@acra.example"});
    CHECK(stage.post(stage.place + "/again", {{"name", "Ama Mensah"}}).status == 303);
    CHECK(stage.get(link, nobody).status == 200);
    CHECK(stage.letters() == Letters{"dropped invitation_letter mayor@acra.example",
                                     "dropped invitation_letter mayor@acra.example",
                                     "prepared invitation_letter mayor@acra.example"});
    CHECK(stage.post(stage.place + "/again", {{"address", "nobody"}}).problem ==
          "not-a-mail-address");
    CHECK(stage.get(stage.place + "/again", nobody).status == 401);
    CHECK(stage.post(stage.place + "/again", {{"address", "a@b.example"}}, nobody).status == 401);
    CHECK(stage.count("SELECT COUNT(*) FROM invitation_correction WHERE new_address = 0") == 1);
}

TEST_CASE("whose words were erased can be written to again")
{
    Invited stage;
    stage.store().write([&](store::Session& session) {
        registration::erase_words(
            session, stage.forum_id(),
            registration::invited_at(session, stage.forum_id())[0].invitation.id);
        return true;
    });
    CHECK(stage.post(stage.place + "/again", {}, by("")).problem == "no-address");
    CHECK(stage.post(stage.place + "/again", {{"name", "Ama"}, {"address", "ama@accra.example"}})
              .status == 303);
    CHECK(stage.get(stage.place + "/again.json").json()["name"].string() == "Ama");
}

TEST_CASE("who does not come is not asked to register anybody; who comes after all is told then")
{
    Invited stage;
    REQUIRE(stage.post(stage.place, comes).status == 303);
    CHECK(stage.letters() == Letters{"prepared invitation_letter mayor@acra.example",
                                     "prepared focal_point_letter esi@accra.example"});
    REQUIRE(stage.post(stage.place, {{"comes", "no"}}).status == 303);
    CHECK(stage.letters() == Letters{"prepared invitation_letter mayor@acra.example",
                                     "dropped focal_point_letter esi@accra.example"});
    REQUIRE(stage.post(stage.place, comes).status == 303);
    REQUIRE(stage.post(stage.place, comes).status == 303);
    CHECK(stage.letters() == Letters{"prepared invitation_letter mayor@acra.example",
                                     "dropped focal_point_letter esi@accra.example",
                                     "prepared focal_point_letter esi@accra.example"});
    CHECK(stage.count("SELECT COUNT(*) FROM role_grant WHERE role = 'focal-point'") == 1);
}
