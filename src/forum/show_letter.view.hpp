// SPDX-License-Identifier: Apache-2.0
//
// A letter on its own page, with the buttons of whoever decides about it.

#pragma once

#include "forum/letter.view.hpp"

namespace sala::forum {

inline web::Html letter_decision(const web::Desk& desk, const mail::Kept& kept, bool came_back)
{
    const auto& reader = desk.reader();
    if (!can_be_approved(kept) && !can_be_dropped(kept))
        return {};
    return html(
        reader, "<form method=\"post\" action=\"", desk.address(), "\">", web::csrf_field(desk),
        when(came_back && can_be_approved(kept),
             [&] {
                 return html(reader,
                             "<p><label><input type=\"checkbox\" name=\"sure\" value=\"yes\"> ",
                             tr("It shall go there nevertheless"), "</label></p>\n");
             }),
        "<p class=\"row\">",
        when(can_be_approved(kept),
             [&] {
                 return html(reader, "<button type=\"submit\" name=\"what\" value=\"approve\">",
                             kept.state == mail::LetterState::prepared ? tr("Approve and send")
                                                                       : tr("Try again"),
                             "</button>");
             }),
        when(can_be_dropped(kept),
             [&] {
                 return html(
                     reader,
                     "<button type=\"submit\" name=\"what\" value=\"drop\" data-kind=\"end\">",
                     tr("Drop, do not send"), "</button>");
             }),
        "</p></form>\n");
}

inline web::Page letter_page(const web::Desk& desk, const Forum& forum, const mail::Kept& kept,
                             const std::optional<mail::Return>& came_back)
{
    const auto& reader = desk.reader();
    const auto& letter = kept.letter;
    auto body = html(
        reader, "<div class=\"stack\">\n<nav aria-label=\"", tr("Where you are"),
        "\"><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/outbox\">", tr("Outbox"),
        "</a></li><li>", letter.to_address, "</li></ol></nav>\n<h1 lang=\"", letter.language.tag(),
        "\">", letter.subject, "</h1>\n",
        each(desk.refusals(),
             [&](const Refusal& one) {
                 return html(reader, "<p class=\"error\" role=\"alert\">", one.sentence, "</p>\n");
             }),
        "<dl class=\"facts\"><dt>", tr("To"), "</dt><dd>", recipient(letter), "</dd><dt>",
        tr("Status"), "</dt><dd>", letter_state(reader, kept), " ", kept.detail, "</dd><dt>",
        tr("Since"), "</dt><dd>", moment(reader, kept.since), "</dd></dl>\n", no_mail_server(desk),
        when(came_back.has_value(), [&] { return returned_note(reader, *came_back); }),
        "<pre class=\"letter\" lang=\"", letter.language.tag(), "\">\n", letter.body, "</pre>\n",
        letter_decision(desk, kept, came_back.has_value()), return_form(desk, kept), "</div>\n");
    return {.title = tab_title(reader, forum, letter.subject),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "outbox")};
}

}  // namespace sala::forum
