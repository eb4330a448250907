// SPDX-License-Identifier: Apache-2.0

#include "document/html_text.hpp"
#include "document/schedule_span.hpp"
#include "document/schedule_xml.hpp"
#include "document/uuid.hpp"
#include "document/wall_clock.hpp"
#include "document/xml.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>

namespace sala::document {
namespace {

constexpr std::int64_t day_milliseconds = 24L * 60 * 60 * 1000;

std::string said(const pugi::xml_node& in, const char* of) { return trimmed(in.child_value(of)); }

class Reader {
public:
    explicit Reader(const pugi::xml_node& root) : root_(root) {}

    Result<ReadSchedule> schedule()
    {
        collect_taken();
        read_conference(root_.child("conference"));
        for (const auto& day : root_.children("day"))
            read_day(day);
        if (events_ == 0)
            return invalid({}, "no-events",
                           "The schedule holds no events with a time, so there is nothing to "
                           "make a programme of.");
        where_ = tr("conference");
        if (fit_conference_to_days(out()))
            adjust("dates-widened",
                   tr("The conference's dates were missing or left out some of its days."));
        return std::move(read_);
    }

private:
    Schedule& out() { return read_.schedule; }
    Conference& conference() { return read_.schedule.conference; }

    void adjust(const std::string& code, Sentence sentence)
    {
        for (auto& one : read_.adjustments)
            if (one.code == code) {
                ++one.count;
                return;
            }
        read_.adjustments.push_back({code, where_, 1, std::move(sentence)});
    }

    // Replacements for ids that are missing must not collide with ids that come later.
    void collect_taken()
    {
        for (const auto& day : root_.children("day"))
            for (const auto& room : day.children("room"))
                for (const auto& event : room.children("event"))
                    next_id_ =
                        std::max(next_id_, std::min(event.attribute("id").as_llong(), 1LL << 52));
    }

    void read_conference(const pugi::xml_node& node)
    {
        where_ = tr("conference");
        out().generator = root_.child("generator").attribute("name").value();
        out().generator_version = root_.child("generator").attribute("version").value();
        out().version = said(root_, "version");
        if (out().version.empty()) {
            out().version = "1";
            adjust("version-missing", tr("The schedule has no version; it is read as version 1."));
        }
        conference().title = said(node, "title");
        conference().start = date_in(said(node, "start")).value_or("");
        conference().end = date_in(said(node, "end")).value_or("");
        conference().base_url = said(node, "base_url");
        conference().url = said(node, "url");
        conference().timeslot_minutes = minutes_in(said(node, "timeslot_duration"), 99).value_or(0);
        day_change_ = minutes_in(said(node, "day_change"), 23).value_or(0);
        read_zone(node);
        for (const auto& track : node.children("track"))
            conference().tracks.push_back({track.attribute("name").value(),
                                           track.attribute("color").value(),
                                           track.attribute("slug").value()});
        read_acronym(said(node, "acronym"));
    }

    void read_zone(const pugi::xml_node& node)
    {
        conference().time_zone = said(node, "time_zone_name");
        if (!conference().time_zone.empty() &&
            zone_offset_minutes(conference().time_zone, Instant{}))
            return;
        conference().time_zone = "UTC";
        adjust("time-zone-assumed",
               tr("No time zone that is known is named; times are read as UTC."));
    }

    void read_acronym(const std::string& acronym)
    {
        auto& title = conference().title;
        if (title.empty()) {
            title = acronym.empty() ? "Conference" : acronym;
            adjust("title-missing",
                   tr("The conference has no title; its short name stands for it."));
        }
        conference().acronym =
            schedule_acronym(acronym.empty() ? title : acronym, conference().start);
        if (conference().acronym != acronym)
            adjust("acronym-derived",
                   acronym.empty() ? tr("No acronym is given; one was made of the title.")
                   : acronym.size() < acronym_size_min
                       ? tr("The acronym is too short for an address; one was made of it.")
                       : tr("The acronym held signs that an address cannot have."));
    }

    void read_day(const pugi::xml_node& node)
    {
        ScheduleDay day;
        day.index = static_cast<int>(out().days.size()) + 1;
        where_ = tr("day {day}", {{"day", std::to_string(day.index)}});
        day.date = date_in(node.attribute("date").value()).value_or("");
        const auto start = moment_in(node.attribute("start").value());
        const auto end = moment_in(node.attribute("end").value());
        const auto offset =
            start ? zone_offset_minutes(conference().time_zone, *start).value_or(0) : 0;
        const auto local_date = start ? iso_date(*start, offset) : day.date;
        if (local_date.empty()) {
            adjust("day-left-out", tr("A day without a date was left out, with all its events."));
            return;
        }
        if (local_date != day.date)
            adjust("day-date-corrected", tr("The date of a day was not that of its start."));
        day.date = local_date;
        day.start = start ? *start : at(day.date, day_change_);
        day.end = end && *end > day.start ? *end
                                          : day.start + std::chrono::milliseconds{day_milliseconds};
        if (!start || !end)
            adjust("day-hours-assumed", tr("A day does not say when it starts and ends."));
        for (const auto& room : node.children("room"))
            read_room(day, room);
        out().days.push_back(std::move(day));
    }

    Instant at(const std::string& date, int minutes)
    {
        return moment_in_zone(conference().time_zone, date, minutes).value_or(Instant{});
    }

