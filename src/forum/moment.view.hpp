// SPDX-License-Identifier: Apache-2.0
//
// When somebody did something, on the forum's own clock.

#pragma once

#include "base/instant.hpp"
#include "script/calendar.hpp"
#include "web/html.hpp"

namespace sala::forum {

inline std::string moment_words(const web::Reader& reader, Instant at)
{
    const auto zone = script::Zone::named(reader.zone);
    const auto clock = script::clock(at, zone ? *zone : script::Zone::utc());
    return script::render_day(
               clock.day, script::DateStyle::for_reader(reader.language, script::DateForm::brief)) +
           " " + script::render_clock(clock.hour, clock.minute, reader.language);
}

inline web::Html moment(const web::Reader& reader, Instant at)
{
    return web::html(reader, "<time>", moment_words(reader, at), "</time>");
}

}  // namespace sala::forum
