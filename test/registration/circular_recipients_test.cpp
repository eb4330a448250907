// SPDX-License-Identifier: Apache-2.0
//
// Who a letter to many goes to, page after page: as many questions for many as for few, and those
// without an address are told through whoever speaks for them.

#include "circular_letters.hpp"

using namespace sala;

TEST_CASE("the page of a letter asks as much for three recipients as for one")
{
    Guests stage;
    stage.registers("Esi", {{"email", "esi@accra.example"}});
    const auto address = written(stage, letter("registered", "news", "{name}"));
    const auto one = stage.get(address).statements;
    stage.registers("Yaw", {{"email", "yaw@accra.example"}});
    stage.registers("Ama", {{"email", "ama@accra.example"}});
    CHECK(stage.get(address).statements == one);
}

TEST_CASE("many recipients are shown page after page, and the count is of all")
{
    Guests stage;
    constexpr int many = 103;
    for (int n = 0; n < many; ++n)
        stage.registers("Guest " + std::to_string(n),
                        {{"email", "g" + std::to_string(n) + "@accra.example"}});
    const auto address = written(stage, letter("registered", "news", "{name}"));
    const auto first = stage.get(address + ".json").json();
    CHECK(first["recipients"].items().size() == 100);
    CHECK(first["found"].integer() == many);
    CHECK(first["to_be_written"].integer() == many);
    const auto next = first["next"].string();
    CHECK(next == address + ".json?from=100");
    const auto last = stage.get(next).json();
    CHECK(last["recipients"].items().size() == 3);
    CHECK(last["next"].is_null());
    const auto page = stage.get(address + "?from=100");
    CHECK(page.holds("101 to 103 of 103"));
    CHECK(page.holds("&amp;from=100"));
    CHECK(page.holds("Prepare 103 letters"));
    CHECK(stage.get(address).statements == page.statements);
    CHECK(stage.get(address + "?from=1000").status == 200);
}

TEST_CASE("of those without an address each focal point is told once, with all whom it concerns")
{
    Guests stage;
    stage.gives("second@accra.example", "focal-point", "delegation=accra");
    const auto ama = stage.registers("Ama Mensah");
    stage.registers("Yaw Darko");
    stage.registers("Luz Torres", {{"email", "luz.t@quito.example"}}, luz, quito);
    const auto address = written(stage, letter("registered", "notice", "{link}"));
    CHECK(stage.get(address).holds("the focal point gets it"));
    REQUIRE(stage.post(address, {}).status == 303);
    std::size_t to_accra = 0;
    for (const auto& one : circulars(stage)) {
        const bool told = one.letter.body.find("- Ama Mensah: not sent in yet\n- Yaw Darko: not "
                                               "sent in yet\n") != std::string::npos;
        CHECK(told == one.letter.to_address.ends_with("accra.example"));
        if (told)
            CHECK(secret(stage, one.id) == accra);
        to_accra += told ? 1 : 0;
    }
    CHECK(to_accra == 2);
    CHECK(stage.post(address, {}).problem == "nobody-to-write-to");
    // Where nobody speaks for a delegation, nobody can be told, and the page says so.
    Guests without;
    const auto roles = without.get("/lyon-2030/roles.json").json();
    for (const auto& grant : roles["roles"].items())
        if (grant["address"].string() == kofi)
            without.post("/lyon-2030/roles/" + grant["id"].string() + "/withdraw", {});
    REQUIRE(without.post(accra + "/people/new", {{"role", "adviser"}, {"name_en", "Ama Mensah"}})
                .status == 303);
    const auto silent = written(without, letter("registered", "notice", "x"));
    CHECK(without.get(silent).holds("no e-mail address is kept"));
    CHECK(without.post(silent, {}).problem == "nobody-to-write-to");
}

TEST_CASE(
    "a letter is shown as one reads it who gets it, and as the focal point reads it for others")
{
    Guests stage;
    stage.registers("Ama Mensah");
    stage.registers("Yaw Darko", {{"email", "yaw@accra.example"}});
    const auto ama = "registration-" + stage.registers("Esi Boateng");
    const auto address = written(stage, letter("registered", "notice", "Dear {name}"));
    const auto page = stage.get(address);
    CHECK(page.holds("As one of them reads it"));
    CHECK(page.holds("Dear Yaw Darko"));
    CHECK(page.holds("As a focal point reads it, for people without an address"));
    CHECK(page.holds("- Ama Mensah: not sent in yet"));
    CHECK_FALSE(page.holds("Dear Ama Mensah"));
    CHECK_FALSE(page.holds("&lt;&gt;"));
    // Who gets none is shown what is read instead of it.
    const auto instead = stage.get(address + "?recipient=" + ama);
    CHECK(instead.holds("As a focal point reads it"));
    CHECK_FALSE(instead.holds("Dear Esi Boateng"));
    CHECK_FALSE(instead.holds("Dear Yaw Darko"));
    // Where nobody speaks for them, it is said that they get none.
    const auto alone = stage.registers("Luz Torres", {}, luz, quito);
    stage.store().write([&](store::Session& session) {
        return session.run("DELETE FROM login_address WHERE address = :luz", luz) > 0;
    });
    const auto none = stage.get(address + "?recipient=registration-" + alone);
    CHECK(none.holds("As it would be read"));
    CHECK(none.holds("no e-mail address is kept"));
}
