// SPDX-License-Identifier: Apache-2.0
//
// Makes the timetable of a forum's bilateral meetings from a file, without a store.

#include "app/commands.hpp"
#include "app/program.hpp"
#include "app/write_out.hpp"
#include "planner/read_dzn.hpp"
#include "planner/read_json.hpp"
#include "planner/solve.hpp"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace sala::app {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int) { interrupted = 1; }

std::string read_file(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        throw Fault(path + " cannot be read.");
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

Result<planner::Problem> read_problem(const PlanCommand& command)
{
    const auto text = read_file(command.problem);
    auto problem = command.problem.ends_with(".json")
                       ? planner::read_json(text)
                       : planner::read_dzn(text, command.fairness.value_or(2));
    if (!problem)
        return problem;
    auto result = std::move(problem).operator*();
    if (command.fairness)
        result.fairness = *command.fairness;
    result.fairness_is_soft = result.fairness_is_soft || command.soft_fairness;
    if (result.fairness_is_soft && result.layers == std::vector<std::string>{"breaks"})
        result.layers = {"unfair", "breaks"};
    if (!command.published.empty())
        if (const auto taken =
                planner::take_published(result, read_file(command.published), command.fill_gaps);
            !taken)
            return taken.refusal();
    return result;
}

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// Before an hour of planning, not after it.
void see_whether_it_can_be_written(const std::string& path)
{
    if (!path.empty() && path != "-" && !std::ofstream(path, std::ios::app))
        throw Fault(path + " cannot be written.");
}

int exit_of(planner::Plan::Status status)
{
    switch (status) {
    case planner::Plan::Status::infeasible:
        return 3;
    case planner::Plan::Status::unknown:
        return 4;
    case planner::Plan::Status::optimal:
    case planner::Plan::Status::feasible:
        break;
    }
    return 0;
}

}  // namespace

int run(const PlanCommand& command)
{
    const double began = now();
    const auto problem = read_problem(command);
    if (!problem) {
        fmt::print(stderr, "{}: {}\n", command.problem, problem.refusal().sentence.english());
        return 2;
    }
    see_whether_it_can_be_written(command.out);
    see_whether_it_can_be_written(command.proof);
    std::signal(SIGINT, interrupt);
    planner::Progress progress;
    progress.cancelled = [] { return interrupted != 0; };
    if (!command.quiet)
        progress.tell = [&](const std::string& layer, int best, int bound) {
            fmt::print(stderr, "{:8.3f} s  {}: best {}, bound {}\n", now() - began, layer, best,
                       bound);
        };
    const auto plan = planner::solve(*problem,
                                     {.seconds = command.seconds,
                                      .steps = command.steps,
                                      .seed = command.seed,
                                      .proof = command.proof},
                                     progress);
    write_out(command.out, planner::to_json(*problem, plan, now() - began));
    if (!plan.cannot_hold_together.empty())
        fmt::print(stderr, "There is no plan. These cannot hold together:\n");
    for (const auto& sentence : plan.cannot_hold_together)
        fmt::print(stderr, "  {}\n", sentence.english());
    if (plan.is_proof_missing) {
        std::filesystem::remove(command.proof);
        fmt::print(stderr, "The proof was not finished in time, so {} is not there.\n",
                   command.proof);
    }
    return exit_of(plan.status);
}

}  // namespace sala::app
