// SPDX-License-Identifier: Apache-2.0

#include "floor/hall.hpp"

#include "floor/filling.hpp"
#include "floor/held_rules.hpp"
#include "floor/names_mark.hpp"
#include "floor/poll_store.hpp"
#include "floor/standing.hpp"
#include "programme/programme_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::floor {

namespace {

Text text_of(const std::optional<std::string>& json)
{
    return json ? Text::read(*json).value_or(Text{}) : Text{};
}

// A sitting in which people speak in a fixed sequence.
bool is_sequence(const std::string& kind)
{
    return kind == "opening" || kind == "closing" || kind == "courtesy-call";
}

// Of the chair: a delegation that asks for the floor takes nothing off the screens.
Instant last_step(const std::vector<Act>& acts)
{
    const auto last =
        std::find_if(acts.rbegin(), acts.rend(), [](const Act& act) { return act.by_chair; });
    return last == acts.rend() ? Instant{} : last->at;
}

// What the public and delegations see is the release; whoever works here sees the draft.
bool sees_release(const web::Desk& desk)
{
    const auto& asked = desk.permission();
    return asked.is_public() || asked.name() == forum::delegates.name() ||
           asked.name() == forum::focal_points.name();
}

}  // namespace

void play(Hall& hall) { hall.floor = Floor::played(hall.acts, hall.rules_since); }

std::optional<Hall> find_hall(store::Session& session, const forum::Forum& forum,
                              const std::string& key)
{
    using Words = std::optional<std::string>;
    using Number = std::optional<std::int64_t>;
    const auto row =
        session.find<std::int64_t, std::string, Words, std::string, Number, Number, std::string>(
            "SELECT s.id, s.title, r.name, s.kind, e.body, s.speaker_minutes, s.cancelled FROM "
            "sitting s LEFT JOIN room r ON r.forum = s.forum AND r.id = s.room LEFT JOIN edition e "
            "ON e.forum = "
            "s.forum AND e.id = s.edition WHERE s.forum = :forum AND s.key = :key",
            forum.id, key);
    if (!row)
        return std::nullopt;
    Hall hall;
    hall.forum = forum;
    hall.key = key;
    hall.sitting = std::get<0>(*row);
    hall.title = text_of(std::get<1>(*row));
    hall.room = text_of(std::get<2>(*row));
    hall.kind = std::get<3>(*row);
    hall.body = std::get<4>(*row).value_or(0);
    hall.speaker_minutes = static_cast<int>(std::get<5>(*row).value_or(forum.minutes.value_or(7)));
    hall.cancelled = !std::get<6>(*row).empty();
    hall.rules = usual_rules(hall.speaker_minutes, is_sequence(hall.kind));
    hold_rules(session, hall);
    hall.rehearsal = rehearsal_of(session, forum.id, hall.sitting);
    hall.acts = acts_of(session, forum.id, hall.sitting);
    hall.names = Names::of(session, forum.id, hall.sitting);
    hall.inscribed = inscribed_at(session, forum.id, hall.sitting);
    hall.poll = poll_open_at(session, forum.id, hall.sitting);
    if (!hall.poll)
        hall.decided = poll_closed_since(session, forum.id, hall.sitting, last_step(hall.acts));
    play(hall);
    if (is_untouched(hall))
        hall.wishes = wishes_of(session, hall);
    hall.names_mark = names_mark(hall);
    return hall;
}

bool name_as_released(store::Session& session, Hall& hall)
{
    const auto released = programme::released_programme(session, hall.forum.id);
    const auto* sitting = released ? released->sitting(hall.key) : nullptr;
    if (!sitting)
        return false;
    const auto* room = released->room(sitting->room);
    hall.title = sitting->title;
    hall.cancelled = sitting->cancelled;
    hall.room = room ? room->name : Text{};
    hall.names.call_as_in(*released, *sitting);
    return true;
}

std::string Hall::mark() const
{
    // A text that was handed in or changed is on pages, too.
    std::int64_t texts = 0;
    for (const auto& [delegation, said] : inscribed)
        texts = std::max(texts, said.version);
    return fmt::format("{}.{}.{}.{}.{}.{:x}", version(), rehearsal.running ? 1 : 0, rules_version,
                       poll ? poll->id : 0, texts, names_mark);
}

