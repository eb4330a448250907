// SPDX-License-Identifier: Apache-2.0
//
// The chair sets the rules of the floor: the order, the minutes, what stops the clock, until when
// delegations inscribe. They stand in the forum's sheet; the rules before stay on record.

#include "floor/derived_speeches.hpp"
#include "floor/held_rules.hpp"
#include "floor/rules.view.hpp"
#include "floor/text_store.hpp"

#include <sstream>

namespace sala::floor {

static Result<web::Reply> keep(web::Desk& desk, const Hall& hall, const web::Form& form);

web::Verb keep_floor_rules()
{
    auto fields = fields_of_rules();
    fields.push_back(web::hidden("version"));
    return {.path = "POST /{forum}/sittings/{sitting}/floor-rules",
            .allow = forum::chairs,
            .form = std::move(fields),
            .run = web::on<Hall>(keep)};
}

static Json rules_in(const Hall& hall, const web::Form& form)
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

// "2030-05-01 09:00" on the forum's clock; empty is no moment.
static Result<Instant> moment_in(const Hall& hall, const std::string& field,
                                 const std::string& words)
{
    if (words.empty())
        return Instant{};
    const auto no = invalid(field, "not-a-moment", "Write a day and a time: 2030-05-01 09:00.");
    const auto day = script::parse_iso_day(words.substr(0, 10));
    const auto minutes = script::read_clock(words.size() > 11 ? words.substr(11) : std::string{});
    const auto zone = script::Zone::named(hall.forum.zone);
    if (!day || !minutes || !zone)
        return no;
    const auto at = script::instant_of(*day, *minutes, *zone);
    return at ? Result<Instant>(*at) : Result<Instant>(no);
}

Result<web::Reply> keep(web::Desk& desk, const Hall& hall, const web::Form& form)
{
    if (form["version"] != hall.rules_version)
        return stale("rules-changed", "Somebody changed the rules meanwhile. Look at them again.");
    if (form.ticked("whole_forum") && !leads_whole_forum(desk))
        return forbidden("not-the-whole-forum",
                         "You chair the sittings of one body. The rules of the whole forum are "
                         "kept by who chairs all of it.");
    const auto json = rules_in(hall, form);
    const auto read = read_rules(json, usual_rules(hall.speaker_minutes));
    if (!read)
        return read.refusal();
    const auto opens = moment_in(hall, "opens_at", form["opens_at"]);
    if (!opens)
        return opens.refusal();
    const auto closes = moment_in(hall, "closes_at", form["closes_at"]);
    if (!closes)
        return closes.refusal();
    if (*opens && *closes && *closes <= *opens)
        return invalid("closes_at", "closes-before-it-opens",
                       "Inscription would close before it opens. Give a later moment.");
    const bool whole_forum = form.ticked("whole_forum");
    if (const auto kept = keep_rules_of(desk, hall, *read, whole_forum, form.ticked("draw_again"));
        !kept)
        return kept.refusal();
    keep_window(desk.session(), hall.forum.id, hall.sitting, desk.next_id<Window>().number(),
                {*opens, *closes}, desk.visitor().login.number(), desk.now());
    // What a question pauses decides how long a speech was.
    rebuild_speeches(desk.session(), hall.forum.slug, whole_forum ? std::string{} : hall.key);
    desk.again(whole_forum ? "floor:" + hall.forum.slug + ":" : hall.topic());
    return desk.go(desk.address());
}

}  // namespace sala::floor
