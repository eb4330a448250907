// SPDX-License-Identifier: Apache-2.0

#include "floor/rules.hpp"

#include <algorithm>

namespace sala::floor {

namespace {

struct Named {
    By by;
    const char* word;
};
constexpr std::array words_of_order{Named{By::observers_last, "observers-last"},
                                    Named{By::host_first, "host-first"},
                                    Named{By::host_last, "host-last"},
                                    Named{By::groups_first, "groups-first"},
                                    Named{By::seat, "seat"},
                                    Named{By::level, "level"},
                                    Named{By::alphabet, "alphabet"},
                                    Named{By::rotation, "rotation"},
                                    Named{By::draw, "draw"},
                                    Named{By::inscription, "inscription"},
                                    Named{By::programme, "programme"}};
static_assert(words_of_order.size() == static_cast<std::size_t>(By::programme) + 1,
              "every rule of order has a word");

bool holds(const std::vector<By>& order, By by)
{
    return std::find(order.begin(), order.end(), by) != order.end();
}

Result<std::vector<By>> read_order(const Json& json)
{
    std::vector<By> order;
    for (const auto& item : json.items()) {
        const auto by = by_named(item.string());
        if (!by)
            return invalid("order", "unknown-order", "“{word}” is no rule of order.",
                           {{"word", item.string()}});
        if (!holds(order, *by))
            order.push_back(*by);
    }
    if (order.empty())
        return invalid("order", "no-order", "Choose at least one rule of order.");
    if (holds(order, By::host_first) && holds(order, By::host_last))
        return invalid("order", "order-contradicts",
                       "The host speaks first or last. Choose one of them.");
    return order;
}

Allowed read_kind(KindRule& rule, const Json& json)
{
    if (json.is_null())
        return allowed();
    rule.seconds = json["seconds"].integer();
    rule.pauses = json["pauses"].boolean();
    rule.budgeted = json["budgeted"].boolean();
    if (rule.seconds < 10 || rule.seconds > 4L * 3600)
        return invalid("minutes", "no-minutes", "A speech lasts from ten seconds to four hours.");
    return allowed();
}

}  // namespace

std::string word(By by)
{
    return std::find_if(words_of_order.begin(), words_of_order.end(),
                        [&](const Named& one) { return one.by == by; })
        ->word;
}

std::optional<By> by_named(std::string_view word)
{
    const auto* found = std::find_if(words_of_order.begin(), words_of_order.end(),
                                     [&](const Named& one) { return one.word == word; });
    return found == words_of_order.end() ? std::nullopt : std::optional(found->by);
}

const std::vector<By>& all_orders()
{
    static const auto all = [] {
        std::vector<By> orders;
        orders.reserve(words_of_order.size());
        for (const auto& one : words_of_order)
            orders.push_back(one.by);
        return orders;
    }();
    return all;
}

Sentence name_of(By by)
{
    switch (by) {
    case By::observers_last:
        return tr("Observers after all others, time permitting");
    case By::host_first:
        return tr("The host first");
    case By::host_last:
        return tr("The host last");
    case By::groups_first:
        return tr("Statements on behalf of groups first");
    case By::seat:
        return tr("Members, then partners, then observers");
    case By::level:
        return tr("Level of representation");
    case By::alphabet:
        return tr("English alphabetical order of countries");
    case By::rotation:
        return tr("English alphabetical order of countries, beginning at a name");
    case By::draw:
        return tr("By lot");
    case By::inscription:
        return tr("First come, first served");
    case By::programme:
        break;
    }
    return tr("In the order of the programme");
}

Result<std::int64_t> rank_of(const Rules& rules, std::string_view category)
{
    if (category.empty())
        return std::int64_t{0};
    const auto& all = rules.point_categories;
    const auto found = std::find(all.begin(), all.end(), category);
    if (found == all.end())
        return invalid("category", "no-such-category",
                       "The rules know no such category of points of order.");
    return std::int64_t{found - all.begin() + 1};
}

std::vector<Sentence> differences(const Rules& before, const Rules& now)
{
    const auto differs = [&](auto part) {
        return std::any_of(all_kinds.begin(), all_kinds.end(),
                           [&](Kind kind) { return before.of(kind).*part != now.of(kind).*part; });
    };
    std::vector<Sentence> all;
    const auto note = [&](bool differ, Sentence what) {
        if (differ)
            all.push_back(std::move(what));
    };
    note(before.order != now.order || before.rotates_from != now.rotates_from ||
             before.drawn != now.drawn,
         tr("who speaks before whom"));
    note(differs(&KindRule::seconds), tr("how long one speaks"));
    note(differs(&KindRule::pauses), tr("what stops the clock"));
    note(before.starts_at_once != now.starts_at_once, tr("when the clock starts"));
    note(before.budget_seconds != now.budget_seconds || differs(&KindRule::budgeted),
         tr("what a delegation has altogether"));
    note(before.point_categories != now.point_categories, tr("the ranks of points of order"));
    note(before.sound != now.sound, tr("the tone at zero"));
    note(before.words != now.words, tr("the words of the rule book"));
    return all;
}

const Rules& rules_at(const RulesInTime& rules, std::int64_t act)
{
    const auto* held = &rules.front();
    for (const auto& one : rules)
        if (one.act <= act)
            held = &one;
    return held->rules;
}

Rules usual_rules(int minutes, bool in_sequence)
{
    Rules rules;
    if (in_sequence)
        rules.order = {By::programme};
    const std::int64_t seconds = std::int64_t{60} * std::max(minutes, 1);
    rules.kinds = {
        {Kind::statement, {seconds, false, true}}, {Kind::group, {seconds, false, false}},
        {Kind::response, {120, true, false}},      {Kind::question, {60, true, false}},
        {Kind::order, {120, true, false}},         {Kind::reply, {180, false, false}},
        {Kind::chair, {120, true, false}}};
    return rules;
}

Json to_json(const Rules& rules)
{
    auto json = Json::object();
    auto order = Json::array();
    for (const auto by : rules.order)
        order.push(word(by));
    auto kinds = Json::object();
    for (const auto& [kind, rule] : rules.kinds)
        kinds.set(word(kind), Json::object({{"seconds", rule.seconds},
                                            {"pauses", rule.pauses},
                                            {"budgeted", rule.budgeted}}));
    auto categories = Json::array();
    for (const auto& category : rules.point_categories)
        categories.push(category);
    json.set("order", std::move(order));
    json.set("rotates_from", rules.rotates_from);
    json.set("drawn", rules.drawn);
    json.set("kinds", std::move(kinds));
    json.set("budget_seconds", rules.budget_seconds);
    json.set("point_categories", std::move(categories));
    json.set("starts_at_once", rules.starts_at_once);
    json.set("sound", rules.sound);
    json.set("words", rules.words.canonical_json());
    return json;
}

Result<Rules> read_rules(const Json& json, Rules usual)
{
    auto rules = std::move(usual);
    if (!json["order"].is_null()) {
        auto order = read_order(json["order"]);
        if (!order)
            return order.refusal();
        rules.order = *std::move(order);
    }
    for (const auto kind : all_kinds)
        if (const auto read = read_kind(rules.kinds[kind], json["kinds"][word(kind)]); !read)
            return read.refusal();
    rules.rotates_from = json["rotates_from"].string();
    rules.drawn = std::max<std::int64_t>(json["drawn"].integer(), 0);
    rules.budget_seconds = std::max<std::int64_t>(json["budget_seconds"].integer(), 0);
    for (const auto& category : json["point_categories"].items())
        rules.point_categories.push_back(category.string());
    rules.starts_at_once = json["starts_at_once"].boolean();
    rules.sound = json["sound"].boolean();
    rules.words = Text::read(json["words"].string()).value_or(Text{});
    return rules;
}

}  // namespace sala::floor
