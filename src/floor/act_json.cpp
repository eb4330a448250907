// SPDX-License-Identifier: Apache-2.0

#include "floor/act_json.hpp"

#include "floor/speaker.view.hpp"
#include "forum/text_json.hpp"

namespace sala::floor {

namespace {

Json delegation_json(const Hall& hall, std::int64_t id)
{
    const auto* found = hall.names.delegation(id);
    return found ? Json(found->key) : Json();
}

// Their name; nothing for nobody, and for whoever was erased since.
Json person_json(const Hall& hall, std::int64_t id)
{
    const auto* found = hall.names.person(id);
    return found ? forum::text_json(found->name) : Json();
}

// What the clock had said before anybody corrected it.
Json measured_json(const Hall& hall, const Step& step)
{
    const auto* entry = hall.floor.entry(step.entry);
    return entry && entry->corrected ? Json(std::int64_t{entry->measured.count()}) : Json();
}

void say_speaker(Json& json, const Hall& hall, const Act& act)
{
    const auto& step = act.step;
    json.set("person", person_json(hall, step.person));
    if (step.what == What::enter || step.what == What::correct_speaker)
        json.set("delegation", delegation_json(hall, step.delegation));
    if (step.what != What::enter)
        return;
    json.set("kind", word(step.kind));
    json.set("seconds", step.seconds);
    if (step.kind == Kind::order)
        json.set("category", step.other);
}

// What only this kind of act has.
void say_more(Json& json, const Hall& hall, const Act& act)
{
    const auto& step = act.step;
    switch (step.what) {
    case What::enter:
    case What::substitute:
    case What::name:
    case What::correct_speaker:
        return say_speaker(json, hall, act);
    case What::move:
        return json.set("place", step.other);
    case What::swap:
        return json.set("other_entry", std::to_string(step.other));
    case What::restore:
        return json.set("speaks_next", step.other == 1);
    case What::add_time:
        return json.set("seconds", step.seconds);
    case What::allot:
        json.set("group_seconds", step.entry == 0 ? Json(step.other) : Json());
        return json.set("seconds", step.seconds);
    case What::withdraw:
        return json.set("cancelled", step.other == 1);
    case What::rule:
        return json.set("ruling", ruling_word(step.other));
    case What::undo:
        return json.set("undid", step.other);
    case What::rules:
        return json.set("rules", to_json(rules_at(hall.rules_since, act.number)));
    case What::correct:
        json.set("seconds", step.seconds);
        return json.set("measured", measured_json(hall, step));
    default:
        break;
    }
}

}  // namespace

const char* ruling_word(std::int64_t ruling)
{
    return ruling == 1 ? "upheld" : ruling == 2 ? "not-upheld" : "noted";
}

Json acts_json(const Hall& hall)
{
    auto all = Json::array();
    std::string chair;
    for (const auto& act : hall.acts) {
        const auto& step = act.step;
        const bool undone = hall.floor.undone().count(act.number) > 0;
        auto json =
            Json::object({{"number", act.number},
                          {"what", word(step.what)},
                          {"at", act.at.milliseconds()},
                          {"entry", std::to_string(step.what == What::enter ? act.id : step.entry)},
                          {"by", act.by_chair ? "chair" : "delegation"},
                          {"chair", chair},
                          {"undone", undone},
                          {"words", step.words}});
        say_more(json, hall, act);
        all.push(std::move(json));
        if (step.what == What::hand_over && !undone)
            chair = step.words;
    }
    return all;
}

}  // namespace sala::floor
