// SPDX-License-Identifier: Apache-2.0
//
// A delegation blocks out the slots in which it cannot meet, and says in how many meetings it can
// be at a time. A delegation without any time is told so, as long as it has meetings; one that has
// a published meeting then is shown which.

#include "bilateral/meeting_store.hpp"
#include "bilateral/times.view.hpp"
#include "programme/load_draft.hpp"

#include <algorithm>

namespace sala::bilateral {

static Result<web::Reply> keep(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb keep_times()
{
    return {.path = "POST /{forum}/delegations/{delegation}/times",
            .allow = forum::focal_points,
            .run = web::on<Party>(keep),
            .any_fields = true};
}

// Refuses: not-so-many; slots-changed-meanwhile when a box was ticked of a slot that is gone.
static Result<Times> times_in(const web::Form& form, const std::vector<Slot>& slots)
{
    Times times;
    times.parallel =
        form.has("parallel") ? static_cast<int>(form.number("parallel").value_or(0)) : 1;
    if (times.parallel < 1 || times.parallel > parallel_max)
        return invalid("parallel", "not-so-many",
                       "A delegation can be in 1 to 9 meetings at a "
                       "time.");
    for (const auto& slot : slots)
        if (form.ticked(away_field(slot)))
            times.away.push_back({slot.begins, slot.ends});
    const auto ticked =
        std::count_if(form.values().begin(), form.values().end(), [&](const auto& value) {
            return value.first.starts_with("away.") && form.ticked(value.first);
        });
    if (static_cast<std::size_t>(ticked) != times.away.size())
        return stale("slots-changed-meanwhile",
                     "The slots were changed after you opened this page. Look at them once more.");
    return times;
}

Result<web::Reply> keep(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto slots = slots_of(programme::load_draft(desk.session(), party.forum.id),
                                rules_at(desk.session(), party.forum.id));
    const auto times = times_in(form, slots);
    if (!times)
        return times.refusal();
    const auto meetings = meetings_at(desk.session(), party.forum.id, party.self.number);
    const bool meets = std::any_of(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
        return meeting.status(desk.now()) == Status::accepted;
    });
    const bool has_time = std::any_of(slots.begin(), slots.end(),
                                      [&](const Slot& slot) { return !times->is_away(slot); });
    if (meets && !slots.empty() && !has_time)
        return conflict("no-time-left",
                        "You have agreed to meetings and would have no time for any. Leave a slot, "
                        "or call the meetings off first.");
    if (times_at(desk.session(), party.forum.id)[party.self.number] == *times)
        desk.keep_nothing();  // a double click, or a second device
    note_times(desk, party.forum.id, party.self.number, *times);
    desk.again("plan:" + party.forum.slug);  // the secretariat sees what is in the way now
    const auto missed = missed_meetings(desk.session(), party, *times, desk.now());
    return desk.go(missed.empty() ? party.address() : party.home() + "/times");
}

}  // namespace sala::bilateral
