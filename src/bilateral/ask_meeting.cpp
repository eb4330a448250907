// SPDX-License-Identifier: Apache-2.0
//
// A delegation asks another for a meeting, or several for one. Asked twice, it is one ask; an ask
// that crosses the other's own is answered instead.

#include "bilateral/doing.hpp"
#include "bilateral/meeting.view.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <sstream>

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
static std::optional<Result<web::Reply>>
standing(web::Desk& desk, const Party& party, const std::vector<Meeting>& all, const Known& guest)
{
    for (const auto& meeting : between(all, party.self.number, guest.number)) {
        if (meeting.is_of_several())
            continue;
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

// The same ask to the same several, which is open still or agreed.
static std::optional<Result<web::Reply>> standing(web::Desk& desk, const Party& party,
                                                  const std::vector<Meeting>& all,
                                                  std::vector<std::int64_t> guests)
{
    guests.push_back(party.self.number);
    std::sort(guests.begin(), guests.end());
    for (const auto& meeting : all) {
        auto those = meeting.delegations();
        std::sort(those.begin(), those.end());
        if (those != guests)
            continue;
        if (meeting.is_open(desk.now()) && meeting.delegation(Side::host) == party.self.number)
            return desk.go(party.home() + "/meetings/" + meeting.id().word());
        if (meeting.is_open(desk.now()) || meeting.status(desk.now()) == Status::accepted)
            return conflict("same-several",
                            "There is a meeting of the same delegations already. Look at your "
                            "meetings.");
    }
    return std::nullopt;
}

// The guests in the order in which they were named. Refuses no-such-delegation, asked-twice and
// what the rules of the forum forbid, between guests as well.
static Result<std::vector<std::int64_t>> guests_in(const Party& party, const Rules& rules,
                                                   const web::Form& form)
{
    std::vector<std::string> keys{form["with"]};
    std::istringstream also(form["also"]);
    for (std::string key; also >> key;)
        keys.push_back(key);
    for (const auto& [name, value] : form.values())
        if (name.starts_with("also."))
            keys.push_back(name.substr(std::string_view("also.").size()));
    std::vector<std::int64_t> guests;
    for (std::size_t n = 0; n < keys.size(); ++n) {
        const std::string field = n == 0 ? "with" : "also";
        const auto* guest = find(party.all, std::string_view(keys[n]));
        if (!guest)
            return invalid(field, "no-such-delegation",
                           "There is no delegation “{key}” at this forum.", {{"key", keys[n]}});
        if (const auto may = may_ask(rules, party.self, *guest); !may)
            return may.refusal();
        if (std::find(guests.begin(), guests.end(), guest->number) != guests.end())
            return invalid(field, "asked-twice", "You name “{key}” twice.", {{"key", keys[n]}});
        for (const auto other : guests)
            if (const auto may = may_meet(rules, *find(party.all, other), *guest); !may)
                return may.refusal();
        guests.push_back(guest->number);
    }
    return guests;
}

Result<web::Reply> ask(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto rules = rules_at(desk.session(), party.forum.id);
    const auto guests = guests_in(party, rules, form);
    if (!guests)
        return guests.refusal();
    const auto all = meetings_at(desk.session(), party.forum.id, party.self.number);
    if (auto there = guests->size() > 1
                         ? standing(desk, party, all, *guests)
                         : standing(desk, party, all, *find(party.all, guests->front())))
        return *std::move(there);
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
