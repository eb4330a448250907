// SPDX-License-Identifier: Apache-2.0

#include "bilateral/released.hpp"

#include "web/desk.hpp"

namespace sala::bilateral {

namespace {

Json entry_json(const Released::Entry& entry)
{
    auto delegations = Json::array();
    for (const auto delegation : entry.delegations)
        delegations.push(std::to_string(delegation));
    return Json::object({{"meeting", entry.meeting.word()},
                         {"delegations", std::move(delegations)},
                         {"begins", std::to_string(entry.begins.milliseconds())},
                         {"ends", std::to_string(entry.ends.milliseconds())},
                         {"desks", std::to_string(entry.desks)},
                         {"desk", entry.desk},
                         {"room", entry.room.canonical_json()}});
}

Released::Entry read_entry(const Json& json)
{
    const auto number = [&](const char* name) { return std::stoll(json[name].string()); };
    // Timetables that were published while every meeting was of two name them one by one.
    std::vector<std::int64_t> delegations;
    for (const auto* name : {"host", "guest"})
        if (!json[name].string().empty())
            delegations.push_back(number(name));
    const auto& several = json["delegations"];
    for (const auto& one : several.items())
        delegations.push_back(std::stoll(one.string()));
    return {Id<Meeting>{number("meeting")},
            std::move(delegations),
            Instant{number("begins")},
            Instant{number("ends")},
            number("desks"),
            static_cast<int>(json["desk"].integer()),
            Text::read(json["room"].string()).value_or(Text{})};
}

}  // namespace

const Released::Entry* Released::of(Id<Meeting> meeting) const
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.meeting == meeting; });
    return found == entries.end() ? nullptr : &*found;
}

std::vector<Place> Released::places_in(const Timetable& timetable) const
{
    std::vector<Place> places;
    for (const auto& entry : entries)
        if (const int slot = slot_at(timetable.slots, entry.begins); slot >= 0)
            places.push_back({entry.meeting, slot, entry.desks, entry.desk, false});
    return places;
}

static Released read_release(
    const std::optional<std::tuple<std::int64_t, std::string, std::string, std::int64_t>>& row)
{
    Released released;
    if (!row)
        return released;
    const auto& [number, kind, places, at] = *row;
    released.number = static_cast<int>(number);
    released.is_final = kind == "final";
    released.at = Instant{at};
    if (const auto list = Json::read(places))
        for (const auto& entry : list->items())
            released.entries.push_back(read_entry(entry));
    return released;
}

Released newest_release(store::Session& session, std::int64_t forum)
{
    return read_release(session.find<std::int64_t, std::string, std::string, std::int64_t>(
        "SELECT number, kind, places, at FROM plan_release WHERE forum = :forum ORDER BY number "
        "DESC LIMIT 1",
        forum));
}

Released release_numbered(store::Session& session, std::int64_t forum, int number)
{
    return read_release(session.find<std::int64_t, std::string, std::string, std::int64_t>(
        "SELECT number, kind, places, at FROM plan_release WHERE forum = :forum AND number = "
        ":number",
        forum, number));
}

Released as_release(const Timetable& timetable)
{
    Released released;
    for (const auto& place : timetable.places) {
        const auto* meeting = timetable.meeting(place.meeting);
        const auto* row = timetable.desks_of(place.desks);
        if (!meeting || !row || place.slot < 0)
            continue;
        const auto last = static_cast<std::size_t>(place.slot + meeting->manner().slots - 1);
        if (last >= timetable.slots.size())
            continue;
        released.entries.push_back({meeting->id(), meeting->delegations(),
                                    timetable.slots[static_cast<std::size_t>(place.slot)].begins,
                                    timetable.slots[last].ends, place.desks, place.desk,
                                    row->room});
    }
    return released;
}

void insert_release(web::Desk& desk, std::int64_t forum, const Released& released)
{
    auto places = Json::array();
    for (const auto& entry : released.entries)
        places.push(entry_json(entry));
    desk.session().run(
        "INSERT INTO plan_release (forum, number, kind, places, by_login, at) VALUES "
        "(:forum, :number, :kind, :places, :by, :at)",
        forum, released.number, released.is_final ? "final" : "preliminary", places.write(),
        desk.visitor().login, desk.now());
}

std::vector<Difference> differences(const Released& was, const Released& is)
{
    std::vector<Difference> all;
    for (const auto& entry : is.entries) {
        const auto* before = was.of(entry.meeting);
        if (!before || !(*before == entry))
            all.push_back({before, &entry});
    }
    for (const auto& entry : was.entries)
        if (!is.of(entry.meeting))
            all.push_back({&entry, nullptr});
    return all;
}

}  // namespace sala::bilateral
