// SPDX-License-Identifier: Apache-2.0

#include "web/act_list.hpp"

#include "document/csv.hpp"
#include "script/calendar.hpp"
#include "script/given_day.hpp"
#include "web/act_list.view.hpp"
#include "web/act_names.hpp"
#include "web/act_words.hpp"
#include "web/called_at.hpp"
#include "web/step_words.hpp"
#include "web/told_acts.hpp"

#include <fmt/ranges.h>

#include <charconv>
#include <map>
#include <span>

namespace sala::web {

namespace {

// For LIKE: what somebody types is words, never a pattern.
std::string literal(std::string_view words)
{
    std::string plain;
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '\\')
            plain.push_back('\\');
        plain.push_back(c);
    }
    return plain;
}

Instant day_of(const std::string& words, const std::string& zone_name, int days_later)
{
    // Who looks for something changes nothing, so a Buddhist year is taken as it is meant.
    const auto written = script::to_arabic_digits(words);
    const auto day = script::parse_iso_day(script::in_common_era(written).value_or(written));
    const auto zone = script::Zone::named(zone_name);
    if (!day || !zone)
        return {};
    const auto at = script::instant_of(script::plus_days(*day, days_later), 0, *zone);
    return at ? *at : Instant{};
}

std::vector<std::string> steps_in(std::string_view how)
{
    std::vector<std::string> steps;
    while (!how.empty()) {
        steps.emplace_back(how.substr(0, how.find(' ')));
        how.remove_prefix(std::min(steps.back().size() + 1, how.size()));
    }
    return steps;
}

Json act_json(const ShownAct& act)
{
    auto how = Json::array();
    for (const auto& step : act.how)
        how.push(step);
    return Json::object({{"number", act.number},
                         {"what", act.verb},
                         {"how", how},
                         {"address", act.address},
                         {"who", act.name},
                         {"person", act.person},
                         {"for", act.for_whom},
                         {"whom", act.whom},
                         {"about", act.about},
                         {"earlier_name", act.earlier_name},
                         {"from", act.peer},
                         {"at", act.at.milliseconds()}});
}

std::string csv_of(const Desk& desk, const std::vector<ShownAct>& acts)
{
    std::vector<std::vector<std::string>> rows{{"number", "what", "address", "who", "person", "for",
                                                "from", "at", "how", "about", "earlier_name"}};
    for (const auto& act : acts)
        rows.push_back({std::to_string(act.number), act.verb, act.address, act.name,
                        act.person == 0 ? std::string{} : std::to_string(act.person), act.whom,
                        act.peer, moment_in_zone(desk.reader(), act.at),
                        fmt::format("{}", fmt::join(act.how, " ")), act.about, act.earlier_name});
    return document::write_csv(rows, {.neutralise_formulas = true});
}

// " OR x IN (:p_3, :p_4)" of what is sought, which is added to the values.
std::string or_one_of(const std::string& sql, const std::vector<std::string>& sought,
                      std::vector<store::Value>& values)
{
    std::string places;
    for (const auto& one : sought) {
        places += fmt::format("{}:one_{}", places.empty() ? "" : ", ", values.size());
        values.emplace_back(one);
    }
    return places.empty() ? places : fmt::format(" OR {} IN ({})", sql, places);
}

// Steps stand in one column, with spaces between.
std::string or_one_step(const std::vector<std::string>& steps, std::vector<store::Value>& values)
{
    std::string any;
    for (const auto& step : steps) {
        any += fmt::format(" OR ' ' || a.how || ' ' LIKE :one_{}", values.size());
        values.emplace_back("% " + step + " %");
    }
    return any;
}

constexpr char at_place[] = "(a.address = :own OR a.address LIKE :below ESCAPE '\\')";

// " AND …" for those who did it or whom it was about; nothing when everybody is sought.
std::string and_sought(const ActFilter& filter, std::vector<store::Value>& values)
{
    if (filter.who.empty())
        return {};
    values.push_back(store::bound("%" + literal(filter.who) + "%"));
    const auto called = logins_called();
    return fmt::format(" AND (a.login IN ({}) OR a.for_whom IN (SELECT 'login/' || CAST(l.id AS "
                       "TEXT) FROM login l WHERE l.id IN ({})) OR {}{})",
                       called, called, is_about_role_of_called(),
                       or_one_of("a.for_whom", filter.for_whom, values));
}

std::string words_in(const store::ValueView& value)
{
    const auto* seen = std::get_if<std::string_view>(&value);
    return seen ? std::string(*seen) : std::string{};
}

std::int64_t number_in(const store::ValueView& value)
{
    const auto* seen = std::get_if<std::int64_t>(&value);
    return seen ? *seen : 0;
}

