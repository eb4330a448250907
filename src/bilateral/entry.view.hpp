// SPDX-License-Identifier: Apache-2.0
//
// An entry of a published timetable in words: when, where, with whom.

#pragma once

#include "bilateral/party.view.hpp"
#include "bilateral/timetable_store.hpp"

namespace sala::bilateral {

inline std::string entry_time(const web::Reader& reader, const Released::Entry& entry,
                              std::string_view between = " ")
{
    const auto named = script::Zone::named(reader.zone);
    const auto zone = named ? *named : script::Zone::utc();
    const auto from = script::clock(entry.begins, zone);
    const auto to = script::clock(entry.ends, zone);
    return script::render_day(
               from.day, script::DateStyle::for_reader(reader.language, script::DateForm::brief)) +
           std::string(between) +
           clock_range(reader, from.hour * 60 + from.minute, to.hour * 60 + to.minute);
}

// For a narrow column: a day and a time, neither of which is ever broken.
inline std::string time_in_lines(const web::Reader& reader, const Released::Entry& entry)
{
    return entry_time(reader, entry, "\n");
}

inline std::string entry_desk(const web::Reader& reader, const Released::Entry& entry)
{
    return reader.say(tr("{room}, desk {number}", {{"room", entry.room.words(reader.language)},
                                                   {"number", std::to_string(entry.desk)}}));
}

inline std::string entry_place(const web::Reader& reader, const Released::Entry& entry)
{
    return entry_time(reader, entry) + ", " + entry_desk(reader, entry);
}

// With whom this delegation meets, in words.
inline std::string counterparts(const web::Reader& reader, const std::vector<Known>& all,
                                const Released::Entry& entry, std::int64_t delegation)
{
    auto others = entry.delegations;
    std::erase(others, delegation);
    return words_of(reader, all, others);
}

}  // namespace sala::bilateral
