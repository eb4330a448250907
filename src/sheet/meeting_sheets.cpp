// SPDX-License-Identifier: Apache-2.0

#include "sheet/meeting_sheets.hpp"

#include "sheet/columns.hpp"
#include "sheet/row_rules.hpp"

namespace sala::sheet {

// Needs and offers have the same columns, so that one can answer the other.
static std::vector<Column> what_is_wanted()
{
    return {ref("delegation", "delegations").needed(),
            ref("topic", "topics").needed(),
            number("priority", 1, 3).needed(),
            flag("flexible"),
            lines("text").needed(),
            source(),
            note()};
}

std::vector<Sheet> meeting_sheets()
{
    using enum Sheet::Scope;
    return {
        {"needs", "need", forum, tr("Needs"),
         tr("What a delegation looks for at the forum. Priority 1 is the most urgent."),
         what_is_wanted()},
        {"offers", "offer", forum, tr("Offers"),
         tr("What a delegation can give to others. Priority 1 is what it is best at."),
         what_is_wanted()},
        {"desks",
         "desk",
         forum,
         tr("Desks"),
         tr("Desks for bilateral meetings, room by room."),
         {ref("room", "rooms").needed(), number("count", 0, 2'000).needed(), note()}},
        {"interpreting",
         "interpreting",
         forum,
         tr("Interpreters for meetings"),
         tr("How many interpreters there are for a pair of languages, such as th-en."),
         {word("pair").needed(), number("count", 0, 500).needed(), note()},
         {pair_of_languages()}},
    };
}

}  // namespace sala::sheet
