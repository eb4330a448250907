// SPDX-License-Identifier: Apache-2.0

#include "registration/unprintable.hpp"

#include "document/font_reach.hpp"

namespace sala::registration {

std::vector<Id<Registration>> with_unprintable_name(store::Session& session, std::int64_t forum,
                                                    const std::optional<DelegationId>& delegation)
{
    std::vector<Id<Registration>> found;
    for (const auto& [id, english, thai, own] :
         session.select<std::int64_t, std::string, std::string, std::string>(
             "SELECT n.registration, p.name_en, p.name_th, p.name_own FROM registration_now n JOIN "
             "registration_person p ON p.forum = n.forum AND p.registration = n.registration WHERE "
             "n.forum = :forum AND n.merged = 0 AND n.holds_place = 1 AND (:any = 1 OR "
             "n.delegation = :delegation) ORDER BY n.delegation, n.registration",
             forum, !delegation, delegation.value_or(DelegationId{})))
        if (!document::scripts_without_font(english + " " + thai + " " + own).empty())
            found.emplace_back(id);
    return found;
}

std::vector<std::string> printable(const std::vector<std::string>& names)
{
    auto printed = names;
    std::erase_if(printed, [](const std::string& words) {
        return !document::scripts_without_font(words).empty();
    });
    return printed.empty() ? names : printed;
}

}  // namespace sala::registration
