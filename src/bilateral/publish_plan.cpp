// SPDX-License-Identifier: Apache-2.0
//
// The secretariat publishes the timetable, first as preliminary, then as final. Exactly those for
// whom something is new, moved or gone are written to; the letters wait in the outbox.

#include "bilateral/doing.hpp"
#include "bilateral/entry.view.hpp"
#include "bilateral/move.view.hpp"
#include "store/store.hpp"

namespace sala::bilateral {

static Result<web::Reply> publish(web::Desk& desk, const forum::Forum& forum,
                                  const web::Form& form);

web::Verb publish_plan()
{
    return {.path = "POST /{forum}/bilaterals/plan/publish",
            .allow = web::secretariat,
            .form = {web::choice("kind", tr("Publish as"),
                                 {{"preliminary", tr("preliminary")}, {"final", tr("final")}}),
                     web::hidden("version")},
            .run = web::on<forum::Forum>(publish)};
}

// One line for everything that differs for this delegation.
static std::string lines_for(const web::Reader& reader, const std::vector<Known>& all,
                             const std::vector<Difference>& differences, std::int64_t delegation)
{
    std::string lines;
    for (const auto& one : differences) {
        const auto& entry = one.is ? *one.is : *one.was;
        if (!entry.is_with(delegation))
            continue;
        const Arguments said{{"name", counterparts(reader, all, entry, delegation)},
                             {"was", one.was ? entry_place(reader, *one.was) : std::string{}},
                             {"is", one.is ? entry_place(reader, *one.is) : std::string{}}};
        // One of several does not come: the others stay where they were.
        const bool stays =
            one.was && one.is && entry_place(reader, *one.was) == entry_place(reader, *one.is);
        lines += "- " +
                 reader.say(!one.was || stays ? tr("{name}: {is}", said)
                            : !one.is         ? tr("{name}: no longer at {was}", said)
                                              : tr("{name}: {is}, no longer {was}", said)) +
                 "\n";
    }
    return lines;
}

static void tell_concerned(web::Desk& desk, const forum::Forum& forum,
                           const std::vector<Known>& all,
                           const std::vector<Difference>& differences, bool is_final)
{
    const auto& reader = desk.reader();
    const Arguments where{{"forum", forum.title.words(reader.language)}};
    mail::Letter letter;
    letter.reason = "timetable_letter";
    letter.subject =
        reader.say(is_final ? tr("Your bilateral meetings at {forum}", where)
                            : tr("Your bilateral meetings at {forum}, preliminary", where));
    const auto speakers = speakers_at(desk.session(), forum.id);
    for (const auto& known : all) {
        const auto lines = lines_for(reader, all, differences, known.number);
        if (lines.empty())
            continue;
        letter.body = lines + "\n" +
                      reader.say(tr("Your day: {address}",
                                    {{"address", desk.absolute(forum.address() + "/delegations/" +
                                                               known.key + "/day")}}));
        tell(desk, forum, speakers, known.number, letter);
    }
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
    tell_concerned(desk, forum, timetable.all, differing, released.is_final);
    desk.again("plan:" + forum.slug);
    return desk.go(plan_address(forum));
}

}  // namespace sala::bilateral
