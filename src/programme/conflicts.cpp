// SPDX-License-Identifier: Apache-2.0

#include "programme/conflicts.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace sala::programme {

namespace {

// A person and a delegation may have the same key.
enum class Kind : std::uint8_t { person, delegation, room };

// Somebody or something in a room for a while. Most are in nobody's way, so that nothing is said of
// them and no word of the programme is copied.
struct Presence {
    std::pair<Kind, std::string_view> who;
    const Sitting* sitting;
    const Intervention* speech;  // none: the sitting itself, in its room
    int from;                    // minutes since midnight of the programme's first day
    int to;

    std::string thing() const
    {
        return speech ? "intervention:" + speech->key : "sitting:" + sitting->key;
    }
};

std::string clock_words(int minutes, const Language& language)
{
    return script::render_clock(minutes / 60 % 24, minutes % 60, language);
}

struct Looking {
    const Programme& programme;
    const std::map<std::string, Stay>& stays;
    const Language& language;
    std::vector<Conflict> found;

    std::string words(const Text& text) const { return text.words(language); }
    int midnight(const ProgrammeDay& day) const
    {
        return script::days_between(programme.days.front().day, day.day) * 24 * 60;
    }
    std::string clock(int minutes) const { return clock_words(minutes, language); }
};

std::pair<Kind, std::string_view> who_of(const Speaker& speaker)
{
    if (!speaker.person_key.empty())
        return {Kind::person, speaker.person_key};
    return {Kind::delegation, speaker.delegation_key};
}

// A speech without a time of its own takes the whole sitting: somebody who is received by the Prime
// Minister is there from the beginning to the end. One with a clock but no minutes has those that
// each speaker of the sitting has.
Time time_of(const Sitting& sitting, const Intervention& one)
{
    if (!one.time.start)
        return sitting.time;
    auto time = one.time;
    if (!time.minutes)
        time.minutes = sitting.speaker_minutes;
    return time;
}

void add_people(const Looking& looking, const ProgrammeDay& day, std::vector<Presence>& presences)
{
    const auto midnight = looking.midnight(day);
    for (const auto& sitting : day.sittings) {
        if (sitting.cancelled)
            continue;
        for (const auto& one : sitting.interventions) {
            const auto time = time_of(sitting, one);
            const auto who = who_of(one.speaker);
            if (!one.cancelled && !who.second.empty() && time.end())
                presences.push_back(
                    {who, &sitting, &one, midnight + *time.start, midnight + *time.end()});
        }
    }
}

void add_rooms(const Looking& looking, const ProgrammeDay& day, std::vector<Presence>& presences)
{
    const auto midnight = looking.midnight(day);
    for (const auto& sitting : day.sittings)
        if (!sitting.cancelled && !sitting.room.empty() && sitting.time.end())
            presences.push_back({{Kind::room, sitting.room},
                                 &sitting,
                                 nullptr,
                                 midnight + *sitting.time.start,
                                 midnight + *sitting.time.end()});
}

// Of all days together, because an evening may last past midnight.
template <class Add>
std::vector<Presence> presences_of(const Looking& looking, Add add)
{
    std::vector<Presence> presences;
    for (const auto& day : looking.programme.days)
        add(looking, day, presences);
    return presences;
}

// Calls `tell` for every two presences of one `who` that overlap in different sittings.
template <class Tell>
void overlaps(std::vector<Presence> presences, Tell tell)
{
    std::stable_sort(presences.begin(), presences.end(), [](const Presence& a, const Presence& b) {
        return std::tie(a.who, a.from) < std::tie(b.who, b.from);
    });
    for (std::size_t i = 0; i < presences.size(); ++i)
        for (std::size_t j = i + 1; j < presences.size() && presences[j].who == presences[i].who;
             ++j)
            if (presences[j].from < presences[i].to && presences[j].sitting != presences[i].sitting)
                tell(presences[i], presences[j]);
}

void people_twice(Looking& looking)
{
    overlaps(presences_of(looking, add_people), [&](const Presence& one, const Presence& other) {
        const auto at = looking.clock(other.from);
        const auto name = looking.words(short_name(one.speech->speaker));
        looking.found.push_back(
            {Conflict::person_twice,
             "person-twice",
             {one.thing(), other.thing()},
             tr("{name} is expected in two places at {time}", {{"name", name}, {"time", at}}),
             tr("“{one}” lasts from {from} to {to}, and “{other}” begins at {time}.",
                {{"one", looking.words(one.sitting->title)},
                 {"from", looking.clock(one.from)},
                 {"to", looking.clock(one.to)},
                 {"other", looking.words(other.sitting->title)},
                 {"time", at}}),
             tr("Move one of them, let a deputy speak, or mark one as cancelled.")});
    });
}

void rooms_twice(Looking& looking)
{
    overlaps(presences_of(looking, add_rooms), [&](const Presence& one, const Presence& other) {
        const auto* room = looking.programme.room(one.sitting->room);
        const auto name = room ? looking.words(room->name) : one.sitting->room;
        looking.found.push_back({Conflict::room_twice,
                                 "room-twice",
                                 {one.thing(), other.thing()},
                                 tr("{room} is used twice at {time}",
                                    {{"room", name}, {"time", looking.clock(other.from)}}),
                                 tr("“{one}” is there until {to}, and “{other}” begins at {time}.",
                                    {{"one", looking.words(one.sitting->title)},
                                     {"to", looking.clock(one.to)},
                                     {"other", looking.words(other.sitting->title)},
                                     {"time", looking.clock(other.from)}}),
                                 tr("Choose another room or another time.")});
    });
}

void minutes_beyond_sitting(Looking& looking, const Sitting& sitting)
{
    if (sitting.cancelled || !sitting.time.minutes)
        return;
    int asked = 0;
    for (const auto& one : sitting.interventions)
        if (!one.cancelled)
            asked +=
                one.time.minutes.value_or(one.time.start ? sitting.speaker_minutes.value_or(0) : 0);
    for (const auto& item : sitting.agenda)
        if (!item.cancelled)
            asked += item.time.minutes.value_or(0);
    const auto end = sitting.time.end();
    for (const auto& one : sitting.interventions) {
        const auto time = time_of(sitting, one);
        if (!one.cancelled && end && time.end() &&
            (*time.end() > *end || *time.start < *sitting.time.start))
            looking.found.push_back(
                {Conflict::too_many_minutes,
                 "outside-sitting",
                 {"sitting:" + sitting.key, "intervention:" + one.key},
                 tr("{name} speaks outside the sitting",
                    {{"name", looking.words(short_name(one.speaker))}}),
                 tr("“{title}” lasts from {from} to {to}, but this speech is from {start} to "
                    "{stop}.",
                    {{"title", looking.words(sitting.title)},
                     {"from", looking.clock(*sitting.time.start)},
                     {"to", looking.clock(*end)},
                     {"start", looking.clock(*time.start)},
                     {"stop", looking.clock(*time.end())}}),
                 tr("Move the speech into the sitting, or give the sitting more time.")});
    }
    if (asked > *sitting.time.minutes)
        looking.found.push_back(
            {Conflict::too_many_minutes,
             "too-many-minutes",
             {"sitting:" + sitting.key},
             tr("“{title}” has more speeches than time", {{"title", looking.words(sitting.title)}}),
             tr("Its speeches and items need {asked} minutes, and the sitting has {minutes}.",
                {{"asked", std::to_string(asked)},
                 {"minutes", std::to_string(*sitting.time.minutes)}}),
             tr("Give it more time, or fewer or shorter speeches.")});
}

void outside_stay(Looking& looking, const ProgrammeDay& day, const Sitting& sitting,
                  const Intervention& one)
{
    const auto stay = looking.stays.find(one.speaker.person_key);
    if (stay == looking.stays.end() || one.cancelled || sitting.cancelled)
        return;
    const bool early = stay->second.arrives && day.day < *stay->second.arrives;
    const bool late = stay->second.leaves && *stay->second.leaves < day.day;
    if (!early && !late)
        return;
    const auto& bound = early ? *stay->second.arrives : *stay->second.leaves;
    const Arguments arguments{
        {"name", looking.words(one.speaker.name)},
        {"title", looking.words(sitting.title)},
        {"day", script::render_day(bound, script::DateStyle::for_reader(looking.language,
                                                                        script::DateForm::full))}};
    looking.found.push_back(
        {Conflict::outside_stay,
         "outside-stay",
         {"intervention:" + one.key},
         tr("{name} is not in the city then", {{"name", looking.words(one.speaker.name)}}),
         early ? tr("{name} speaks in “{title}” but arrives on {day}.", arguments)
               : tr("{name} speaks in “{title}” but leaves on {day}.", arguments),
         early ? tr("Move the speech, or mend the arrival.")
               : tr("Move the speech, or mend the departure.")});
}

}  // namespace

std::vector<Conflict> conflicts_in(const Programme& programme,
                                   const std::map<std::string, Stay>& stays, const Language& reader)
{
    Looking looking{programme, stays, reader, {}};
    people_twice(looking);
    rooms_twice(looking);
    for (const auto& day : programme.days) {
        for (const auto& sitting : day.sittings) {
            minutes_beyond_sitting(looking, sitting);
            for (const auto& one : sitting.interventions)
                outside_stay(looking, day, sitting, one);
        }
    }
    return std::move(looking.found);
}

std::vector<Conflict> conflicts_for_all(const Programme& programme, const Language& reader)
{
    auto conflicts = conflicts_in(programme, {}, reader);
    std::erase_if(conflicts,
                  [](const Conflict& conflict) { return conflict.kind != Conflict::person_twice; });
    return conflicts;
}

}  // namespace sala::programme
