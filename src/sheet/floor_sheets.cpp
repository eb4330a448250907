// SPDX-License-Identifier: Apache-2.0

#include "sheet/floor_sheets.hpp"

#include "sheet/columns.hpp"
#include "sheet/row_rules.hpp"

namespace sala::sheet {

// In seconds, from ten to four hours; empty is as usual.
static Column seconds(const std::string& kind) { return number(kind + "_seconds", 10, 14'400); }

std::vector<Sheet> floor_sheets()
{
    const std::vector<std::string> kinds{"statement", "group", "response", "question",
                                         "order",     "reply", "chair",    "none"};
    return {{"floor_rules",
             "floor_rule",
             Sheet::forum,
             tr("Rules of the floor"),
             tr("Who speaks before whom, how long, and what stops the clock. A row without a "
                "sitting is for the whole forum; one with a sitting is for that one alone."),
             {ref("sitting", "sittings"),
              word("speaking_order"),
              word("rotates_from"),
              seconds("statement"),
              seconds("group"),
              seconds("response"),
              seconds("question"),
              seconds("point"),
              seconds("reply"),
              seconds("chair"),
              word("pauses"),
              word("budgeted"),
              number("budget_minutes", 0, 1440),
              word("point_categories"),
              flag("starts_at_once"),
              flag("sound"),
              lines("rule_book"),
              word("inscription_opens"),
              word("inscription_closes"),
              source(),
              note()},
             {words_among("speaking_order",
                          {"observers-last", "host-first", "host-last", "groups-first", "seat",
                           "level", "alphabet", "rotation", "draw", "inscription", "programme"}),
              host_speaks_once(), moments_of_inscription(), words_among("pauses", kinds),
              words_among("budgeted", kinds)}}};
}

}  // namespace sala::sheet
