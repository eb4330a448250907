// SPDX-License-Identifier: Apache-2.0

#include "registration/unheard.hpp"

namespace sala::registration {

std::set<Id<Invitation>> unheard_at(store::Session& session, std::int64_t forum)
{
    std::set<Id<Invitation>> unheard;
    for (const auto& [invitation] : session.select<std::int64_t>(
             "SELECT l.invitation FROM invitation_link l JOIN letter_act a ON a.letter = l.letter "
             "WHERE l.forum = :forum AND a.what = 'prepared' AND a.number = (SELECT MAX(number) "
             "FROM letter_act WHERE letter = l.letter) AND l.id = (SELECT MAX(id) FROM "
             "invitation_link n WHERE n.forum = l.forum AND n.invitation = l.invitation)",
             forum))
        unheard.insert(Id<Invitation>{invitation});
    return unheard;
}

}  // namespace sala::registration
