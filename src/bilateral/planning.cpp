// SPDX-License-Identifier: Apache-2.0

#include "bilateral/planning.hpp"

#include "planner/solve.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>

namespace sala::bilateral {

namespace {

constexpr auto look_every = std::chrono::seconds{1};
// How often a run that is on tells how far it is, and asks whether somebody stopped it.
constexpr auto tell_every = std::chrono::milliseconds{700};
constexpr std::array<std::string_view, 6> status_words{"waiting", "running",    "planned",
                                                       "stopped", "impossible", "overtaken"};

using Number = std::int64_t;

std::vector<PlanRun> runs(store::Session& session, const std::string& where, const auto&... values)
{
    std::vector<PlanRun> all;
    for (const auto& [forum, id, how, seconds, version, at, status, layer, best, bound, proved,
                      said, told] :
         session.select<Number, Number, std::string, Number, Number, Number,
                        std::optional<std::string>, std::optional<std::string>,
                        std::optional<Number>, std::optional<Number>, std::optional<Number>,
                        std::optional<std::string>, std::optional<Number>>(
             "SELECT r.forum, r.id, r.how, r.seconds, r.version, r.at, s.status, s.layer, s.best, "
             "s.bound, s.proved, s.said, s.at FROM plan_run r LEFT JOIN plan_run_status s ON "
             "s.forum = r.forum AND s.run = r.id " +
                 where,
             values...)) {
        PlanRun run{forum,
                    id,
                    *planned_named(how),
                    static_cast<int>(seconds),
                    static_cast<int>(version),
                    Instant{at}};
        const auto found =
            std::find(status_words.begin(), status_words.end(), status.value_or("waiting"));
        run.status = static_cast<RunStatus>(found - status_words.begin());
        run.layer = layer.value_or("");
        run.best = static_cast<int>(best.value_or(0));
        run.bound = static_cast<int>(bound.value_or(0));
        run.proved = proved.value_or(0) != 0;
        if (const auto list = Json::read(said.value_or("[]")))
            for (const auto& one : list->items())
                run.said.push_back(one.string());
        run.told = Instant{told.value_or(0)};
        all.push_back(std::move(run));
    }
    return all;
}

void keep_status(store::Session& session, const PlanRun& run, Instant now)
{
    auto said = Json::array();
    for (const auto& one : run.said)
        said.push(one);
    session.run(
        "INSERT INTO plan_run_status (forum, run, status, layer, best, bound, proved, said, "
        "at) VALUES (:forum, :run, :status, :layer, :best, :bound, :proved, :said, :at) ON "
        "CONFLICT (forum, run) DO UPDATE SET status = excluded.status, layer = "
        "excluded.layer, best = excluded.best, bound = excluded.bound, proved = "
        "excluded.proved, said = excluded.said, at = excluded.at",
        run.forum, run.id, word(run.status), run.layer, run.best, run.bound, run.proved,
        said.write(), now);
}

std::string topic_of(store::Session& session, std::int64_t forum)
{
    const auto key = session.find<std::string>("SELECT key FROM forum WHERE id = :forum", forum);
    return "plan:" + (key ? std::get<0>(*key) : std::string{});
}

// What is kept of a plan: the meetings that are still agreed.
void keep_plan(store::Session& session, PlanRun& run, const Timetable& asked_of,
               const std::vector<Place>& places, Instant now)
{
    const auto timetable = load_timetable(session, run.forum, now);
    if (timetable.version != run.version || timetable.slots != asked_of.slots) {
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

std::string_view word(RunStatus status) { return status_words[static_cast<std::size_t>(status)]; }

std::optional<PlanRun> newest_run(store::Session& session, std::int64_t forum)
{
    auto newest = runs(session, "WHERE r.forum = :forum ORDER BY r.id DESC LIMIT 1", forum);
    if (newest.empty())
        return std::nullopt;
    return std::move(newest.front());
}

void insert(store::Session& session, const PlanRun& run, Id<web::Login> by)
{
    session.run("INSERT INTO plan_run (forum, id, how, seconds, version, by_login, at) VALUES "
                "(:forum, :id, :how, :seconds, :version, :by, :at)",
                run.forum, run.id, word(run.how), run.seconds, run.version, by, run.at);
}

void stop_run(store::Session& session, const PlanRun& run, Id<web::Login> by, Instant at)
{
    session.run("INSERT INTO plan_run_stop (forum, run, by_login, at) VALUES (:forum, :run, :by, "
                ":at) ON CONFLICT (forum, run) DO NOTHING",
                run.forum, run.id, by, at);
}

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
        return true;
    });
    tell_({topic});
}

bool Planning::is_stopped(const PlanRun& run)
{
    bool stopped = stopping_;
    if (!stopped)
        store_.read([&](store::Session& session) {
            stopped =
                session
                    .find<Number>("SELECT 1 FROM plan_run_stop WHERE forum = :forum AND run = "
                                  ":run",
                                  run.forum, run.id)
                    .has_value();
        });
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
    const auto asked =
        problem_of(timetable, web::Reader{}, run.how, published.places_in(timetable));
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
    const auto plan = planner::solve(
        asked.problem, {.seconds = static_cast<double>(run.seconds), .steps = steps}, progress);
    run.proved = plan.status == planner::Plan::Status::optimal;
    run.best = plan.breaks;
    run.bound = plan.bound;
    run.layer = "breaks";
    for (const auto& sentence : plan.cannot_hold_together)
        run.said.push_back(sentence.english());
    run.status = plan.status == planner::Plan::Status::infeasible ? RunStatus::impossible
                 : stopped                                        ? RunStatus::stopped
                                                                  : RunStatus::planned;
    const bool has_plan = plan.status == planner::Plan::Status::optimal ||
                          plan.status == planner::Plan::Status::feasible;
    store_.write([&](store::Session& session) {
        if (has_plan)
            keep_plan(session, run, timetable, places_of(timetable, asked, plan), clock_());
        keep_status(session, run, clock_());
        return true;
    });
    note(run);
}

std::size_t Planning::run_all(std::int64_t steps)
{
    std::size_t done = 0;
    while (!stopping_) {
        std::optional<PlanRun> ours;
        store_.write([&](store::Session& session) {
            auto waiting = runs(session, "WHERE s.run IS NULL ORDER BY r.id LIMIT 1");
            if (waiting.empty())
                return false;
            // Another copy of the program that looks now finds it taken.
            waiting.front().status = RunStatus::running;
            keep_status(session, waiting.front(), clock_());
            ours = std::move(waiting.front());
            return true;
        });
        if (!ours)
            break;
        run_one(*ours, steps);
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
                store_.read([&](store::Session& session) {
                    waits = !runs(session, "WHERE s.run IS NULL ORDER BY r.id LIMIT 1").empty();
                });
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
