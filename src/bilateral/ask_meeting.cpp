// SPDX-License-Identifier: Apache-2.0
//
// A delegation asks another for a meeting, or several for one. Asked twice, it is one ask; an ask
// that crosses the other's own is answered instead.

#include "bilateral/asking.hpp"
#include "bilateral/doing.hpp"
#include "bilateral/meeting.view.hpp"
#include "store/store.hpp"

namespace sala::bilateral {

static Result<web::Reply> ask(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb ask_meeting()
{
    return {.path = "POST /{forum}/delegations/{delegation}/meetings/new",
            .allow = forum::focal_points,
            .form = fields_of_ask(),
            .run = web::on<Party>(ask)};
}

Result<web::Reply> ask(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto rules = rules_at(desk.session(), party.forum.id);
    const auto guests = guests_in(party, rules, form);
    if (!guests)
        return guests.refusal();
    const auto all = meetings_at(desk.session(), party.forum.id, party.self.number);
    const auto same = asked_already(all, party.self.number, *guests, desk.now());
    if (!same)
        return same.refusal();
    if (*same) {
        desk.keep_nothing();  // a double click, or a second device
        return desk.go(party.home() + "/meetings/" + (*same)->word());
    }
    if (const auto can = can_be_interpreted(desk.session(), party.forum.id, form["pair"]); !can)
        return can.refusal();
    auto parties = *guests;
    parties.insert(parties.begin(), party.self.number);
    if (parties.size() > guests_max + 1)
        return invalid("also", "too-many-guests",
                       "At most 7 delegations are asked to one meeting.");
    const Meeting meeting{party.forum.id, desk.next_id<Meeting>(), std::move(parties)};
    auto doing = doing_of(desk, party, meeting, Side::host, Step::ask, rules);
    doing.manner = manner_of(form);
    doing.words = form["words"];
    try {
        const auto asked = take(desk, party, meeting, doing);
        if (!asked)
            return asked.refusal();
    } catch (const store::Duplicate&) {
        return conflict(
            "asked-meanwhile",
            "One of you two asked the other at the same moment. Look at your meetings.");
    }
    return desk.go(party.home() + "/meetings/" + meeting.id().word());
}

}  // namespace sala::bilateral
