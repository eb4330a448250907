// SPDX-License-Identifier: Apache-2.0
//
// The chair sets the rules of the floor: the order, the minutes, what stops the clock, until when
// delegations inscribe. They stand in the forum's sheet; the rules before stay on record, and what
// was done while they held is as it was.

#include "floor/derived_speeches.hpp"
#include "floor/held_rules.hpp"
#include "floor/rules.view.hpp"

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

Result<web::Reply> keep(web::Desk& desk, const Hall& hall, const web::Form& form)
{
    if (form["version"] != hall.rules_version)
        return stale("rules-changed", "Somebody changed the rules meanwhile. Look at them again.");
    if (form.ticked("whole_forum") && !leads_whole_forum(desk))
        return forbidden("not-the-whole-forum",
                         "You chair the sittings of one body. The rules of the whole forum are "
                         "kept by who chairs all of it.");
    const auto begins = rotation_begins(hall, form["rotates_from"]);
    if (!begins)
        return begins.refusal();
    const auto read = read_rules(rules_in(hall, form), usual_rules(hall.speaker_minutes));
    if (!read)
        return read.refusal();
    auto rules = *read;
    rules.rotates_from = *begins;
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
    if (const auto kept = keep_rules_of(desk, hall, std::move(rules), {*opens, *closes},
                                        whole_forum, form.ticked("draw_again"));
        !kept)
        return kept.refusal();
    // A sitting that was opened before rules were kept with it goes by those of the sheet.
    rebuild_speeches(desk.session(), hall.forum.slug, whole_forum ? std::string{} : hall.key);
    desk.again(whole_forum ? "floor:" + hall.forum.slug + ":" : hall.topic());
    return desk.go(desk.address());
}

}  // namespace sala::floor
