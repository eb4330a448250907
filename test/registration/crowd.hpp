// SPDX-License-Identifier: Apache-2.0
//
// Many people of one delegation, written without a request for each.

#pragma once

#include "guests.hpp"

#include "registration/registration_now.hpp"
#include "registration/registration_store.hpp"

#include <map>

namespace sala::registration {

inline std::int64_t next_number(Guests& stage)
{
    return stage.numbering().next(stage.now().milliseconds());
}

// Approved people of Accra, written as its pages would; answers their numbers.
inline std::vector<Id<Registration>> write(Guests& stage, const std::vector<Particulars>& people)
{
    std::vector<Id<Registration>> numbers;
    stage.store().write([&](store::Session& session) {
        const auto forum = stage.forum_id();
        const auto delegation = part_keyed(delegations_at(session, forum), "accra")->number;
        for (const auto& person : people) {
            const Id<Registration> id{next_number(stage)};
            insert(session, Begun{forum, id, DelegationId{delegation}, {}, stage.now()});
            keep_particulars(session, forum, id, 1, person);
            insert(session, Act{forum,
                                Id<Act>{next_number(stage)},
                                id,
                                Step::approve,
                                Status::approved,
                                false,
                                {},
                                stage.now(),
                                {}});
            numbers.push_back(id);
        }
        return true;
    });
    return numbers;
}

inline Particulars person(const std::string& name, std::map<std::string, std::string> more = {})
{
    Particulars particulars;
    particulars.set("role", "adviser");
    particulars.set("name_en", name);
    for (auto& [column, words] : more)
        particulars.set(column, words);
    return particulars;
}

inline std::vector<Particulars> guests(int first, int last)
{
    std::vector<Particulars> people;
    for (int n = first; n <= last; ++n)
        people.push_back(person("Guest " + std::to_string(1000 + n),
                                {{"arrives_on", n % 2 ? "2030-05-05" : "2030-05-06"},
                                 {"arrives_at", n % 3 ? "09:30" : "21:00"},
                                 {"diet", "no peanuts"},
                                 {"hotel", n % 2 ? "Two Rivers" : ""},
                                 {"room", "single"},
                                 {"on_list", "yes"}}));
    return people;
}

}  // namespace sala::registration
