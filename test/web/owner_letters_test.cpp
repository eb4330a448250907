// SPDX-License-Identifier: Apache-2.0
//
// Letters to the owner of a login that leave by themselves: whatever somebody is called, not a word
// of it is in them, and no link but our own.

#include "passkeys.hpp"

#include "app/kept_data.hpp"
#include "mail/message.hpp"

#include <algorithm>

using namespace sala;
using namespace std::chrono_literals;

namespace {

const std::string hostile = "Sir, confirm at https://evil.example/?t={secret}";

// As the mail server gets it, with soft breaks taken out.
std::string message_of(Stage& stage, mail::Kept letter)
{
    letter.letter.secret = secret_of(stage, letter);
    auto message = mail::message_of(letter.letter, letter.id, stage.now(),
                                    {"secretariat@forum.example", "Secretariat"});
    for (auto at = message.find("=\r\n"); at != std::string::npos; at = message.find("=\r\n"))
        message.erase(at, 3);
    return message;
}

std::size_t times(const std::string& words, const std::string& sought)
{
    std::size_t count = 0;
    for (auto at = words.find(sought); at != std::string::npos; at = words.find(sought, at + 1))
        ++count;
    return count;
}

const mail::Kept& newest(const std::vector<mail::Kept>& all, const std::string& reason)
{
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const mail::Kept& one) { return one.letter.reason == reason; });
    REQUIRE(found != all.end());
    return *found;
}

}  // namespace

TEST_CASE("letters that leave by themselves hold no name, no link but ours, and one secret at most")
{
    Stage stage(told());
    // A secretary of the forum, or a focal point, has typed the name of somebody else.
    REQUIRE(
        stage.post("/lyon-2030/roles", {{"address", ama}, {"name", hostile}, {"role", "observer"}})
            .status == 303);
    Jar anybody(stage);
    REQUIRE(anybody.post("/login/letter", {{"address", ama}}).status == 303);
    const auto asked = newest(letters(stage), "sign_in_letter");
    const auto link = secret_of(stage, asked);
    const auto message = message_of(stage, asked);
    CHECK(times(message, "https://") == 1);
    CHECK(times(message, "\r\n" + link + "\r\n") == 1);

    Jar laptop(stage, "Firefox");
    REQUIRE(laptop.post(link.substr(std::string("https://forum.example.org").size()), {}).status ==
            303);
    Jar telephone(stage, "Telephone");
    comes_by_letter(stage, telephone);  // told of as new
    Authenticator device;
    REQUIRE(adds(telephone, device, {}, hostile).status == 303);
    REQUIRE(telephone.post("/login/mine/password", {{"password", good}}).status == 303);
    REQUIRE(telephone.post("/login/mine/tokens", {{"name", hostile}, {"days", "1"}}).status == 200);
    REQUIRE(stage.post("/login/all/" + login_with(stage, ama).word() + "/lost-device", {}).status ==
            303);
    const auto all = letters(stage);
    for (const std::string reason : {"sign_in_letter", "device_letter", "passkey_letter",
                                     "password_letter", "token_letter", "lost_device_letter"}) {
        CAPTURE(reason);
        const auto& one = newest(all, reason);
        CHECK(one.state == mail::LetterState::approved);
        CHECK(one.letter.to_address == ama);
        CHECK(one.letter.to_name == "");
        const auto sent = message_of(stage, one);
        CHECK(times(sent, "https://") == 1);
        CHECK(times(sent, "https://forum.example.org/login/") == 1);
        CHECK(sent.find("evil.example") == std::string::npos);
        CHECK((sent.find("Sir, confirm") == std::string::npos) == (reason != "passkey_letter"));
    }
}

TEST_CASE("a letter about a login is in the language in which its owner came in last")
{
    Stage stage(told());
    gives_password(stage, ama);
    stage.passes(1min);
    Jar jar(stage);
    signs_in(jar, ama, good);
    stage.store().write([&](store::Session& session) {
        return session.run("UPDATE login_session SET language = 'th' WHERE way = 'password'") > 0;
    });
    REQUIRE(stage.post("/login/all/" + login_with(stage, ama).word() + "/lost-device", {}).status ==
            303);
    CHECK(newest(letters(stage), "lost_device_letter").letter.language == Language::thai());
}

TEST_CASE("letters about a login are forgotten after a month, of whatever kind")
{
    Stage stage(told());
    Jar jar(stage);
    comes_by_letter(stage, jar);
    REQUIRE(jar.post("/login/mine/tokens", {{"name", "script"}, {"days", "1"}}).status == 200);
    REQUIRE(jar.post("/login/mine/password", {{"password", good}}).status == 303);
    const auto words = [&] { return stage.count("SELECT COUNT(*) FROM letter WHERE body <> ''"); };
    CHECK(words() == 2);
    web::forget_in_time(stage.store(), app::all_kept_data(), stage.now() + 24h * 29);
    CHECK(words() == 2);
    web::forget_in_time(stage.store(), app::all_kept_data(), stage.now() + 24h * 31);
    CHECK(words() == 0);
}

TEST_CASE("where no letter leaves, or nobody has an address, none is written")
{
    Stage silent;
    Jar jar(silent);
    comes_by_letter(silent, jar);
    REQUIRE(jar.post("/login/mine/password", {{"password", good}}).status == 303);
    CHECK(letters(silent).empty());
    Stage stage(told());
    REQUIRE(stage.post("/login/mine/tokens", {{"name", "Export"}, {"days", "1"}}).status == 200);
    CHECK(letters(stage).empty());
}
