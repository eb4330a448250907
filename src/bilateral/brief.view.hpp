// SPDX-License-Identifier: Apache-2.0
//
// The brief of a meeting on a phone: what the paper says, in the order in which one needs it.

#pragma once

#include "bilateral/meeting_paper.hpp"
#include "bilateral/terms.view.hpp"
#include "bilateral/want.view.hpp"

namespace sala::bilateral {

inline web::Html brief_wants(const web::Reader& reader, const Sentence& title,
                             const std::vector<Want>& wants, const std::vector<Topic>& topics)
{
    return when(!wants.empty(), [&] {
        return html(reader, "<section><h2 class=\"h3\">", title, "</h2>\n<ul class=\"list\">",
                    each(wants,
                         [&](const Want& want) {
                             return html(reader, "<li>", want_line(reader, want, topics),
                                         "</li>\n");
                         }),
                    "</ul></section>\n");
    });
}

inline web::Html whom_you_meet(const web::Reader& reader, const Party& party,
                               const MeetingPapers& papers, const Brief& brief)
{
    const auto with = papers.meeting.delegation(other(brief.side));
    const auto head = papers.heads.find(with);
    return html(
        reader, "<section><h2 class=\"h3\">", tr("Whom you meet"), "</h2>\n<p>",
        head == papers.heads.end() ? html(reader, tr("Nobody is named as head of {name} yet.",
                                                     {{"name", words_of(reader, party.all, with)}}))
                                   : html(reader, head->second.honorific, " <strong>",
                                          head->second.name, "</strong><br>", head->second.post),
        "</p>\n",
        when(!brief.theirs.people.empty(),
             [&] {
                 return html(reader, "<p>",
                             tr("Comes along: {people}", {{"people", brief.theirs.people}}),
                             "</p>\n");
             }),
        when(!brief.theirs.interpreter.empty(),
             [&] {
                 return html(reader, "<p>",
                             tr("Interpreter: {name}", {{"name", brief.theirs.interpreter}}),
                             "</p>\n");
             }),
        "</section>\n");
}

inline web::Page brief_page(const web::Desk& desk, const Party& party, const MeetingPapers& papers,
                            const Brief& brief)
{
    const auto& reader = desk.reader();
    const auto with = words_of(reader, party.all, papers.meeting.delegation(other(brief.side)));
    const auto title = tr("Meeting with {name}", {{"name", with}});
    auto body =
        html(reader,
             party_crumbs(desk, party,
                          html(reader, "<a href=\"", meeting_address(party, papers.meeting), "\">",
                               with, "</a>")),
             "<h1>", title, "</h1>\n<p class=\"lede\">",
             brief.when.empty() ? reader.say(tr("Not in the timetable yet.")) : brief.when,
             "</p>\n", whom_you_meet(reader, party, papers, brief),
             brief_wants(reader, tr("They need"), brief.wants.needs, brief.topics),
             brief_wants(reader, tr("They offer"), brief.wants.offers, brief.topics),
             when(papers.terms.number() > 0,
                  [&] {
                      return html(reader, "<section><h2 class=\"h3\">", tr("Terms so far"),
                                  "</h2>\n", steps_of(reader, papers.terms),
                                  terms_table(reader, papers.terms.items()), "</section>\n");
                  }),
             when(!brief.past.empty(),
                  [&] {
                      return html(reader, "<section><h2 class=\"h3\">", tr("Agreed before"),
                                  "</h2>\n<ul class=\"list\">",
                                  each(brief.past,
                                       [&](const PastTerms& past) {
                                           return html(reader, "<li>", past.forum, ": ",
                                                       tr_count("{count} item", "{count} items",
                                                                past.items),
                                                       "</li>");
                                       }),
                                  "</ul></section>\n");
                  }),
             "<p class=\"as\"><a href=\"", desk.address(), ".pdf\">", tr("As PDF, one page"),
             "</a></p>\n");
    return party_page(desk, party, reader.say(title), std::move(body));
}

}  // namespace sala::bilateral
