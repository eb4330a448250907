// SPDX-License-Identifier: Apache-2.0
//
// Plans that were asked for are worked out here, one after the other, beside the requests. How far
// a run is stands in the store, so that every copy of the program can show it.

#pragma once

#include "bilateral/timetable_store.hpp"
#include "store/store.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace sala::bilateral {

enum class RunStatus { waiting, running, planned, stopped, impossible, overtaken };
std::string_view word(RunStatus status);

struct PlanRun {
    std::int64_t forum = 0;
    std::int64_t id = 0;
    Planned how = Planned::anew;
    int seconds = 10;
    int version = 0;  // of the draft it began with
    Instant at;
    RunStatus status = RunStatus::waiting;
    std::string layer;  // what is being made better
    int best = 0;
    int bound = 0;
    bool proved = false;
    std::vector<std::string> said;
    Instant told;  // when it last told how far it is

    // One that has not been heard of for longer than it may take is over: its program was ended.
    bool is_on(Instant now) const
    {
        return status == RunStatus::waiting ||
               (status == RunStatus::running && now < told + std::chrono::seconds(seconds + 60));
    }
    int gap() const { return best - bound; }
};
std::optional<PlanRun> newest_run(store::Session& session, std::int64_t forum);
void insert(store::Session& session, const PlanRun& run, Id<web::Login> by);
void stop_run(store::Session& session, const PlanRun& run, Id<web::Login> by, Instant at);

class Planning {
public:
    using Tell = std::function<void(const std::vector<std::string>& topics)>;
    // The store must outlive it. `tell`: these topics are to be looked at again.
    Planning(store::Store& store, std::function<Instant()> clock, Tell tell);
    ~Planning();  // stops

    // Everything that waits, in this thread; how many runs were done. With `steps` instead of
    // seconds the same runs give the same plans everywhere.
    std::size_t run_all(std::int64_t steps = 0);

    void start();  // a thread that looks after every commit
    void stop();   // a run that is on keeps the best it has

private:
    void work();
    void run_one(const PlanRun& run, std::int64_t steps);
    void note(const PlanRun& run);
    bool is_stopped(const PlanRun& run);

    store::Store& store_;
    std::function<Instant()> clock_;
    Tell tell_;
    std::atomic<bool> stopping_{false};
    std::mutex mutex_;
    std::condition_variable woken_;
    std::thread thread_;
};

}  // namespace sala::bilateral
