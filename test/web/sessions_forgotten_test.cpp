// SPDX-License-Identifier: Apache-2.0
//
// What is kept of a session goes thirty days after it is over, however it ended.

#include "signing_in.hpp"

#include "app/kept_data.hpp"
#include "web/kept_data.hpp"

using namespace sala;
using namespace std::chrono_literals;

TEST_CASE(
    "a session is forgotten thirty days after it was signed out, not when it would have ended")
{
    Stage stage;
    stage.gives(ama, "observer");
    stage.gives("luz@quito.example", "observer");
    REQUIRE(stage.get("/login/mine", {.who = ama}).status == 200);
    REQUIRE(stage.get("/login/mine", {.who = "luz@quito.example"}).status == 200);
    const auto sessions = [&] { return stage.count("SELECT COUNT(*) FROM login_session"); };
    const auto ends = [&] { return stage.count("SELECT COUNT(*) FROM login_session_end"); };
    REQUIRE(stage.post("/login/out", {}, {.who = ama}).status == 303);
    CHECK(sessions() == 3);
    CHECK(ends() == 1);
    const auto forget_at = [&](std::chrono::hours later) {
        web::forget_in_time(stage.store(), app::all_kept_data(), stage.now() + later);
    };
    forget_at(24h * 29);
    CHECK(sessions() == 3);
    forget_at(24h * 31);
    CHECK(sessions() == 2);
    CHECK(ends() == 0);
    forget_at(24h * 43);
    CHECK(sessions() == 2);
    forget_at(24h * 45);
    CHECK(sessions() == 0);
}
