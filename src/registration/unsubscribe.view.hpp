// SPDX-License-Identifier: Apache-2.0
//
// The page behind the link at the end of reminders and news. It says nothing about anybody.

#pragma once

#include "forum/forum_store.hpp"
#include "mail/standing.hpp"
#include "registration/photo_store.hpp"
#include "web/field.view.hpp"
#include "web/frame.hpp"
#include "web/signed_number.hpp"

#include <optional>

namespace sala::registration {

using web::html;

// The letter whose link it is, within the forum of the address. Refuses: unsubscribe-link-over.
inline Result<mail::Kept> letter_of_link(store::Session& session,
                                         const std::optional<forum::Forum>& forum,
                                         const std::string& token)
{
    const auto key = forum ? signing_key(session, forum->id) : std::string{};
    if (!key.empty())
        if (const auto number = web::read_signed_number(key, "unsubscribe", token))
            if (auto letter = mail::find(session, Id<mail::Letter>{*number});
                letter && letter->letter.forum == forum->id &&
                !mail::unsubscribe_of(session, letter->id).empty() &&
                !letter->letter.to_address.empty())
                return std::move(*letter);
    return forbidden("unsubscribe-link-over",
                     "This link belongs to no letter that is still known. Write to the secretariat "
                     "of the forum, and it writes no more.");
}

inline web::Page unsubscribe_page(const web::Desk& desk, const forum::Forum& forum, bool done)
{
    const auto& reader = desk.reader();
    auto body = done
                    ? html(reader, "<div class=\"stack narrow\">\n<h1>",
                           tr("You get no more of them"), "</h1>\n<p class=\"lede\">",
                           tr("No more reminders and news of {forum} go to the address of this "
                              "letter. Invitations and what you have to know still do. If it was a "
                              "mistake, write to the secretariat.",
                              {{"forum", forum.title.words(reader.language)}}),
                           "</p>\n</div>\n")
                    : html(reader, "<div class=\"stack narrow\">\n<h1>",
                           tr("No more reminders and news of {forum}?",
                              {{"forum", forum.title.words(reader.language)}}),
                           "</h1>\n<p class=\"lede\">",
                           tr("Invitations and what you have to know still reach you."),
                           "</p>\n<form method=\"post\" action=\"", desk.address(), "\">",
                           web::csrf_field(desk), "<p><button type=\"submit\">",
                           tr("Send me no more"), "</button></p></form>\n</div>\n");
    return {.title = reader.say(tr("Reminders and news")),
            .body = std::move(body),
            .frame = {.name = forum.title, .zone = forum.zone}};
}

}  // namespace sala::registration
