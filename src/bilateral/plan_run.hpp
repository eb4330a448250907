// SPDX-License-Identifier: Apache-2.0
//
// A plan that was asked for: a row, and how far it is, which is another one.

#pragma once

#include "bilateral/timetable_problem.hpp"

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
    std::vector<Id<Meeting>> let_go;  // pinned meetings that could not stay where they were
    Instant told;                     // when it last told how far it is

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
// The one that waits longest.
std::optional<PlanRun> waiting_run(store::Session& session);
void keep_status(store::Session& session, const PlanRun& run, Instant now);
bool was_stopped(store::Session& session, const PlanRun& run);

}  // namespace sala::bilateral
