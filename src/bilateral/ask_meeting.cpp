// SPDX-License-Identifier: Apache-2.0
//
// A delegation asks another for a meeting. Asked twice, it is one ask; an ask that crosses the
// other's own is answered instead.

#include "bilateral/doing.hpp"
#include "bilateral/meeting.view.hpp"
#include "store/store.hpp"

#include <algorithm>

namespace sala::bilateral {

static Result<web::Reply> ask(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb ask_meeting()
{
    return {.path = "POST /{forum}/delegations/{delegation}/meetings/new",
            .allow = forum::focal_points,
            .form = fields_of_ask(),
            .run = web::on<Party>(ask)};
}

// What stands between the two already: the address of the same ask, or a refusal.
static std::optional<Result<web::Reply>> standing(web::Desk& desk, const Party& party,
                                                  const Known& guest)
{
    const auto all = meetings_at(desk.session(), party.forum.id, party.self.number);
    for (const auto& meeting : between(all, party.self.number, guest.number)) {
        const bool open = meeting.is_open(desk.now());
        if (open && meeting.delegation(Side::host) == party.self.number)
            return desk.go(party.home() + "/meetings/" + meeting.id().word());
        if (open)
            return conflict("asked-by-them",
                            "They have asked you already. Answer their ask instead.");
        if (meeting.status(desk.now()) == Status::accepted)
            return conflict("already-agreed", "You have agreed to meet this delegation already.");
    }
    return std::nullopt;
}

Result<web::Reply> ask(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto* guest = find(party.all, std::string_view(form["with"]));
    if (!guest)
        return invalid("with", "no-such-delegation",
                       "There is no delegation “{key}” at this forum.", {{"key", form["with"]}});
    const auto rules = rules_at(desk.session(), party.forum.id);
    if (const auto may = may_ask(rules, party.self, *guest); !may)
        return may.refusal();
    if (auto there = standing(desk, party, *guest))
        return *std::move(there);
    if (const auto can = can_be_interpreted(desk.session(), party.forum.id, form["pair"]); !can)
        return can.refusal();
    const Meeting meeting{party.forum.id, desk.next_id<Meeting>(), party.self.number,
                          guest->number};
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
