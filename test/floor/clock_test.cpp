// SPDX-License-Identifier: Apache-2.0
//
// How long somebody speaks: the clock, interruptions, minutes added, corrections.

#include "drawn_floors.hpp"

#include "floor/pace.hpp"

using namespace sala;
using namespace sala::floor;

TEST_CASE("an interposed question stops the speech, and the speech goes on by itself")
{
    Led led;
    const auto accra = led.enters(1);
    led.does(What::open);
    led.does(What::give);
    led.does(What::start);
    led.passes(60);
    const auto question = led.enters(2, Kind::question);
    CHECK(led.floor().requests() == std::vector<std::int64_t>{question});
    led.does(What::give, question);
    led.passes(45);
    CHECK(led.floor().turn()->entry == question);
    CHECK(led.left() == 15);
    led.does(What::end);
    CHECK(led.floor().turn()->entry == accra);
    CHECK(led.left() == 360);
    led.passes(10);
    CHECK(led.left() == 350);
    CHECK(led.spent(question) == 45);
}

TEST_CASE("minutes that were added stay with a speech whose floor is taken back")
{
    Led led;
    const auto one = led.enters(1);
    led.does(What::open);
    led.does(What::give);
    led.does(What::start);
    led.passes(20);
    led.does(What::add_time, 0, 0, -120);
    led.does(What::take_back);
    led.does(What::give);
    CHECK(led.left() == 280);
    led.does(What::end);
    CHECK(led.floor().entry(one)->added == -120);
}

TEST_CASE("undoing the end gives the floor back as if the clock had never stopped")
{
    Led led;
    led.enters(1);
    led.does(What::open);
    led.does(What::give);
    led.does(What::start);
    led.passes(100);
    led.does(What::end);
    led.passes(20);
    // A delegation asks meanwhile; the chair undoes its own step, not theirs.
    led.enters(2, Kind::order, false);
    led.does(What::undo);
    CHECK(led.left() == 300);
    CHECK(led.floor().requests().size() == 1);
}

TEST_CASE("a correction is an act with a reason, and only of what was spoken")
{
    Led led;
    const auto one = led.enters(1);
    led.does(What::open);
    CHECK(led.does({.what = What::correct, .entry = one, .seconds = 10, .words = "why"}) ==
          "not-spoken");
    led.does(What::give);
    led.does(What::start);
    led.passes(1000);
    led.does(What::close);
    CHECK(led.spent(one) == 1000);
    CHECK(led.does({.what = What::correct, .entry = one, .seconds = 400}) == "words-missing");
    CHECK(led.does({.what = What::correct, .entry = one, .seconds = -5, .words = "why"}) ==
          "no-such-time");
    CHECK(led.spent(one) == 1000);
    CHECK(led.does({.what = What::correct,
                    .entry = one,
                    .seconds = 400,
                    .words = "The clock was not stopped."}) == "");
    CHECK(led.spent(one) == 400);
    CHECK(led.does(What::give) == "is-closed");
}

TEST_CASE("about when somebody comes moves by what is run over or waited, and by nothing else")
{
    Led led;
    led.enters(1);
    const auto two = led.enters(2);
    led.does(What::open);
    // As client/islands/clock.ts moves what the page says.
    const auto about = [&](int later) {
        return outlook_of(led.floor(), led.now + std::chrono::seconds{later}).turns.at(two);
    };
    const auto waits = about(0);
    CHECK(about(90) == waits + std::chrono::seconds{90});
    led.does(What::give);
    CHECK(about(20) == about(0) + std::chrono::seconds{20});  // the clock stands
    led.does(What::start);
    const auto begun = about(0);
    CHECK(about(420) == begun);
    CHECK(about(450) == begun + std::chrono::seconds{30});
}
