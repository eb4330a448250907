// SPDX-License-Identifier: Apache-2.0

#include "document/schedule_xml.hpp"

#include "document/uuid.hpp"
#include "document/wall_clock.hpp"
#include "document/xml.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <set>

namespace sala::document {
namespace {

bool is_web_address(std::string_view text)
{
    return (text.starts_with("https://") || text.starts_with("http://")) &&
           text.find_first_of(" <>\"\n\t") == text.npos;
}

bool only(std::string_view text, std::string_view more)
{
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || more.find(c) != more.npos;
    });
}

// The schema's voc-slug-new: [a-z0-9_]{4,}-[a-z0-9\-_]{4,}
bool is_slug(std::string_view slug)
{
    const auto hyphen = slug.find('-');
    return hyphen != slug.npos && hyphen >= 4 && slug.size() - hyphen > 4 &&
           only(slug.substr(0, hyphen), "_") && only(slug.substr(hyphen), "-_");
}

bool is_color(std::string_view text)
{
    return text.size() == 7 && text[0] == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == text.npos;
}

// The schema allows two digits of hours.
std::string duration(int minutes)
{
    minutes = std::clamp(minutes, 0, 99 * 60 + 59);
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

class Writer {
public:
    explicit Writer(const Schedule& schedule) : schedule_(schedule) {}

    std::string xml()
    {
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n";
        if (!schedule_.generator.empty())
            out_ += fmt::format("  <generator name=\"{}\" version=\"{}\"/>\n",
                                xml_escaped(schedule_.generator),
                                xml_escaped(schedule_.generator_version));
        out_ += xml_element("  ", "version", schedule_.version);
        write_conference(schedule_.conference);
        for (const auto& day : schedule_.days)
            write_day(day);
        return std::move(out_ += "</schedule>\n");
    }

private:
    int offset_at(Instant moment) const
    {
        return zone_offset_minutes(schedule_.conference.time_zone, moment).value_or(0);
    }

    void write_address(std::string_view indent, std::string_view name, const std::string& address)
    {
        if (is_web_address(address))
            out_ += xml_element(indent, name, address);
    }

    void write_conference(const Conference& conference)
    {
        out_ += "  <conference>\n";
        out_ += xml_element(
            "    ", "acronym",
            schedule_acronym(conference.acronym.empty() ? conference.title : conference.acronym,
                             conference.start));
        out_ += xml_element("    ", "title", conference.title);
        if (date_in(conference.start))
            out_ += xml_element("    ", "start", *date_in(conference.start));
        if (date_in(conference.end))
            out_ += xml_element("    ", "end", *date_in(conference.end));
        out_ += xml_element("    ", "days", std::to_string(conference.days));
        out_ += xml_element("    ", "timeslot_duration", duration(conference.timeslot_minutes));
        write_address("    ", "base_url", conference.base_url);
        write_address("    ", "url", conference.url);
        if (!conference.time_zone.empty())
            out_ += xml_element("    ", "time_zone_name", conference.time_zone);
        for (const auto& track : conference.tracks)
            write_track(track);
        out_ += "  </conference>\n";
    }

    void write_track(const ScheduleTrack& track)
    {
        out_ += fmt::format("    <track name=\"{}\"", xml_escaped(track.name));
        if (is_color(track.color))
            out_ += fmt::format(" color=\"{}\"", track.color);
        const bool letter_first = !track.slug.empty() && only(track.slug.substr(0, 1), "") &&
                                  track.slug[0] >= 'a' && track.slug.size() > 1;
        if (letter_first && only(track.slug, "-"))
            out_ += fmt::format(" slug=\"{}\"", track.slug);
        out_ += "/>\n";
    }

    void write_day(const ScheduleDay& day)
    {
        out_ += fmt::format("  <day index=\"{}\" date=\"{}\" start=\"{}\" end=\"{}\">\n", day.index,
                            day.date, iso_date_time(day.start, offset_at(day.start)),
                            iso_date_time(day.end, offset_at(day.end)));
        for (const auto& room : day.rooms) {
            out_ += fmt::format("    <room name=\"{}\"", xml_escaped(room.name));
            if (is_uuid(room.guid))
                out_ += fmt::format(" guid=\"{}\"", room.guid);
            out_ += ">\n";
            for (const auto& event : room.events)
                write_event(room, event);
            out_ += "    </room>\n";
        }
        out_ += "  </day>\n";
    }

    void write_event(const ScheduleRoom& room, const ScheduleEvent& event)
    {
        const std::string_view in = "        ";
        const int offset = offset_at(event.start);
        out_ +=
            fmt::format("      <event id=\"{}\" guid=\"{}\">\n", event.id, xml_escaped(event.guid));
        out_ += xml_element(in, "room", room.name);
        out_ += xml_element(in, "title", event.title);
        out_ += xml_element(in, "subtitle", event.subtitle);
        out_ += xml_element(in, "type", event.type);
        out_ += xml_element(in, "date", iso_date_time(event.start, offset));
        out_ += xml_element(in, "start", iso_clock(event.start, offset));
        out_ += xml_element(in, "duration", duration(event.minutes));
        out_ += xml_element(in, "abstract", event.abstract);
        if (is_slug(event.slug) && slugs_.insert(event.slug).second)
            out_ += xml_element(in, "slug", event.slug);
        out_ += xml_element(in, "track", event.track);
        write_persons(event.persons);
        out_ += xml_element(in, "language", event.language);
        out_ += xml_element(in, "description", event.description);
        write_links("link", event.links);
        write_links("attachment", event.attachments);
        write_address(in, "url", event.url);
        out_ += "      </event>\n";
    }

    void write_persons(const std::vector<SchedulePerson>& persons)
    {
        out_ += "        <persons>\n";
        for (const auto& person : persons) {
            const auto id = person.id == 0 ? "" : fmt::format(" id=\"{}\"", person.id);
            out_ += fmt::format("          <person{}>{}</person>\n", id, xml_escaped(person.name));
        }
        out_ += "        </persons>\n";
    }

    void write_links(std::string_view name, const std::vector<ScheduleLink>& links)
    {
        if (links.empty())
            return;
        out_ += fmt::format("        <{}s>\n", name);
        for (const auto& link : links)
            out_ += fmt::format("          <{} href=\"{}\">{}</{}>\n", name,
                                xml_escaped(link.address), xml_escaped(link.title), name);
        out_ += fmt::format("        </{}s>\n", name);
    }

    const Schedule& schedule_;
    std::string out_;
    std::set<std::string> slugs_;
};

}  // namespace

std::string write_schedule_xml(const Schedule& schedule) { return Writer(schedule).xml(); }

std::string schedule_acronym(std::string_view from, std::string_view iso_start)
{
    std::string acronym;
    for (const char c : from) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        if (only(std::string_view(&lower, 1), "_"))
            acronym += lower;
        else if (!acronym.empty() && acronym.back() != '-')
            acronym += '-';
    }
    while (acronym.ends_with('-'))
        acronym.pop_back();
    if (acronym.empty())
        acronym = "forum";
    if (acronym.size() < acronym_size_min)
        acronym += "-" + std::string(date_in(iso_start) ? iso_start.substr(0, 4) : "forum");
    return acronym;
}

}  // namespace sala::document
