// SPDX-License-Identifier: Apache-2.0
//
// A wall screen shows the slot that is on, how long still, and which comes next. It names nobody,
// so as soon as a timetable is published the machine behind it needs no login.

#include "bilateral/slot_clock.view.hpp"
#include "bilateral/timetable_store.hpp"
#include "programme/load_draft.hpp"
#include "programme/programme_store.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_slot_clock()
{
    return {.path = "GET /{forum}/bilaterals/clock",
            .allow = web::anyone,
            .query = {{.name = "language", .meaning = "In which language.", .words = {"en", "th"}}},
            .run = web::on<forum::Forum>(show)};
}

static web::Reader reader_of_wall(const web::Desk& desk)
{
    auto reader = desk.reader();
    if (const auto asked = Language::named(desk.query("language")))
        reader.language = asked->is_thai() ? Language::thai() : Language::english();
    return reader;
}

// Whoever belongs to the forum sees the slots as they are planned with, everybody else as they were
// released. Refuses not-published.
static Result<std::vector<Slot>> slots_for(web::Desk& desk, const forum::Forum& forum)
{
    const auto rules = rules_at(desk.session(), forum.id);
    if (desk.may(forum::members))
        return slots_of(programme::load_draft(desk.session(), forum.id), rules);
    const auto released = programme::released_programme(desk.session(), forum.id);
    if (!released || newest_release(desk.session(), forum.id).number == 0)
        return missing("not-published", "The timetable of the meetings is not published yet. The "
                                        "clock runs here as soon as it is.");
    return slots_of(*released, rules);
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    auto slots = slots_for(desk, forum);
    if (!slots)
        return slots.refusal();
    const auto clock = slot_clock(*std::move(slots), desk.now());
    const auto reader = reader_of_wall(desk);
    const auto words = [&](const Slot* slot) {
        return slot ? Json(slot_words(reader, *slot)) : Json();
    };
    const auto until = clock.until();
    // It holds a moment: whoever gets it later would see an old clock.
    if (desk.wants(web::Format::json))
        return desk
            .show(Json::object(
                {{"now", words(clock.on)},
                 {"next", words(clock.next)},
                 {"until", until ? Json(std::to_string(until->milliseconds())) : Json()}}))
            .with("Cache-Control", "no-store");
    return desk
        .send("text/html; charset=utf-8", clock_document(reader, forum, clock, desk.now()).markup())
        .with("Cache-Control", "no-store");
}

}  // namespace sala::bilateral
