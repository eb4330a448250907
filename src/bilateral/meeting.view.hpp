// SPDX-License-Identifier: Apache-2.0
//
// A meeting on a page: what it is now, what both sides said, and what this side can do.

#pragma once

#include "bilateral/interpreted.hpp"
#include "bilateral/meeting_store.hpp"
#include "bilateral/party.view.hpp"
#include "bilateral/rules.hpp"

namespace sala::bilateral {

inline Sentence status_name(Status status)
{
    static const std::array names{tr("asked"),      tr("to be confirmed"),
                                  tr("agreed"),     tr("declined"),
                                  tr("taken back"), tr("not answered in time")};
    return names[static_cast<std::size_t>(status)];
}

inline web::Html status_chip(const web::Reader& reader, Status status)
{
    static constexpr std::array looks{"proposed", "adjusted", "agreed",
                                      "conflict", "draft",    "draft"};
    return html(reader, "<span class=\"chip\" data-is=\"",
                std::string(looks[static_cast<std::size_t>(status)]), "\">", status_name(status),
                "</span>");
}

inline Sentence said_name(Step step)
{
    static const std::array names{tr("asked"),     tr("accepted"),
                                  tr("declined"),  tr("proposed changes"),
                                  tr("confirmed"), tr("took it back")};
    return names[static_cast<std::size_t>(step)];
}

inline web::Html manner_words(const web::Reader& reader, const Manner& manner)
{
    return html(
        reader, tr_count("{count} slot", "{count} slots", static_cast<std::size_t>(manner.slots)),
        when(manner.with_heads, [&] { return html(reader, ", ", tr("with both heads")); }),
        when(!manner.pair.empty(), [&] {
            return html(reader, ", ",
                        tr("interpreted {pair}", {{"pair", languages_of(reader, manner.pair)}}));
        }));
}

inline Json act_json(const Act& act, const std::vector<Known>& all, std::int64_t delegation)
{
    const auto* whose = find(all, delegation);
    return Json::object({{"number", act.number},
                         {"step", std::string(word(act.step))},
                         {"by", whose ? Json(whose->key) : Json()},
                         {"on_behalf", act.on_behalf},
                         {"words", act.words},
                         {"at", std::to_string(act.at.milliseconds())}});
}

inline Json meeting_json(const Meeting& meeting, const std::vector<Known>& all, Instant now)
{
    const auto key = [&](Side side) {
        const auto* known = find(all, meeting.delegation(side));
        return known ? Json(known->key) : Json();
    };
    const auto awaited = meeting.awaited(now);
    return Json::object(
        {{"id", meeting.id().word()},
         {"host", key(Side::host)},
         {"guest", key(Side::guest)},
         {"status", std::string(word(meeting.status(now)))},
         {"parties", forum::list_json(meeting.sides(),
                                      [&](Side side) {
                                          return Json::object(
                                              {{"side", std::string(word(side))},
                                               {"delegation", key(side)},
                                               {"takes_part", meeting.takes_part(side)}});
                                      })},
         {"awaits", awaited.empty() ? Json() : key(awaited.front())},
         {"awaits_all", forum::list_json(awaited, key)},
         {"turn", meeting.turn()},
         {"slots", meeting.manner().slots},
         {"with_heads", meeting.manner().with_heads},
         {"pair", meeting.manner().pair},
         {"expires", std::to_string(meeting.expires().milliseconds())}});
}

// What an ask and a proposal say about how it shall be held.
inline std::vector<web::Field> fields_of_manner()
{
    return {web::number("slots", tr("How many slots in a row")).at_least(1).at_most(6),
            web::tick("with_heads", tr("The heads of both delegations are there themselves"))
                .optional(),
            web::text("pair", tr("Interpreted between"))
                .optional()
                .at_most(15)
                .hinted(tr("A pair of languages such as th-en; empty when no interpreter is "
                           "needed."))};
}

inline std::vector<web::Field> fields_of_ask()
{
    auto fields = fields_of_manner();
    fields.insert(fields.begin(), {web::text("with", tr("With whom")).at_most(200),
                                   web::text("also", tr("And together with"))
                                       .optional()
                                       .at_most(1000)
                                       .hinted(tr("For one meeting of several: their keys with a "
                                                  "space between."))});
    fields.push_back(web::lines("words", tr("What you would talk about")).optional().at_most(2000));
    return fields;
}

inline std::vector<web::Field> fields_of_answer()
{
    return {web::hidden("step"),
            web::hidden("turn"),
            web::number("slots", tr("How many slots in a row")).optional(),
            web::tick("with_heads", tr("The heads of both delegations are there themselves"))
                .optional(),
            web::text("pair", tr("Interpreted between")).optional().at_most(15),
            web::lines("words", tr("Why")).optional().at_most(2000)};
}

inline Manner manner_of(const web::Form& form)
{
    return {static_cast<int>(form.number("slots").value_or(1)), form.ticked("with_heads"),
            form["pair"]};
}

inline web::Form form_of(const Manner& manner)
{
    web::Form form;
    form.set("slots", std::to_string(manner.slots));
    if (manner.with_heads)
        form.set("with_heads", "yes");
    form.set("pair", manner.pair);
    return form;
}

}  // namespace sala::bilateral
