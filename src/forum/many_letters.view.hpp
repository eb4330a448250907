// SPDX-License-Identifier: Apache-2.0
//
// Several letters at once: each can be read and ticked, and what would leave is shown once more,
// with how many go to whom, before the one button that lets them.

#pragma once

#include "forum/letters_picked.hpp"

namespace sala::forum {

inline web::Html letter_to_tick(const web::Reader& reader, const mail::Kept& kept, bool ticked)
{
    const auto& letter = kept.letter;
    return html(
        reader, "<li><label class=\"tick\"><input type=\"checkbox\" name=\"pick-", kept.id.word(),
        "\" value=\"yes\"", when(ticked, [&] { return html(reader, " checked"); }), "> <span>",
        recipient(letter), "</span></label>\n<details><summary lang=\"", letter.language.tag(),
        "\">", letter.subject, "</summary><pre class=\"letter\" lang=\"", letter.language.tag(),
        "\">", letter.body, "</pre></details></li>\n");
}

// The first of those kept back, and how many there are.
struct KeptBack {
    std::vector<mail::Kept> letters = {};
    std::size_t count = 0;
};

inline web::Html kept_back_list(const web::Reader& reader, const Forum& forum,
                                const KeptBack& kept_back)
{
    const auto& letters = kept_back.letters;
    return when(!letters.empty(), [&] {
        return html(
            reader, "<h2 class=\"h3\">", tr("To be looked at one by one"), "</h2>\n<p>",
            tr("An earlier letter to these addresses came back."), "</p>\n<ul class=\"list\">",
            each(letters,
                 [&](const mail::Kept& kept) {
                     return html(reader, "<li><a href=\"", forum.address(), "/outbox/",
                                 kept.id.word(), "\">", kept.letter.subject, "</a> ",
                                 recipient(kept.letter), "</li>\n");
                 }),
            "</ul>\n", when(kept_back.count > letters.size(), [&] {
                return html(reader, "<p><a href=\"", forum.address(), "/outbox?part=waiting\">",
                            tr_count("{count} letter more", "{count} letters more",
                                     kept_back.count - letters.size()),
                            "</a></p>\n");
            }));
    });
}

inline web::Html ticks_form(const web::Desk& desk, const std::vector<mail::Kept>& letters,
                            const web::Pages& pages, bool all)
{
    const auto& reader = desk.reader();
    if (pages.found == 0)
        return html(reader, "<div class=\"empty\"><h2>", tr("No letter waits"), "</h2><p>",
                    tr("Whatever was prepared has been dealt with."), "</p></div>\n");
    auto ticked = pages;
    ticked.narrowed = {{"all", "yes"}};
    return html(
        reader, "<p>", tr("Open each letter to read it, and tick those that may leave."),
        " <a href=\"", desk.address(), ticked.query(pages.from), "\">",
        pages.found > static_cast<std::int64_t>(letters.size()) ? tr("Tick all of this page")
                                                                : tr("Tick all"),
        "</a></p>\n<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">\n",
        web::csrf_field(desk),
        "<input type=\"hidden\" name=\"what\" value=\"look\">\n<ul class=\"list\">",
        each(letters, [&](const mail::Kept& kept) { return letter_to_tick(reader, kept, all); }),
        "</ul>\n<p><button type=\"submit\">", tr("Look at what would leave"),
        "</button></p>\n</form>\n", web::pages_of(reader, pages));
}

// What would leave: which letter how often, and to whom.
inline web::Html confirm_form(const web::Desk& desk, const std::vector<mail::Kept>& letters)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<form class=\"card stack\" method=\"post\" action=\"", desk.address(), "\">\n",
        web::csrf_field(desk), "<h2 class=\"h3\">",
        tr_count("{count} letter would leave", "{count} letters would leave", letters.size()),
        "</h2>\n<ul>",
        each(counted(letters),
             [&](const auto& one) {
                 return html(reader, "<li>",
                             tr("{count} × {subject}",
                                {{"count", std::to_string(one.second)}, {"subject", one.first}}),
                             "</li>");
             }),
        "</ul>\n<ul class=\"list\">",
        each(letters,
             [&](const mail::Kept& kept) {
                 return html(reader, "<li>", recipient(kept.letter),
                             "<input type=\"hidden\" name=\"pick-", kept.id.word(),
                             "\" value=\"yes\"></li>");
             }),
        "</ul>\n<input type=\"hidden\" name=\"count\" value=\"", letters.size(),
        "\"><input type=\"hidden\" name=\"what\" value=\"approve\">\n<p class=\"row\"><button "
        "type=\"submit\">",
        tr_count("Approve and send {count} letter", "Approve and send {count} letters",
                 letters.size()),
        "</button> <a href=\"", desk.address(), "\">", tr("Choose again"), "</a></p>\n</form>\n");
}

inline web::Page many_letters_page(const web::Desk& desk, const Forum& forum,
                                   const web::Html& within, const KeptBack& kept_back = {})
{
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/outbox\">",
             tr("Outbox"), "</a></li></ol></nav>\n<div class=\"stack\">\n<h1>",
             tr("Several letters"), "</h1>\n", web::refused_note(desk), no_mail_server(desk),
             within, kept_back_list(reader, forum, kept_back), "</div>\n");
    return {.title = tab_title(reader, forum, reader.say(tr("Several letters"))),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "outbox")};
}

}  // namespace sala::forum
