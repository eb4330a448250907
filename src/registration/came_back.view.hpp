// SPDX-License-Identifier: Apache-2.0
//
// That a letter to somebody registered came back, for whoever can mend the address.

#pragma once

#include "mail/standing.hpp"
#include "registration/registration_store.hpp"
#include "web/html.hpp"

namespace sala::registration {

// Why, or empty.
inline std::string why_letters_came_back(store::Session& session, const Registered& one)
{
    const auto standing = mail::standing_of(mail::standings_at(session, one.registration.forum()),
                                            one.particulars["email"]);
    return standing.came_back ? standing.came_back->reason : std::string{};
}

inline web::Html came_back_note(const web::Reader& reader, const std::string& reason)
{
    return web::when(!reason.empty(), [&] {
        return web::html(reader, "<p class=\"note\">",
                         tr("A letter to this address came back: {reason}", {{"reason", reason}}),
                         "</p>\n");
    });
}

}  // namespace sala::registration
