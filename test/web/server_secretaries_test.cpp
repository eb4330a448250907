// SPDX-License-Identifier: Apache-2.0
//
// Secretaries of the server make and unmake one another, never themselves, and each time is an act.

#include "stage.hpp"

#include <doctest/doctest.h>

using namespace sala;

namespace {

const std::string ama = "ama@lyon.example";
const Sent by_ama{.who = ama, .accept = "application/json"};

std::string number_of(Stage& stage, const std::string& address)
{
    const auto all = stage.get("/login/all.json").json();
    for (const auto& login : all["logins"].items())
        if (login["address"].string() == address)
            return login["id"].string();
    return {};
}

}  // namespace

TEST_CASE("the only secretary of the server has themselves erased when there is another one")
{
    Stage stage;
    const Sent page{};
    const auto erase = [&] { return stage.post("/login/mine/erase", {}); };
    CHECK(erase().problem == "last-secretary");
    CHECK(stage.post("/login/mine/erase", {}, page).holds("You are the only secretary"));
    CHECK(stage.get("/login/all.json").status == 200);
    CHECK(stage.count("SELECT COUNT(*) FROM login_erasure") == 0);
    REQUIRE(stage.post("/login/all/secretaries", {{"address", ama}}).status == 303);
    CHECK(erase().status == 303);
    CHECK(stage.get("/login/all.json").status != 200);
    CHECK(stage.get("/login/all.json", by_ama).status == 200);
    // And then it is the other who stays.
    CHECK(stage.post("/login/mine/erase", {}, by_ama).problem == "last-secretary");
}

TEST_CASE("a secretary of the server is made, may do everything, and is unmade by somebody else")
{
    Stage stage;
    const auto give = [&](const Sent& who) {
        return stage.post("/login/all/secretaries", {{"address", "Ama@Lyon.example"}}, who);
    };
    stage.gives(ama, "secretariat");
    CHECK(give(by_ama).status == 403);
    CHECK(stage.get("/login/all.json", by_ama).status == 403);
    CHECK(give({.accept = "application/json"}).status == 303);
    CHECK(give({.accept = "application/json"}).problem == "role-held-already");
    CHECK(stage.get("/login/all.json", by_ama).status == 200);
    const auto take = [&](const Sent& who) {
        return stage.post("/login/all/" + number_of(stage, ama) + "/no-secretary", {}, who);
    };
    CHECK(take(by_ama).problem == "own-role");
    CHECK(take({.accept = "application/json"}).status == 303);
    CHECK(stage.get("/login/all.json", by_ama).status == 403);
    CHECK(take({.accept = "application/json"}).problem == "role-not-held");
    CHECK(stage.post("/login/all/1/no-secretary", {}).status == 404);
    CHECK(stage.post("/login/all/secretaries", {{"address", "nobody"}}).problem ==
          "not-a-mail-address");
    CHECK(stage.count("SELECT COUNT(*) FROM act WHERE verb IN ('give_server_role', "
                      "'take_server_role') AND for_whom LIKE 'login/%'") == 2);
}

TEST_CASE("a login is found by name or address, and a device is lost only after one was asked")
{
    Stage stage;
    for (int n = 0; n < 101; ++n)
        stage.gives("helper" + std::to_string(n) + "@lyon.example", "observer");
    const auto found = [&](const std::string& query) {
        const auto json = stage.get("/login/all.json" + query).json();
        return std::pair{json["found"].integer(),
                         static_cast<std::int64_t>(json["logins"].items().size())};
    };
    using Found = std::pair<std::int64_t, std::int64_t>;
    CHECK(found("").second == 100);
    CHECK(found("?from=100").second == found("").first - 100);
    CHECK(found("?q=HELPER100@") == Found{1, 1});
    CHECK(found("?q=_elper100") == Found{0, 0});
    const auto number =
        stage.get("/login/all.json?q=helper100").json()["logins"].items().front()["id"].string();
    const auto list = stage.get("/login/all?q=helper100");
    CHECK_FALSE(list.holds("action=\"/login/all/" + number + "/lost-device\""));
    CHECK(list.holds("href=\"/login/all/" + number + "/lost-device\""));
    const auto asked = stage.get("/login/all/" + number + "/lost-device");
    CHECK(asked.holds("helper100@lyon.example"));
    CHECK(asked.holds("Take all of it away"));
    CHECK(stage.get("/login/all/12/lost-device").status == 404);
}
