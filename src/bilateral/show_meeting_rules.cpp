// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees how its forum holds bilateral meetings.

#include "bilateral/rules.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_meeting_rules()
{
    return {.path = "GET /{forum}/bilaterals/rules",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show)};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto rules = rules_at(desk.session(), forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"version", std::to_string(rules.version)},
                                       {"other_countries", rules.other_countries},
                                       {"only_cities_ask", rules.only_cities_ask},
                                       {"slot_minutes", rules.slot_minutes},
                                       {"change_minutes", rules.change_minutes},
                                       {"ask_hours", rules.ask_hours},
                                       {"meetings_at_least", rules.meetings_at_least},
                                       {"meetings_at_most", rules.meetings_at_most}}));
    return desk.show(meeting_rules_page(desk, forum, rules));
}

}  // namespace sala::bilateral
