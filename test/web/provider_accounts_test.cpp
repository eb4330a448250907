// SPDX-License-Identifier: Apache-2.0
//
// Accounts of another provider that are tied to a login: their owner sees and unties them, and is
// told by letter.

#include "signing_in.hpp"

#include "web/provider_accounts.hpp"
#include "web/provider_trip.hpp"

using namespace sala;

namespace {

const std::string issuer = "https://login.lyon.example";

// Comes back from the provider with this account and the address of Ama.
std::optional<web::ComeBack> comes_back(Stage& stage, const std::string& subject,
                                        const std::string& address = ama)
{
    std::optional<web::ComeBack> back;
    stage.store().write([&](store::Session& session) {
        back = web::login_of(session, issuer, {subject, address}, stage.now());
        return true;
    });
    return back;
}

}  // namespace

TEST_CASE("somebody sees the accounts that come in as them, unties one, and is told")
{
    Stage stage(told());
    gives_password(stage, ama);
    const Sent by_ama{.who = ama, .accept = "application/json"};
    CHECK_FALSE(stage.get("/login/mine", {.who = ama}).holds("Accounts of another provider"));
    const auto first = comes_back(stage, "first-17");
    REQUIRE(first);
    CHECK(first->is_tied_now);
    CHECK_FALSE(comes_back(stage, "first-17")->is_tied_now);
    CHECK(comes_back(stage, "second-18")->login == first->login);
    const auto page = stage.get("/login/mine", {.who = ama});
    CHECK(page.holds(issuer + " <code>first-17</code>"));
    CHECK(page.holds("second-18"));
    const auto accounts = [&] {
        const auto json = stage.get("/login/mine", by_ama).json();
        std::vector<std::pair<std::string, std::string>> all;
        for (const auto& one : json["accounts"].items())
            all.emplace_back(one["subject"].string(), one["account"].string());
        return all;
    };
    REQUIRE(accounts().size() == 2);
    const auto [subject, name] = accounts()[1];
    const auto untie = "/login/mine/accounts/" + name + "/untie";
    CHECK(stage.post(untie, {}).problem == "no-such-account");
    CHECK(stage.post(untie, {}, by_ama).location == "/login/mine");
    REQUIRE(accounts().size() == 1);
    CHECK(accounts()[0].first != subject);
    CHECK(stage.post(untie, {}, by_ama).problem == "no-such-account");
    CHECK_FALSE(comes_back(stage, subject, "somebody@else.example"));
    CHECK(comes_back(stage, accounts()[0].first, "somebody@else.example")->login == first->login);
    const auto letter = letters(stage)[0].letter;
    CHECK(letter.reason == "account_letter");
    CHECK(letter.to_address == ama);
    CHECK(letter.body.find(subject) == std::string::npos);
    CHECK(stage.get("/login/all/acts").holds("Untied an account of another provider"));
    CHECK(stage.get("/login/mine/data", by_ama).holds(accounts()[0].first));
}
