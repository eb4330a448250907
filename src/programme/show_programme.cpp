// SPDX-License-Identifier: Apache-2.0
//
// Anybody reads the programme as it was last released: by room, time, topic or city, on paper, in
// a calendar, or as a schedule for an app.

#include "forum/forum_store.hpp"
#include "programme/schedule_format.hpp"
#include "programme/schema_org.hpp"
#include "programme/show_programme.view.hpp"
#include "script/collation.hpp"

namespace sala::programme {

using forum::Forum;
using web::Desk;
using web::Format;
using web::Reply;

static Result<Reply> show(Desk& desk, const Forum& forum);

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

static Reply page(Desk&, const Forum&, const Programme&, const Release&);
static Reply not_yet(Desk&, const Forum&);

Result<Reply> show(Desk& desk, const Forum& forum)
{
    std::optional<std::int64_t> number;
    if (const auto asked = desk.query("release"); !asked.empty())
        number = std::strtoll(asked.c_str(), nullptr, 10);
    const auto programme = released_programme(desk.session(), forum.id, number);
    auto releases = releases_of(desk.session(), forum.id);
    std::erase_if(releases,
                  [&](const Release& release) { return number && release.number != *number; });
    if (!programme && !number && desk.wants(Format::html))
        return not_yet(desk, forum);
    if (!programme || releases.empty())
        return missing("no-release", "This programme has no such release.");
    const auto& release = releases.front();

    const Published published{release.number, release.name, release.at,
                              sequences(desk.session(), forum.id, release.number),
                              desk.house().public_url};
    if (desk.wants(Format::ics))
        return desk
            .send("text/calendar; charset=utf-8",
                  to_calendar(*programme, published, desk.reader().language))
            .with("Content-Disposition", "inline; filename=\"" + forum.slug + ".ics\"");
    if (desk.wants(Format::xml))
        return desk.send("application/xml; charset=utf-8",
                         to_schedule_xml(*programme, published, desk.reader().language));
    if (desk.wants(Format::json)) {
        auto json = to_json(*programme);
        json.set("release", Json::object({{"number", release.number},
                                          {"name", release.name},
                                          {"at", release.at.milliseconds()}}));
        return desk.show(json);
    }
    return page(desk, forum, *programme, release);
}

// The cities that speak, by name in the reader's language; those without a city last.
static std::vector<std::pair<std::string, std::string>> cities_of(const Programme& programme,
                                                                  const Language& language)
{
    std::map<std::string, std::string> cities;
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings)
            for (const auto& one : sitting.interventions)
                cities[one.speaker.city_key] = one.speaker.city.words(language);
    std::vector<std::pair<std::string, std::string>> sorted(cities.begin(), cities.end());
    const script::Collator collator(language);
    std::sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) {
        if (a.first.empty() != b.first.empty())
            return b.first.empty();
        return collator.less(a.second, b.second);
    });
    return sorted;
}

static std::vector<Conflict> conflicts_for_all(const Programme& programme, const Language& language)
{
    auto conflicts = conflicts_in(programme, {}, language);
    std::erase_if(conflicts,
                  [](const Conflict& conflict) { return conflict.kind != Conflict::person_twice; });
    return conflicts;
}

static bool has_illustrative_times(const Programme& programme)
{
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings) {
            if (sitting.time.illustrative)
                return true;
            for (const auto& one : sitting.interventions)
                if (one.time.illustrative)
                    return true;
        }
    return false;
}

static Html head(const Desk& desk, const Forum& forum, const Programme& programme)
{
    const auto& reader = desk.reader();
    return html(reader, "<div class=\"row far\"><div><h1>", tr("Programme"),
                "</h1>\n<p class=\"lede\">", programme.venue,
                when(!programme.city.empty(), [&] { return html(reader, ", ", programme.city); }),
                "</p></div>\n<div class=\"row\">",
                "<a class=\"button\" data-kind=\"plain\" href=\"", forum.address(),
                "/programme.ics\">", tr("Add to calendar"),
                "</a><button type=\"button\" data-kind=\"plain\" hidden data-press=\"print\">",
                tr("Print"), "</button></div></div>\n");
}

