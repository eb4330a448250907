// SPDX-License-Identifier: Apache-2.0
//
// The clock of the slots on a wall: which slot is on, for how long still, which comes next. Between
// two slots it counts down to the next. It names nobody.

#pragma once

#include "bilateral/party.view.hpp"
#include "bilateral/slots.hpp"
#include "web/assets.hpp"

namespace sala::bilateral {

struct SlotClock {
    std::vector<Slot> slots;
    const Slot* on = nullptr;
    const Slot* next = nullptr;

    // When what it shows changes; nothing when all slots are over.
    std::optional<Instant> until() const
    {
        return on ? std::optional(on->ends) : next ? std::optional(next->begins) : std::nullopt;
    }
};

inline SlotClock slot_clock(std::vector<Slot> slots, Instant now)
{
    SlotClock clock{std::move(slots)};
    for (const auto& slot : clock.slots) {
        if (slot.begins <= now && now < slot.ends)
            clock.on = &slot;
        if (slot.begins > now && !clock.next)
            clock.next = &slot;
    }
    return clock;
}

// With its day only where there are several.
inline std::string wall_words(const web::Reader& reader, const SlotClock& clock, const Slot& slot)
{
    return clock.slots.front().day == clock.slots.back().day ? slot_words(reader, slot)
                                                             : slot_with_day(reader, slot);
}

// "04:32", and with hours "18:04:32"; as the island goes on counting.
inline std::string left_words(const SlotClock& clock, Instant now)
{
    const auto until = clock.until();
    if (!until)
        return {};
    const auto seconds = (until->milliseconds() - now.milliseconds() + 999) / 1000;
    return seconds < 3600
               ? fmt::format("{:02}:{:02}", seconds / 60, seconds % 60)
               : fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

inline web::Html slot_lines(const web::Reader& reader, const SlotClock& clock)
{
    return html(reader, "<ol id=\"slots\" hidden>",
                each(clock.slots,
                     [&](const Slot& slot) {
                         return html(reader, "<li data-begins=\"", slot.begins.milliseconds(),
                                     "\" data-ends=\"", slot.ends.milliseconds(), "\">",
                                     wall_words(reader, clock, slot), "</li>");
                     }),
                "</ol>\n");
}

inline web::Html clock_middle(const web::Reader& reader, const forum::Forum& forum,
                              const SlotClock& clock, Instant now)
{
    const auto ends = tr("until this slot ends");
    const auto begins = tr("until the next slot begins");
    const auto none = tr("No meetings now");
    const auto over = tr("No meetings after this");
    // The island puts its own time between the two halves; the place is found by its sign.
    const auto next = tr("Next: {time}", {{"time", "…"}});
    return html(
        reader, "<main id=\"main\" data-slot-clock=\"", now.milliseconds(), "\" data-zone=\"",
        forum.zone, "\" data-ends=\"", ends, "\" data-begins=\"", begins, "\" data-none=\"", none,
        "\" data-over=\"", over, "\" data-next=\"", next, "\">\n<div class=\"top\"><p>",
        forum.title, "</p><p class=\"wall\"><time data-wall></time></p></div>\n<h1 data-slot>",
        clock.on ? html(reader, wall_words(reader, clock, *clock.on)) : html(reader, none),
        "</h1>\n<div><p class=\"clock\" data-left>", left_words(clock, now),
        "</p>\n<p class=\"until\" data-until>",
        when(clock.on || clock.next, [&] { return html(reader, clock.on ? ends : begins); }),
        "</p></div>\n<p class=\"then\" data-then>",
        clock.next
            ? html(reader, tr("Next: {time}", {{"time", wall_words(reader, clock, *clock.next)}}))
            : html(reader, over),
        "</p>\n", slot_lines(reader, clock), "</main>\n");
}

// Nobody is in front of it: no menu, no foot, always dark.
inline web::Html clock_document(const web::Reader& reader, const forum::Forum& forum,
                                const SlotClock& clock, Instant now)
{
    return html(
        reader, "<!DOCTYPE html>\n<html lang=\"", reader.language.tag(),
        "\" data-theme=\"dark\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
        "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        tr("Clock of the slots"), "</title>\n<link rel=\"stylesheet\" href=\"",
        web::asset_address("sala.css"), "\">\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"",
        web::asset_address("icon.svg"), "\">\n<script defer src=\"", web::asset_address("slots.js"),
        "\"></script>\n</head>\n<body class=\"hall slots\">\n",
        clock_middle(reader, forum, clock, now), "</body>\n</html>\n");
}

}  // namespace sala::bilateral
