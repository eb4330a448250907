// SPDX-License-Identifier: Apache-2.0
//
// Times on the floor's pages: the clock of whoever speaks, and about when the others come, which
// goes on by itself while a speech runs over or nobody is given the floor.

#pragma once

#include "floor/floor.hpp"
#include "floor/pace.hpp"
#include "script/calendar.hpp"
#include "web/html.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::floor {

using web::each;
using web::Html;
using web::html;
using web::Reader;
using web::when;

inline std::string time_words(const Reader& reader, Instant at, bool seconds = false)
{
    const auto zone = script::Zone::named(reader.zone);
    const auto clock = script::clock(at, zone ? *zone : script::Zone::utc());
    if (!seconds)
        return script::render_clock(clock.hour, clock.minute, reader.language);
    return fmt::format("{:02}:{:02}:{:02}", clock.hour, clock.minute,
                       at.milliseconds() / 1000 % 60);
}

// "4:32", "+0:48" when it is over. Rounded up while it runs down, so that 0:00 is the end.
inline std::string left_words(milliseconds left)
{
    const bool over = left.count() < 0;
    const auto seconds = over ? -left.count() / 1000 : (left.count() + 999) / 1000;
    return fmt::format("{}{:02}:{:02}", over && seconds > 0 ? "+" : "", seconds / 60, seconds % 60);
}

inline std::string spent_words(milliseconds spent)
{
    const auto seconds = spent.count() / 1000;
    return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

// The last minute, or the second half of what is shorter than two.
inline std::string state_of(milliseconds left, milliseconds limit)
{
    const auto last = std::min<std::int64_t>(60'000, limit.count() / 2);
    return left.count() < 0 ? "over" : left.count() <= last ? "last" : "";
}

// The clock, readable without a script as it was at `now`, and kept going by one.
inline Html clock_of(const Reader& reader, const Floor& floor, Instant now)
{
    const auto* turn = floor.turn();
    if (!turn)
        return {};
    const auto& clock = turn->clock;
    const auto left = clock.left_at(now);
    return html(reader, "<p class=\"clock\" role=\"timer\" data-clock data-is=\"",
                state_of(left, clock.limit), "\" data-running=\"", clock.running ? 1 : 0,
                "\" data-ends=\"", clock.ends_at.milliseconds(), "\" data-left=\"",
                std::int64_t{clock.left.count()}, "\" data-limit=\"",
                std::int64_t{clock.limit.count()}, "\" data-now=\"", now.milliseconds(), "\">",
                left_words(left), "</p>\n");
}

inline Html bar_of(const Reader& reader, const Floor& floor, Instant now)
{
    const auto* turn = floor.turn();
    if (!turn)
        return {};
    const auto limit = std::max<std::int64_t>(turn->clock.limit.count() / 1000, 1);
    const auto left = std::clamp<std::int64_t>(turn->clock.left_at(now).count() / 1000, 0, limit);
    return html(reader, "<progress data-bar max=\"", limit, "\" value=\"", left, "\" aria-label=\"",
                tr("Speaking time left"), "\">", left_words(turn->clock.left_at(now)),
                "</progress>\n");
}

// On what holds guessed times: when they were guessed, and when the clocks end that run. The island
// counts on from there, because no act says that time passes.
inline Html guessed_at(const Reader& reader, const Floor& floor, Instant now)
{
    std::string ends;
    for (const auto& turn : floor.turns())
        if (turn.clock.running)
            ends += (ends.empty() ? "" : " ") + std::to_string(turn.clock.ends_at.milliseconds());
    return html(reader, " data-guessed=\"", now.milliseconds(), "\" data-ends=\"", ends, "\"");
}

// `words`: a sentence with the place {time}.
inline Html guessed(const Reader& reader, Instant about, Sentence words)
{
    words.arguments = {{"time", "{time}"}};
    const auto open =
        html(reader, "<span data-about=\"", about.milliseconds(), "\" data-said=\"", words, "\">");
    words.arguments = {{"time", time_words(reader, about)}};
    return html(reader, open, words, "</span>");
}

}  // namespace sala::floor
