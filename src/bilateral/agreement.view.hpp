// SPDX-License-Identifier: Apache-2.0
//
// What two delegations would sign, and the draft of it.

#pragma once

#include "bilateral/meeting_paper.hpp"
#include "bilateral/terms_desk.hpp"

namespace sala::bilateral {

inline std::vector<web::Field> fields_of_agreement()
{
    std::vector<std::pair<std::string, Sentence>> kinds;
    kinds.reserve(all_agreement_kinds.size());
    for (const auto kind : all_agreement_kinds)
        kinds.emplace_back(word(kind), agreement_name(kind));
    return {web::choice("kind", tr("What you would sign"), std::move(kinds))};
}

// What they would sign and who said so; to choose anew while the meeting stands.
inline web::Html agreement_choice(const web::Desk& desk, const Party& party, const TermsPage& page,
                                  const AgreementChoice& choice)
{
    const auto& reader = desk.reader();
    const auto said = when(choice.by.has_value(), [&] {
        const auto whose = page.meeting.delegation(*choice.by);
        return html(reader, "<p>", agreement_name(choice.kind), ": ",
                    tr("as {name} said", {{"name", words_of(reader, party.all, whose)}}), ", ",
                    forum::moment(reader, choice.at), "</p>\n");
    });
    return html(reader, said, when(page.agreed, [&] {
                    return html(reader, "<form class=\"stack\" method=\"post\" action=\"",
                                desk.address(), "\">\n", web::csrf_field(desk),
                                web::fields_of(desk, fields_of_agreement()),
                                "<p><button type=\"submit\" data-kind=\"plain\">", tr("Save"),
                                "</button></p>\n</form>\n");
                }));
}

inline web::Page agreement_page(web::Desk& desk, const Party& party, const TermsPage& page,
                                const AgreementChoice& choice)
{
    web::Form kept;
    kept.set("kind", std::string(word(choice.kind)));
    if (!desk.typed())
        desk.comes_back(&kept, {});
    const auto& reader = desk.reader();
    const auto with = words_of(reader, party.all, page.meeting.whom_meets(page.side));
    auto body = html(
        reader,
        party_crumbs(
            desk, party,
            html(reader, "<a href=\"", meeting_address(party, page.meeting), "\">", with, "</a>")),
        "<h1>", tr("Agreement with {name}", {{"name", with}}), "</h1>\n",
        acts_in_place(reader, party), called_off_note(reader, page), steps_of(reader, page.terms),
        "<p>", page.terms.is_frozen() ? who_confirmed(page.terms) : not_confirmed_yet(page.terms),
        "</p>\n", terms_table(reader, page.terms.items()), web::refused_note(desk),
        agreement_choice(desk, party, page, choice), "<p class=\"as\"><a href=\"", desk.address(),
        ".pdf\">", tr("Draft as PDF, both languages"), "</a> <a href=\"", desk.address(),
        ".docx\">", tr("Draft for a word processor, both languages"), "</a></p>\n");
    return party_page(desk, party, reader.say(agreement_name(choice.kind)), std::move(body));
}

}  // namespace sala::bilateral
