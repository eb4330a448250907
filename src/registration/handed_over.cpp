// SPDX-License-Identifier: Apache-2.0

#include "registration/handed_over.hpp"

namespace sala::registration {

Result<HandedOver> load(web::Desk& desk, web::Of<HandedOver>)
{
    auto forum = forum::find_forum(desk.session(), desk.at("forum"));
    if (!forum || !desk.visitor().login)
        return missing("nothing-handed-over", "You have handed over no role here.");
    const auto row = desk.session().find<std::string, std::string, std::int64_t>(
        "SELECT d.key, d.name, w.at FROM role_withdrawal w JOIN role_grant g ON g.forum = w.forum "
        "AND g.id = w.role_grant JOIN delegation d ON d.forum = g.forum AND d.id = g.delegation "
        "WHERE w.forum = :forum AND g.role = 'focal-point' AND g.login = :login AND w.by_login = "
        ":login ORDER BY w.at DESC, w.role_grant DESC LIMIT 1",
        forum->id, desk.visitor().login);
    if (!row)
        return missing("nothing-handed-over", "You have handed over no role here.");
    const auto& [key, name, at] = *row;
    desk.in_zone(forum->zone);
    return HandedOver{*std::move(forum), key, Text::read(name).value_or(Text{}), Instant{at}};
}

}  // namespace sala::registration
