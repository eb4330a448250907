// SPDX-License-Identifier: Apache-2.0
//
// A programme as an iCalendar file, so that it stands in the calendar people carry with them.
//
// Times are written in UTC: every calendar shows them on its owner's clock, and no zone rules can
// be wrong. Source: RFC 5545, and RFC 7986 for name and refresh.

#pragma once

#include "base/instant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sala::document {

struct CalendarEvent {
    std::string uid;  // the same whenever the event is written
    Instant start;
    Instant end;      // or none, and then `minutes`
    int minutes = 0;  // written as a duration, PT7M; 0 with no end: a moment
    std::string day;  // an ISO date: the event takes whole days, and start and end are not used
    int days = 1;
    std::string summary;
    std::string description;
    std::string location;
    std::vector<std::string> categories;
    std::string related_to;  // the UID of the event this one is part of
    std::string url;         // http or https; anything else is left out
    bool cancelled = false;
    bool tentative = false;  // may not take place
    int sequence = 0;        // higher with each change that moves or cancels the event
    Instant stamp;           // when this version was published
    Instant last_modified;

    bool operator==(const CalendarEvent&) const = default;
};

struct Calendar {
    std::string name;
    std::string description;
    std::string url;
    int refresh_minutes = 60;  // how often a subscribed calendar may ask again
    std::vector<CalendarEvent> events;
};

// Bytes of the type text/calendar; charset=utf-8.
std::string write_calendar(const Calendar& calendar);

// Whether somebody handed in a calendar. Sala does not read them, but can say so.
bool looks_like_calendar(std::string_view bytes);

}  // namespace sala::document
