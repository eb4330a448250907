// SPDX-License-Identifier: Apache-2.0
//
// The rules of a forum's bilateral meetings as a form.

#pragma once

#include "bilateral/party.view.hpp"
#include "bilateral/rules.hpp"

namespace sala::bilateral {

inline std::vector<web::Field> fields_of_meeting_rules()
{
    return {
        web::hidden("version").optional(),
        web::tick("other_countries", tr("Only delegations of different countries meet")).optional(),
        web::tick("only_cities_ask", tr("Cities ask; other delegations are asked and answer"))
            .optional(),
        web::number("slot_minutes", tr("Minutes of a meeting")).at_least(5).at_most(240),
        web::number("change_minutes", tr("Minutes between two meetings")).at_most(120),
        web::number("ask_hours", tr("Hours until an ask without an answer is over"))
            .at_least(1)
            .at_most(2'000),
        web::number("meetings_at_least", tr("Meetings proposed to each delegation, at least"))
            .at_most(60),
        web::number("meetings_at_most", tr("Meetings proposed to each delegation, at most"))
            .at_least(1)
            .at_most(60)};
}

inline web::Form form_of(const Rules& rules)
{
    web::Form form;
    if (rules.other_countries)
        form.set("other_countries", "yes");
    if (rules.only_cities_ask)
        form.set("only_cities_ask", "yes");
    for (const auto& [name, value] : {std::pair{"slot_minutes", rules.slot_minutes},
                                      std::pair{"change_minutes", rules.change_minutes},
                                      std::pair{"ask_hours", rules.ask_hours},
                                      std::pair{"meetings_at_least", rules.meetings_at_least},
                                      std::pair{"meetings_at_most", rules.meetings_at_most}})
        form.set(name, std::to_string(value));
    return form;
}

inline Rules rules_of(const web::Form& form)
{
    const auto number = [&](const char* name) {
        return static_cast<int>(form.number(name).value_or(0));
    };
    return {.other_countries = form.ticked("other_countries"),
            .only_cities_ask = form.ticked("only_cities_ask"),
            .slot_minutes = number("slot_minutes"),
            .change_minutes = number("change_minutes"),
            .ask_hours = number("ask_hours"),
            .meetings_at_least = number("meetings_at_least"),
            .meetings_at_most = number("meetings_at_most")};
}

inline web::Page meeting_rules_page(web::Desk& desk, const forum::Forum& forum, const Rules& rules)
{
    const auto kept = form_of(rules);
    if (!desk.typed())
        desk.comes_back(&kept, {});
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<h1>", tr("Rules of bilateral meetings"), "</h1>\n<p class=\"lede\">",
             tr("They hold for asks from now on. Slots are cut from the sittings of the "
                "kind “bilateral meetings”; desks and interpreters are sheets."),
             "</p>\n", web::refused_note(desk), "<form class=\"stack\" method=\"post\" action=\"",
             desk.address(), "\">\n", web::csrf_field(desk),
             "<input type=\"hidden\" name=\"version\" value=\"", rules.version, "\">\n",
             web::fields_of(desk, fields_of_meeting_rules()),
             "<p><button type=\"submit\" data-key=\"s\">", tr("Save"), "</button></p>\n</form>\n");
    return {.title = reader.say(tr("Rules of bilateral meetings")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "bilaterals")};
}

}  // namespace sala::bilateral
