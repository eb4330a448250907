// SPDX-License-Identifier: Apache-2.0

#include "document/calendar.hpp"

#include "document/utf8.hpp"
#include "document/wall_clock.hpp"

#include <fmt/core.h>

namespace sala::document {
namespace {

// RFC 5545, 3.3.11: backslash, semicolon, comma and line ends; other control characters are not
// allowed in text at all.
std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : mended_utf8(text)) {
        if (c == '\\' || c == ';' || c == ',')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
            out += c;
        else if (c == '\t')
            out += ' ';
    }
    return out;
}

std::string utc(Instant at)
{
    const auto iso = iso_date_time(at, 0);  // 2022-08-26T09:30:00Z
    std::string basic;
    for (const char c : iso)
        if (c != '-' && c != ':')
            basic += c;
    return basic;
}

std::string basic_date(const std::string& iso)
{
    return iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2);
}

class Writer {
public:
    // RFC 5545, 3.1: at most 75 octets a line, the line end not counted, whole characters only.
    void line(std::string_view name, std::string_view value)
    {
        const auto whole = fmt::format("{}:{}", name, value);
        std::size_t width = 0;
        for (std::size_t i = 0; i < whole.size();) {
            const auto size = character_size(whole, i);
            if (width + size > 75) {
                out_ += "\r\n ";
                width = 1;
            }
            out_.append(whole, i, size);
            width += size;
            i += size;
        }
        out_ += "\r\n";
    }

    void text(std::string_view name, std::string_view value)
    {
        if (!value.empty())
            line(name, escaped(value));
    }

    void address(std::string_view name, std::string_view value)
    {
        const bool web = value.starts_with("https://") || value.starts_with("http://");
        for (const char c : value)
            if (static_cast<unsigned char>(c) <= 0x20)
                return;
        if (web)
            line(name, mended_utf8(value));
    }

    void event(const CalendarEvent& event)
    {
        line("BEGIN", "VEVENT");
        text("UID", event.uid);
        line("DTSTAMP", utc(event.stamp));
        when(event);
        text("SUMMARY", event.summary);
        text("DESCRIPTION", event.description);
        text("LOCATION", event.location);
        std::string categories;
        for (const auto& one : event.categories)
            categories += (categories.empty() ? "" : ",") + escaped(one);
        if (!categories.empty())
            line("CATEGORIES", categories);
        text("RELATED-TO", event.related_to);
        address("URL", event.url);
        line("STATUS", event.cancelled ? "CANCELLED" : event.tentative ? "TENTATIVE" : "CONFIRMED");
        line("SEQUENCE", std::to_string(event.sequence));
        if (event.last_modified)
            line("LAST-MODIFIED", utc(event.last_modified));
        line("END", "VEVENT");
    }

    std::string taken() { return std::move(out_); }

private:
    void when(const CalendarEvent& event)
    {
        if (const auto day = date_in(event.day)) {
            auto end = day_after(*day);
            for (int i = 1; i < event.days; ++i)
                end = day_after(end);
            line("DTSTART;VALUE=DATE", basic_date(*day));
            line("DTEND;VALUE=DATE", basic_date(end));
            line("TRANSP", "TRANSPARENT");  // a day of the forum does not make people busy
            return;
        }
        line("DTSTART", utc(event.start));
        if (event.minutes > 0)
            line("DURATION", fmt::format("PT{}M", event.minutes));
        else if (event.end > event.start)
            line("DTEND", utc(event.end));
    }

    std::string out_;
};

}  // namespace

std::string write_calendar(const Calendar& calendar)
{
    Writer writer;
    writer.line("BEGIN", "VCALENDAR");
    writer.line("VERSION", "2.0");
    writer.line("PRODID", "-//Sala//Sala//EN");
    writer.line("CALSCALE", "GREGORIAN");
    writer.line("METHOD", "PUBLISH");
    writer.text("NAME", calendar.name);
    writer.text("X-WR-CALNAME", calendar.name);
    writer.text("DESCRIPTION", calendar.description);
    writer.address("URL", calendar.url);
    if (calendar.refresh_minutes > 0) {
        const auto every = fmt::format("PT{}M", calendar.refresh_minutes);
        writer.line("REFRESH-INTERVAL;VALUE=DURATION", every);
        writer.line("X-PUBLISHED-TTL", every);
    }
    for (const auto& event : calendar.events)
        writer.event(event);
    writer.line("END", "VCALENDAR");
    return writer.taken();
}

bool looks_like_calendar(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const auto begin = bytes.find_first_not_of(" \t\r\n");
    if (begin == bytes.npos)
        return false;
    constexpr std::string_view opening = "BEGIN:VCALENDAR";
    const auto found = bytes.substr(begin, opening.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const char upper =
            found[i] >= 'a' && found[i] <= 'z' ? static_cast<char>(found[i] & ~0x20) : found[i];
        if (upper != opening[i])
            return false;
    }
    return found.size() == opening.size();
}

}  // namespace sala::document
