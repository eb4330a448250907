// SPDX-License-Identifier: Apache-2.0

#include "planner/json_shape.hpp"

#include <map>
#include <string>
#include <string_view>

namespace sala::planner {
namespace {

enum class Kind { number, words, list, truth, number_or_list };
using Members = std::map<std::string_view, Kind>;

const Members of_problem{{"slots", Kind::number_or_list}, {"parts", Kind::list},
                         {"fairness", Kind::number},      {"fairness_is_soft", Kind::truth},
                         {"required", Kind::truth},       {"parties", Kind::list},
                         {"rooms", Kind::list},           {"walk", Kind::list},
                         {"interpreters", Kind::list},    {"meetings", Kind::list},
                         {"layers", Kind::list}};
const Members of_party{{"name", Kind::words}, {"away", Kind::list}, {"parallel", Kind::number}};
const Members of_room{{"name", Kind::words},
                      {"desks", Kind::number},
                      {"building", Kind::words},
                      {"features", Kind::list},
                      {"closed", Kind::list}};
const Members of_walk{{"from", Kind::words}, {"to", Kind::words}, {"slots", Kind::number}};
const Members of_interpreters{{"name", Kind::words},
                              {"count", Kind::number},
                              {"languages", Kind::list},
                              {"away", Kind::list}};
const Members of_meeting{{"name", Kind::words},      {"parties", Kind::list},
                         {"length", Kind::number},   {"allowed", Kind::list},
                         {"pinned", Kind::number},   {"after", Kind::list},
                         {"wish", Kind::words},      {"features", Kind::list},
                         {"languages", Kind::words}, {"preferred", Kind::list}};

bool is_of(Kind kind, const Json& value)
{
    const bool number = std::holds_alternative<std::int64_t>(value.value());
    switch (kind) {
    case Kind::number:
        return number;
    case Kind::words:
        return value.is_string();
    case Kind::list:
        return value.is_array();
    case Kind::truth:
        return std::holds_alternative<bool>(value.value());
    case Kind::number_or_list:
        return number || value.is_array();
    }
    return false;
}

Sentence name_of(Kind kind)
{
    switch (kind) {
    case Kind::number:
        return tr("a whole number");
    case Kind::words:
        return tr("words in quotation marks");
    case Kind::list:
        return tr("a list in square brackets");
    case Kind::truth:
        return tr("true or false");
    case Kind::number_or_list:
        break;
    }
    return tr("a whole number or a list of names");
}

Allowed has_members(const Json& item, const Members& known, const std::string& whose)
{
    if (!item.is_object())
        return invalid(whose, "wrong-kind", "Each of “{whose}” is an object in braces.",
                       {{"whose", whose}});
    for (const auto& [name, value] : item.members()) {
        const auto found = known.find(name);
        if (found == known.end())
            return invalid(name, "unknown-member", "“{member}” in “{whose}” is not known.",
                           {{"member", name}, {"whose", whose}});
        if (!value.is_null() && !is_of(found->second, value))
            return invalid(
                name, "wrong-kind", "“{member}” in “{whose}” should be {kind}.",
                {{"member", name}, {"whose", whose}, {"kind", name_of(found->second).english()}});
    }
    return allowed();
}

Allowed has_meaning(const Json& meeting)
{
    const auto& wish = meeting["wish"];
    if (!wish.is_null() && wish.string() != "must" && wish.string() != "would-like")
        return invalid("wish", "unknown-wish",
                       "The wish of a meeting is “must” or “would-like”, not “{wish}”.",
                       {{"wish", wish.string()}});
    if (meeting["allowed"].is_array() && meeting["allowed"].items().empty())
        return invalid(
            "allowed", "allowed-nowhere",
            "Meeting {meeting} is allowed in no slot. Leave “allowed” out when it may be "
            "in all.",
            {{"meeting", meeting["name"].string()}});
    return allowed();
}

}  // namespace

Allowed has_shape(const Json& problem)
{
    if (auto checked = has_members(problem, of_problem, "problem"); !checked)
        return checked;
    for (const auto& [list, members] :
         {std::pair{"parties", &of_party}, std::pair{"rooms", &of_room},
          std::pair{"walk", &of_walk}, std::pair{"interpreters", &of_interpreters},
          std::pair{"meetings", &of_meeting}})
        for (const auto& item : problem[list].items())
            if (auto checked = has_members(item, *members, list); !checked)
                return checked;
    for (const auto& meeting : problem["meetings"].items())
        if (auto checked = has_meaning(meeting); !checked)
            return checked;
    return allowed();
}

}  // namespace sala::planner
