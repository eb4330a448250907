// SPDX-License-Identifier: Apache-2.0
//
// Somebody's own badge, to take along.

#pragma once

#include "door/badges.view.hpp"
#include "registration/own.hpp"

namespace sala::door {

inline web::Page own_badge_page(const web::Desk& desk, const forum::Forum& forum,
                                const std::string& name, Instant printed)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Your badge")) + ", " + forum.title.words(reader.language),
            .body = html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"",
                         registration::own_address(forum), "\">", tr("Your registration"),
                         "</a></li></ol></nav>\n<h1>", tr("Your badge"),
                         "</h1>\n<p class=\"lede\">", name, ", ", forum::moment(reader, printed),
                         "</p>\n", paper_links(reader, desk.address()), "<p class=\"soft\">",
                         tr("It opens doors on paper and on a screen, until it is printed again or "
                            "revoked. Show it to nobody before: whoever has a picture of its code "
                            "could be taken for you."),
                         "</p>\n"),
            .frame = forum::forum_frame(desk, forum, "mine")};
}

}  // namespace sala::door
