// SPDX-License-Identifier: Apache-2.0
//
// One letter to many before it is prepared: who gets it and who does not, and the letter as one of
// them will read it.

#pragma once

#include "directory/person_card.view.hpp"
#include "registration/circulars.view.hpp"
#include "web/pages.view.hpp"

#include <span>

namespace sala::registration {

inline Sentence gets_words(const Reached& one)
{
    switch (one.gets) {
    case Reached::to_be_written:
        return tr("gets it");
    case Reached::no_address:
        return tr("no e-mail address is kept");
    case Reached::through_focal_point:
        return tr("no e-mail address is kept: the focal point gets it");
    case Reached::wants_none:
        return tr("wants no reminders and news");
    case Reached::has_it:
        break;
    }
    const auto state = one.letter ? one.letter->state : std::string{};
    return state == "prepared"   ? tr("waits to be read")
           : state == "sent"     ? tr("sent")
           : state == "dropped"  ? tr("dropped, not sent")
           : state == "given-up" ? tr("given up")
                                 : tr("approved, on its way");
}

// How it looks at a glance: on its way, kept back, or still to be done.
inline std::string gets_mark(const Reached& one)
{
    if (one.gets == Reached::no_address || one.gets == Reached::wants_none)
        return "cancelled";
    if (one.gets == Reached::through_focal_point)
        return "adjusted";
    const auto state = one.letter ? one.letter->state : std::string{};
    return state == "dropped" || state == "given-up" ? "cancelled"
           : state == "prepared"                     ? "adjusted"
           : state.empty()                           ? "proposed"
                                                     : "agreed";
}

inline web::Html gets_chip(const web::Reader& reader, const Reached& one)
{
    return html(reader, "<span class=\"chip\" data-is=\"", gets_mark(one), "\">", gets_words(one),
                "</span>");
}

inline constexpr std::size_t recipients_a_page = 100;

// Those of the page that was asked for.
inline std::vector<Reached> shown_of(const Recipients& recipients, const web::Pages& pages)
{
    const std::span<const Reached> all(recipients.all);
    const auto from = std::min(pages.from, all.size());
    const auto some = all.subspan(from, std::min(pages.a_page, all.size() - from));
    return {some.begin(), some.end()};
}

inline web::Html recipient_list(const web::Reader& reader, const std::vector<Recipient>& shown,
                                const web::Pages& pages)
{
    const auto more = pages.from > 0 ? "&from=" + std::to_string(pages.from) : std::string{};
    return html(reader, "<ul class=\"list\">",
                each(shown,
                     [&](const Recipient& one) {
                         return html(reader, "<li><a href=\"", pages.address,
                                     "?recipient=", one.key, more, "\">",
                                     directory::words_unbroken(reader, one.name),
                                     "</a> <small class=\"soft\">", one.delegation_name,
                                     one.address.empty() ? std::string{} : ", " + one.address,
                                     "</small> ", gets_chip(reader, one),
                                     when(!one.came_back.empty(),
                                          [&] {
                                              return html(reader,
                                                          " <span class=\"chip\" "
                                                          "data-is=\"conflict\">",
                                                          tr("a letter came back"), "</span>");
                                          }),
                                     "</li>\n");
                     }),
                "</ul>\n");
}

// A link is its reader's alone, so those who look at the letter see where it stands and no more.
inline std::string with_link_named(std::string words, const Language& language)
{
    constexpr std::string_view link = "{secret}";
    for (auto at = words.find(link); at != std::string::npos; at = words.find(link))
        words.replace(at, link.size(), web::Reader{language}.say(tr("(their own link)")));
    return words;
}

inline Sentence whose_view(const Recipient& one)
{
    if (!one.is_written_to())
        return tr("As it would be read");
    return one.for_others() ? tr("As a focal point reads it, for people without an address")
                            : tr("As one of them reads it");
}

inline web::Html as_one_reads_it(const web::Reader& reader, const Circular& circular,
                                 const Recipients& recipients, const Recipient& one)
{
    return html(reader, "<h2 class=\"h3\">", whose_view(one), "</h2>\n<p>",
                directory::words_unbroken(reader, one.name), " <small class=\"soft\">", one.address,
                "</small> ", gets_chip(reader, one), "</p>\n",
                each(web::interface_languages(), [&](const Language& language) {
                    const auto words = circular_words(circular, recipients, one, language);
                    return html(reader, "<section lang=\"", language.tag(), "\"><h3>",
                                words.subject, "</h3>\n",
                                when(language == one.language,
                                     [&] {
                                         return html(reader, "<p><small class=\"soft\">",
                                                     tr("It leaves in this language."),
                                                     "</small></p>");
                                     }),
                                "<pre class=\"letter\">", with_link_named(words.body, language),
                                "</pre></section>\n");
                }));
}

inline web::Html prepare_form(const web::Desk& desk, const Recipients& recipients)
{
    const auto& reader = desk.reader();
    const auto written = recipients.to_be_written();
    const auto waiting = recipients.waiting();
    return html(
        reader,
        when(written > 0,
             [&] {
                 return html(
                     reader, "<form method=\"post\" action=\"", desk.address(), "\">",
                     web::csrf_field(desk), "<p>",
                     tr("The letters wait in the outbox. Nobody gets the same letter twice."),
                     "</p><p><button type=\"submit\">",
                     tr_count("Prepare {count} letter", "Prepare {count} letters", written),
                     "</button></p></form>\n");
             }),
        when(waiting > 0, [&] {
            return html(reader, "<form method=\"post\" action=\"", desk.address(), "/approve\">",
                        web::csrf_field(desk), "<p><button type=\"submit\" data-kind=\"plain\">",
                        tr_count("Approve the {count} letter that waits",
                                 "Approve the {count} letters that wait", waiting),
                        "</button></p></form>\n");
        }));
}

inline web::Page circular_page(const web::Desk& desk, const Circular& circular,
                               const Recipients& recipients, const std::vector<Recipient>& shown,
                               const std::vector<Recipient>& chosen, const web::Pages& pages)
{
    const auto& reader = desk.reader();
    const auto& forum = recipients.forum;
    const auto& words = circular.words();
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/circulars\">",
        tr("Letters to many"), "</a></li></ol></nav>\n<h1>", words.subject, "</h1>\n",
        web::refused_note(desk), "<p>", audience_name(words.audience), ". ",
        circular_kind_name(words.kind), ". <a href=\"", forum.address(),
        "/circulars?from=", circular.id().word(), "\">", tr("Write a new one from this"),
        "</a></p>\n<div class=\"beside\">\n<div class=\"stack\">\n",
        each(chosen,
             [&](const Recipient& one) {
                 return as_one_reads_it(reader, circular, recipients, one);
             }),
        when(chosen.empty(),
             [&] {
                 return html(reader, "<div class=\"empty\"><h2>", tr("Nobody gets this letter"),
                             "</h2><p>", tr("Nobody is there now of those it is written to."),
                             "</p></div>\n");
             }),
        "</div>\n<div class=\"stack\">\n", prepare_form(desk, recipients), "<h2 class=\"h3\">",
        tr_count("{count} recipient", "{count} recipients", recipients.all.size()), "</h2>\n",
        recipient_list(reader, shown, pages), pages_of(reader, pages), "</div>\n</div>\n");
    return {.title = words.subject.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