Result<Hall> load(web::Desk& desk, web::Of<Hall>)
{
    const auto forum = load(desk, web::Of<forum::Forum>{});
    if (!forum)
        return forum.refusal();
    const auto no = missing("no-such-sitting", "There is no such sitting at this forum.");
    auto hall = find_hall(desk.session(), *forum, desk.at("sitting"));
    if (!hall)
        return no;
    if (sees_release(desk) && !name_as_released(desk.session(), *hall) &&
        !desk.may(web::secretariat))
        return no;
    const auto& asked = desk.permission();
    // Of the limits a role may have only the body is a sitting's; a delegation's are looked at by
    // whoever acts for it.
    const bool of_bodies = asked.name() == "chair" || asked.name() == "interpreter";
    if (of_bodies && !desk.may(asked, hall->limits()))
        return no;
    return *std::move(hall);
}

Allowed is_fresh(const Hall& hall, std::int64_t seen)
{
    if (seen == hall.version())
        return allowed();
    return stale(
        "stale-click",
        "Your last touch changed nothing, because somebody was quicker. You see the newest "
        "state.");
}

// The floor knows numbers; the chair reads whose minutes they are.
static Refusal over_budget(const web::Desk& desk, const Hall& hall, std::int64_t delegation)
{
    const auto* found = hall.names.delegation(delegation);
    return conflict("budget-spent",
                    "{delegation}: this would be more than the {minutes} minutes that a delegation "
                    "has altogether.",
                    {{"delegation", found ? found->name.words(desk.reader().language) : ""},
                     {"minutes", std::to_string(hall.rules.budget_seconds / 60)}});
}

Allowed take(web::Desk& desk, Hall& hall, Step step, bool by_chair)
{
    const auto delegation = step.delegation;
    auto taken = hall.floor.taken(std::move(step), hall.rules, by_chair);
    if (!taken)
        return taken.refusal().code == "budget-spent" ? over_budget(desk, hall, delegation)
                                                      : taken.refusal();
    Act act;
    act.id = desk.next_id<Act>().number();
    act.number = hall.version() + 1;
    act.step = *std::move(taken);
    act.by = desk.visitor().login.number();
    act.by_chair = by_chair;
    act.rehearsed = hall.rehearsal.running;
    act.at = desk.now();
    desk.record(Kept{hall.forum.id, hall.sitting, act});
    hall.acts.push_back(std::move(act));
    play(hall);
    if (!hall.rehearsal.running)
        keep_speeches(desk.session(), hall.forum.id, hall.sitting, hall.floor);
    desk.again(hall.topic());
    return allowed();
}

Hall without_rehearsal(Hall hall)
{
    hall.rehearsal.number = hall.version();
    hall.rehearsal.running = false;
    std::erase_if(hall.acts, [](const Act& act) { return act.rehearsed; });
    play(hall);
    return hall;
}

bool is_placed_by_hand(const Hall& hall)
{
    const auto& entries = hall.floor.entries();
    return std::any_of(entries.begin(), entries.end(),
                       [](const Entry& entry) { return entry.moved_by != 0; });
}

const Planned* next_planned(const Hall& hall, std::int64_t delegation)
{
    for (const auto& planned : hall.names.planned()) {
        const auto& entries = hall.floor.entries();
        if (planned.delegation == delegation && planned.is_released &&
            std::none_of(entries.begin(), entries.end(), [&](const Entry& entry) {
                return entry.intervention == planned.id && entry.status != Status::withdrawn;
            }))
            return &planned;
    }
    return nullptr;
}

Step order_of(const Hall& hall)
{
    Step step;
    step.what = What::order;
    for (const auto& placed : computed_list(hall).all)
        step.words += (step.words.empty() ? "" : " ") + placed.key;
    return step;
}

Allowed put_in_order(web::Desk& desk, Hall& hall, bool by_chair)
{
    auto step = order_of(hall);
    const auto wanted = numbers_in(step.words);
    if (wanted == hall.floor.list())
        return allowed();
    return take(desk, hall, std::move(step), by_chair);
}

}  // namespace sala::floor
