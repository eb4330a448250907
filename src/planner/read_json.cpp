// SPDX-License-Identifier: Apache-2.0

#include "planner/read_json.hpp"

#include "base/json.hpp"
#include "planner/json_shape.hpp"

#include <algorithm>
#include <map>

namespace sala::planner {
namespace {

std::optional<Slots> slots_of(const Json& list, int slots)
{
    Slots result = 0;
    for (const auto& item : list.items()) {
        if (item.integer() < 1 || item.integer() > slots)
            return std::nullopt;
        result |= slot(static_cast<int>(item.integer()) - 1);
    }
    return result;
}

std::vector<std::string> words_of(const Json& list)
{
    std::vector<std::string> result;
    for (const auto& item : list.items())
        result.push_back(item.string());
    return result;
}

int number_or(const Json& value, int otherwise)
{
    return value.is_null()
               ? otherwise
               : static_cast<int>(std::clamp<std::int64_t>(value.integer(), -1, 1'000'000));
}

Refusal bad_slots(const std::string& whose)
{
    return invalid("slots", "unknown-slot",
                   "{whose} names a slot that the timetable does not have.", {{"whose", whose}});
}

class Reader {
public:
    explicit Reader(const Json& json) : json_(json) {}

    Result<Problem> read()
    {
        if (const auto shaped = has_shape(json_); !shaped)
            return shaped.refusal();
        if (auto refusal = read_slots())
            return *refusal;
        problem_.fairness = number_or(json_["fairness"], -1);
        problem_.fairness_is_soft = json_["fairness_is_soft"].boolean();
        problem_.all_required = json_["required"].boolean();
        for (const auto step : {&Reader::read_parties, &Reader::read_rooms,
                                &Reader::read_interpreters, &Reader::read_meetings})
            if (auto refusal = (this->*step)())
                return *refusal;
        problem_.layers = words_of(json_["layers"]);
        if (problem_.layers.empty())
            problem_.layers.assign(std::begin(layer_names), std::end(layer_names));
        for (const auto& layer : problem_.layers)
            if (std::find(std::begin(layer_names), std::end(layer_names), layer) ==
                std::end(layer_names))
                return invalid("layers", "unknown-layer",
                               "There is no layer “{layer}” of the objective.", {{"layer", layer}});
        if (const auto checked = check(problem_); !checked)
            return checked.refusal();
        return std::move(problem_);
    }

private:
    std::optional<Refusal> read_slots()
    {
        const auto& slots = json_["slots"];
        problem_.slot_names = words_of(slots);
        for (int t = 1;
             !slots.is_array() && t <= std::min<std::int64_t>(slots.integer(), slots_max + 1); ++t)
            problem_.slot_names.push_back(std::to_string(t));
        for (const auto& part : json_["parts"].items()) {
            if (part.integer() < 1 || part.integer() > problem_.slots())
                return bad_slots("parts");
            problem_.parts.push_back(static_cast<int>(part.integer()) - 1);
        }
        std::sort(problem_.parts.begin(), problem_.parts.end());
        return std::nullopt;
    }

    std::optional<Refusal> read_parties()
    {
        for (const auto& item : json_["parties"].items()) {
            const auto away = slots_of(item["away"], problem_.slots());
            if (!away)
                return bad_slots(item["name"].string());
            const int number = static_cast<int>(problem_.parties.size());
            if (!parties_.emplace(item["name"].string(), number).second)
                return invalid("parties", "twice", "Two parties are called {name}.",
                               {{"name", item["name"].string()}});
            problem_.parties.push_back(
                {item["name"].string(), *away, number_or(item["parallel"], 1)});
        }
        return std::nullopt;
    }

    int building(const std::string& name)
    {
        return buildings_.emplace(name, static_cast<int>(buildings_.size())).first->second;
    }

    std::optional<Refusal> read_rooms()
    {
        for (const auto& item : json_["rooms"].items()) {
            const auto closed = slots_of(item["closed"], problem_.slots());
            if (!closed)
                return bad_slots(item["name"].string());
            problem_.rooms.push_back({item["name"].string(), number_or(item["desks"], 1),
                                      building(item["building"].string()),
                                      words_of(item["features"]), *closed});
        }
        const auto& walks = json_["walk"].items();
        if (walks.empty())
            return std::nullopt;
        problem_.walk.assign(buildings_.size(), std::vector<int>(buildings_.size(), 0));
        for (const auto& item : walks) {
            const auto from = buildings_.find(item["from"].string());
            const auto to = buildings_.find(item["to"].string());
            if (from == buildings_.end() || to == buildings_.end())
                return invalid("walk", "unknown-building",
                               "A walk names a building in which no room is.");
            const int slots = number_or(item["slots"], 1);
            problem_.walk[static_cast<std::size_t>(from->second)]
                         [static_cast<std::size_t>(to->second)] = slots;
            problem_.walk[static_cast<std::size_t>(to->second)]
                         [static_cast<std::size_t>(from->second)] = slots;
        }
        return std::nullopt;
    }

