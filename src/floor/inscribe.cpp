// SPDX-License-Identifier: Apache-2.0
//
// A focal point inscribes the leader, hands in the text, typed or as a file, changes what was
// handed in, or withdraws. The delegation gets a number that stays, and stands in the rolling list
// at once; the order is that of the rules.

#include "floor/handing_in.hpp"
#include "floor/inscription.view.hpp"
#include "floor/own_delegation.hpp"
#include "floor/rolling_list.hpp"

#include <any>

namespace sala::floor {

static Result<web::Reply> keep(web::Desk& desk, const Hall& seen, const web::Form& form);

web::Verb inscribe()
{
    auto fields = fields_of_inscription();
    fields.push_back(web::hidden("version"));
    fields.push_back(web::text("person", tr("Who speaks")).optional().at_most(20));
    fields.push_back(field_of_file());
    fields.push_back(web::tick("take_file_away", tr("Take the file away")));
    fields.push_back(web::text("prefers", tr("Preferred sitting")).optional().at_most(200));
    return {
        .path = "POST /{forum}/sittings/{sitting}/inscription",
        .allow = forum::focal_points,
        .form = std::move(fields),
        .query = {{.name = "delegation", .meaning = "Whose, for those of several."}},
        .run = web::on<Hall>(keep),
        .prepare = [](const web::BeforeTurn& before) { return std::any(sent_file(before.form)); }};
}

Result<web::Reply> keep(web::Desk& desk, const Hall& seen, const web::Form& form)
{
    const auto own = own_delegation(desk, seen);
    if (!own)
        return own.refusal();
    // An inscription is real while others rehearse, and stays when they have ended.
    auto hall = without_rehearsal(seen);
    const auto texts = texts_of(desk.session(), hall.forum.id, hall.sitting);
    const auto* held = text_of(texts, (*own)->id);
    if (const auto open = may_hand_in(desk, hall, held != nullptr); !open)
        return open.refusal();
    if (const auto newest = is_newest(texts, **own, form); !newest)
        return newest.refusal();
    auto one = handed_in(desk, hall, **own, texts, form);
    if (const auto said = say_who_speaks(desk, hall, one, form); !said)
        return said.refusal();
    const auto prefers = preferred_sitting(desk, hall, form["prefers"], held ? held->prefers : 0);
    if (!prefers)
        return prefers.refusal();
    one.prefers = *prefers;
    const bool is_new = !held;
    if (one.withdrawn && is_new)
        return conflict("not-inscribed", "The delegation is not inscribed.");
    if (const auto kept = keep_file_of(desk, hall, one, form); !kept)
        return kept.refusal();
    keep_inscription(desk.session(), hall.forum.id, one);
    hall.inscribed = inscribed_at(desk.session(), hall.forum.id, hall.sitting);
    if (const auto followed = follow_inscription(desk, hall, one, is_new || held->prefers != 0);
        !followed)
        return followed.refusal();
    desk.again(hall.topic());
    return desk.go(desk.address() + "?delegation=" + (*own)->key);
}

}  // namespace sala::floor
