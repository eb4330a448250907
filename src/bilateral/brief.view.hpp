// SPDX-License-Identifier: Apache-2.0
//
// The brief of a meeting on a phone: what the paper says, in the order in which one needs it.

#pragma once

#include "bilateral/brief.hpp"
#include "bilateral/commitments.view.hpp"
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
                               const MeetingPapers& papers, const Brief::Other& other)
{
    const auto with = papers.meeting.delegation(other.side);
    const auto head = papers.heads.find(with);
    const auto address = head == papers.heads.end() ? std::vector<std::string>{}
                                                    : how_to_address(reader, head->second);
    return html(
        reader, "<section><h2 class=\"h3\">", tr("Whom you meet"), "</h2>\n<p>",
        head == papers.heads.end() ? html(reader, tr("Nobody is named as head of {name} yet.",
                                                     {{"name", words_of(reader, party.all, with)}}))
                                   : html(reader, head->second.honorific, " <strong>",
                                          head->second.name, "</strong><br>", head->second.post),
        "</p>\n",
        each(address, [&](const std::string& line) { return html(reader, "<p>", line, "</p>\n"); }),
        when(!other.company.people.empty(),
             [&] {
                 return html(reader, "<p>",
                             tr("Comes along: {people}", {{"people", other.company.people}}),
                             "</p>\n");
             }),
        when(!other.company.interpreter.empty(),
             [&] {
                 return html(reader, "<p>",
                             tr("Interpreter: {name}", {{"name", other.company.interpreter}}),
                             "</p>\n");
             }),
        "</section>\n");
}

// Terms that both heads confirmed, and what both promised, at earlier forums.
inline web::Html agreed_before(const web::Reader& reader, const Party& party,
                               const Brief::Other& other)
{
    return when(!other.past.empty() || !other.commitments.empty(), [&] {
        return html(
            reader, "<section><h2 class=\"h3\">", tr("Agreed before"), "</h2>\n<ul class=\"list\">",
            each(other.past,
                 [&](const PastTerms& past) {
                     return html(reader, "<li>", past.forum, ": ",
                                 tr_count("{count} item", "{count} items", past.items), "</li>");
                 }),
            each(other.commitments,
                 [&](const Commitment& one) { return commitment_item(reader, party.all, one); }),
            "</ul></section>\n");
    });
}

inline web::Page brief_page(const web::Desk& desk, const Party& party, const MeetingPapers& papers,
                            const Brief& brief)
{
    const auto& reader = desk.reader();
    const auto with = words_of(reader, party.all, papers.meeting.whom_meets(brief.side));
    const auto title = tr("Meeting with {name}", {{"name", with}});
    auto body = html(
        reader,
        party_crumbs(
            desk, party,
            works_for(desk, party)
                ? html(reader, "<a href=\"", meeting_address(party, papers.meeting), "\">", with,
                       "</a>")
                : html(reader, "<a href=\"", party.home(), "/day\">", tr("Our day"), "</a>")),
        "<h1>", title, "</h1>\n<p class=\"lede\">",
        brief.when.empty() ? reader.say(tr("Not in the timetable yet.")) : brief.when, "</p>\n",
        each(brief.others,
             [&](const Brief::Other& other) {
                 return html(
                     reader, whom_you_meet(reader, party, papers, other),
                     brief_wants(reader, tr("They need"), other.wants.needs, brief.topics),
                     brief_wants(reader, tr("They offer"), other.wants.offers, brief.topics));
             }),
        when(papers.terms.number() > 0,
             [&] {
                 return html(reader, "<section><h2 class=\"h3\">", tr("Terms so far"), "</h2>\n",
                             steps_of(reader, papers.terms),
                             terms_table(reader, papers.terms.items()), "</section>\n");
             }),
        each(brief.others,
             [&](const Brief::Other& other) { return agreed_before(reader, party, other); }),
        "<p class=\"as\"><a href=\"", desk.address(), ".pdf\">", tr("As PDF, one page"),
        "</a></p>\n");
    return party_page(desk, party, reader.say(title), std::move(body));
}

}  // namespace sala::bilateral
