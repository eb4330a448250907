// SPDX-License-Identifier: Apache-2.0
//
// Signing in with a code as well: set up, used once each, lost and given back by a colleague.

#include "with_codes.hpp"

#include "mail/outbox.hpp"

using namespace sala;
using namespace std::chrono_literals;

TEST_CASE("RFC 6238: the code of a key at a moment")
{
    // The key of appendix B, "12345678901234567890", and the last six digits of its table.
    const std::string key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    CHECK(web::code_at(key, Instant{59'000}) == "287082");
    CHECK(web::code_at(key, Instant{1'111'111'109'000}) == "081804");
    CHECK(web::code_at(key, Instant{20'000'000'000'000}) == "353130");
    const Instant now{1'111'111'109'000};
    CHECK(web::step_of_code(key, "081804", now, 0));
    CHECK(web::step_of_code(key, "081804", now + 30s, 0));
    CHECK_FALSE(web::step_of_code(key, "081804", now + 61s, 0));
    CHECK_FALSE(web::step_of_code(key, "081804", now, 1'111'111'109 / 30));
    CHECK_FALSE(web::step_of_code(key, "", now, 0));
}

TEST_CASE("with codes set up, one step opens nothing; the code of this moment does, once")
{
    Stage stage;
    Jar jar(stage);
    CHECK(comes_by_letter(stage, jar, ama).location == "/");
    CHECK(sets_up_codes(stage, jar, ama).size() == 8);
    CHECK(jar.signed_in());
    const auto key = key_of(stage, ama);

    stage.passes(2min);
    Jar other(stage);
    CHECK(comes_by_letter(stage, other, ama).location == "/login/code");
    CHECK_FALSE(other.signed_in());
    CHECK(other.get("/login/code").holds("Your code, please"));
    CHECK(other.post("/login/code", {{"code", "000000"}}).problem == "wrong-code");
    const auto code = web::code_at(key, stage.now());
    CHECK(other.post("/login/code", {{"code", code}}).status == 303);
    CHECK(other.signed_in());

    Jar overheard(stage);
    comes_by_letter(stage, overheard, ama);
    CHECK(overheard.post("/login/code", {{"code", code}}).problem == "wrong-code");
    CHECK_FALSE(overheard.signed_in());
}

TEST_CASE("a key that was shown and never confirmed asks nobody for a code")
{
    Stage stage;
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    jar.post("/login/mine/code/begin", {});
    CHECK(jar.post("/login/mine/code", {{"code", "123456"}}).problem == "wrong-code");
    Jar other(stage);
    CHECK(comes_by_letter(stage, other, ama).location == "/");
}

TEST_CASE("a recovery code opens once, in any spelling")
{
    Stage stage;
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    auto codes = sets_up_codes(stage, jar, ama);
    REQUIRE(codes.size() == 8);
    auto spelled = codes[0];
    for (auto& c : spelled)
        c = c == '-' ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    Jar first(stage);
    comes_by_letter(stage, first, ama);
    CHECK(first.post("/login/code", {{"code", spelled}}).status == 303);
    Jar second(stage);
    comes_by_letter(stage, second, ama);
    CHECK(second.post("/login/code", {{"code", codes[0]}}).problem == "wrong-code");
    CHECK(first.get("/login/mine").holds("asked for; 7 recovery codes left"));
}

TEST_CASE("after a few wrong codes one begins again, and beginning again gives no more attempts")
{
    Stage stage;
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    sets_up_codes(stage, jar, ama);
    stage.passes(2min);
    Jar guesser(stage);
    comes_by_letter(stage, guesser, ama);
    for (int i = 0; i < 5; ++i)
        CHECK(guesser.post("/login/code", {{"code", "111111"}}).problem == "wrong-code");
    CHECK(guesser.post("/login/code", {{"code", web::code_at(key_of(stage, ama), stage.now())}})
              .problem == "sign-in-again");
    comes_by_letter(stage, guesser, ama);
    for (int i = 0; i < 5; ++i)
        guesser.post("/login/code", {{"code", "111111"}});
    comes_by_letter(stage, guesser, ama);
    CHECK(guesser.post("/login/code", {{"code", web::code_at(key_of(stage, ama), stage.now())}})
              .status == 429);
    CHECK_FALSE(guesser.signed_in());
}

TEST_CASE(
    "a second secretary gives somebody back their way in when the telephone is lost; on record")
{
    Stage stage;
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    sets_up_codes(stage, jar, ama);
    const auto address = "/login/all/" + login_with(stage, ama).word() + "/lost-device";
    CHECK(jar.post(address, {}).problem == "not-your-role");
    CHECK(stage.post(address, {}).status == 303);
    CHECK_FALSE(jar.signed_in());
    Jar again(stage);
    CHECK(comes_by_letter(stage, again, ama).location == "/");
    CHECK(again.signed_in());
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb = 'report_lost_device' AND login IS NOT "
                      "NULL") == 1);
    CHECK(stage.post("/login/all/12/lost-device", {}).status == 404);
}

TEST_CASE(
    "a lost device leaves nothing that opens alone: no password, no link, no half of a sign-in")
{
    web::House house;
    house.public_url = "https://forum.example.org";
    house.mail_leaves = true;
    Stage stage(house);
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    const std::string password = "river lantern copper tide";
    REQUIRE(jar.post("/login/mine/password", {{"password", password}}).status == 303);
    sets_up_codes(stage, jar, ama);
    const auto newest = [&] {
        std::vector<mail::Kept> letters;
        stage.store().read([&](store::Session& session) { letters = mail::list(session); });
        return letters.empty() ? mail::Kept{} : letters.front();
    };
    CHECK(newest().letter.subject == "Your login asks for a code now");
    stage.passes(2min);
    const auto key = key_of(stage, ama);
    const auto login = login_with(stage, ama);
    std::string link;
    stage.store().write([&](store::Session& session) {
        link = web::make_sign_in_link(session, login, stage.now(), web::Way::letter);
        return true;
    });
    Jar half(stage);
    CHECK(half.post("/login", {{"address", ama}, {"password", password}}).location ==
          "/login/code");

    REQUIRE(stage.post("/login/all/" + login.word() + "/lost-device", {}).status == 303);
    Jar thief(stage);
    CHECK(thief.post("/login", {{"address", ama}, {"password", password}}).problem ==
          "wrong-address-or-password");
    CHECK(thief.post("/login/" + link, {}).problem == "sign-in-link-over");
    CHECK(half.post("/login/code", {{"code", web::code_at(key, stage.now())}}).problem ==
          "sign-in-again");
    CHECK_FALSE(thief.signed_in());
    CHECK_FALSE(half.signed_in());
    CHECK(newest().letter.reason == "lost_device_letter");
    CHECK(newest().letter.to_address == ama);
    CHECK(newest().state == mail::LetterState::approved);
    CHECK(newest().letter.body.find("https://forum.example.org/login/letter") != std::string::npos);
    // The owner begins anew, with their mailbox.
    Jar owner(stage);
    CHECK(comes_by_letter(stage, owner, ama).location == "/");
    CHECK(owner.post("/login/mine/password", {{"password", "seven quiet harbour clouds"}}).status ==
          303);
}

TEST_CASE(
    "nobody reports their own device lost, so that a stolen browser cannot take the code away")
{
    Stage stage;
    Id<web::Login> own;
    stage.store().write([&](store::Session& session) {
        own = web::secretariat_login(session, stage.now(), stage.numbering());
        return true;
    });
    CHECK(stage.post("/login/all/" + own.word() + "/lost-device", {}).problem == "own-device");
}

TEST_CASE("who no longer wants to be asked for a code proves it with one")
{
    Stage stage;
    Jar jar(stage);
    comes_by_letter(stage, jar, ama);
    const auto codes = sets_up_codes(stage, jar, ama);
    CHECK(jar.post("/login/mine/code/remove", {{"code", "111111"}}).problem == "wrong-code");
    CHECK(jar.post("/login/mine/code/remove", {{"code", codes[3]}}).status == 303);
    Jar other(stage);
    CHECK(comes_by_letter(stage, other, ama).location == "/");
}
