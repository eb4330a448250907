// SPDX-License-Identifier: Apache-2.0
//
// What is typed or pasted into a name is one line before a letter is written to it.

#include "guests.hpp"

using namespace sala;

// The link of a letter is nowhere to be read, so the test makes one as the letter's verb does.
static std::string fresh_link(Stage& stage)
{
    std::string token;
    stage.store().write([&](store::Session& session) {
        const auto all = registration::invited_at(session, stage.forum_id());
        token = registration::make_link(session, all.at(0).invitation, false, {}, stage.now(),
                                        stage.numbering());
        return true;
    });
    return token;
}

// What the newest letter to an address calls its reader.
static std::string named(Guests& stage, const std::string& address)
{
    for (const auto& one : stage.letters())
        if (one.letter.to_address == address)
            return one.letter.to_name;
    return {};
}

TEST_CASE("line breaks in names stop nobody, and an address with a space is none")
{
    Guests stage;
    Fields fields{{"delegation", "accra"},
                  {"name", "The Mayor\tof\nAccra"},
                  {"address", "ma yor@accra.example"},
                  {"language", "en"}};
    CHECK(stage.post("/lyon-2030/invitations", fields, by("")).problem == "not-a-mail-address");
    fields[2].second = "mayor@accra.example";
    REQUIRE(stage.post("/lyon-2030/invitations", fields).status == 303);
    CHECK(named(stage, "mayor@accra.example") == "The Mayor of Accra");
    const Fields answer{{"comes", "yes"},
                        {"head", "Ama Mensah"},
                        {"people", "6"},
                        {"focal_name", "Esi\r\nBcc: all@accra.example"},
                        {"focal_address", "esi@accra.example"}};
    REQUIRE(stage
                .post("/lyon-2030/invitation/" + fresh_link(stage), answer,
                      {.as = As::anyone, .accept = "application/json"})
                .status == 200);
    CHECK(named(stage, "esi@accra.example") == "Esi Bcc: all@accra. example");
    for (const auto* path : {"/lyon-2030/roles", "/lyon-2030/delegations/accra/focal-points"}) {
        const auto sent = [&](const std::string& address) {
            return stage.post(path, {{"name", "A\tB"}, {"address", address}, {"role", "observer"}},
                              by(""));
        };
        CHECK(sent("a b@x.example").problem == "not-a-mail-address");
        CHECK(sent("ab@x.example").status == 303);
        CHECK(named(stage, "ab@x.example") == "A B");
    }
}

TEST_CASE("people of a sheet have names of one line, and an address with a space is refused")
{
    Guests stage;
    const auto number = stage.registers("Somsak\nNewline", {{"email", "s@accra.example"}});
    CHECK(stage.get(accra, {.who = kofi}).holds("Somsak Newline"));
    const auto refused = stage.edits(number, {{"email", "so m@accra.example"}});
    CHECK(refused.problem == "not-a-mail-address");
    CHECK(refused.body.find("\"field\":\"email\"") != std::string::npos);
}
