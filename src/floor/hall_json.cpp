// SPDX-License-Identifier: Apache-2.0

#include "floor/hall_json.hpp"

#include "floor/filling.hpp"
#include "floor/pace.hpp"
#include "floor/planned_time.hpp"
#include "floor/speaker.view.hpp"
#include "forum/text_json.hpp"

namespace sala::floor {

namespace {

const char* word_of(Floor::Phase phase)
{
    return phase == Floor::Phase::open     ? "open"
           : phase == Floor::Phase::closed ? "closed"
                                           : "before";
}

const char* word_of(Status status)
{
    switch (status) {
    case Status::waiting:
        return "waiting";
    case Status::asking:
        return "asking";
    case Status::speaking:
        return "speaking";
    case Status::absent:
        return "absent";
    case Status::spoken:
        return "spoken";
    case Status::withdrawn:
        return "withdrawn";
    case Status::ruled:
        break;
    }
    return "ruled";
}

Json entry_json(const Hall& hall, const Entry& entry, const Outlook& outlook)
{
    const auto* delegation = hall.names.delegation(entry.delegation);
    const auto* person = hall.names.person(entry.person);
    const auto* post = hall.names.post(entry.post);
    const auto about = outlook.turns.find(entry.id);
    const auto group = group_of(hall, entry);
    return Json::object(
        {{"entry", is_expected(entry) ? Json() : Json(std::to_string(entry.id))},
         {"kind", word(entry.kind)},
         {"on_behalf", group.empty() ? Json() : forum::text_json(group)},
         {"status", word_of(entry.status)},
         {"delegation", delegation ? Json(delegation->key) : Json()},
         {"name", delegation ? forum::text_json(delegation->name) : Json()},
         {"country", delegation ? Json(delegation->country_code) : Json()},
         {"person", person ? forum::text_json(person->name) : Json()},
         {"post", post ? forum::text_json(*post) : Json()},
         {"seconds", entry.seconds},
         {"spent", std::int64_t{entry.spent.count()}},
         {"about", about == outlook.turns.end() ? Json() : Json(about->second.milliseconds())}});
}

Json entries_json(const Hall& hall, const std::vector<std::int64_t>& entries,
                  const Outlook& outlook)
{
    return forum::list_json(
        entries, [&](std::int64_t id) { return entry_json(hall, *hall.floor.entry(id), outlook); });
}

// Seconds; none where the rules set no budget.
Json budgets_json(const Hall& hall)
{
    auto list = Json::array();
    const auto whole = hall.rules.budget_seconds;
    for (const auto& one : hall.names.delegations()) {
        if (whole == 0)
            break;
        const auto budget = budget_of(hall.floor, hall.rules, one.id);
        list.push(Json::object({{"delegation", one.key},
                                {"whole", whole},
                                {"spoken", budget.spoken},
                                {"promised", budget.promised},
                                {"left", budget.left_of(whole)}}));
    }
    return list;
}

}  // namespace

Json clock_json(const Floor& floor, Instant now)
{
    const auto* turn = floor.turn();
    if (!turn)
        return {};
    const auto& clock = turn->clock;
    return Json::object({{"running", clock.running},
                         {"ends_at", clock.running ? Json(clock.ends_at.milliseconds()) : Json()},
                         {"left", std::int64_t{clock.left_at(now).count()}},
                         {"limit", std::int64_t{clock.limit.count()}}});
}

Json to_json(const Hall& hall, Instant now, bool lead)
{
    const auto& floor = hall.floor;
    const auto outlook = outlook_of(floor, now);
    const auto listed = as_it_would_open(hall);
    std::vector<std::int64_t> speaking;
    for (const auto& turn : floor.turns())
        speaking.push_back(turn.entry);
    auto json = Json::object({{"forum", hall.forum.slug},
                              {"sitting", hall.key},
                              {"version", hall.version()},
                              {"now", now.milliseconds()},
                              {"phase", word_of(floor.phase())},
                              {"cancelled", hall.cancelled},
                              {"rehearsal", hall.rehearsal.running},
                              {"chair", floor.chair()},
                              {"list_open", floor.list_is_open()},
                              {"clock", clock_json(floor, now)},
                              {"speaking", entries_json(hall, speaking, outlook)},
                              {"list", entries_json(listed, listed.floor.list(), outlook)}});
    if (lead) {
        json.set("requests", entries_json(hall, floor.requests(), outlook));
        json.set("absent", entries_json(hall, floor.absent(), outlook));
        json.set("budgets", budgets_json(hall));
    }
    json.set("list_ends", outlook.list_ends ? Json(outlook.list_ends.milliseconds()) : Json());
    json.set("message", floor.message());
    return json;
}

}  // namespace sala::floor
