// SPDX-License-Identifier: Apache-2.0
//
// A letter of the outbox: to whom, what became of it, and its words as they will be read.

#pragma once

#include "forum/moment.view.hpp"
#include "forum/role_letter.hpp"
#include "forum/row.view.hpp"
#include "mail/standing.hpp"
#include "web/field.view.hpp"

namespace sala::forum {

inline bool can_be_approved(const mail::Kept& kept)
{
    using enum mail::LetterState;
    return kept.state == prepared || kept.state == failed || kept.state == given_up;
}
inline bool can_be_dropped(const mail::Kept& kept)
{
    using enum mail::LetterState;
    return kept.letter.reason != tells_who_speaks &&
           (kept.state == prepared || kept.state == approved || kept.state == failed ||
            kept.state == given_up);
}

inline web::Html letter_state(const web::Reader& reader, const mail::Kept& kept)
{
    switch (kept.state) {
    case mail::LetterState::prepared:
        return html(reader, "<span class=\"chip\">", tr("waits to be read"), "</span>");
    case mail::LetterState::approved:
        return html(reader, "<span class=\"chip\" data-is=\"adjusted\">",
                    tr("approved, on its way"), "</span>");
    case mail::LetterState::sending:
        return html(reader, "<span class=\"chip\" data-is=\"adjusted\">", tr("being sent"),
                    "</span>");
    case mail::LetterState::sent:
        return html(reader, "<span class=\"chip\" data-is=\"agreed\">", tr("sent"), "</span>");
    case mail::LetterState::failed:
        return html(reader, "<span class=\"chip\" data-is=\"conflict\">",
                    tr("not delivered yet, will be tried again"), "</span>");
    case mail::LetterState::given_up:
        return html(reader, "<span class=\"chip\" data-is=\"conflict\">", tr("given up"),
                    "</span>");
    case mail::LetterState::dropped:
        return html(reader, "<span class=\"chip\" data-is=\"cancelled\">", tr("dropped, not sent"),
                    "</span>");
    }
    return {};
}

inline std::string recipient(const mail::Letter& letter)
{
    return letter.to_name.empty() ? letter.to_address
                                  : letter.to_name + " <" + letter.to_address + ">";
}

inline web::Html no_mail_server(const web::Desk& desk)
{
    return when(!desk.house().mail_leaves, [&] {
        return html(desk.reader(), "<div class=\"note\"><h2>",
                    tr("Letters do not leave this server"), "</h2><p>",
                    tr("No mail server is set up. Letters are prepared and stay readable here; "
                       "copy them into your own "
                       "mail program, or ask whoever runs the server to name a mail server."),
                    "</p></div>\n");
    });
}

// A letter that has left may come back, sooner or later.
inline bool may_come_back(const mail::Kept& kept)
{
    return kept.state == mail::LetterState::sent || kept.state == mail::LetterState::given_up;
}

inline std::vector<web::Field> fields_of_return()
{
    return {web::text("reason", tr("Why it came back"))
                .at_most(500)
                .hinted(tr("As the mail server wrote, such as “no such user”."))};
}

inline web::Html returned_note(const web::Reader& reader, const mail::Return& came_back)
{
    return html(reader, "<div class=\"note\"><h2>", tr("A letter to this address came back"),
                "</h2><p>", moment(reader, came_back.at), " ", came_back.reason, "</p></div>\n");
}

inline web::Html return_form(const web::Desk& desk, const mail::Kept& kept)
{
    const auto& reader = desk.reader();
    return when(may_come_back(kept), [&] {
        return html(reader, "<form class=\"card\" method=\"post\" action=\"", desk.address(),
                    "/returned\">", web::csrf_field(desk), "<h2 class=\"h3\">",
                    tr("This letter came back"), "</h2>\n",
                    web::fields_of(desk, fields_of_return()),
                    "<p><button type=\"submit\" data-kind=\"plain\">", tr("Note it"),
                    "</button></p></form>\n");
    });
}

inline Json letter_json(const mail::Kept& kept)
{
    return Json::object({{"id", kept.id.word()},
                         {"to", kept.letter.to_address},
                         {"to_name", kept.letter.to_name},
                         {"subject", kept.letter.subject},
                         {"body", kept.letter.body},
                         {"language", kept.letter.language.tag()},
                         {"reason", kept.letter.reason},
                         {"state", std::string(mail::word(kept.state))},
                         {"since", kept.since.milliseconds()},
                         {"detail", kept.detail}});
}

}  // namespace sala::forum
