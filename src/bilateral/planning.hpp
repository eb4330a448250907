// SPDX-License-Identifier: Apache-2.0
//
// Plans that were asked for are worked out here, one after the other, beside the requests. How far
// a run is stands in the store, so that every copy of the program can show it.

#pragma once

#include "bilateral/plan_run.hpp"
#include "bilateral/timetable_store.hpp"
#include "store/store.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace sala::bilateral {

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
    void run_or_give_up(const PlanRun& waiting, std::int64_t steps);
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
