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

inline web::Page agreement_page(web::Desk& desk, const Party& party, const TermsPage& page,
                                AgreementKind kind)
{
    web::Form kept;
    kept.set("kind", std::string(word(kind)));
    if (!desk.typed())
        desk.comes_back(&kept, {});
    const auto& reader = desk.reader();
    const auto with = words_of(reader, party.all, page.meeting.whom_meets(page.side));
    auto body =
        html(reader,
             party_crumbs(desk, party,
                          html(reader, "<a href=\"", meeting_address(party, page.meeting), "\">",
                               with, "</a>")),
             "<h1>", tr("Agreement with {name}", {{"name", with}}), "</h1>\n",
             acts_in_place(reader, party), steps_of(reader, page.terms), "<p>",
             page.terms.is_frozen()
                 ? tr("Both heads have confirmed these terms.")
                 : tr("The terms are not confirmed by both heads yet; this is a draft."),
             "</p>\n", terms_table(reader, page.terms.items()), web::refused_note(desk),
             "<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">\n",
             web::csrf_field(desk), web::fields_of(desk, fields_of_agreement()),
             "<p><button type=\"submit\" data-kind=\"plain\">", tr("Save"),
             "</button></p>\n</form>\n", "<p class=\"as\"><a href=\"", desk.address(), ".pdf\">",
             tr("Draft as PDF, both languages"), "</a> <a href=\"", desk.address(), ".docx\">",
             tr("Draft for a word processor, both languages"), "</a></p>\n");
    return party_page(desk, party, reader.say(agreement_name(kind)), std::move(body));
}

}  // namespace sala::bilateral
