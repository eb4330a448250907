// SPDX-License-Identifier: Apache-2.0
//
// A delegation says whom it must, would like to, or will not meet. What it does not touch stays.

#include "bilateral/meeting_store.hpp"
#include "bilateral/preferences.view.hpp"

#include <algorithm>

namespace sala::bilateral {

static Result<web::Reply> keep(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb keep_preferences()
{
    return {.path = "POST /{forum}/delegations/{delegation}/preferences",
            .allow = forum::focal_points,
            .run = web::on<Party>(keep),
            .any_fields = true};
}

// A no beside a meeting to which one has said yes would mean two things at once: the other side
// would only have to accept.
static Allowed no_meeting_is_agreed(web::Desk& desk, const Party& party,
                                    const std::vector<Preference>& all)
{
    const auto meetings = meetings_at(desk.session(), party.forum.id, party.self.number);
    for (const auto& preference : all) {
        const auto both = between(meetings, party.self.number, preference.about);
        const auto is_any = [&](auto&& holds) {
            return std::any_of(both.begin(), both.end(), holds);
        };
        const bool agreed = is_any(
            [&](const Meeting& meeting) { return meeting.status(desk.now()) == Status::accepted; });
        const bool yes = is_any([&](const Meeting& meeting) {
            return meeting.is_open(desk.now()) &&
                   meeting.has_own_yes(*meeting.side_of(party.self.number));
        });
        if (preference.word == Word::no && yes)
            return conflict("yes-said",
                            "You have said yes to a meeting with {name}. Take that back first.",
                            {{"name", words_of(desk.reader(), party.all, preference.about)}});
        if (preference.word == Word::no && agreed)
            return conflict("meeting-agreed",
                            "You have agreed to meet {name}. Call that meeting off first.",
                            {{"name", words_of(desk.reader(), party.all, preference.about)}});
    }
    return allowed();
}

Result<web::Reply> keep(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto all = stated_preferences(desk, party, form);
    if (!all)
        return all.refusal();
    if (const auto free = no_meeting_is_agreed(desk, party, *all); !free)
        return free.refusal();
    // Said for oneself, it is told to nobody (web/act_list.cpp).
    if (!party.on_behalf)
        desk.acts_for({});
    if (all->empty())
        desk.keep_nothing();  // a form that says what stands already is no act
    for (const auto& preference : *all)
        desk.record(preference);
    return desk.go(party.address());
}

}  // namespace sala::bilateral
