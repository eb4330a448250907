// SPDX-License-Identifier: Apache-2.0

#include "programme/load_draft.hpp"

#include "sheet/row_store.hpp"

#include <algorithm>
#include <map>

namespace sala::programme {

namespace {

using sheet::Row;
using sheet::Sheet;

// The rows of one sheet, found by key.
struct Table {
    const Sheet& sheet;
    std::vector<sheet::StoredRow> rows;
    std::map<std::string, const Row*, std::less<>> by_key;

    Table(store::Session& session, const char* name, std::int64_t forum)
        : sheet(sheet::sheet_named(name)),
          rows(sheet::rows_of(session, sheet, forum))
    {
        for (const auto& stored : rows)
            by_key.emplace(stored.row.key, &stored.row);
    }

    const Row* find(const std::string& key) const
    {
        const auto found = by_key.find(key);
        return found == by_key.end() ? nullptr : found->second;
    }
    const std::string& words(const Row& row, const char* column) const
    {
        return sheet.words(row, column);
    }
    Text text(const Row& row, const char* column) const { return sheet.text(row, column); }
    Text text_of(const std::string& key, const char* column) const
    {
        const auto* row = find(key);
        return row ? sheet.text(*row, column) : Text{};
    }
    std::optional<int> number(const Row& row, const char* column) const
    {
        const auto held = sheet.number(row, column);
        return held ? std::optional(static_cast<int>(*held)) : std::nullopt;
    }
};

struct Tables {
    Table forum, countries, cities, persons, posts, editions, bodies, venues, rooms, days, topics,
        sittings, agenda, delegations, interventions;

