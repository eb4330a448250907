// SPDX-License-Identifier: Apache-2.0

#include "bilateral/rules.hpp"

namespace sala::bilateral {

Rules rules_at(store::Session& session, std::int64_t forum)
{
    using Number = std::int64_t;
    const auto row = session.find<Number, Number, Number, Number, Number, Number, Number, Number>(
        "SELECT id, other_countries, only_cities_ask, slot_minutes, change_minutes, ask_hours, "
        "meetings_at_least, meetings_at_most FROM meeting_rules WHERE forum = :forum ORDER BY id "
        "DESC LIMIT 1",
        forum);
    if (!row)
        return {};
    const auto& [id, countries, cities, slot, change, hours, least, most] = *row;
    return {id,
            countries != 0,
            cities != 0,
            static_cast<int>(slot),
            static_cast<int>(change),
            static_cast<int>(hours),
            static_cast<int>(least),
            static_cast<int>(most)};
}

Allowed keep_rules(web::Desk& desk, std::int64_t forum, const Rules& rules)
{
    if (rules.meetings_at_least > rules.meetings_at_most)
        return invalid("meetings_at_least", "least-above-most",
                       "Nobody can have at least {least} meetings and at most {most}.",
                       {{"least", std::to_string(rules.meetings_at_least)},
                        {"most", std::to_string(rules.meetings_at_most)}});
    desk.session().run(
        "INSERT INTO meeting_rules (forum, id, other_countries, only_cities_ask, slot_minutes, "
        "change_minutes, ask_hours, meetings_at_least, meetings_at_most, by_login, at) VALUES "
        "(:forum, :id, :countries, :cities, :slot, :change, :hours, :least, :most, :by, :at)",
        forum, desk.next_id<Rules>(), rules.other_countries, rules.only_cities_ask,
        rules.slot_minutes, rules.change_minutes, rules.ask_hours, rules.meetings_at_least,
        rules.meetings_at_most, desk.visitor().login, desk.now());
    return allowed();
}

Allowed may_meet(const Rules& rules, const Known& one, const Known& other)
{
    if (one.number == other.number)
        return invalid("with", "meets-itself", "A delegation cannot ask to meet itself.");
    if (rules.other_countries && one.country != 0 && one.country == other.country)
        return invalid("with", "same-country",
                       "At this forum delegations of different countries meet. The secretariat "
                       "may change this rule.");
    return allowed();
}

Allowed may_ask(const Rules& rules, const Known& host, const Known& guest)
{
    if (rules.only_cities_ask && !host.is_city)
        return forbidden("observers-are-asked",
                         "At this forum cities ask for meetings; others are asked and answer. The "
                         "secretariat may change this rule.");
    return may_meet(rules, host, guest);
}

}  // namespace sala::bilateral
