// SPDX-License-Identifier: Apache-2.0

#include "bilateral/asking.hpp"

#include <algorithm>
#include <sstream>

namespace sala::bilateral {

using Asked = Result<std::optional<Id<Meeting>>>;

// What stands between the two already.
static Asked asked_of_one(const std::vector<Meeting>& all, std::int64_t host, std::int64_t guest,
                          Instant now)
{
    for (const auto& meeting : between(all, host, guest)) {
        if (meeting.is_of_several())
            continue;
        const bool open = meeting.is_open(now);
        if (open && meeting.delegation(Side::host) == host)
            return std::optional(meeting.id());
        if (open)
            return conflict("asked-by-them",
                            "They have asked you already. Answer their ask instead.");
        if (meeting.status(now) == Status::accepted)
            return conflict("already-agreed", "You have agreed to meet this delegation already.");
    }
    return std::optional<Id<Meeting>>();
}

// The same ask to the same several, which is open still or agreed.
static Asked asked_of_several(const std::vector<Meeting>& all, std::int64_t host,
                              std::vector<std::int64_t> guests, Instant now)
{
    guests.push_back(host);
    std::sort(guests.begin(), guests.end());
    for (const auto& meeting : all) {
        auto those = meeting.delegations();
        std::sort(those.begin(), those.end());
        if (those != guests)
            continue;
        if (meeting.is_open(now) && meeting.delegation(Side::host) == host)
            return std::optional(meeting.id());
        if (meeting.is_open(now) || meeting.status(now) == Status::accepted)
            return conflict("same-several",
                            "There is a meeting of the same delegations already. Look at your "
                            "meetings.");
    }
    return std::optional<Id<Meeting>>();
}

Asked asked_already(const std::vector<Meeting>& all, std::int64_t host,
                    const std::vector<std::int64_t>& guests, Instant now)
{
    return guests.size() > 1 ? asked_of_several(all, host, guests, now)
                             : asked_of_one(all, host, guests.front(), now);
}

Result<std::vector<std::int64_t>> guests_in(const Party& party, const Rules& rules,
                                            const web::Form& form)
{
    std::vector<std::string> keys{form["with"]};
    std::istringstream also(form["also"]);
    for (std::string key; also >> key;)
        keys.push_back(key);
    for (const auto& [name, value] : form.values())
        if (name.starts_with("also.") && form.ticked(name))
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

}  // namespace sala::bilateral