    Tables(store::Session& session, std::int64_t id)
        : forum(session, "forum", id),
          countries(session, "countries", id),
          cities(session, "cities", id),
          persons(session, "persons", id),
          posts(session, "posts", id),
          editions(session, "editions", id),
          bodies(session, "bodies", id),
          venues(session, "venues", id),
          rooms(session, "rooms", id),
          days(session, "days", id),
          topics(session, "topics", id),
          sittings(session, "sittings", id),
          agenda(session, "agenda", id),
          delegations(session, "delegations", id),
          interventions(session, "interventions", id)
    {
    }
};

Time time_of(const Table& table, const Row& row)
{
    Time time;
    if (const auto& start = table.words(row, "start"); !start.empty())
        time.start = std::stoi(start.substr(0, 2)) * 60 + std::stoi(start.substr(3));
    time.minutes = table.number(row, "minutes");
    time.illustrative = table.words(row, "clock") == "illustrative";
    return time;
}

Speaker speaker_of(const Tables& tables, const Row& row)
{
    Speaker speaker;
    speaker.person_key = tables.interventions.words(row, "person");
    speaker.honorific = tables.persons.text_of(speaker.person_key, "honorific");
    speaker.name = tables.persons.text_of(speaker.person_key, "name");
    const auto& post = tables.interventions.words(row, "post");
    speaker.post = tables.posts.text_of(post, "title");
    speaker.delegation_key = tables.interventions.words(row, "delegation");
    speaker.delegation = tables.delegations.text_of(speaker.delegation_key, "name");
    std::string country;
    if (const auto* delegation = tables.delegations.find(speaker.delegation_key)) {
        speaker.city_key = tables.delegations.words(*delegation, "city");
        country = tables.delegations.words(*delegation, "country");
    }
    if (const auto* held = tables.posts.find(post); held && speaker.delegation_key.empty()) {
        speaker.city_key = tables.posts.words(*held, "city");
        country = tables.posts.words(*held, "country");
    }
    if (const auto* city = tables.cities.find(speaker.city_key)) {
        speaker.city = tables.cities.text(*city, "name");
        country = tables.cities.words(*city, "country");
    }
    if (const auto* held = tables.countries.find(country)) {
        speaker.country_code = tables.countries.words(*held, "code");
        speaker.country = tables.countries.text(*held, "name");
    }
    return speaker;
}

std::vector<std::string> keys_of(std::string_view words)
{
    std::vector<std::string> keys;
    while (!words.empty()) {
        const auto space = words.find(' ');
        keys.emplace_back(words.substr(0, space));
        words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    }
    return keys;
}

Intervention intervention_of(const Tables& tables, const Row& row)
{
    const auto& table = tables.interventions;
    Intervention one;
    one.key = row.key;
    one.number = table.number(row, "number").value_or(0);
    one.act = table.words(row, "act");
    one.time = time_of(table, row);
    one.certainty = table.words(row, "certainty");
    one.cancelled = !table.words(row, "cancelled").empty();
    one.speaker = speaker_of(tables, row);
    one.topics = keys_of(table.words(row, "topics"));
    one.title = table.text(row, "title");
    one.about = table.text(row, "about");
    one.note = table.text(row, "note");
    one.source = table.words(row, "source");
    return one;
}

AgendaItem item_of(const Table& table, const Row& row)
{
    return {row.key,
            table.number(row, "number").value_or(0),
            time_of(table, row),
            !table.words(row, "cancelled").empty(),
            table.text(row, "title"),
            table.text(row, "about"),
            table.words(row, "source")};
}

int body_of(const Programme& programme, const std::string& edition)
{
    for (std::size_t i = 0; i < programme.bodies.size(); ++i)
        if (programme.bodies[i].edition == edition)
            return static_cast<int>(i) + 1;
    return 0;
}

Sitting sitting_of(const Tables& tables, const Programme& programme, const Row& row)
{
    const auto& table = tables.sittings;
    Sitting sitting;
    sitting.key = row.key;
    sitting.part = table.words(row, "part");
    sitting.room = table.words(row, "room");
    sitting.edition = table.words(row, "edition");
    sitting.body = body_of(programme, sitting.edition);
    sitting.kind = table.words(row, "kind");
    sitting.time = time_of(table, row);
    sitting.speaker_minutes = table.number(row, "speaker_minutes");
    sitting.certainty = table.words(row, "certainty");
    sitting.cancelled = !table.words(row, "cancelled").empty();
    sitting.title = table.text(row, "title");
    sitting.about = table.text(row, "about");
    sitting.note = table.text(row, "note");
    sitting.source = table.words(row, "source");
    return sitting;
}

void put_frame(Programme& programme, const Tables& tables)
{
    const auto& forum = tables.forum.rows.at(0).row;
    programme.slug = forum.key;
    programme.title = tables.forum.text(forum, "title");
    programme.zone = tables.forum.words(forum, "time_zone");
    programme.city = tables.cities.text_of(tables.forum.words(forum, "city"), "name");
    if (!tables.venues.rows.empty())
        programme.venue = tables.venues.text(tables.venues.rows[0].row, "name");
    for (const auto& stored : tables.editions.rows) {
        const auto& body = tables.editions.words(stored.row, "body");
        programme.bodies.push_back({stored.row.key, tables.bodies.text_of(body, "abbreviation"),
                                    tables.editions.text(stored.row, "name")});
    }
    for (const auto& stored : tables.rooms.rows)
        programme.rooms.push_back(
            {stored.row.key, tables.rooms.text(stored.row, "name"),
             tables.venues.text_of(tables.rooms.words(stored.row, "venue"), "name")});
    for (const auto& stored : tables.topics.rows)
        programme.topics.push_back(
            {stored.row.key, tables.topics.number(stored.row, "number").value_or(0),
             tables.topics.words(stored.row, "edition"), tables.topics.text(stored.row, "title")});
}

// Those with a time by their time, then the rest as they were entered.
void sort_by_time(std::vector<Sitting>& sittings)
{
    std::stable_sort(sittings.begin(), sittings.end(), [](const Sitting& a, const Sitting& b) {
        return a.time.start.value_or(24 * 60) < b.time.start.value_or(24 * 60);
    });
}

// "00:30" in a sitting that lasts past midnight is half an hour into the next day.
Time within(const Sitting& sitting, Time time)
{
    constexpr int day = 24 * 60;
    const auto end = sitting.time.end();
    if (time.start && end && *time.start < *sitting.time.start && *time.start + day < *end)
        *time.start += day;
    return time;
}

using SittingsByKey = std::map<std::string, Sitting*>;

const auto by_number = [](const auto& a, const auto& b) { return a.number < b.number; };

void put_agenda(const Tables& tables, const SittingsByKey& sittings)
{
    for (const auto& stored : tables.agenda.rows)
        if (const auto held = sittings.find(tables.agenda.words(stored.row, "sitting"));
            held != sittings.end()) {
            auto item = item_of(tables.agenda, stored.row);
            item.time = within(*held->second, item.time);
            held->second->agenda.push_back(std::move(item));
        }
    for (const auto& [key, sitting] : sittings)
        std::stable_sort(sitting->agenda.begin(), sitting->agenda.end(), by_number);
}

void put_interventions(const Tables& tables, const SittingsByKey& sittings)
{
    for (const auto& stored : tables.interventions.rows)
        if (const auto held = sittings.find(tables.interventions.words(stored.row, "sitting"));
            held != sittings.end()) {
            auto one = intervention_of(tables, stored.row);
            one.time = within(*held->second, one.time);
            held->second->interventions.push_back(std::move(one));
        }
    for (const auto& [key, sitting] : sittings)
        std::stable_sort(sitting->interventions.begin(), sitting->interventions.end(), by_number);
}

void put_days(Programme& programme, const Tables& tables)
{
    SittingsByKey sittings;
    for (const auto& stored : tables.days.rows) {
        const auto day = script::parse_iso_day(tables.days.words(stored.row, "date"));
        programme.days.push_back({stored.row.key, *day, tables.days.text(stored.row, "title"), {}});
    }
    std::stable_sort(programme.days.begin(), programme.days.end(),
                     [](const ProgrammeDay& a, const ProgrammeDay& b) { return a.day < b.day; });
    for (auto& day : programme.days) {
        for (const auto& stored : tables.sittings.rows)
            if (tables.sittings.words(stored.row, "day") == day.key)
                day.sittings.push_back(sitting_of(tables, programme, stored.row));
        sort_by_time(day.sittings);
        for (auto& sitting : day.sittings)
            sittings[sitting.key] = &sitting;
    }
    put_agenda(tables, sittings);
    put_interventions(tables, sittings);
}

}  // namespace

Programme load_draft(store::Session& session, std::int64_t forum)
{
    const Tables tables(session, forum);
    Programme programme;
    put_frame(programme, tables);
    put_days(programme, tables);
    return programme;
}

}  // namespace sala::programme