    void read_room(ScheduleDay& day, const pugi::xml_node& node)
    {
        where_ = tr("day {day}, room {room}",
                    {{"day", std::to_string(day.index)}, {"room", node.attribute("name").value()}});
        auto name = trimmed(node.attribute("name").value());
        if (!node.child("event"))
            adjust("empty-room", tr("A room has no events on a day; it was kept, empty."));
        if (name.empty()) {
            name = "Room";
            adjust("room-name-missing", tr("A room has no name; it is called “Room”."));
        }
        const auto same = rooms_.try_emplace({day.index, name}, day.rooms.size()).first->second;
        if (same == day.rooms.size())
            day.rooms.push_back({name, node.attribute("guid").value(), {}});
        const auto room_place = where_;
        for (const auto& event : node.children("event")) {
            where_ = tr("day {day}, room {room}, event {event}", room_place.arguments);
            where_.arguments.emplace_back("event", event.attribute("id").value());
            if (auto read = read_event(day, event))
                day.rooms[same].events.push_back(std::move(*read));
        }
    }

    std::optional<ScheduleEvent> read_event(const ScheduleDay& day, const pugi::xml_node& node)
    {
        ScheduleEvent event;
        const auto start = start_of(day, node);
        if (!start) {
            adjust("event-left-out", tr("An event without a time was left out."));
            return std::nullopt;
        }
        event.start = *start;
        event.minutes = minutes_of(node);
        read_names(event, node);
        read_words(event, node);
        for (const auto& person : node.child("persons").children("person"))
            if (auto name = trimmed(person.child_value()); !name.empty())
                event.persons.push_back({person.attribute("id").as_llong(), std::move(name)});
        for (const auto& link : node.child("links").children("link"))
            event.links.push_back({link.attribute("href").value(), trimmed(link.child_value())});
        for (const auto& file : node.child("attachments").children("attachment"))
            event.attachments.push_back(
                {file.attribute("href").value(), trimmed(file.child_value())});
        ++events_;
        return event;
    }

    std::optional<Instant> start_of(const ScheduleDay& day, const pugi::xml_node& node)
    {
        const auto clock = minutes_in(said(node, "start"), 23);
        if (const auto moment = moment_in(said(node, "date"))) {
            const auto offset = zone_offset_minutes(conference().time_zone, *moment).value_or(0);
            if (clock && minutes_in(iso_clock(*moment, offset), 23) != clock)
                adjust("start-differs",
                       tr("An event's start is not the time of its date; the date was taken."));
            return moment;
        }
        if (!clock)
            return std::nullopt;
        adjust("date-from-day",
               tr("An event has no date of its own; the date of its day was taken."));
        // A talk at 00:30 belongs to the evening before, when days change at 04:00.
        if (*clock >= day_change_)
            return at(day.date, *clock);
        adjust("past-midnight", tr("An event after midnight was put on the next date."));
        return at(day_after(day.date), *clock);
    }

    int minutes_of(const pugi::xml_node& node)
    {
        if (const auto minutes = minutes_in(said(node, "duration"), 99); minutes.value_or(0) > 0)
            return *minutes;
        adjust("duration-assumed",
               tr("An event has no duration that can be read; one slot was taken."));
        return conference().timeslot_minutes > 0 ? conference().timeslot_minutes : 30;
    }

    void read_names(ScheduleEvent& event, const pugi::xml_node& node)
    {
        event.id = node.attribute("id").as_llong();
        if (event.id <= 0 || event.id > (1LL << 52) || !ids_.insert(event.id).second) {
            event.id = ++next_id_;
            ids_.insert(event.id);
            adjust("id-replaced",
                   tr("An event's number was missing or used twice; it got a new one."));
        }
        event.guid = node.attribute("guid").value();
        if (!is_uuid(event.guid) || !guids_.insert(event.guid).second) {
            event.guid =
                uuid5(uuid_namespace_url, fmt::format("{}/{}", conference().acronym, event.id));
            guids_.insert(event.guid);
            adjust("guid-derived", tr("An event has no identifier of its own; one was derived."));
        }
        event.slug = said(node, "slug");
        event.title = said(node, "title");
        if (event.title.empty()) {
            event.title = event.slug.empty() ? fmt::format("Event {}", event.id) : event.slug;
            adjust("event-title-missing",
                   tr("An event has no title; its short name stands for it."));
        }
        event.subtitle = said(node, "subtitle");
        event.track = said(node, "track");
        event.type = said(node, "type");
        event.language = said(node, "language");
        event.url = said(node, "url");
    }

    void read_words(ScheduleEvent& event, const pugi::xml_node& node)
    {
        event.abstract = said(node, "abstract");
        event.description = said(node, "description");
        for (auto* words : {&event.abstract, &event.description})
            if (holds_html(*words)) {
                *words = text_of_html(*words);
                adjust("html-made-plain",
                       tr("A text held HTML; its words were kept without the marks."));
            }
    }

    pugi::xml_node root_;
    ReadSchedule read_;
    Sentence where_;
    int day_change_ = 0;
    std::size_t events_ = 0;
    long long next_id_ = 0;
    std::set<std::int64_t> ids_;
    std::set<std::string> guids_;
    std::map<std::pair<int, std::string>, std::size_t> rooms_;  // of a day, by name
};

}  // namespace

Result<ReadSchedule> read_schedule_xml(std::string_view bytes)
{
    pugi::xml_document document;
    if (const auto harmless = load_harmless_xml(document, bytes, schedule_bytes_max); !harmless)
        return harmless.refusal();
    const auto root = document.child("schedule");
    if (!root)
        return invalid({}, "not-a-schedule",
                       "The XML is no schedule: its first element is not <schedule>.");
    return Reader(root).schedule();
}

}  // namespace sala::document
