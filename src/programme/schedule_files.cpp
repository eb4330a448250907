// SPDX-License-Identifier: Apache-2.0

#include "programme/schedule_files.hpp"

#include "script/calendar.hpp"
#include "script/normal.hpp"
#include "script/slug.hpp"
#include "sheet/understand.hpp"

#include <map>
#include <set>

namespace sala::programme {

namespace {

using sheet::Cell;
using sheet::ForumFiles;
using sheet::Row;
using sheet::Sheet;

// Short enough that "-1234-12" still fits behind it, for the speeches of the 1234th namesake.
constexpr std::size_t key_size_wanted = 50;

// Hands out keys that are short, readable and different.
class KeyMaker {
public:
    std::string key_for(const std::string& words, const std::string& otherwise)
    {
        auto key = script::key_from(words);
        if (key.empty())
            key = otherwise;
        key = key.substr(0, key_size_wanted);
        while (key.ends_with('-'))
            key.pop_back();
        auto unique = key;
        for (auto& n = namesakes_[key]; !taken_.insert(unique).second; ++n)
            unique = key + "-" + std::to_string(n + 2);
        return unique;
    }

private:
    std::set<std::string> taken_{"new"};    // the address of a form, so no row's key
    std::map<std::string, int> namesakes_;  // thousands of “Break” must not each begin at 2
};

// A row that is filled in by the names of its columns.
struct Filling {
    const Sheet& sheet;
    Row row;

    Filling(const char* name, std::string key)
        : sheet(sheet::sheet_named(name)),
          row{std::move(key), std::vector<Cell>(sheet.columns.size())}
    {
    }
    Filling& words(const char* column, const std::string& value)
    {
        if (!value.empty())
            row.cells[sheet.at(column)] = value;
        return *this;
    }
    Filling& number(const char* column, std::int64_t value)
    {
        row.cells[sheet.at(column)] = value;
        return *this;
    }
    Filling& english(const char* column, const std::string& value)
    {
        const auto cleaned = script::clean(value);
        if (!cleaned.empty())
            row.cells[sheet.at(column)] = Text(Language::english(), cleaned);
        return *this;
    }
};

struct Converting {
    const document::Schedule& schedule;
    script::Zone zone = script::Zone::utc();
    ForumFiles files = {};
    KeyMaker sitting_keys = {}, room_keys = {}, topic_keys = {}, person_keys = {};
    std::map<std::string, std::string> rooms = {}, topics = {}, persons = {};

