// SPDX-License-Identifier: Apache-2.0

#include "bilateral/slots.hpp"

#include <algorithm>

namespace sala::bilateral {

std::vector<Slot> slots_of(const programme::Programme& programme, const Rules& rules)
{
    std::vector<Slot> slots;
    int part = 0;
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings) {
            const auto end = sitting.time.end();
            if (sitting.kind != "bilateral" || sitting.cancelled || !end)
                continue;
            for (int start = *sitting.time.start; start + rules.slot_minutes <= *end;
                 start += rules.slot_minutes + rules.change_minutes)
                slots.push_back({day.day, start, rules.slot_minutes, part,
                                 programme.at(day.day, start),
                                 programme.at(day.day, start + rules.slot_minutes)});
            ++part;
        }
    std::stable_sort(slots.begin(), slots.end(),
                     [](const Slot& a, const Slot& b) { return a.begins < b.begins; });
    // Two sittings for meetings at the same time are one: nobody needs the hour twice.
    slots.erase(std::unique(slots.begin(), slots.end(),
                            [](const Slot& a, const Slot& b) { return b.begins < a.ends; }),
                slots.end());
    return slots;
}

Allowed can_be_planned(std::size_t slots)
{
    if (slots == 0)
        return conflict("no-slots",
                        "There is no time for bilateral meetings yet. Add a sitting of the kind "
                        "“bilateral meetings” with start and minutes to the programme.");
    if (slots > slots_max)
        return conflict("too-many-slots",
                        "There are {count} slots, and a timetable has at most {most}. Make them "
                        "longer, or the sittings shorter.",
                        {{"count", std::to_string(slots)}, {"most", std::to_string(slots_max)}});
    return allowed();
}

std::string clock_range(const web::Reader& reader, int from, int to)
{
    const auto at = [&](int minutes) {
        return script::render_clock(minutes / 60 % 24, minutes % 60, Language::english());
    };
    return at(from) + "–" + at(to) + (reader.is_thai() ? " น." : "");
}

std::string slot_words(const web::Reader& reader, const Slot& slot)
{
    return clock_range(reader, slot.start, slot.end());
}

std::string slot_with_day(const web::Reader& reader, const Slot& slot)
{
    return script::render_day(
               slot.day, script::DateStyle::for_reader(reader.language, script::DateForm::brief)) +
           " " + slot_words(reader, slot);
}

std::vector<bool> on_the_floor(const programme::Programme& programme,
                               const std::vector<Slot>& slots, std::string_view delegation_key)
{
    std::vector<bool> busy(slots.size());
    for (const auto& day : programme.days)
        for (const auto& sitting : day.sittings)
            for (const auto& speech : sitting.interventions) {
                const auto end = speech.time.end();
                if (speech.speaker.delegation_key != delegation_key || speech.cancelled || !end)
                    continue;
                for (std::size_t n = 0; n < slots.size(); ++n)
                    if (slots[n].day == day.day && *speech.time.start < slots[n].end() &&
                        slots[n].start < *end)
                        busy[n] = true;
            }
    return busy;
}

int slot_at(const std::vector<Slot>& slots, Instant begins)
{
    const auto found = std::find_if(slots.begin(), slots.end(),
                                    [&](const Slot& slot) { return slot.begins == begins; });
    return found == slots.end() ? -1 : static_cast<int>(found - slots.begin());
}

}  // namespace sala::bilateral
