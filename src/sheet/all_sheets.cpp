// SPDX-License-Identifier: Apache-2.0
//
// Every sheet of a forum, in the order in which they refer to each other.

#include "sheet/columns.hpp"
#include "sheet/floor_sheets.hpp"
#include "sheet/meeting_sheets.hpp"
#include "sheet/row_rules.hpp"

namespace sala::sheet {

namespace {

std::vector<Sheet> directory_sheets()
{
    using enum Sheet::Scope;
    return {
        {"countries",
         "country",
         server,
         tr("Countries"),
         tr("Countries, by their two-letter code."),
         {word("code").needed(), text("name").needed(), note()}},
        {"cities",
         "city",
         server,
         tr("Cities"),
         tr("Capitals, cities, provinces and districts."),
         {ref("country", "countries").needed(),
          choice("kind", {"capital", "city", "province", "district"}).needed(),
          text("name").needed(), text("aliases"), note()}},
        {"networks",
         "network",
         server,
         tr("Networks"),
         tr("What several meetings belong to, such as ASEAN."),
         {text("name").needed(), text("abbreviation"), note()}},
        {"bodies",
         "body",
         server,
         tr("Bodies"),
         tr("Meetings that come back, such as a mayors' forum."),
         {ref("network", "networks"), text("name").needed(), text("abbreviation").needed(),
          text("aliases"), date("since"), note()}},
        {"organisations",
         "organisation",
         server,
         tr("Organisations"),
         tr("City governments, ministries, embassies, international organisations and their "
            "offices."),
         {choice("kind", {"city-government", "network", "united-nations", "ministry", "embassy",
                          "union", "association", "office", "other"})
              .needed(),
          ref("country", "countries"), ref("city", "cities"), ref("parent", "organisations"),
          text("name").needed(), text("abbreviation"), text("aliases"), note()},
         {part_of_another()}},
        {"persons",
         "person",
         server,
         tr("People"),
         tr("Names without title; the honorific or rank stands in its own column."),
         {text("honorific"), text("name").needed(), note()}},
        {"posts",
         "post",
         server,
         tr("Posts"),
         tr("What people are, apart from who they are: Governor of Bangkok."),
         {ref("city", "cities"), ref("organisation", "organisations"), ref("country", "countries"),
          text("title").needed(), note()}},
        {"holders",
         "holder",
         server,
         tr("Holders of posts"),
         tr("Who held a post, and from when to when."),
         {ref("post", "posts").needed(), ref("person", "persons").needed(), date("since"),
          date("until"), note()},
         {until_after_since()}},
    };
}

std::vector<Sheet> occasion_sheets()
{
    using enum Sheet::Scope;
    return {
        {"forum",
         "forum",
         itself,
         tr("The forum"),
         tr("Name, date and place of the whole occasion."),
         {text("title").needed(), lines("summary"), lines("about"), date("date").needed(),
          word("time_zone").needed(), ref("city", "cities"), word("languages"),
          number("minutes", 1, 120), lines("data_note")},
         {known_zone(), known_languages()}},
        {"sources",
         "source",
         forum,
         tr("Sources"),
         tr("Where a fact comes from: an article, a report, a web page."),
         {choice("kind", {"article", "report", "website", "notice", "other"}).needed(),
          date("date"), url("address"), text("title").needed(), note()}},
        {"editions",
         "edition",
         forum,
         tr("Editions"),
         tr("The meetings held at this forum, each with theme and objective."),
         {ref("body", "bodies").needed(), number("number", 1, 999), date("date"),
          text("name").needed(), text("theme"), lines("objective"), note()}},
        {"hosts",
         "host",
         forum,
         tr("Hosts"),
         tr("Who hosts or co-hosts, and which source says so."),
         {ref("edition", "editions"), ref("organisation", "organisations"), ref("city", "cities"),
          choice("role", {"host", "co-host", "as-host"}).needed(), source(), text("statement"),
          note()},
         {somebody_is_hosting()}},
        {"venues",
         "venue",
         forum,
         tr("Venues"),
         tr("Buildings; the first one is the main venue."),
         {ref("city", "cities"), text("name").needed(), text("aliases"), text("place"), note()}},
        {"rooms",
         "room",
         forum,
         tr("Rooms"),
         tr("Rooms of the venues, in the order in which the programme shows them."),
         {ref("venue", "venues").needed(), number("capacity", 0, 100'000), text("name").needed(),
          note()}},
        {"days",
         "day",
         forum,
         tr("Days"),
         tr("The days of the forum."),
         {day("date").needed(), text("title")}},
        {"topics",
         "topic",
         forum,
         tr("Topics"),
         tr("What leaders speak about."),
         {ref("edition", "editions"), number("number", 1, 999).needed(), text("title").needed(),
          source(), note()}},
        {"questions",
         "question",
         forum,
         tr("Guiding questions"),
         tr("What speakers are asked to answer. The note says who is, where a source names them."),
         {ref("edition", "editions"), number("number", 1, 999).needed(), lines("text").needed(),
          source(), note()}},
    };
}

std::vector<Sheet> programme_sheets()
{
    using enum Sheet::Scope;
    return {
        {"sittings",
         "sitting",
         forum,
         tr("Sittings"),
         tr("What happens in a room at a time."),
         {ref("day", "days").needed(),
          choice("part", {"morning", "afternoon", "evening", "whole-day"}), ref("room", "rooms"),
          ref("edition", "editions"),
          choice("kind", {"opening", "plenary", "discussion", "courtesy-call", "bilateral", "meal",
                          "visit", "closing", "other"})
              .needed(),
          time("start"), number("minutes", 1, 1440), number("speaker_minutes", 1, 240), certainty(),
          clock(), flag("cancelled"), source(), text("title").needed(), lines("about"), note()},
         {speaker_fits_sitting(), length_has_start(), clock_has_start()}},
        {"agenda",
         "agenda_item",
         forum,
         tr("Agenda items"),
         tr("Points of a sitting that are not speeches."),
         {ref("sitting", "sittings").needed(), number("number", 1, 9'999).needed(), time("start"),
          number("minutes", 1, 1440), clock(), flag("cancelled"), source(), text("title").needed(),
          lines("about")},
         {length_has_start(), clock_has_start()}},
        {"delegations",
         "delegation",
         forum,
         tr("Delegations"),
         tr("Who takes part together: a city, an organisation, a state."),
         {ref("city", "cities"), ref("organisation", "organisations"), ref("country", "countries"),
          number("size", 0, 10'000), choice("seat", {"member", "partner", "observer"}),
          text("name").needed(), source(), note()}},
        {"delegates",
         "delegate",
         forum,
         tr("Delegates"),
         tr("The people of a delegation and their part in it."),
         {ref("delegation", "delegations").needed(), ref("person", "persons").needed(),
          ref("post", "posts"),
          choice("role", {"head", "deputy", "adviser", "liaison", "interpreter", "security",
                          "press", "accompanying", "member"})
              .needed(),
          day("arrives"), day("leaves"), source(), note()},
         {leaves_after_arriving()}},
        {"interventions",
         "intervention",
         forum,
         tr("Interventions"),
         tr("Who takes the floor, in which order and for how long."),
         {ref("sitting", "sittings").needed(), number("number", 1, 9'999).needed(),
          ref("delegation", "delegations"), ref("person", "persons"), ref("post", "posts"),
          choice("act", {"statement", "welcome", "opening-address", "remark", "report"}).needed(),
          choice("level", {"head-of-state", "head-of-government", "minister", "head", "deputy",
                           "representative"}),
          time("start"), number("minutes", 1, 240), clock(), certainty(), flag("cancelled"),
          refs("topics", "topics"), source(), text("on_behalf"), text("title"), lines("about"),
          note()},
         {somebody_speaks(), clock_has_start()}},
        {"categories",
         "category",
         forum,
         tr("Categories of participants"),
         tr("Kinds of participants, with their number where a source gives it."),
         {number("number", 1, 999).needed(), text("name").needed(), number("count", 0, 1'000'000),
          source(), note()}},
    };
}

std::vector<Sheet> record_sheets()
{
    using enum Sheet::Scope;
    return {
        {"texts",
         "passage",
         forum,
         tr("Texts"),
         tr("Passages kept word for word."),
         {choice("kind", {"headline", "quote", "interview", "component", "outcome", "list",
                          "notice", "other"})
              .needed(),
          ref("edition", "editions"), number("number", 1, 9'999), date("date"), source(),
          text("title"), lines("text").needed(), note()}},
        {"follow_ups",
         "follow_up",
         forum,
         tr("Follow-up"),
         tr("What comes after the forum."),
         {number("number", 1, 9'999).needed(), date("date"), certainty(), source(),
          lines("text").needed(), note()}},
        {"documents",
         "document",
         forum,
         tr("Documents"),
         tr("Declarations, reports, proceedings, letters."),
         {choice("kind", {"declaration", "report", "letter", "article", "proceedings", "other"})
              .needed(),
          ref("edition", "editions"), date("date"), url("address"), text("title").needed(),
          note()}},
        {"reports",
         "report",
         forum,
         tr("Official reports"),
         tr("The reporting officer's summary and whom it goes to."),
         {word("template").needed(), ref("edition", "editions"), date("date"), flag("published"),
          choice("action", {"information", "consideration", "approval", "orders"}).needed(),
          text("title").needed(), text("mission_group"), lines("reporter")}},
        {"report_sections",
         "report_section",
         forum,
         tr("Sections of reports"),
         tr("What stands under each heading."),
         {ref("report", "reports").needed(), number("number", 1, 99).needed(),
          lines("body").needed()}},
    };
}

}  // namespace

const std::vector<Sheet>& all_sheets()
{
    static const auto sheets = [] {
        std::vector<Sheet> all;
        for (auto part : {directory_sheets(), river_sheets(), occasion_sheets(), programme_sheets(),
                          floor_sheets(), meeting_sheets(), record_sheets()})
            for (auto& sheet : part)
                all.push_back(std::move(sheet));
        return all;
    }();
    return sheets;
}

}  // namespace sala::sheet
