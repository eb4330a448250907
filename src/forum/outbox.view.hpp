// SPDX-License-Identifier: Apache-2.0
//
// The letters of a forum in two lists with pages: those that wait to be read, then the others.

#pragma once

#include "forum/letter.view.hpp"
#include "web/pages.view.hpp"

namespace sala::forum {

inline constexpr std::size_t letters_a_list = 50;

// A page of one of the lists.
struct LetterList {
    std::vector<mail::Kept> letters = {};
    web::Pages pages = {};
};

struct OutboxPage {
    LetterList waiting = {};
    LetterList dealt_with = {};
    bool whole = true;  // both lists begin here; else one of them goes on

    bool empty() const { return waiting.pages.found + dealt_with.pages.found == 0; }
};

// Beneath the beginning of a list where both begin: how long it is, and the way on.
inline web::Html beginning_of(const web::Reader& reader, const LetterList& list)
{
    const auto& pages = list.pages;
    return when(!pages.ends(), [&] {
        const auto count = std::to_string(pages.a_page);
        return html(reader, "<p>",
                    tr("{first} to {last} of {all}",
                       {{"first", "1"}, {"last", count}, {"all", std::to_string(pages.found)}}),
                    " <a rel=\"next\" href=\"", pages.address, pages.query(pages.a_page), "\">",
                    tr("The next {count}", {{"count", count}}), "</a></p>\n");
    });
}

inline web::Html letter_list(const web::Reader& reader, const Forum& forum, const Sentence& caption,
                             const LetterList& list, bool whole)
{
    if (list.letters.empty())
        return {};
    return html(reader, "<table class=\"fold\"><caption>", caption,
                "</caption><thead><tr><th scope=\"col\">", tr("Letter"), "</th><th scope=\"col\">",
                tr("To"), "</th><th scope=\"col\">", tr("Status"), "</th><th scope=\"col\">",
                tr("Since"), "</th></tr></thead>\n<tbody>",
                each(list.letters,
                     [&](const mail::Kept& kept) {
                         return html(
                             reader, "<tr><th scope=\"row\"><a href=\"", forum.address(),
                             "/outbox/", kept.id.word(), "\" lang=\"", kept.letter.language.tag(),
                             "\">", kept.letter.subject, "</a></th><td data-th=\"", tr("To"), "\">",
                             recipient(kept.letter), "</td><td data-th=\"", tr("Status"), "\">",
                             letter_state(reader, kept), "</td><td data-th=\"", tr("Since"), "\">",
                             moment(reader, kept.since), "</td></tr>\n");
                     }),
                "</tbody></table>\n",
                whole ? beginning_of(reader, list) : web::pages_of(reader, list.pages));
}

inline web::Html empty_outbox(const web::Reader& reader, const Forum& forum)
{
    return html(
        reader, "<div class=\"empty\"><h2>", tr("No letters yet"), "</h2><p>",
        tr("Letters that this server prepares wait here. Nothing leaves before somebody has "
           "read and approved it."),
        "</p><p><a class=\"button\" href=\"", forum.address(), "/desk\">", tr("Go to the desk"),
        "</a></p></div>\n");
}

// One of the lists has been gone through to its end, or was never that long.
inline web::Html nothing_here(const web::Reader& reader, const Forum& forum)
{
    return html(reader, "<div class=\"empty\"><h2>", tr("No letter in this part of the list"),
                "</h2><p><a class=\"button\" href=\"", forum.address(), "/outbox\">",
                tr("The whole outbox"), "</a></p></div>\n");
}

inline web::Page outbox_page(const web::Desk& desk, const Forum& forum, const OutboxPage& page)
{
    const auto& reader = desk.reader();
    const bool none = page.waiting.letters.empty() && page.dealt_with.letters.empty();
    auto body = html(
        reader, "<div class=\"stack\">\n<h1>", tr("Outbox"), "</h1>\n<p class=\"lede\">",
        tr("Letters leave only after somebody has read and approved them."), " <a href=\"",
        forum.address(), "/circulars\">", tr("Write to many"), "</a></p>\n", no_mail_server(desk),
        when(page.whole && page.empty(), [&] { return empty_outbox(reader, forum); }),
        when(!page.whole && none, [&] { return nothing_here(reader, forum); }),
        when(!page.whole && !none,
             [&] {
                 return html(reader, "<p><a href=\"", forum.address(), "/outbox\">",
                             tr("The whole outbox"), "</a></p>\n");
             }),
        letter_list(reader, forum, tr("Waiting to be read"), page.waiting, page.whole),
        when(page.waiting.pages.found > 1,
             [&] {
                 return html(reader, "<p><a class=\"button\" href=\"", forum.address(),
                             "/outbox/many\">", tr("Read and approve several"), "</a></p>\n");
             }),
        letter_list(reader, forum, tr("Dealt with"), page.dealt_with, page.whole), "</div>\n");
    return {.title = tab_title(reader, forum, reader.say(tr("Outbox"))),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "outbox")};
}

}  // namespace sala::forum
