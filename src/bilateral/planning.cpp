// SPDX-License-Identifier: Apache-2.0

#include "bilateral/planning.hpp"

#include "bilateral/desk_choice.hpp"
#include "planner/solve.hpp"
#include "store/other_copies.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>

namespace sala::bilateral {

namespace {

constexpr auto look_every = std::chrono::seconds{1};
// How often a run that is on tells how far it is, and asks whether somebody stopped it.
constexpr auto tell_every = std::chrono::milliseconds{700};
std::string topic_of(store::Session& session, std::int64_t forum)
{
    const auto key = session.find<std::string>("SELECT key FROM forum WHERE id = :forum", forum);
    return "plan:" + (key ? std::get<0>(*key) : std::string{});
}

bool has_plan(const planner::Plan& plan)
{
    return plan.status == planner::Plan::Status::optimal ||
           plan.status == planner::Plan::Status::feasible;
}

// The last word is about the first thing that might still be better; about breaks when nothing is.
void tell_the_end(PlanRun& run, const planner::Plan& plan)
{
    run.proved = plan.status == planner::Plan::Status::optimal;
    run.layer = "breaks";
    run.best = plan.breaks;
    run.bound = plan.bound;
    const auto open =
        std::find_if(plan.layers.begin(), plan.layers.end(),
                     [](const planner::Plan::Layer& layer) { return layer.bound < layer.cost; });
    if (run.proved || open == plan.layers.end())
        return;
    run.layer = open->name;
    run.best = open->cost;
    run.bound = open->bound;
}

// What is kept of a plan: the meetings that are still agreed.
void keep_plan(store::Session& session, PlanRun& run, const Timetable& asked_of,
               const std::vector<Place>& places, Instant now)
{
    const auto timetable = load_timetable(session, run.forum, now);
    if (timetable.version != run.version || timetable.slots != asked_of.slots ||
        comes_into_the_past(timetable, places)) {
        run.status = RunStatus::overtaken;
        return;
    }
    std::vector<Place> still;
    for (const auto& place : places)
        if (timetable.meeting(place.meeting) && timetable.desks_of(place.desks))
            still.push_back(place);
    put_all(session, timetable, run.forum, still);
    note_change(session, timetable,
                {.forum = run.forum, .how = "planned", .run = run.id, .at = now});
}

}  // namespace

Planning::Planning(store::Store& store, std::function<Instant()> clock, Tell tell)
    : store_(store),
      clock_(std::move(clock)),
      tell_(std::move(tell))
{
}

Planning::~Planning() { stop(); }

void Planning::note(const PlanRun& run)
{
    std::string topic;
    store_.write([&](store::Session& session) {
        keep_status(session, run, clock_());
        topic = topic_of(session, run.forum);
        store::tell_other_copies(store_, session, {topic});
        return true;
    });
    tell_({topic});
}

bool Planning::is_stopped(const PlanRun& run)
{
    bool stopped = stopping_;
    if (!stopped)
        store_.read([&](store::Session& session) { stopped = was_stopped(session, run); });
    return stopped;
}

void Planning::run_one(const PlanRun& waiting, std::int64_t steps)
{
    auto run = waiting;
    Timetable timetable;
    Released published;
    store_.read([&](store::Session& session) {
        timetable = load_timetable(session, run.forum, clock_());
        published = newest_release(session, run.forum);
    });
    auto was = published.places_in(timetable);
    auto asked = problem_of(timetable, web::Reader{}, run.how, was);
    if (run.how != Planned::fewest_changes)
        was.clear();  // then the draft counts, not what is published
    was.insert(was.end(), timetable.places.begin(), timetable.places.end());
    std::stable_partition(was.begin(), was.end(), [&](const Place& place) {
        const auto* now = timetable.place_of(place.meeting);
        return timetable.has_begun(place.slot) && now && *now == place;
    });
    auto last = std::chrono::steady_clock::time_point{};
    bool stopped = false;
    const auto is_time = [&] {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < tell_every)
            return false;
        last = now;
        return true;
    };
    planner::Progress progress;
    progress.tell = [&](const std::string& layer, int best, int bound) {
        run.layer = layer;
        run.best = best;
        run.bound = bound;
        if (is_time())
            note(run);
    };
    auto looked = std::chrono::steady_clock::now();
    progress.cancelled = [&] {
        if (!stopped && std::chrono::steady_clock::now() - looked > tell_every) {
            looked = std::chrono::steady_clock::now();
            stopped = is_stopped(run);
        }
        return stopped;
    };
    const planner::Effort effort{.seconds = static_cast<double>(run.seconds), .steps = steps};
    auto plan = planner::solve(asked.problem, effort, progress);
    if (has_plan(plan) && leaves_out_a_pin(asked, plan)) {
        put_pins_first(asked);
        plan = planner::solve(asked.problem, effort, progress);
    }
    tell_the_end(run, plan);
    for (const auto& sentence : plan.cannot_hold_together)
        run.said.push_back(sentence.english());
    run.status = plan.status == planner::Plan::Status::infeasible ? RunStatus::impossible
                 : stopped                                        ? RunStatus::stopped
                                                                  : RunStatus::planned;
    store_.write([&](store::Session& session) {
        if (has_plan(plan)) {
            const auto places =
                with_desks_kept(timetable, places_of(timetable, asked, plan), was, run.how);
            keep_plan(session, run, timetable, places, clock_());
            if (run.status != RunStatus::overtaken)
                run.let_go = pins_let_go(timetable, places);
        }
        keep_status(session, run, clock_());
        return true;
    });
    note(run);
}

// A run never stays on for ever: what came in between is told on the page of the plan.
void Planning::run_or_give_up(const PlanRun& waiting, std::int64_t steps)
{
    auto run = waiting;
    try {
        run_one(waiting, steps);
        return;
    } catch (const store::Duplicate&) {
        run.status = RunStatus::overtaken;
    } catch (const std::exception& error) {
        spdlog::error("A plan could not be made: {}", error.what());
        run.status = RunStatus::stopped;
        run.said = {
            tr("Something went wrong while planning, and the draft is as it was. Plan again.")
                .english()};
    }
    note(run);
}

std::size_t Planning::run_all(std::int64_t steps)
{
    std::size_t done = 0;
    while (!stopping_) {
        std::optional<PlanRun> ours;
        store_.write([&](store::Session& session) {
            ours = waiting_run(session);
            if (!ours)
                return false;
            // Another copy of the program that looks now finds it taken.
            ours->status = RunStatus::running;
            keep_status(session, *ours, clock_());
            return true;
        });
        if (!ours)
            break;
        run_or_give_up(*ours, steps);
        ++done;
    }
    return done;
}

void Planning::start()
{
    if (!thread_.joinable())
        thread_ = std::thread([this] { work(); });
}

void Planning::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_all();
    if (thread_.joinable())
        thread_.join();
}

void Planning::work()
{
    std::optional<std::int64_t> seen;
    while (true) {
        try {
            if (const auto generation = store_.generation(); seen != generation) {
                bool waits = false;
                store_.read(
                    [&](store::Session& session) { waits = waiting_run(session).has_value(); });
                if (waits)
                    run_all();
                seen = generation;
            }
        } catch (const std::exception& error) {
            spdlog::error("A plan could not be made: {}", error.what());
        }
        std::unique_lock lock(mutex_);
        if (woken_.wait_for(lock, look_every, [this] { return stopping_.load(); }))
            return;
    }
}

}  // namespace sala::bilateral
