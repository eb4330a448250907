// SPDX-License-Identifier: Apache-2.0
//
// The secretariat publishes the timetable, first as preliminary, then as final. Exactly those for
// whom something is new, moved or gone are written to; the letters wait in the outbox.

#include "bilateral/move.view.hpp"
#include "bilateral/timetable_letters.hpp"
#include "store/store.hpp"

namespace sala::bilateral {

static Result<web::Reply> publish(web::Desk& desk, const forum::Forum& forum,
                                  const web::Form& form);

web::Verb publish_plan()
{
    return {.path = "POST /{forum}/bilaterals/plan/publish",
            .allow = web::secretariat,
            .form = fields_of_publishing(),
            .run = web::on<forum::Forum>(publish)};
}

// A final timetable in which something is in the way waits until it is moved, or somebody says that
// it shall be so. Refuses meetings-in-the-way with the first of them.
static Allowed is_settled(const web::Desk& desk, const Timetable& timetable, const web::Form& form)
{
    if (form["kind"] != "final" || form.ticked("despite"))
        return allowed();
    const auto& reader = desk.reader();
    const auto all = all_in_the_way(timetable, reader);
    if (all.empty())
        return allowed();
    const auto& first = all.front();
    return conflict("meetings-in-the-way",
                    "{pair}: {why} {count} in all. Move what is in the way, or tick that the "
                    "timetable is published as final all the same.",
                    {{"pair", words_of(reader, timetable.all, first.meeting->delegations(), " – ")},
                     {"why", reader.say(first.why.front())},
                     {"count", std::to_string(all.size())}});
}

Result<web::Reply> publish(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    const auto timetable = load_timetable(desk.session(), forum.id, desk.now());
    if (const auto same = is_this_draft(timetable, form); !same)
        return same.refusal();
    // Meetings beyond the limit would look as if they were gone.
    if (const auto can = can_be_planned(timetable.slots_in_all);
        !can && timetable.slots_in_all > slots_max)
        return can.refusal();
    if (const auto settled = is_settled(desk, timetable, form); !settled)
        return settled.refusal();
    const auto before = newest_release(desk.session(), forum.id);
    auto released = as_release(timetable);
    released.number = before.number + 1;
    released.is_final = form["kind"] == "final";
    const auto differing = differences(before, released);
    if (released.entries.empty() && before.entries.empty())
        return conflict("nothing-placed", "No meeting is placed yet, so there is nothing to "
                                          "publish.");
    if (differing.empty() && before.is_final == released.is_final)
        return conflict("nothing-new", "This timetable is published already.");
    try {
        insert_release(desk, forum.id, released);
    } catch (const store::Duplicate&) {
        return conflict("published-meanwhile", "Somebody published at the same moment. Look at "
                                               "what is published now.");
    }
    tell_concerned(desk, forum, timetable.all, before, released);
    look_again(desk, forum, timetable.all, before, released);
    desk.again("plan:" + forum.slug);
    return desk.go(plan_address(forum));
}

}  // namespace sala::bilateral