// In the order in which they first did something that is told, at this place.
void number_people(store::Session& session, const ActFilter& filter, std::vector<ShownAct>& acts)
{
    std::map<std::int64_t, std::int64_t> people;
    for (const auto& [login] : session.select<std::int64_t>(
             fmt::format("SELECT a.login FROM act a WHERE a.login IS NOT NULL AND {} AND {} GROUP "
                         "BY a.login ORDER BY MIN(a.id)",
                         at_place, is_told),
             filter.below, literal(filter.below) + "/%"))
        people.emplace(login, static_cast<std::int64_t>(people.size()) + 1);
    for (auto& act : acts)
        if (const auto person = people.find(act.login); person != people.end())
            act.person = person->second;
}

}  // namespace

std::vector<ShownAct> acts_of(store::Session& session, const ActFilter& filter, int at_most)
{
    constexpr std::int64_t ever = std::int64_t{1} << 60;
    const ToldNumbers numbers(session);
    using enum store::Kind;
    // Values stand in the order of their names.
    std::vector<store::Value> values{store::bound(filter.below),
                                     store::bound(literal(filter.below) + "/%")};
    const auto who = and_sought(filter, values);
    for (const auto& value :
         {store::bound(filter.since), store::bound(filter.until ? filter.until : Instant{ever}),
          store::bound(numbers.in_chain(filter.before))})
        values.push_back(value);
    auto what = or_one_of("a.verb", filter.verbs, values) + or_one_step(filter.steps, values);
    what = what.empty() ? what : " AND (1 = 0" + what + ")";
    values.emplace_back(std::int64_t{at_most});
    const store::Kind kinds[] = {integer, text, text, integer, text,
                                 text,    text, text, integer, integer};
    std::vector<ShownAct> acts;
    session.each_kinds(
        fmt::format(
            "SELECT a.number, a.verb, a.address, a.login, l.name, a.for_whom, a.peer, "
            "a.how, a.at, a.id FROM act a LEFT JOIN login l ON l.id = a.login WHERE {}{} AND "
            "a.at >= :since AND a.at < :until AND (:before = 0 OR a.number < :before){} "
            "AND {} ORDER BY a.id DESC LIMIT :most",
            at_place, who, what, is_told),
        values, kinds, [&](std::span<const store::ValueView> row) {
            acts.push_back({.id = number_in(row[9]),
                            .number = numbers.told(number_in(row[0])),
                            .verb = words_in(row[1]),
                            .address = words_in(row[2]),
                            .login = number_in(row[3]),
                            .name = words_in(row[4]),
                            .for_whom = words_in(row[5]),
                            .whom = {},
                            .peer = words_in(row[6]),
                            .how = steps_in(words_in(row[7])),
                            .at = Instant{number_in(row[8])}});
        });
    number_people(session, filter, acts);
    return acts;
}

std::vector<Query> queries_of_acts()
{
    return {
        {.name = "who",
         .meaning = "A part of the name of whoever did it or got a role, or of the delegation."},
        {.name = "verb",
         .meaning = "Words of what was done, such as badge or approved, or a verb."},
        {.name = "since", .meaning = "The first day, such as 2030-05-06."},
        {.name = "until", .meaning = "The last day."},
        {.name = "before", .meaning = "Only acts with a smaller number."}};
}

ActFilter filter_of(const Desk& desk, std::string below)
{
    ActFilter filter;
    filter.below = std::move(below);
    if (!desk.query("verb").empty()) {
        filter.verbs = acts_said(desk.query("verb"));
        filter.steps = steps_said(desk.query("verb"));
    }
    filter.who = desk.query("who");
    if (!filter.who.empty())
        filter.for_whom = delegations_said(desk.session(), filter.who);
    filter.since = day_of(desk.query("since"), desk.reader().zone, 0);
    filter.until = day_of(desk.query("until"), desk.reader().zone, 1);
    const auto before = desk.query("before");
    std::from_chars(before.data(), before.data() + before.size(), filter.before);
    return filter;
}

Result<Reply> show_acts(Desk& desk, const ActFilter& filter, Frame frame)
{
    const bool page = desk.wants(Format::html);
    auto acts = acts_of(desk.session(), filter, page ? acts_shown_max : acts_exported_max);
    name_whom(desk.session(), filter.below, desk.reader().language, acts);
    if (desk.wants(Format::csv))
        return desk.download(std::string(media_type(Format::csv)), "acts.csv", csv_of(desk, acts));
    const auto seal = newest_told_seal(desk.session());
    if (page)
        return desk.show(acts_page(desk, acts, seal, std::move(frame)));
    auto list = Json::array();
    for (const auto& act : acts)
        list.push(act_json(act));
    return desk.show(Json::object({{"acts", list}, {"chain", Json::object({{"hash", seal}})}}));
}

}  // namespace sala::web
