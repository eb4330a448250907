// SPDX-License-Identifier: Apache-2.0
//
// What may become of a meeting: every status with every step of every side, and whatever two sides
// do in any order.

#include "bilateral/meeting.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>

using namespace sala;
using namespace sala::bilateral;

namespace {

constexpr Instant noon{1'900'000'000'000};
constexpr auto day = std::chrono::hours(24);

Meeting bare() { return {1, Id<Meeting>{2}, 10, 20}; }

Doing doing(const Meeting& meeting, Step step, Side side)
{
    return {.step = step,
            .side = side,
            .words = "Because.",
            .turn = meeting.turn(),
            .lives = day,
            .at = noon};
}

Meeting after(Meeting meeting, const Doing& what)
{
    const auto done = meeting.done(what);
    REQUIRE(done);
    return meeting.with(done->act);
}

Meeting asked() { return after(bare(), doing(bare(), Step::ask, Side::host)); }

Meeting in(Status status)
{
    auto meeting = asked();
    auto accept = doing(meeting, Step::accept, Side::guest);
    accept.on_behalf = status == Status::unconfirmed;
    switch (status) {
    case Status::accepted:
    case Status::unconfirmed:
        return after(meeting, accept);
    case Status::declined:
        return after(meeting, doing(meeting, Step::decline, Side::guest));
    case Status::withdrawn:
        return after(meeting, doing(meeting, Step::withdraw, Side::host));
    case Status::expired:
    case Status::asked:
        break;
    }
    return meeting;
}

std::string code_of(const Result<Meeting::Done>& done) { return done ? "" : done.refusal().code; }

// Whose step leads where, in words, so that a person can check it. What is not here is refused.
const std::map<std::string, std::map<std::string, std::string>> table{
    {"asked",
     {{"guest accept", "accepted"},
      {"guest decline", "declined"},
      {"guest propose", "asked"},
      {"host withdraw", "withdrawn"}}},
    {"unconfirmed",
     {{"guest confirm", "accepted"},
      {"guest decline", "declined"},
      {"guest propose", "asked"},
      {"host withdraw", "withdrawn"}}},
    {"accepted", {{"guest withdraw", "withdrawn"}, {"host withdraw", "withdrawn"}}},
    {"declined", {}},
    {"withdrawn", {}},
    {"expired", {}},
};

}  // namespace

TEST_CASE("every step of every side from every status leads where the table says, and nowhere else")
{
    for (const auto status : all_statuses)
        for (const auto side : {Side::host, Side::guest})
            for (const auto step : all_steps) {
                const auto meeting = in(status);
                auto what = doing(meeting, step, side);
                what.at = status == Status::expired ? noon + day : noon;
                const auto name = std::string(word(side)) + " " + std::string(word(step));
                CAPTURE(word(status));
                CAPTURE(name);
                REQUIRE(meeting.status(what.at) == status);
                const auto done = meeting.done(what);
                const auto& row = table.at(std::string(word(status)));
                const auto found = row.find(name);
                REQUIRE(static_cast<bool>(done) == (found != row.end()));
                if (done)
                    CHECK(word(meeting.with(done->act).status(what.at)) == found->second);
            }
}

TEST_CASE("a proposal gives the turn to the other side, whose earlier yes was about something else")
{
    auto meeting = asked();
    auto proposal = doing(meeting, Step::propose, Side::guest);
    proposal.manner = {.slots = 2, .with_heads = true, .pair = "th-km"};
    meeting = after(meeting, proposal);
    CHECK(meeting.awaited(noon) == std::vector{Side::host});
    CHECK(meeting.manner() == proposal.manner);
    CHECK(code_of(meeting.done(doing(meeting, Step::accept, Side::guest))) == "not-your-turn");
    meeting = after(meeting, doing(meeting, Step::accept, Side::host));
    CHECK(meeting.status(noon) == Status::accepted);
}

TEST_CASE("an ask is over when its time is, and so is what waits to be confirmed")
{
    for (const auto status : {Status::asked, Status::unconfirmed}) {
        const auto meeting = in(status);
        CHECK(meeting.status(noon + day - std::chrono::milliseconds(1)) == status);
        CHECK(meeting.status(noon + day) == Status::expired);
        CHECK(meeting.awaited(noon + day).empty());
    }
    CHECK(in(Status::accepted).status(noon + day * 100) == Status::accepted);
    CHECK_FALSE(asked().is_stuck(noon + std::chrono::hours(11)));
    CHECK(asked().is_stuck(noon + std::chrono::hours(13)));
    CHECK_FALSE(asked().is_stuck(noon + day));
}

