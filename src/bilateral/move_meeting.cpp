// SPDX-License-Identifier: Apache-2.0
//
// The secretariat moves a meeting to another slot or desk, or takes it off the timetable. What is
// in the way is said, and nothing is moved then.

#include "base/whole_number.hpp"
#include "bilateral/move.view.hpp"
#include "store/store.hpp"

namespace sala::bilateral {

static Result<web::Reply> move(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

web::Verb move_meeting()
{
    return {.path = "POST /{forum}/bilaterals/plan/move",
            .allow = web::secretariat,
            .form = fields_of_move(),
            .run = web::on<forum::Forum>(move)};
}

// Somebody who drags says which desk in two fields, the list of desks in one: "5/2".
static std::pair<std::int64_t, int> desk_of(const web::Form& form)
{
    const auto& at = form["at"];
    const auto bar = at.find('/');
    if (bar == std::string::npos)
        return {form.number("desks").value_or(0),
                static_cast<int>(form.number("desk").value_or(0))};
    return {whole_number(at.substr(0, bar)).value_or(0),
            static_cast<int>(whole_number(at.substr(bar + 1)).value_or(0))};
}

static Result<Place> wanted(const web::Desk& desk, const Timetable& timetable,
                            const Meeting& meeting, const web::Form& form)
{
    const int slot = slot_at(timetable.slots, Instant{form.number("begins").value_or(0)});
    const auto [row, number] = desk_of(form);
    const auto* desks = timetable.desks_of(row);
    if (slot < 0 || !desks || number < 1 || number > desks->count)
        return invalid("begins", "no-such-place",
                       "There is no such slot or desk. They may have been changed meanwhile.");
    const auto conflicts = conflicts_at(timetable, desk.reader(), meeting, slot, desks, number);
    if (!conflicts.empty())
        return Refusal{Refusal::conflict, {}, "in-the-way", conflicts.front()};
    const auto* now = timetable.place_of(meeting.id());
    return Place{meeting.id(), slot, desks->number, number, now && now->pinned};
}

// Throws store::Duplicate when somebody took the place, the people or the next version first.
static void carry_out(web::Desk& desk, const forum::Forum& forum, const Timetable& timetable,
                      Id<Meeting> meeting, const std::optional<Place>& place)
{
    if (place)
        put(desk.session(), timetable, forum.id, *place);
    else
        take_off(desk.session(), forum.id, meeting);
    note_change(desk.session(), timetable,
                {.forum = forum.id,
                 .how = place ? "moved" : "taken-off",
                 .meeting = meeting,
                 .by = desk.visitor().login,
                 .at = desk.now()});
}

Result<web::Reply> move(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto timetable = load_timetable(desk.session(), forum.id, desk.now());
    const auto meeting = meeting_in(timetable, form["meeting"]);
    if (!meeting)
        return meeting.refusal();
    if (const auto same = is_this_draft(timetable, form); !same)
        return same.refusal();
    std::optional<Place> place;
    if (!form["begins"].empty()) {
        const auto there = wanted(desk, timetable, **meeting, form);
        if (!there)
            return there.refusal();
        place = *there;
    }
    try {
        carry_out(desk, forum, timetable, (*meeting)->id(), place);
    } catch (const store::Duplicate&) {
        return changed_meanwhile();
    }
    desk.again("plan:" + forum.slug);
    return desk.go(plan_address(forum));
}

}  // namespace sala::bilateral
