// SPDX-License-Identifier: Apache-2.0

#include "planner/plan.hpp"

#include "base/json.hpp"

namespace sala::planner {
namespace {

const char* word_of(Plan::Status status)
{
    switch (status) {
    case Plan::Status::optimal:
        return "optimal";
    case Plan::Status::feasible:
        return "feasible";
    case Plan::Status::infeasible:
        return "infeasible";
    case Plan::Status::unknown:
        break;
    }
    return "unknown";
}

}  // namespace

std::string to_json(const Problem& problem, const Plan& plan, double seconds)
{
    auto json = Json::object({{"status", word_of(plan.status)}});
    const bool found =
        plan.status == Plan::Status::optimal || plan.status == Plan::Status::feasible;
    if (found)
        json.set("breaks", plan.breaks);
    json.set("bound", plan.bound);
    json.set("seconds", seconds);
    if (plan.status == Plan::Status::infeasible) {
        auto reasons = Json::array();
        for (const auto& sentence : plan.cannot_hold_together)
            reasons.push(sentence.english());
        json.set("cannot_hold_together", reasons);
    }
    auto layers = Json::array();
    for (const auto& layer : plan.layers)
        layers.push(
            Json::object({{"layer", layer.name}, {"cost", layer.cost}, {"bound", layer.bound}}));
    json.set("layers", layers);
    auto meetings = Json::array();
    for (const auto& place : plan.meetings) {
        auto meeting = Json::object(
            {{"meeting", place.meeting + 1}, {"slot", place.slot + 1}, {"desk", place.desk + 1}});
        if (problem.rooms.size() > 1)
            meeting.set("room", problem.rooms[static_cast<std::size_t>(place.room)].name);
        meetings.push(meeting);
    }
    json.set("meetings", meetings);
    return json.write() + "\n";
}

}  // namespace sala::planner
