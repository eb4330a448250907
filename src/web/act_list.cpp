// SPDX-License-Identifier: Apache-2.0

#include "web/act_list.hpp"

#include "document/csv.hpp"
#include "script/calendar.hpp"
#include "script/given_day.hpp"
#include "web/act_list.view.hpp"
#include "web/act_names.hpp"
#include "web/act_words.hpp"
#include "web/step_words.hpp"

#include <fmt/ranges.h>

#include <charconv>
#include <span>

namespace sala::web {

namespace {

// What a delegation says about whom it would meet, and whom not, is its own: that it said
// something, while what others are shown stays the same, would tell them what.
constexpr char is_told[] = "(a.verb <> 'keep_preferences' OR a.for_whom <> '')";

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
                         {"for", act.for_whom},
                         {"about", act.about},
                         {"from", act.peer},
                         {"at", act.at.milliseconds()}});
}

std::string csv_of(const Desk& desk, const std::vector<ShownAct>& acts)
{
    std::vector<std::vector<std::string>> rows{
        {"number", "what", "address", "who", "for", "from", "at", "how", "about"}};
    for (const auto& act : acts)
        rows.push_back({std::to_string(act.number), act.verb, act.address, act.name, act.for_whom,
                        act.peer, moment_in_zone(desk.reader(), act.at),
                        fmt::format("{}", fmt::join(act.how, " ")), act.about});
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

}  // namespace

std::vector<ShownAct> acts_of(store::Session& session, const ActFilter& filter, int at_most)
{
    constexpr std::int64_t ever = std::int64_t{1} << 60;
    using enum store::Kind;
    std::vector<store::Value> values{
        store::bound(filter.below), store::bound(literal(filter.below) + "/%"),
        store::bound(filter.who), store::bound("%" + literal(filter.who) + "%")};
    // Values stand in the order of their names.
    const auto whom = or_one_of("a.for_whom", filter.for_whom, values);
    for (const auto& value :
         {store::bound(filter.since), store::bound(filter.until ? filter.until : Instant{ever}),
          store::bound(filter.before)})
        values.push_back(value);
    auto what = or_one_of("a.verb", filter.verbs, values) + or_one_step(filter.steps, values);
    what = what.empty() ? what : " AND (1 = 0" + what + ")";
    values.emplace_back(std::int64_t{at_most});
    const store::Kind kinds[] = {integer, text, text, integer, text, text, text, text, integer};
    const auto words = [](const store::ValueView& value) {
        const auto* seen = std::get_if<std::string_view>(&value);
        return seen ? std::string(*seen) : std::string{};
    };
    std::vector<ShownAct> acts;
    session.each_kinds(
        fmt::format(
            "SELECT a.number, a.verb, a.address, a.login, l.name, a.for_whom, a.peer, "
            "a.how, a.at FROM act a LEFT JOIN login l ON l.id = a.login WHERE (a.address = :own OR "
            "a.address LIKE :below ESCAPE '\\') AND (:any_who = '' OR LOWER(l.name) LIKE "
            "LOWER(:who) ESCAPE '\\'{}) AND a.at >= :since AND a.at < :until AND (:before = 0 "
            "OR a.number < :before){} AND {} ORDER BY a.id DESC LIMIT :most",
            whom, what, is_told),
        values, kinds, [&](std::span<const store::ValueView> row) {
            acts.push_back({std::get<std::int64_t>(row[0]), words(row[1]), words(row[2]),
                            words(row[4]), std::holds_alternative<std::int64_t>(row[3]),
                            words(row[5]), words(row[5]), words(row[6]), steps_in(words(row[7])),
                            Instant{std::get<std::int64_t>(row[8])}});
        });
    return acts;
}

std::vector<Query> queries_of_acts()
{
    return {
        {.name = "who", .meaning = "A part of the name of whoever did it, or of the delegation."},
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
    name_whom(desk.session(), desk.reader().language, acts);
    if (desk.wants(Format::csv))
        return desk.download(std::string(media_type(Format::csv)), "acts.csv", csv_of(desk, acts));
    const auto end = store::seal_end(desk.session());
    if (page)
        return desk.show(acts_page(desk, acts, end, std::move(frame)));
    auto list = Json::array();
    for (const auto& act : acts)
        list.push(act_json(act));
    return desk.show(Json::object(
        {{"acts", list}, {"chain", Json::object({{"number", end.number}, {"hash", end.hash}})}}));
}

}  // namespace sala::web
