// SPDX-License-Identifier: Apache-2.0
//
// A delegate sees the day: with whom, why, where, who comes, how far the terms are; as a page, a
// calendar to subscribe to, and a sheet of paper.

#include "bilateral/show_day.view.hpp"

#include "document/pdf.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_day()
{
    return {.path = "GET /{forum}/delegations/{delegation}/day",
            .allow = forum::delegates,
            .run = web::on<Party>(show),
            .also = {web::Format::ics, web::Format::pdf}};
}

static Json entry_json(const DayEntry& one, const web::Reader& reader)
{
    return Json::object({{"meeting", one.entry.meeting.word()},
                         {"with", one.with},
                         {"when", entry_time(reader, one.entry)},
                         {"begins", std::to_string(one.entry.begins.milliseconds())},
                         {"where", entry_desk(reader, one.entry)},
                         {"why", one.why},
                         {"interpreted", one.pair},
                         {"called_off", one.called_off},
                         {"with_heads", one.with_heads},
                         {"at_once", one.at_once},
                         {"confirmed", one.confirmed},
                         {"items", one.items},
                         {"open_items", one.open_items}});
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto day = day_of(desk, party);
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"final", day.published.is_final},
                          {"meetings", forum::list_json(day.entries, [&](const DayEntry& one) {
                               return entry_json(one, desk.reader());
                           })}}));
    if (desk.wants(web::Format::ics))
        return desk.send("text/calendar; charset=utf-8",
                         document::write_calendar(day_calendar(desk, party, day)));
    if (desk.wants(web::Format::pdf))
        return desk
            .send("application/pdf",
                  document::write_pdf(day_paper(
                      party.forum, desk.reader(), party.all, day.published, {party.self.number},
                      notes_for_sheets(desk.session(), party.forum.id, desk.reader(), party.all),
                      desk.now())))
            .with("Content-Disposition", "inline; filename=\"day.pdf\"");
    return desk.show(day_page(desk, party, day));
}

}  // namespace sala::bilateral
