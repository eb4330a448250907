// SPDX-License-Identifier: Apache-2.0
//
// A sitting that the programme has as cancelled: every page of its floor says so, and nothing is
// offered that would be refused.

#pragma once

#include "floor/speaker.view.hpp"

namespace sala::floor {

inline Html called_off_note(const Reader& reader, const Hall& hall)
{
    return when(hall.cancelled, [&] {
        return html(reader, "<p class=\"note\"><span class=\"chip\" data-is=\"cancelled\">",
                    tr("Cancelled"), "</span> ", tr("The programme has this sitting as cancelled."),
                    "</p>\n");
    });
}

// Why nobody has the floor.
inline Sentence nobody_speaks(const Hall& hall)
{
    if (hall.is_called_off())
        return tr("The sitting is cancelled");
    return hall.floor.phase() == Floor::Phase::closed   ? tr("The sitting is closed")
           : hall.floor.phase() == Floor::Phase::before ? tr("The sitting has not begun")
                                                        : tr("The chair has the floor");
}

// It is over, or never begins.
inline bool nobody_comes(const Hall& hall)
{
    return hall.is_called_off() || hall.floor.phase() == Floor::Phase::closed;
}

}  // namespace sala::floor
