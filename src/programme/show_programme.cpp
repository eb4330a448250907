// SPDX-License-Identifier: Apache-2.0
//
// Anybody reads the programme as it was last released: by room, time, topic or city, on paper, in
// a calendar, or as a schedule for an app.

#include "programme/show_programme.view.hpp"

#include "programme/schedule_format.hpp"
#include "programme/schema_org.hpp"

namespace sala::programme {

using forum::Forum;
using web::Desk;
using web::Format;
using web::Reply;

static Result<Reply> show(Desk& desk, const Forum& forum);
static Reply page(Desk& desk, const Forum& forum, const Programme& programme,
                  const Release& release);

web::Verb show_programme()
{
    return {.path = "GET /{forum}/programme",
            .allow = web::anyone,
            .query = {{.name = "by",
                       .meaning = "What the page is ordered by.",
                       .words = {"room", "time", "topic", "city"}},
                      {.name = "release", .meaning = "The number of an earlier release."}},
            .run = web::on<Forum>(show),
            .also = {Format::ics, Format::xml},
            .summary = "The released programme, for people, calendars and schedule apps."};
}

Result<Reply> show(Desk& desk, const Forum& forum)
{
    std::optional<std::int64_t> number;
    if (const auto asked = desk.query("release"); !asked.empty())
        number = std::strtoll(asked.c_str(), nullptr, 10);
    const auto programme = released_programme(desk.session(), forum.id, number);
    const auto releases = releases_of(desk.session(), forum.id);
    const auto release = std::find_if(releases.begin(), releases.end(), [&](const Release& one) {
        return !number || one.number == *number;
    });
    if (!programme && !number && desk.wants(Format::html))
        return desk.show(not_released_page(desk, forum));
    if (!programme || release == releases.end())
        return missing("no-release", "This programme has no such release.");
    if (desk.wants(Format::html))
        return page(desk, forum, *programme, *release);
    if (desk.wants(Format::json))
        return desk.show(to_json(*programme, *release));
    const Published published{release->number, release->name, release->at,
                              sequences(desk.session(), forum.id, release->number),
                              desk.house().public_url};
    if (desk.wants(Format::xml))
        return desk.send("application/xml; charset=utf-8",
                         to_schedule_xml(*programme, published, desk.reader().language));
    return desk
        .send("text/calendar; charset=utf-8",
              to_calendar(*programme, published, desk.reader().language))
        .with("Content-Disposition", "inline; filename=\"" + forum.slug + ".ics\"");
}

Reply page(Desk& desk, const Forum& forum, const Programme& programme, const Release& release)
{
    const auto conflicts = conflicts_for_all(programme, desk.reader().language);
    const auto reading = reading_at(desk.reader(), forum, programme, conflicts, desk.now());
    auto page = programme_page(desk, forum, reading, conflicts, release);
    page.json_ld = programme_event(desk, forum, programme).write();
    auto reply = desk.show(std::move(page));
    if (reading.now)
        reply.with("Cache-Control", "no-cache");
    return reply;
}

}  // namespace sala::programme
