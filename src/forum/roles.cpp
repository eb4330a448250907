// SPDX-License-Identifier: Apache-2.0

#include "forum/roles.hpp"

#include <algorithm>

namespace sala::forum {

const std::vector<Role>& all_roles()
{
    static const std::vector<Role> roles{
        {"secretariat",
         tr("Secretariat"),
         tr("Prepares the forum: its data, programme, letters, people and reports. For one "
            "category "
            "only: decides about the participants of that category, and nothing else."),
         {},
         {"category"}},
        {"chair",
         tr("Chair"),
         tr("Leads sittings: gives the floor and keeps the time. For one body only: the sittings "
            "of "
            "that body."),
         {},
         {"body"}},
        {"focal-point",
         tr("Focal point"),
         tr("Answers for one delegation: registers its people and speaks for it."),
         {"delegation"},
         {"delegation"}},
        {"delegate",
         tr("Delegate"),
         tr("Belongs to one delegation and sees what concerns it."),
         {"delegation"},
         {"delegation"}},
        {"interpreter",
         tr("Interpreter"),
         tr("Sees the texts and the order of speakers before they are spoken."),
         {},
         {"body"}},
        {"door", tr("Door"), tr("Checks badges and lets people in."), {}, {"category"}},
        {"press", tr("Press"), tr("Sees what is meant for the press."), {}, {"body"}},
        {"observer", tr("Observer"), tr("Follows and does not take part."), {}, {"body"}},
    };
    return roles;
}

const Role* role_named(std::string_view word)
{
    const auto& roles = all_roles();
    const auto found = std::find_if(roles.begin(), roles.end(),
                                    [&](const Role& role) { return role.word == word; });
    return found == roles.end() ? nullptr : &*found;
}

}  // namespace sala::forum
