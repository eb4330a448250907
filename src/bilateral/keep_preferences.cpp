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

// The ones that differ from what the visitor was shown: about.KEY=WORD.
static Result<std::vector<Preference>> stated(const web::Desk& desk, const Party& party,
                                              const std::map<std::int64_t, Word>& shown,
                                              const web::Form& form)
{
    std::vector<Preference> all;
    for (const auto& [name, value] : form.values()) {
        if (!name.starts_with("about."))
            continue;
        const auto* other = find(party.all, std::string_view(name).substr(6));
        if (!other)
            return invalid(name, "no-such-delegation",
                           "There is no delegation “{key}” at this forum.",
                           {{"key", name.substr(6)}});
        const auto said = word_named(value);
        if (!said)
            return invalid(name, "no-such-preference",
                           "Say must, would-like, no, or none to take it back.");
        if (*said == Word::no && party.on_behalf)
            return Refusal{Refusal::forbidden, name, "no-is-its-own",
                           tr("A “no” is said by the delegation’s own focal point alone: nobody "
                              "else could see it or take it back.")};
        const auto found = shown.find(other->number);
        if (*said == (found == shown.end() ? Word::none : found->second) &&
            other->number != party.self.number)
            continue;
        auto preference =
            Preference::stated({party.forum.id, desk.next_id<Preference>(), party.self.number,
                                other->number, *said, desk.visitor().login, desk.now()});
        if (!preference)
            return preference.refusal();
        all.push_back(*preference);
    }
    return all;
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
    const auto all = stated(desk, party, shown_preferences(desk, party), form);
    if (!all)
        return all.refusal();
    if (const auto free = no_meeting_is_agreed(desk, party, *all); !free)
        return free.refusal();
    for (const auto& preference : *all)
        desk.record(preference);
    return desk.go(party.address());
}

}  // namespace sala::bilateral
