// SPDX-License-Identifier: Apache-2.0
//
// The floor: what must hold after any steps whatever, and what halls really do.

#include "drawn_floors.hpp"

#include <map>
#include <set>

using namespace sala;
using namespace sala::floor;

namespace {

int times(const std::vector<std::int64_t>& list, std::int64_t id)
{
    return static_cast<int>(std::count(list.begin(), list.end(), id));
}

bool has_turn(const Floor& floor, std::int64_t id)
{
    return std::any_of(floor.turns().begin(), floor.turns().end(),
                       [&](const Turn& turn) { return turn.entry == id; });
}

// Everybody is in exactly one place, and that place is the one their status says.
void everybody_is_somewhere(const Floor& floor)
{
    for (const auto& entry : floor.entries()) {
        const bool waiting = entry.status == Status::waiting;
        RC_ASSERT(times(floor.list(), entry.id) == (waiting ? 1 : 0));
        RC_ASSERT(times(floor.requests(), entry.id) == (entry.status == Status::asking ? 1 : 0));
        RC_ASSERT(has_turn(floor, entry.id) == (entry.status == Status::speaking));
        RC_ASSERT(entry.spent.count() >= 0);
    }
}

void one_clock_at_most(const Floor& floor, const Rules& rules)
{
    int running = 0;
    for (std::size_t i = 0; i < floor.turns().size(); ++i) {
        const auto& turn = floor.turns()[i];
        running += turn.clock.running;
        // Only what does not pause the clock lets it run on beneath.
        const bool last = i + 1 == floor.turns().size();
        if (!last && turn.clock.running)
            RC_ASSERT(!rules.of(floor.entry(floor.turns()[i + 1].entry)->kind).pauses);
    }
    if (floor.phase() != Floor::Phase::open)
        RC_ASSERT(running == 0);
}

}  // namespace

TEST_CASE("after any steps everybody is in one place and one clock runs")
{
    int taken = 0;
    CHECK(rc::check("the machine", [&] {
        Led led;
        led.rules.starts_at_once = *rc::gen::arbitrary<bool>();
        led.does(What::open);
        const auto many = *rc::gen::inRange(0, 60);
        for (int i = 0; i < many; ++i) {
            led.passes(*rc::gen::inRange(0, 90));
            taken += led.does(drawn_step(led.floor())) == "";
            const auto floor = led.floor();
            everybody_is_somewhere(floor);
            one_clock_at_most(floor, led.rules);
            RC_ASSERT(floor.version() == static_cast<std::int64_t>(led.acts().size()));
        }
    }));
    CHECK(taken > 150);
}

TEST_CASE("what is refused changes nothing, and undoing brings back exactly what was")
{
    int undone = 0;
    CHECK(rc::check("undo", [&] {
        Led led;
        led.does(What::open);
        const auto many = *rc::gen::inRange(1, 40);
        for (int i = 0; i < many; ++i) {
            led.passes(*rc::gen::inRange(0, 90));
            const auto before = led.floor();
            const auto step = drawn_step(before);
            if (step.what == What::undo)
                continue;
            if (led.does(step) != "") {
                RC_ASSERT(led.floor().same_as(before));
                continue;
            }
            // A correction is corrected again: undo takes back what came before it.
            if (step.what == What::correct || step.what == What::correct_speaker ||
                *rc::gen::inRange(0, 3) > 0)
                continue;
            led.passes(*rc::gen::inRange(0, 90));
            RC_ASSERT(led.does(What::undo) == "");
            RC_ASSERT(led.floor().same_as(before));
            RC_ASSERT(led.floor().to_undo() == before.to_undo());
            ++undone;
        }
    }));
    CHECK(undone > 40);
}

TEST_CASE(
    "seven minutes run, pause, go on, are lengthened and end as a clock on the wall would say")
{
    Led led;
    const auto accra = led.enters(1);
    CHECK(led.does(What::give) == "not-open");
    led.does(What::open);
    CHECK(led.does(What::start) == "nobody-speaks");
    REQUIRE(led.does(What::give) == "");
    led.passes(30);
    CHECK(led.left() == 420);  // walking to the desk costs nothing
    led.does(What::start);
    led.passes(100);
    CHECK(led.left() == 320);
    led.does(What::pause);
    led.passes(1000);
    CHECK(led.left() == 320);
    CHECK(led.does(What::pause) == "not-running");
    led.does(What::resume);
    led.passes(330);
    CHECK(led.left() == -10);
    led.does(What::add_time, 0, 0, 60);
    CHECK(led.left() == 50);
    led.does(What::end);
    CHECK(led.spent(accra) == 430);
    CHECK(led.floor().entry(accra)->seconds == 420);
    CHECK(led.floor().entry(accra)->added == 60);
    CHECK(led.floor().entry(accra)->status == Status::spoken);
    CHECK(led.floor().turn() == nullptr);
}

