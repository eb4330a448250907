// SPDX-License-Identifier: Apache-2.0
//
// The slots of a forum with a box for each: when this delegation cannot meet.

#pragma once

#include "bilateral/entry.view.hpp"
#include "bilateral/party.view.hpp"
#include "bilateral/slots.hpp"
#include "bilateral/times.hpp"
#include "bilateral/timetable_store.hpp"

namespace sala::bilateral {

struct TimesPage {
    std::vector<Slot> slots;
    std::vector<bool> on_the_floor;  // by slot
    Times times;
    std::vector<Released::Entry> missed;  // its published meetings at a time when it is away
};

// The meetings of this delegation that are published, stand, and fall into a time when it is away.
inline std::vector<Released::Entry> missed_meetings(store::Session& session, const Party& party,
                                                    const Times& times, Instant now)
{
    std::vector<Released::Entry> missed;
    const auto published = newest_release(session, party.forum.id);
    for (const auto& meeting : meetings_at(session, party.forum.id, party.self.number))
        if (const auto* entry = published.of(meeting.id());
            entry && meeting.status(now) == Status::accepted &&
            times.is_away(Span{entry->begins, entry->ends}))
            missed.push_back(*entry);
    return missed;
}

// Nobody moves a meeting because of what was ticked here; the secretariat is shown that it has to.
inline web::Html missed_note(const web::Reader& reader, const Party& party,
                             const std::vector<Released::Entry>& missed)
{
    return when(!missed.empty(), [&] {
        return html(
            reader, "<div class=\"note\" data-is=\"conflict\" role=\"status\"><h2 class=\"h3\">",
            tr_count("{count} meeting of yours is at a time when you cannot meet",
                     "{count} meetings of yours are at a time when you cannot meet", missed.size()),
            "</h2><ul>",
            each(missed,
                 [&](const Released::Entry& entry) {
                     return html(reader, "<li>",
                                 tr("{name}: {is}", {{"name", counterparts(reader, party.all, entry,
                                                                           party.self.number)},
                                                     {"is", entry_place(reader, entry)}}),
                                 "</li>");
                 }),
            "</ul><p>",
            tr("It stays there until the secretariat, who sees this, has found another time. If it "
               "can be held after all, take the tick away."),
            "</p></div>\n");
    });
}

inline std::string away_field(const Slot& slot)
{
    return "away." + std::to_string(slot.begins.milliseconds());
}

inline web::Form form_of(const TimesPage& page)
{
    web::Form form;
    form.set("parallel", std::to_string(page.times.parallel));
    for (const auto& slot : page.slots)
        if (page.times.is_away(slot))
            form.set(away_field(slot), "yes");
    return form;
}

// As it was ticked, though the slots may have been cut anew meanwhile.
inline bool is_ticked(const web::Form& form, const Slot& slot)
{
    return std::any_of(form.values().begin(), form.values().end(), [&](const auto& value) {
        if (!value.first.starts_with("away.") || !form.ticked(value.first))
            return false;
        const Instant begins{std::strtoll(value.first.c_str() + 5, nullptr, 10)};
        return slot.begins <= begins && begins < slot.ends;
    });
}

inline web::Html slot_box(const web::Desk& desk, const TimesPage& page, std::size_t n)
{
    const auto& reader = desk.reader();
    const auto& slot = page.slots[n];
    return html(reader, "<li><label class=\"tick\"><input type=\"checkbox\" name=\"",
                away_field(slot), "\" value=\"yes\"",
                when(is_ticked(*desk.typed(), slot), [&] { return html(reader, " checked"); }),
                "> ", slot_with_day(reader, slot), "</label>",
                when(page.on_the_floor[n],
                     [&] {
                         return html(reader, " <small class=\"soft\">",
                                     tr("you are in the programme then"), "</small>");
                     }),
                "</li>\n");
}

inline web::Field parallel_field()
{
    return web::number("parallel", tr("In how many meetings can you be at a time?"))
        .at_least(1)
        .at_most(parallel_max)
        .hinted(tr("More than one when your people can part. Where both heads are asked for, one "
                   "at a time."));
}

// The desk brings what was typed, or else what was said last.
inline web::Page times_page(const web::Desk& desk, const Party& party, const TimesPage& page)
{
    const auto& reader = desk.reader();
    web::Html boxes;
    for (std::size_t n = 0; n < page.slots.size(); ++n)
        boxes += slot_box(desk, page, n);
    const auto form =
        html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">\n",
             web::csrf_field(desk), "<fieldset><legend>", tr("We cannot meet at"),
             "</legend>\n<ul class=\"columns\">", boxes, "</ul></fieldset>\n",
             web::field_of(desk, parallel_field()), "<p><button type=\"submit\" data-key=\"s\">",
             tr("Save"), "</button></p>\n</form>\n");
    const auto none = html(
        reader, "<div class=\"empty\"><h2>", tr("There is no time for meetings yet"), "</h2><p>",
        tr("The secretariat puts sittings of the kind “bilateral meetings” into the "
           "programme; their slots stand here then."),
        "</p></div>\n");
    auto body = html(reader, party_crumbs(desk, party, html(reader, tr("When we cannot meet"))),
                     "<h1>", tr("When we cannot meet"), "</h1>\n", acts_in_place(reader, party),
                     web::refused_note(desk), missed_note(reader, party, page.missed),
                     page.slots.empty() ? none : form);
    return party_page(desk, party, reader.say(tr("When we cannot meet")), std::move(body));
}

}  // namespace sala::bilateral