    void put(Filling filling)
    {
        files.sheets[filling.sheet.name].push_back({0, std::move(filling.row)});
    }
};

using Days = std::map<std::string, std::string>;  // date -> key

std::string clock_words(const script::Clock& clock)
{
    return script::render_clock(clock.hour, clock.minute, Language::english());
}

// What begins after midnight may be on a day more than the conference says it has.
std::string dates_around(const document::Conference& conference, const Days& days)
{
    // ISO dates are in order when their letters are; an empty date comes before all others.
    const auto start =
        days.empty() ? conference.start : std::min(conference.start, days.begin()->first);
    const auto end = days.empty() ? conference.end : std::max(conference.end, days.rbegin()->first);
    return start == end || end.empty() ? start : start + "/" + end;
}

void put_forum(Converting& converting, const Days& days)
{
    const auto& conference = converting.schedule.conference;
    Filling forum("forum", script::key_from(conference.acronym));
    const auto date = dates_around(conference, days);
    forum.english("title", conference.title)
        .words("date", date)
        .words("time_zone", converting.zone.name())
        .words("languages", "en th");
    converting.files.forum = ForumFiles::Line{0, std::move(forum.row)};
    converting.put(
        Filling("venues", std::string(schedule_venue)).english("name", conference.title));
}

std::string room_key(Converting& converting, const std::string& name)
{
    auto& key = converting.rooms[name];
    if (key.empty()) {
        key = converting.room_keys.key_for(name, "room");
        converting.put(Filling("rooms", key)
                           .words("venue", std::string(schedule_venue))
                           .english("name", name));
    }
    return key;
}

std::string topic_key(Converting& converting, const std::string& track)
{
    if (track.empty())
        return {};
    auto& key = converting.topics[track];
    if (key.empty()) {
        key = converting.topic_keys.key_for(track, "topic");
        converting.put(Filling("topics", key)
                           .number("number", static_cast<std::int64_t>(converting.topics.size()))
                           .english("title", track));
    }
    return key;
}

// People of somebody else's schedule belong to this forum alone: their keys carry its slug, so that
// a namesake in the directory is not taken for them.
std::string person_key(Converting& converting, const std::string& name)
{
    auto& key = converting.persons[name];
    if (key.empty()) {
        key = converting.person_keys.key_for(converting.files.forum->row.key + " " + name,
                                             converting.files.forum->row.key + "-person");
        converting.put(Filling("persons", key).english("name", name));
    }
    return key;
}

void put_event(Converting& converting, const std::string& day, const std::string& room,
               const document::ScheduleEvent& event)
{
    const auto key = converting.sitting_keys.key_for(event.title, "sitting");
    const auto start = script::clock(event.start, converting.zone);
    const auto topic = topic_key(converting, event.track);
    Filling sitting("sittings", key);
    sitting.words("day", day)
        .words("room", room)
        .words("kind", "other")
        .words("start", clock_words(start))
        .number("minutes", std::max(1, std::min(event.minutes, 1440)))
        .words("certainty", "planned")
        .words("clock", "source")
        .english("title", event.title.empty() ? event.slug : event.title)
        .english("about", event.abstract.empty() ? event.description : event.abstract);
    converting.put(std::move(sitting));
    std::int64_t number = 0;
    for (const auto& person : event.persons) {
        Filling speech("interventions", key + "-" + std::to_string(++number));
        speech.words("sitting", key)
            .number("number", number)
            .words("person", person_key(converting, person.name))
            .words("act", "statement")
            .words("clock", "unknown")
            .words("certainty", "planned")
            .words("topics", topic);
        converting.put(std::move(speech));
    }
    if (event.persons.empty() && !topic.empty()) {
        Filling speech("interventions", key + "-1");
        speech.words("sitting", key)
            .number("number", 1)
            .words("act", "statement")
            .words("clock", "unknown")
            .words("certainty", "planned")
            .words("topics", topic)
            .english("title", event.title.empty() ? event.slug : event.title);
        converting.put(std::move(speech));
    }
}

}  // namespace

sheet::FilesRead files_from_schedule(const document::Schedule& schedule)
{
    Converting converting{schedule};
    if (auto zone = script::Zone::named(schedule.conference.time_zone))
        converting.zone = *zone;
    // An event after midnight belongs to the calendar day its clock shows.
    Days days;
    for (const auto& day : schedule.days)
        for (const auto& room : day.rooms)
            for (const auto& event : room.events)
                days[script::iso(script::clock(event.start, converting.zone).day)];
    put_forum(converting, days);
    int number = 0;
    for (auto& [date, key] : days) {
        key = "day-" + std::to_string(++number);
        converting.put(Filling("days", key).words("date", date));
    }
    for (const auto& day : schedule.days)
        for (const auto& room : day.rooms) {
            const auto key =
                room_key(converting, room.name);  // also of a room in which nothing happens
            for (const auto& event : room.events)
                put_event(converting,
                          days[script::iso(script::clock(event.start, converting.zone).day)], key,
                          event);
        }
    sheet::FilesRead read{{}, std::move(converting.files), {}};
    if (const auto& slug = read.files.forum->row.key; sheet::is_reserved_slug(slug))
        read.problems.push_back(
            {"forum", 0, "slug", "reserved-slug",
             tr("“{value}” is an address of the server itself. Choose another slug.",
                {{"value", slug}})});
    return read;
}

}  // namespace sala::programme
