// SPDX-License-Identifier: Apache-2.0

#include "programme/draft.hpp"

#include "programme/load_draft.hpp"
#include "programme/programme_json.hpp"
#include "web/signed_number.hpp"

namespace sala::programme {

std::map<std::string, Stay> stays_of(store::Session& session, std::int64_t forum)
{
    std::map<std::string, Stay> stays;
    for (const auto& [person, arrives, leaves] :
         session.select<std::string, std::string, std::string>(
             "SELECT p.key, d.arrives, d.leaves FROM delegate d JOIN person p ON p.id = d.person "
             "WHERE d.forum = :forum",
             forum)) {
        auto& stay = stays[person];
        if (const auto day = script::parse_iso_day(arrives))
            stay.arrives = *day;
        if (const auto day = script::parse_iso_day(leaves))
            stay.leaves = *day;
    }
    return stays;
}

std::string Draft::mark() const
{
    return std::to_string(next_number) + "-" +
           web::sha256_hex(to_json(programme).write()).substr(0, 32);
}

Draft look_at_draft(store::Session& session, std::int64_t forum, const Language& reader)
{
    Draft draft;
    draft.programme = load_draft(session, forum);
    if (const auto released = released_programme(session, forum)) {
        draft.changes = changes_between(*released, draft.programme);
        draft.next_number = newest_release(session, forum)->number + 1;
    }
    draft.conflicts = conflicts_in(draft.programme, stays_of(session, forum), reader);
    return draft;
}

}  // namespace sala::programme
