// SPDX-License-Identifier: Apache-2.0
//
// The programme of a forum: what happens when, where, and who speaks.
//
// A Programme is whole in itself, with every name that a page, a calendar or a schedule prints, so
// that a release can be kept as it was. Bodies that meet in parallel are numbered in the order of
// the forum's data; body 0 is common to all.

#pragma once

#include "base/instant.hpp"
#include "base/text.hpp"
#include "script/calendar.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::programme {

// When something happens: minutes since midnight of its day in the forum's zone. Both are absent
// when no source and no officer gave a time.
struct Time {
    std::optional<int> start;
    std::optional<int> minutes;
    bool illustrative = false;  // made up for the sample, not in the source

    std::optional<int> end() const
    {
        return start && minutes ? std::optional(*start + *minutes) : std::nullopt;
    }
    bool operator==(const Time&) const = default;
};

struct Speaker {
    std::string person_key;  // empty when nobody is named
    Text honorific;
    Text name;
    Text post;
    std::string delegation_key;
    Text delegation;  // what the delegation is called, usually its city
    std::string city_key;
    Text city;
    std::string country_code;
    Text country;

    bool operator==(const Speaker&) const = default;
};

struct Intervention {
    std::string key;
    int number = 0;  // the order within the sitting
    std::string act;
    Time time;
    std::string certainty;
    bool cancelled = false;
    Speaker speaker;
    std::vector<std::string> topics;
    Text title;  // only when nobody is named
    Text about;
    Text note;
    std::string source;

    bool operator==(const Intervention&) const = default;
};

struct AgendaItem {
    std::string key;
    int number = 0;
    Time time;
    bool cancelled = false;
    Text title;
    Text about;
    std::string source;

    bool operator==(const AgendaItem&) const = default;
};

struct Sitting {
    std::string key;
    std::string part;  // morning, afternoon, ...
    std::string room;  // key; empty: outside the venue, or not known
    int body = 0;
    std::string edition;
    std::string kind;
    Time time;
    std::optional<int> speaker_minutes;
    std::string certainty;
    bool cancelled = false;
    Text title;
    Text about;
    Text note;
    std::string source;
    std::vector<AgendaItem> agenda;
    std::vector<Intervention> interventions;

    // Where nobody knows a room: a dinner is at the forum's venue, a courtesy call is not, nor a
    // visit, nor what two cities agree between themselves.
    bool is_away() const
    {
        return room.empty() && (kind == "courtesy-call" || kind == "visit" || kind == "bilateral");
    }

    bool operator==(const Sitting&) const = default;
};

struct ProgrammeDay {
    std::string key;
    script::Day day;
    Text title;
    std::vector<Sitting> sittings;  // by start, then as entered; those without a time last

    bool operator==(const ProgrammeDay&) const = default;
};

struct ProgrammeRoom {
    std::string key;
    Text name;
    Text venue;

    bool operator==(const ProgrammeRoom&) const = default;
};

struct ProgrammeBody {
    std::string edition;  // key of the edition
    Text abbreviation;
    Text name;

    bool operator==(const ProgrammeBody&) const = default;
};

struct ProgrammeTopic {
    std::string key;
    int number = 0;
    std::string edition;
    Text title;

    bool operator==(const ProgrammeTopic&) const = default;
};

struct Programme {
    std::string slug;
    Text title;
    Text venue;
    Text city;
    std::string zone;
    std::vector<ProgrammeDay> days;
    std::vector<ProgrammeRoom> rooms;
    std::vector<ProgrammeBody> bodies;  // body n is bodies[n - 1]
    std::vector<ProgrammeTopic> topics;

    const Sitting* sitting(std::string_view key) const;
    const ProgrammeDay* day_of(std::string_view sitting) const;
    struct Found {
        const ProgrammeDay* day;
        const Sitting* sitting;
        const Intervention* intervention;
    };
    std::optional<Found> intervention(std::string_view key) const;
    const ProgrammeRoom* room(std::string_view key) const;
    const ProgrammeTopic* topic(std::string_view key) const;

    // The moment that `minutes` after midnight of `day` is in the forum's zone. A time that a clock
    // change leaves out is taken as the moment the clock changes.
    Instant at(const script::Day& day, int minutes) const;

    bool operator==(const Programme&) const = default;
};

// What somebody or something is called in lists: the city, else the delegation, else the person.
const Text& short_name(const Speaker& speaker);

}  // namespace sala::programme
