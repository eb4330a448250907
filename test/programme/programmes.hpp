// SPDX-License-Identifier: Apache-2.0
//
// Programmes as values: small ones put together by hand, and random ones in which much collides.

#pragma once

#include "programme/programme.hpp"

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace sala::programme {

inline Text in_both(const std::string& english, const std::string& thai)
{
    Text text(Language::english(), english);
    text.set(Language::thai(), {thai, {}});
    return text;
}
inline Text in_english(const std::string& words) { return {Language::english(), words}; }

inline Speaker person(const std::string& key)
{
    Speaker speaker;
    speaker.person_key = key;
    speaker.name = in_both("Name of " + key, "ชื่อ " + key);
    return speaker;
}
inline Speaker delegation(const std::string& key)
{
    Speaker speaker;
    speaker.delegation_key = key;
    speaker.delegation = in_both("Delegation " + key, "คณะ " + key);
    return speaker;
}

inline Intervention speech(const std::string& key, std::optional<int> start,
                           std::optional<int> minutes, Speaker speaker)
{
    Intervention one;
    one.key = key;
    one.number = 1;
    one.act = "statement";
    one.certainty = "planned";
    one.time = {start, minutes};
    one.speaker = std::move(speaker);
    return one;
}

inline AgendaItem item(const std::string& key, std::optional<int> start, std::optional<int> minutes)
{
    AgendaItem item;
    item.key = key;
    item.number = 1;
    item.time = {start, minutes};
    item.title = in_both("Item " + key, "วาระ " + key);
    return item;
}

inline Sitting sitting(const std::string& key, const std::string& room, std::optional<int> start,
                       std::optional<int> minutes, std::vector<Intervention> interventions = {})
{
    Sitting sitting;
    sitting.key = key;
    sitting.room = room;
    sitting.kind = "plenary";
    sitting.certainty = "planned";
    sitting.time = {start, minutes};
    sitting.title = in_both("Sitting " + key, "ช่วง " + key);
    sitting.interventions = std::move(interventions);
    return sitting;
}

// Days from 6 May 2030 on, in Paris; rooms tilia and acer.
inline Programme programme_of(std::vector<std::vector<Sitting>> days)
{
    Programme programme;
    programme.slug = "lyon-2030";
    programme.title = in_both("Lyon 2030", "ลียง 2573");
    programme.zone = "Europe/Paris";
    programme.rooms = {{"tilia", in_both("Tilia", "ทิเลีย"), {}},
                       {"acer", in_both("Acer", "เอเซอร์"), {}}};
    int number = 0;
    for (auto& sittings : days) {
        const auto day = script::plus_days({2030, 5, 6}, number++);
        programme.days.push_back({"day-" + std::to_string(number), day, {}, std::move(sittings)});
    }
    return programme;
}

// What follows draws from rapidcheck and belongs inside rc::check. Starts and lengths are few, so
// that beginnings and ends meet; evenings last past midnight; a person and a delegation share keys.
inline int drawn(int from, int to)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to + 1));
}
inline bool once_in(int times) { return drawn(1, times) == 1; }

inline Time any_time(int first, int last)
{
    Time time;
    if (!once_in(6)) {
        time.start = drawn(first / 10, last / 10) * 10;
        if (!once_in(6))
            time.minutes = drawn(1, 12) * 10;
    }
    return time;
}

inline Speaker any_speaker()
{
    const auto key = std::string(1, static_cast<char>('a' + drawn(0, 2)));
    const auto kind = drawn(0, 6);
    return kind == 0 ? Speaker{} : kind < 4 ? person(key) : delegation(key);
}

inline Sitting any_sitting(const std::string& key)
{
    const char* rooms[] = {"tilia", "acer", ""};
    auto one = sitting(key, rooms[drawn(0, 2)], {}, {});
    one.time = any_time(20 * 60, 23 * 60 + 50);
    if (once_in(2))
        one.speaker_minutes = 10;
    one.cancelled = once_in(5);
    const auto begin = one.time.start.value_or(20 * 60);
    for (int i = drawn(0, 2); i > 0; --i) {
        auto spoken = speech(key + "-" + std::to_string(i), {}, {}, any_speaker());
        spoken.time = any_time(begin - 20, begin + 60);
        spoken.cancelled = once_in(5);
        spoken.number = i;
        one.interventions.push_back(std::move(spoken));
    }
    if (once_in(3)) {
        one.agenda.push_back(item(key + "-item", one.time.start, drawn(1, 60)));
        one.agenda.back().cancelled = once_in(3);
    }
    return one;
}

inline Programme any_programme()
{
    std::vector<std::vector<Sitting>> days(static_cast<std::size_t>(drawn(1, 3)));
    int number = 0;
    for (auto& sittings : days)
        for (int i = drawn(0, 4); i > 0; --i)
            sittings.push_back(any_sitting("s" + std::to_string(++number)));
    return programme_of(std::move(days));
}

}  // namespace sala::programme