    std::optional<Refusal> read_interpreters()
    {
        for (const auto& item : json_["interpreters"].items()) {
            const auto away = slots_of(item["away"], problem_.slots());
            if (!away)
                return bad_slots(item["name"].string());
            problem_.interpreters.push_back({item["name"].string(), number_or(item["count"], 1),
                                             words_of(item["languages"]), *away});
        }
        return std::nullopt;
    }

    std::optional<Refusal> read_meetings()
    {
        const auto& items = json_["meetings"].items();
        for (const auto& item : items) {
            const auto number = static_cast<int>(meetings_.size());
            const auto name =
                item["name"].string().empty() ? std::to_string(number + 1) : item["name"].string();
            if (!meetings_.emplace(name, number).second)
                return invalid("meetings", "twice", "Two meetings are called {name}.",
                               {{"name", name}});
        }
        for (const auto& item : items)
            if (auto refusal = read_meeting(item))
                return refusal;
        return std::nullopt;
    }

    std::optional<Refusal> read_meeting(const Json& item)
    {
        Meeting meeting;
        meeting.name = item["name"].string().empty() ? std::to_string(problem_.meetings.size() + 1)
                                                     : item["name"].string();
        for (const auto& name : words_of(item["parties"])) {
            const auto party = parties_.find(name);
            if (party == parties_.end())
                return invalid("parties", "unknown-party",
                               "Meeting {meeting} names {party}, who is not among the parties.",
                               {{"meeting", meeting.name}, {"party", name}});
            meeting.parties.push_back(party->second);
        }
        for (const auto& name : words_of(item["after"])) {
            const auto other = meetings_.find(name);
            if (other == meetings_.end())
                return invalid("after", "unknown-meeting",
                               "Meeting {meeting} is to follow {other}, which is not there.",
                               {{"meeting", meeting.name}, {"other", name}});
            meeting.after.push_back(other->second);
        }
        const auto allowed = slots_of(item["allowed"], problem_.slots());
        const auto preferred = slots_of(item["preferred"], problem_.slots());
        if (!allowed || !preferred)
            return bad_slots(meeting.name);
        if (*allowed != 0)
            meeting.allowed = *allowed;
        meeting.preferred = *preferred;
        meeting.length = number_or(item["length"], 1);
        if (!item["pinned"].is_null())
            meeting.pinned = number_or(item["pinned"], 0) - 1;
        if (item["wish"].string() == "would-like")
            meeting.wish = Meeting::Wish::would_like;
        meeting.features = words_of(item["features"]);
        meeting.languages = item["languages"].string();
        problem_.meetings.push_back(std::move(meeting));
        return std::nullopt;
    }

    const Json& json_;
    Problem problem_;
    std::map<std::string, int> parties_, buildings_, meetings_;
};

}  // namespace

Result<Problem> read_json(std::string_view text)
{
    const auto json = Json::read(text);
    if (!json || !json->is_object())
        return invalid({}, "not-json", "The file is not JSON with an object in it.");
    return Reader(*json).read();
}

static Refusal no_plan()
{
    return invalid({}, "no-plan", "The published plan is not one that sala plan has written.");
}

// What was published stays, unless somebody who must meet finds no place otherwise; when gaps are
// filled it stays in any case. A file that says in which order layers come is followed.
static void put_moved(std::vector<std::string>& layers, bool fill_gaps)
{
    const bool is_told =
        !std::equal(layers.begin(), layers.end(), std::begin(layer_names), std::end(layer_names));
    const auto moved = std::find(layers.begin(), layers.end(), "moved");
    if (moved != layers.end() && is_told && !fill_gaps)
        return;
    if (moved != layers.end())
        layers.erase(moved);
    const auto must = std::find(layers.begin(), layers.end(), "must");
    layers.insert(fill_gaps || is_told || must == layers.end() ? layers.begin() : must + 1,
                  "moved");
}

Allowed take_published(Problem& problem, std::string_view plan, bool fill_gaps)
{
    const auto json = Json::read(plan);
    if (!json || !(*json)["meetings"].is_array())
        return no_plan();
    for (const auto& item : (*json)["meetings"].items()) {
        if (item["meeting"].is_null() || item["slot"].is_null())
            return no_plan();
        const auto number = item["meeting"].integer();
        const auto begins = item["slot"].integer();
        if (number < 1 || number > static_cast<std::int64_t>(problem.meetings.size()))
            continue;  // it is no longer wanted
        if (begins < 1 || begins > problem.slots())
            return bad_slots("The published plan");
        auto& meeting = problem.meetings[static_cast<std::size_t>(number - 1)];
        meeting.was = static_cast<int>(begins) - 1;
        if (!item["desk"].is_null())
            meeting.was_at = number_or(item["desk"], 0) - 1;
        if (fill_gaps && !meeting.pinned && has(problem.starts_of(meeting), *meeting.was))
            meeting.pinned = meeting.was;
    }
    put_moved(problem.layers, fill_gaps);
    return allowed();
}

}  // namespace sala::planner
