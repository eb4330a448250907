// SPDX-License-Identifier: Apache-2.0
//
// Nobody is double-booked, whoever does what at the same moment: threads accept the same asks, put
// meetings wherever they like without looking, and plan; then the store is judged.

#include "planning_desk.hpp"

#include "planner/random.hpp"

#include <atomic>
#include <thread>

using namespace sala;
using namespace sala::bilateral;

namespace {

Id<web::Login> somebody(Summit& summit)
{
    return Id<web::Login>{summit.count("SELECT MIN(id) FROM login")};
}

void accepts_everything(Summit& summit, std::atomic<int>& accepted)
{
    std::vector<Meeting> meetings;
    summit.store().read(
        [&](store::Session& session) { meetings = meetings_at(session, summit.forum_id()); });
    const auto by = somebody(summit);
    for (const auto& meeting : meetings) {
        const auto done =
            meeting.done({.step = Step::accept, .turn = 1, .by = by, .at = summit.now()});
        REQUIRE(done);
        try {
            summit.store().write([&](store::Session& session) {
                insert(session, done->act);
                return true;
            });
            ++accepted;
        } catch (const store::Duplicate&) {
            // Another device was faster.
        }
    }
}

// Puts meetings anywhere, as no page would: only the keys of the store stand against it.
void puts_anywhere(Summit& summit, std::uint64_t seed, std::atomic<int>& refused)
{
    planner::Random random(seed);
    for (int time = 0; time < 40; ++time) {
        try {
            summit.store().write([&](store::Session& session) {
                const auto timetable = load_timetable(session, summit.forum_id(), summit.now());
                if (timetable.meetings.empty())
                    return false;
                const auto& meeting = timetable.meetings[static_cast<std::size_t>(
                    random.below(static_cast<int>(timetable.meetings.size())))];
                put(session, timetable, summit.forum_id(),
                    {meeting.id(), random.below(static_cast<int>(timetable.slots.size())),
                     timetable.desks[0].number, 1 + random.below(2), false});
                return true;
            });
        } catch (const store::Duplicate&) {
            ++refused;
        }
    }
}

void plans_again_and_again(Summit& summit, std::int64_t id)
{
    Planning planning(
        summit.store(), [&] { return summit.now(); }, [](const std::vector<std::string>&) {});
    const auto by = somebody(summit);
    for (int time = 0; time < 4; ++time) {
        summit.store().write([&](store::Session& session) {
            PlanRun run{.forum = summit.forum_id(), .id = id + time};
            run.version = load_timetable(session, run.forum, summit.now()).version;
            run.at = summit.now();
            insert(session, run, by);
            return true;
        });
        try {
            planning.run_all(500);
        } catch (const store::Duplicate&) {
            // Another planner changed the draft at the same moment.
        }
    }
}

}  // namespace

TEST_CASE("many accept, move and plan at once, and nobody is in two places")
{
    PlanningDesk summit;
    summit.asks(accra, "quito", kofi);
    summit.asks(accra, "lyon", kofi);
    summit.asks(accra, "bank", kofi);
    summit.asks(quito, "lyon", luz);
    summit.asks(quito, "bank", luz);
    std::atomic<int> accepted = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (std::uint64_t n = 0; n < 3; ++n) {
        threads.emplace_back([&] { accepts_everything(summit, accepted); });
        threads.emplace_back([&, n] { puts_anywhere(summit, n + 1, refused); });
    }
    for (const std::int64_t id : {1'000, 2'000})
        threads.emplace_back([&, id] { plans_again_and_again(summit, id); });
    for (auto& thread : threads)
        thread.join();
    CHECK(accepted == 5);
    CHECK(summit.count("SELECT COUNT(*) FROM meeting_act") == 10);
    // They did get into each other's way, so the keys were needed.
    CHECK(refused > 0);
    CHECK(summit.count("SELECT COUNT(*) FROM plan_place") > 0);
    summit.nobody_is_in_two_places();
}
