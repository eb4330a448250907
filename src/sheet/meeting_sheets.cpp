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
            refs("practices", "practices"),
            refs("claims", "claims"),
            lines("text").needed(),
            source(),
            note()};
}

std::vector<Sheet> river_sheets()
{
    using enum Sheet::Scope;
    return {
        {"rivers",
         "river",
         server,
         tr("Rivers"),
         tr("Rivers and lakes that cities share."),
         {text("name").needed(), text("aliases"), note()}},
        {"riversides",
         "riverside",
         server,
         tr("Cities on rivers"),
         tr("Which city lies on which river, with the page that says so."),
         {ref("city", "cities").needed(), ref("river", "rivers").needed(), text("statement"),
          url("address").needed(), note()}},
    };
}

std::vector<Sheet> meeting_sheets()
{
    using enum Sheet::Scope;
    return {
        // Before those that point to it.
        {"claims",
         "claim",
         forum,
         tr("Claims"),
         tr("What a source says; two answers to one question stand side by side."),
         {word("subject").needed(), text("question").needed(), text("value").needed(),
          number("figure", 0, 1'000'000'000), ref("source", "sources").needed(),
          choice("standing", {"primary", "other", "unsupported"}).needed(), note()},
         {subject_is_a_row()}},
        {"practices",
         "practice",
         forum,
         tr("Practices"),
         tr("What a city did, in a few words. Needs and offers point to it."),
         {ref("delegation", "delegations").needed(), date("date"), url("address"),
          text("title").needed(), lines("text").needed(), source(), note()}},
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
        {"commitments",
         "commitment",
         forum,
         tr("Commitments"),
         tr("What cities promised each other, here or at an earlier forum that is not on this "
            "server. Without cities and organisations: all who took part."),
         {refs("cities", "cities"), refs("organisations", "organisations"),
          choice("status", {"open", "kept", "given-up"}).needed(), date("date"), text("occasion"),
          lines("text").needed(), source(), note()}},
    };
}

}  // namespace sala::sheet
