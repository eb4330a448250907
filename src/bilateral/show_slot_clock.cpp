// SPDX-License-Identifier: Apache-2.0
//
// A wall screen shows the slot that is on, until when, and which comes next. It names nobody.

#include "bilateral/party.view.hpp"
#include "bilateral/slots.hpp"
#include "programme/load_draft.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_slot_clock()
{
    return {.path = "GET /{forum}/bilaterals/clock",
            .allow = forum::members,
            .run = web::on<forum::Forum>(show)};
}

static web::Html slot_line(const web::Reader& reader, const Slot& slot, Instant now)
{
    const bool on = slot.begins <= now && now < slot.ends;
    return html(reader, "<li data-begins=\"", slot.begins.milliseconds(), "\" data-ends=\"",
                slot.ends.milliseconds(), "\"",
                when(on, [&] { return html(reader, " aria-current=\"time\""); }), ">",
                slot_with_day(reader, slot),
                when(on,
                     [&] {
                         return html(reader, " <span class=\"chip\" data-is=\"now\">", tr("now"),
                                     "</span>");
                     }),
                "</li>\n");
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto slots = slots_of(programme::load_draft(desk.session(), forum.id),
                                rules_at(desk.session(), forum.id));
    const auto& reader = desk.reader();
    const auto on = std::find_if(slots.begin(), slots.end(), [&](const Slot& slot) {
        return slot.begins <= desk.now() && desk.now() < slot.ends;
    });
    const auto next = std::find_if(slots.begin(), slots.end(),
                                   [&](const Slot& slot) { return slot.begins > desk.now(); });
    if (desk.wants(web::Format::json))
        return desk.show(Json::object(
            {{"now", on == slots.end() ? Json() : Json(slot_words(reader, *on))},
             {"next", next == slots.end() ? Json() : Json(slot_words(reader, *next))}}));
    auto body =
        html(reader, "<div class=\"slot-clock\" data-slot-clock=\"", desk.now().milliseconds(),
             "\"><div><h1>",
             on == slots.end() ? html(reader, tr("No meetings now"))
                               : html(reader, slot_words(reader, *on)),
             "</h1>\n<p class=\"big\" data-left></p>\n<p>",
             next == slots.end()
                 ? html(reader, tr("No meetings after this"))
                 : html(reader, tr("Next: {time}", {{"time", slot_with_day(reader, *next)}})),
             "</p></div></div>\n<ol class=\"list\" hidden>",
             each(slots, [&](const Slot& slot) { return slot_line(reader, slot, desk.now()); }),
             "</ol>\n");
    return desk.show({.title = reader.say(tr("Clock of the slots")),
                      .body = std::move(body),
                      .frame = forum::forum_frame(desk, forum, "bilaterals")});
}

}  // namespace sala::bilateral
