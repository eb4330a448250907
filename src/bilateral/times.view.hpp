// SPDX-License-Identifier: Apache-2.0
//
// The slots of a forum with a box for each: when this delegation cannot meet.

#pragma once

#include "bilateral/party.view.hpp"
#include "bilateral/slots.hpp"
#include "bilateral/times.hpp"

namespace sala::bilateral {

struct TimesPage {
    std::vector<Slot> slots;
    planner::Slots on_the_floor = 0;
    Times times;
};

inline web::Html slot_box(const web::Reader& reader, const TimesPage& page, std::size_t n)
{
    const auto& slot = page.slots[n];
    const auto name = "away." + std::to_string(slot.begins.milliseconds());
    return html(reader, "<li><label class=\"tick\"><input type=\"checkbox\" name=\"", name,
                "\" value=\"yes\"",
                when(page.times.is_away(slot.begins), [&] { return html(reader, " checked"); }),
                "> ", slot_with_day(reader, slot), "</label>",
                when(planner::has(page.on_the_floor, static_cast<int>(n)),
                     [&] {
                         return html(reader, " <small class=\"soft\">",
                                     tr("you are in the programme then"), "</small>");
                     }),
                "</li>\n");
}

inline web::Page times_page(const web::Desk& desk, const Party& party, const TimesPage& page)
{
    const auto& reader = desk.reader();
    web::Html boxes;
    for (std::size_t n = 0; n < page.slots.size(); ++n)
        boxes += slot_box(reader, page, n);
    const auto form = html(
        reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">\n",
        web::csrf_field(desk), "<fieldset><legend>", tr("We cannot meet at"),
        "</legend>\n<ul class=\"columns\">", boxes, "</ul></fieldset>\n<p><label for=\"parallel\">",
        tr("In how many meetings can you be at a time?"),
        "</label><span class=\"hint\" "
        "id=\"parallel-h\">",
        tr("More than one when your people can part. Where both heads are asked for, one at a "
           "time."),
        "</span><input type=\"number\" id=\"parallel\" name=\"parallel\" min=\"1\" max=\"9\" "
        "aria-describedby=\"parallel-h\" value=\"",
        page.times.parallel, "\"></p>\n<p><button type=\"submit\" data-key=\"s\">", tr("Save"),
        "</button></p>\n</form>\n");
    const auto none = html(
        reader, "<div class=\"empty\"><h2>", tr("There is no time for meetings yet"), "</h2><p>",
        tr("The secretariat puts sittings of the kind “bilateral meetings” into the "
           "programme; their slots stand here then."),
        "</p></div>\n");
    auto body = html(reader, party_crumbs(reader, party, html(reader, tr("When we cannot meet"))),
                     "<h1>", tr("When we cannot meet"), "</h1>\n", acts_in_place(reader, party),
                     web::refused_note(desk), page.slots.empty() ? none : form);
    return party_page(desk, party, reader.say(tr("When we cannot meet")), std::move(body));
}

}  // namespace sala::bilateral
