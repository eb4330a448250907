// SPDX-License-Identifier: Apache-2.0
//
// A programme as conference apps read it: the schedule XML of pentabarf, frab and pretalx.
//
// What is written is valid against the published schema. What others publish seldom is, so it is
// read with patience, and every place where something had to be guessed is said.
// Source: https://c3voc.de/wiki/schedule, voc-schedule.xml.xsd.

#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sala::document {

inline constexpr std::size_t schedule_bytes_max = 20UL * 1024 * 1024;

struct SchedulePerson {
    std::int64_t id = 0;  // 0: none is written
    std::string name;

    bool operator==(const SchedulePerson&) const = default;
};

struct ScheduleLink {
    std::string address;
    std::string title;

    bool operator==(const ScheduleLink&) const = default;
};

struct ScheduleEvent {
    std::int64_t id = 0;  // positive and different in each event
    std::string guid;     // a UUID, different in each event
    std::string slug;     // written only where the schema allows it: acronym-words-of-the-title
    Instant start;
    int minutes = 0;
    std::string title;
    std::string subtitle;
    std::string track;
    std::string type;
    std::string language;
    std::string abstract;
    std::string description;
    std::string url;
    std::vector<SchedulePerson> persons;
    std::vector<ScheduleLink> links;
    std::vector<ScheduleLink> attachments;

    bool operator==(const ScheduleEvent&) const = default;
};

struct ScheduleRoom {
    std::string name;
    std::string guid;  // may be empty
    std::vector<ScheduleEvent> events;

    bool operator==(const ScheduleRoom&) const = default;
};

struct ScheduleDay {
    int index = 0;     // from 1
    std::string date;  // ISO, in the zone of the conference
    Instant start;
    Instant end;
    std::vector<ScheduleRoom> rooms;

    bool operator==(const ScheduleDay&) const = default;
};

struct ScheduleTrack {
    std::string name;
    std::string color;  // #rrggbb, or empty
    std::string slug;   // or empty

    bool operator==(const ScheduleTrack&) const = default;
};

struct Conference {
    std::string acronym;  // a-z, 0-9, "-" and "_", at least four
    std::string title;
    std::string start;  // ISO dates
    std::string end;
    int days = 0;
    int timeslot_minutes = 0;
    std::string base_url;
    std::string url;
    std::string time_zone;  // IANA
    std::vector<ScheduleTrack> tracks;

    bool operator==(const Conference&) const = default;
};

struct Schedule {
    std::string generator;  // name and version of the program that wrote it
    std::string generator_version;
    std::string version;  // of the programme, shown by apps
    Conference conference;
    std::vector<ScheduleDay> days;

    bool operator==(const Schedule&) const = default;
};

// Something that was not as it should be and was put right while reading.
struct Adjustment {
    std::string code;  // such as "acronym-derived"
    Sentence where;    // the first place: "conference", "day 1, room Aula, event 12"
    std::size_t count = 1;
    Sentence sentence;

    bool operator==(const Adjustment&) const = default;
};

struct ReadSchedule {
    Schedule schedule;
    std::vector<Adjustment> adjustments;  // one a code, in the order they were met

    bool operator==(const ReadSchedule&) const = default;
};

// Valid against voc-schedule.xml.xsd. Clock times are those of the conference's zone.
std::string write_schedule_xml(const Schedule& schedule);

// Refusals: file-too-large, malicious-xml, not-xml, not-utf8, not-a-schedule, no-events.
Result<ReadSchedule> read_schedule_xml(std::string_view bytes);

// An acronym as the schema wants it, from whatever there is: "FOSDEM 2021" gives fosdem-2021.
inline constexpr std::size_t acronym_size_min = 4;
std::string schedule_acronym(std::string_view acronym_or_title, std::string_view iso_start);

}  // namespace sala::document
