// SPDX-License-Identifier: Apache-2.0
//
// A calendar as another program understands it: libical reads it, and each entry is a plain value.

#pragma once

#include <doctest/doctest.h>
#include <libical/ical.h>

#include <map>
#include <memory>
#include <string>

namespace sala::programme {

struct Entry {
    std::string uid;
    std::string start;  // "20300506T070000Z", or a day
    int seconds = 0;    // 0 when it takes the whole day, or no length is known
    std::string description;
    std::string location;
    std::string part_of;  // UID
    std::string stamp;
    bool cancelled = false;
    bool tentative = false;
    int sequence = 0;

    bool operator==(const Entry&) const = default;
};

// By summary; two of one summary are a failure.
inline std::map<std::string, Entry> entries_of(const std::string& calendar)
{
    const std::unique_ptr<icalcomponent, void (*)(icalcomponent*)> read(
        icalparser_parse_string(calendar.c_str()), icalcomponent_free);
    REQUIRE(read);
    CHECK(icalcomponent_count_errors(read.get()) == 0);
    const auto words = [](const char* held) { return std::string(held ? held : ""); };
    std::map<std::string, Entry> entries;
    for (auto* event = icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(read.get(), ICAL_VEVENT_COMPONENT)) {
        Entry entry;
        entry.uid = words(icalcomponent_get_uid(event));
        entry.start = words(icaltime_as_ical_string(icalcomponent_get_dtstart(event)));
        if (icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY))
            entry.seconds = icaldurationtype_as_int(icalcomponent_get_duration(event));
        entry.description = words(icalcomponent_get_description(event));
        entry.location = words(icalcomponent_get_location(event));
        if (auto* whole = icalcomponent_get_first_property(event, ICAL_RELATEDTO_PROPERTY))
            entry.part_of = words(icalproperty_get_relatedto(whole));
        entry.stamp = words(icaltime_as_ical_string(icalcomponent_get_dtstamp(event)));
        entry.cancelled = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
        entry.tentative = icalcomponent_get_status(event) == ICAL_STATUS_TENTATIVE;
        entry.sequence = icalcomponent_get_sequence(event);
        CHECK(entries.emplace(words(icalcomponent_get_summary(event)), entry).second);
    }
    return entries;
}

}  // namespace sala::programme
