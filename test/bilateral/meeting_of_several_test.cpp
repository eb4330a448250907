// SPDX-License-Identifier: Apache-2.0
//
// Whatever the sides of a meeting of several do in any order: it comes about only among those who
// said yes themselves to what was proposed last, and never against a no between two of them.

#include "bilateral/meeting.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace sala;
using namespace sala::bilateral;

namespace {

constexpr Instant noon{1'900'000'000'000};

// Worked out apart from Meeting: who takes part, and who said yes themselves to the newest manner.
struct Told {
    std::set<Side> gone;
    std::set<Side> own_yes;
    bool over = false;

    void note(const Act& act, std::size_t sides)
    {
        const bool leaves = act.step == Step::decline || act.step == Step::withdraw;
        if (leaves && act.side != Side::host && sides - gone.size() > 2)
            gone.insert(act.side);
        else if (leaves)
            over = true;
        if (act.step == Step::ask || act.step == Step::propose)
            own_yes.clear();
        if (!leaves && act.own)
            own_yes.insert(act.side);
        else if (!leaves)
            own_yes.erase(act.side);
    }
    bool all_own(const std::vector<Side>& sides) const
    {
        return std::all_of(sides.begin(), sides.end(), [&](Side side) {
            return gone.contains(side) || own_yes.contains(side);
        });
    }
};

}  // namespace

TEST_CASE("a meeting of several comes about among those who said yes themselves, and no others")
{
    CHECK(rc::check("several", [] {
        const auto guests = *rc::gen::inRange(2, 6);
        std::vector<std::int64_t> parties;
        for (int n = 0; n <= guests; ++n)
            parties.push_back(100 + n);
        Meeting meeting(1, Id<Meeting>{2}, parties);
        // One of them said no about another: it never says yes itself while both are there.
        const auto who_said_no = guest_number(*rc::gen::inRange(0, guests + 1));
        const auto about = guest_number(*rc::gen::inRange(0, guests + 1));
        Told told;
        const auto moves = *rc::gen::inRange(1, 40);
        for (int move = 0; move < moves; ++move) {
            Doing what{.step = all_steps[static_cast<std::size_t>(*rc::gen::inRange(0, 6))],
                       .side = guest_number(*rc::gen::inRange(0, guests + 1)),
                       .words = "Because.",
                       .lives = std::chrono::hours(24),
                       .at = noon};
            if (meeting.turn() == 0)
                what = {.step = Step::ask, .side = Side::host, .words = "", .at = noon};
            what.on_behalf = *rc::gen::arbitrary<bool>();
            what.turn = std::max(0, meeting.turn() - *rc::gen::inRange(0, 3));
            const auto meets = meeting.others(what.side);
            what.said_no = what.side == who_said_no &&
                           std::find(meets.begin(), meets.end(), about) != meets.end();
            const auto done = meeting.done(what);
            if (!done || done->repeated)
                continue;
            RC_ASSERT(done->act.number == meeting.turn() + 1);
            RC_ASSERT(!told.over && !told.gone.contains(what.side));
            told.note(done->act, meeting.sides().size());
            meeting = meeting.with(done->act);
            const bool accepted = meeting.status(noon) == Status::accepted;
            RC_ASSERT(accepted == (!told.over && told.all_own(meeting.sides())));
            RC_ASSERT(meeting.awaited(noon).empty() == !meeting.is_open(noon));
            for (const auto side : meeting.sides())
                RC_ASSERT(meeting.takes_part(side) == !told.gone.contains(side));
            const bool both = who_said_no != about && !told.gone.contains(who_said_no) &&
                              !told.gone.contains(about);
            RC_ASSERT(!(accepted && both));
        }
    }));
}

TEST_CASE("the words of sides are read back, and there are as many as may be asked")
{
    for (int number = 0; number <= guests_max; ++number)
        CHECK(side_named(word(guest_number(number))) == guest_number(number));
    CHECK_FALSE(side_named("guest-8"));
}