TEST_CASE("the same answer again is the same act; another one comes too late")
{
    const auto meeting = asked();
    const auto accept = doing(meeting, Step::accept, Side::guest);
    const auto agreed = after(meeting, accept);
    const auto again = agreed.done(accept);
    REQUIRE(again);
    CHECK(again->repeated);
    CHECK(again->act.number == 2);
    CHECK(code_of(agreed.done(doing(meeting, Step::decline, Side::guest))) == "answered-meanwhile");
    CHECK(code_of(agreed.done(doing(meeting, Step::withdraw, Side::host))) == "answered-meanwhile");
}

TEST_CASE("what the secretariat says for a delegation that speaks for itself waits for its word")
{
    auto by_host = doing(bare(), Step::ask, Side::host);
    by_host.on_behalf = true;
    auto meeting = after(bare(), by_host);
    CHECK(meeting.status(noon) == Status::asked);
    meeting = after(meeting, doing(meeting, Step::accept, Side::guest));
    CHECK(meeting.status(noon) == Status::unconfirmed);
    CHECK(meeting.awaited(noon) == std::vector{Side::host});
    auto confirm = doing(meeting, Step::confirm, Side::host);
    confirm.on_behalf = true;
    CHECK(code_of(meeting.done(confirm)) == "confirms-itself");
    confirm.on_behalf = false;
    CHECK(after(meeting, confirm).status(noon) == Status::accepted);

    by_host.speaks_for_itself = false;
    meeting = after(bare(), by_host);
    CHECK(after(meeting, doing(meeting, Step::accept, Side::guest)).status(noon) ==
          Status::accepted);
}

TEST_CASE("whoever said no cannot say yes until they take it back, and may decline all the same")
{
    for (const auto step : {Step::accept, Step::propose}) {
        auto what = doing(asked(), step, Side::guest);
        what.said_no = true;
        CHECK(code_of(asked().done(what)) == "you-said-no");
    }
    auto decline = doing(asked(), Step::decline, Side::guest);
    decline.said_no = true;
    CHECK(code_of(asked().done(decline)) == "");
    decline.words.clear();
    CHECK(code_of(asked().done(decline)) == "reason-needed");
}

TEST_CASE(
    "whatever is done in whatever order: acts are numbered, and a meeting needs two own yeses")
{
    CHECK(rc::check("meetings", [] {
        auto meeting = bare();
        auto at = noon;
        bool said_no[2] = {*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
        const auto moves = *rc::gen::inRange(1, 25);
        for (int move = 0; move < moves; ++move) {
            auto what = doing(meeting, all_steps[static_cast<std::size_t>(*rc::gen::inRange(0, 6))],
                              *rc::gen::element(Side::host, Side::guest));
            if (meeting.turn() == 0)
                what.step = Step::ask;
            what.on_behalf = *rc::gen::arbitrary<bool>();
            what.speaks_for_itself = true;
            what.said_no = said_no[what.side == Side::host ? 0 : 1];
            what.turn = std::max(0, meeting.turn() - *rc::gen::inRange(0, 2));
            at = at + std::chrono::hours(*rc::gen::inRange(0, 30));
            what.at = at;
            const auto before = meeting.status(at);
            const auto done = meeting.done(what);
            if (!done || done->repeated)
                continue;
            RC_ASSERT(done->act.number == meeting.turn() + 1);
            RC_ASSERT(before != Status::declined && before != Status::withdrawn);
            meeting = meeting.with(done->act);
            RC_ASSERT(meeting.awaited(at).empty() == !meeting.is_open(at));
            if (meeting.status(at) == Status::accepted) {
                bool own[2] = {false, false};
                for (const auto& act : meeting.acts())
                    own[act.side == Side::host ? 0 : 1] |= act.own;
                RC_ASSERT(own[0] && own[1]);
                // The "no" of either side is absolute, whatever the secretariat did.
                RC_ASSERT(!said_no[0] && !said_no[1]);
            }
        }
    }));
}