static Html foot(const Desk& desk, const Forum& forum, const Release& release)
{
    const auto& reader = desk.reader();
    const auto zone = script::Zone::named(reader.zone);
    const auto at = script::clock(release.at, zone ? *zone : script::Zone::utc());
    return html(
        reader, "<p class=\"as\">", tr("This page as"), " <a href=\"", forum.address(),
        "/programme.json\">JSON</a>, <a href=\"", forum.address(), "/programme.ics\">",
        tr("calendar"), "</a>, <a href=\"", forum.address(), "/programme.xml\">",
        tr("schedule XML"), "</a>. <a href=\"", forum.address(), "/releases\">",
        tr("Release {number}, “{name}”, {date}",
           {{"number", std::to_string(release.number)},
            {"name", release.name},
            {"date", script::render_day(at.day, script::DateStyle::for_reader(
                                                    reader.language, script::DateForm::full))}}),
        "</a></p>\n");
}

static Html middle(const Reading& reading, std::string_view way)
{
    if (way == "topic")
        return by_topic(reading);
    if (way == "city")
        return by_city(reading, cities_of(reading.programme, reading.reader.language));
    return html(reading.reader, day_links(reading), by_days(reading, way == "room"));
}

static Reply page(Desk& desk, const Forum& forum, const Programme& programme,
                  const Release& release)
{
    const auto& reader = desk.reader();
    const auto conflicts = conflicts_for_all(programme, reader.language);
    Reading reading{reader, programme, forum.address(), {}, {}};
    for (const auto& conflict : conflicts)
        reading.in_conflict.insert(conflict.things.begin(), conflict.things.end());
    if (const auto zone = script::Zone::named(forum.zone)) {
        const auto now = script::clock(desk.now(), *zone);
        for (const auto& day : programme.days)
            if (day.day == now.day)
                reading.now = now;
    }
    auto way = desk.query("by");
    if (way != "room" && way != "time" && way != "topic" && way != "city")
        way = programme.rooms.size() <= 6 ? "room" : "time";  // more rooms do not fit a screen
    auto reply = desk.show(web::Page{
        .title = reader.say(tr("Programme")) + ", " + forum.title.words(reader.language),
        .body = html(
            reader, head(desk, forum, programme), way_tabs(reading, way),
            conflict_notes(reading, conflicts),
            when(has_illustrative_times(programme),
                 [&] {
                     return html(
                         reader, "<p class=\"soft small\">",
                         tr("Times with a dotted line are illustrative: time not in the source."),
                         "</p>\n");
                 }),
            when(programme.days.empty(),
                 [&] {
                     return html(
                         reader, "<div class=\"empty\"><h2>", tr("No day yet"), "</h2><p>",
                         tr("The programme appears here as soon as the secretariat releases one."),
                         "</p></div>\n");
                 }),
            middle(reading, way), foot(desk, forum, release)),
        .frame = forum::forum_frame(desk, forum, "programme"),
        .json_ld = programme_event(desk, forum, programme).write(),
        .feeds = {{forum.address() + "/releases.atom", "application/atom+xml"},
                  {forum.address() + "/programme.ics", "text/calendar"}}});
    if (reading.now)
        reply.with("Cache-Control", "no-cache");
    return reply;
}

// Before the first release only the secretariat gets here: nobody else gets to the forum.
static Reply not_yet(Desk& desk, const Forum& forum)
{
    const auto& reader = desk.reader();
    return desk.show(web::Page{
        .title = reader.say(tr("Programme")) + ", " + forum.title.words(reader.language),
        .body = html(reader, "<h1>", tr("Programme"), "</h1>\n<div class=\"empty\"><h2>",
                     tr("Not released yet"), "</h2><p>",
                     tr("The programme has no release yet. With the first one it stands "
                        "here for everybody."),
                     "</p><p class=\"row\"><a class=\"button\" href=\"", forum.address(),
                     "/editor\">", tr("Work on the programme"), "</a><a href=\"", forum.address(),
                     "/releases\">", tr("Prepare the first release"), "</a></p></div>\n"),
        .frame = forum::forum_frame(desk, forum, "programme")});
}

}  // namespace sala::programme