TEST_CASE("called but absent: the next one speaks, and who is back speaks at the end or at once")
{
    Led led;
    const auto one = led.enters(1);
    const auto two = led.enters(2);
    const auto three = led.enters(3);
    led.does(What::open);
    CHECK(led.does(What::pass) == "");
    CHECK(led.floor().absent() == std::vector<std::int64_t>{one});
    led.does(What::give);
    CHECK(led.floor().turn()->entry == two);
    CHECK(led.does(What::restore, one) == "");
    CHECK(led.floor().list() == std::vector<std::int64_t>{three, one});
    led.does(What::pass, three);
    led.does(What::restore, three, 1);
    CHECK(led.floor().list() == std::vector<std::int64_t>{three, one});
    CHECK(led.does(What::restore, three) == "not-absent");
}

TEST_CASE("two delegations change places, somebody is moved, the floor is taken back")
{
    Led led;
    const auto one = led.enters(1);
    const auto two = led.enters(2);
    const auto three = led.enters(3);
    led.does(What::open);
    led.does(What::swap, one, three);
    CHECK(led.floor().list() == std::vector<std::int64_t>{three, two, one});
    led.does(What::move, one, 1);
    CHECK(led.floor().list() == std::vector<std::int64_t>{one, three, two});
    CHECK(led.floor().entry(one)->moved_by == 6);
    led.does(What::give);
    led.does(What::start);
    led.passes(20);
    led.does(What::take_back);
    CHECK(led.floor().list() == std::vector<std::int64_t>{one, three, two});
    led.does(What::give);
    led.does(What::start);
    CHECK(led.left() == 400);
    led.passes(10);
    led.does(What::give);  // the next one: the speech before has ended
    CHECK(led.spent(one) == 30);
    CHECK(led.floor().turn()->entry == three);
}

TEST_CASE("points of order are first come first served, or by the rank of their category")
{
    Led led;
    led.does(What::open);
    const auto first = led.enters(1, Kind::order);
    const auto second = led.enters(2, Kind::order);
    CHECK(led.floor().requests() == std::vector<std::int64_t>{first, second});
    REQUIRE(led.does({.what = What::enter, .other = 2, .kind = Kind::order, .delegation = 3}) ==
            "");
    const auto ranked = led.acts().back().id;
    REQUIRE(led.does({.what = What::enter, .other = 1, .kind = Kind::order, .delegation = 4}) ==
            "");
    const auto higher = led.acts().back().id;
    CHECK(led.floor().requests() == std::vector<std::int64_t>{higher, ranked, first, second});
    CHECK(led.does({.what = What::rule, .entry = first, .other = 9}) == "no-ruling");
    CHECK(led.does({.what = What::rule, .entry = first, .other = 2, .words = "Out of place."}) ==
          "");
    CHECK(led.floor().entry(first)->status == Status::ruled);
}

TEST_CASE("a delegation asks once, not when the list is closed, and within its budget")
{
    Led led;
    led.rules.budget_seconds = 600;
    led.does(What::open);
    const auto own = led.enters(1, Kind::statement, false);
    const Step again{.what = What::enter, .delegation = 1};
    CHECK(led.does(again, false) == "already-on-list");
    led.does(What::give, own);
    led.does(What::start);
    led.passes(300);
    led.does(What::end);
    CHECK(led.does(again, false) == "budget-spent");
    CHECK(led.does({.what = What::enter, .seconds = 300, .delegation = 1}, false) == "");
    led.does(What::close_list);
    CHECK(led.does({.what = What::enter, .delegation = 2}, false) == "list-closed");
    CHECK(led.does({.what = What::enter, .kind = Kind::order, .delegation = 2}, false) == "");
    CHECK(led.does({.what = What::enter, .kind = Kind::chair, .delegation = 2}, false) ==
          "not-an-order");
    CHECK(led.does({.what = What::enter, .delegation = 2}) == "");  // the chair may
}

TEST_CASE("a sitting that is opened again began when it was opened first")
{
    Led led;
    led.does(What::open);
    const auto began = led.now;
    led.passes(3600);
    led.does(What::close);
    led.passes(600);
    REQUIRE(led.does(What::open) == "");
    CHECK(led.floor().phase() == Floor::Phase::open);
    CHECK(led.floor().opened_at() == began);
}
