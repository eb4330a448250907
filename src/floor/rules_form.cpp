// SPDX-License-Identifier: Apache-2.0

#include "floor/rules_form.hpp"

#include "floor/moments.hpp"
#include "script/digits.hpp"
#include "script/given_day.hpp"
#include "script/normal.hpp"

#include <sstream>

namespace sala::floor {

static constexpr int steps_of_order = 7;

std::vector<web::Field> fields_of_rules()
{
    std::vector<std::pair<std::string, Sentence>> orders{{"", tr("nothing more")}};
    for (const auto by : all_orders())
        orders.emplace_back(word(by), name_of(by));
    std::vector<web::Field> fields;
    for (int i = 1; i <= steps_of_order; ++i)
        fields.push_back(web::choice("order-" + std::to_string(i),
                                     tr("Order, step {number}", {{"number", std::to_string(i)}}),
                                     orders)
                             .optional());
    fields.push_back(web::text("rotates_from", tr("The rotation begins at")).optional());
    fields.push_back(web::tick("draw_again", tr("Draw the lots anew"))
                         .hinted(tr("The program draws a number that nobody can choose. Each draw "
                                    "stays on record.")));
    for (const auto kind : all_kinds) {
        fields.push_back(web::number("seconds-" + word(kind),
                                     tr("{kind}: seconds", {{"kind", name_of(kind).english()}}))
                             .at_least(10)
                             .at_most(14'400));
        fields.push_back(web::tick("pauses-" + word(kind), tr("stops the clock of the speech")));
        fields.push_back(
            web::tick("budgeted-" + word(kind), tr("counts against the delegation’s budget")));
    }
    fields.push_back(
        web::number("budget_minutes", tr("Minutes of a delegation altogether (0: no limit)"))
            .at_most(1440));
    fields.push_back(web::lines("point_categories", tr("Categories of points of order, by rank"))
                         .optional()
                         .at_most(500)
                         .hinted(tr("One a line. None: first come, first served.")));
    fields.push_back(web::tick("starts_at_once", tr("The clock starts when the floor is given")));
    fields.push_back(web::tick("sound", tr("A tone at zero")));
    fields.push_back(web::lines("words_en", tr("The rule book, in English")).optional());
    fields.push_back(
        web::lines("words_th", tr("The rule book, in Thai")).optional().in_language("th"));
    fields.push_back(web::text("opens_at", tr("Inscription opens"))
                         .optional()
                         .hinted(tr("On the forum’s clock, such as 2030-05-01 09:00. Empty: at "
                                    "once.")));
    fields.push_back(web::text("closes_at", tr("Inscription closes")).optional());
    fields.push_back(web::tick("whole_forum", tr("These are the rules of the whole forum")));
    return fields;
}

web::Form filled_rules(const Rules& rules)
{
    web::Form form;
    for (int i = 1; i <= steps_of_order; ++i) {
        const auto place = static_cast<std::size_t>(i) - 1;
        form.set("order-" + std::to_string(i),
                 place < rules.order.size() ? word(rules.order[place]) : std::string{});
    }
    form.set("rotates_from", rules.rotates_from);
    for (const auto& [kind, rule] : rules.kinds) {
        form.set("seconds-" + word(kind), std::to_string(rule.seconds));
        if (rule.pauses)
            form.set("pauses-" + word(kind), std::string("yes"));
        if (rule.budgeted)
            form.set("budgeted-" + word(kind), std::string("yes"));
    }
    form.set("budget_minutes", std::to_string(rules.budget_seconds / 60));
    std::string categories;
    for (const auto& category : rules.point_categories)
        categories += category + "\n";
    form.set("point_categories", categories);
    if (rules.starts_at_once)
        form.set("starts_at_once", std::string("yes"));
    if (rules.sound)
        form.set("sound", std::string("yes"));
    for (const auto* tag : {"en", "th"})
        if (const auto* wording = rules.words.in(*Language::named(tag)))
            form.set("words_" + std::string(tag), wording->verbatim);
    return form;
}

Result<std::string> rotation_begins(const Hall& hall, const std::string& words)
{
    if (words.empty() || words == hall.rules.rotates_from)
        return words;
    const auto wanted = script::searchable(words);
    for (const auto& one : hall.names.delegations()) {
        const auto name = one.name.words(Language::english());
        const auto country = one.country.words(Language::english());
        if (script::searchable(country) == wanted || script::searchable(name) == wanted)
            return country.empty() ? name : country;
    }
    return invalid("rotates_from", "no-such-name",
                   "No delegation here comes from “{name}”. Write the English name of a country or "
                   "a city of the list.",
                   {{"name", words}});
}

Json rules_in(const Hall& hall, const web::Form& form)
{
    auto order = Json::array();
    for (int i = 1; i <= steps_of_order; ++i)
        if (const auto& by = form["order-" + std::to_string(i)]; !by.empty())
            order.push(by);
    auto kinds = Json::object();
    for (const auto kind : all_kinds)
        kinds.set(word(kind),
                  Json::object({{"seconds", form.number("seconds-" + word(kind)).value_or(0)},
                                {"pauses", form.ticked("pauses-" + word(kind))},
                                {"budgeted", form.ticked("budgeted-" + word(kind))}}));
    auto categories = Json::array();
    std::istringstream lines(form["point_categories"]);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty())
            categories.push(line);
    auto words = hall.rules.words;
    words.set(Language::english(), {form["words_en"], {}});
    words.set(Language::thai(), {form["words_th"], {}});
    auto json = Json::object({{"order", std::move(order)}, {"kinds", std::move(kinds)}});
    json.set("rotates_from", form["rotates_from"]);
    json.set("budget_seconds", form.number("budget_minutes").value_or(0) * 60);
    json.set("point_categories", std::move(categories));
    json.set("starts_at_once", form.ticked("starts_at_once"));
    json.set("sound", form.ticked("sound"));
    json.set("words", words.canonical_json());
    return json;
}

Result<Instant> moment_in(const Hall& hall, const std::string& field, const std::string& words)
{
    if (words.empty())
        return Instant{};
    const auto written = script::to_arabic_digits(words);
    if (const auto day = script::given_day(field, written.substr(0, 10));
        !day && day.refusal().code == "buddhist-year")
        return day.refusal();
    const auto at = read_moment(hall.forum.zone, written);
    return at ? Result<Instant>(*at)
              : invalid(field, "not-a-moment", "Write a day and a time: 2030-05-01 09:00.");
}

}  // namespace sala::floor
