// SPDX-License-Identifier: Apache-2.0

#include "bilateral/terms_desk.hpp"

#include "bilateral/doing.hpp"
#include "mail/harmless.hpp"

namespace sala::bilateral {

static Refusal not_agreed()
{
    return conflict("not-agreed", "Terms are written once both have agreed to meet.");
}

Result<TermsPage> terms_at(web::Desk& desk, const Party& party)
{
    auto meeting =
        meeting_of(desk.session(), party.forum.id, party.self.number, desk.at("meeting"));
    if (!meeting)
        return meeting.refusal();
    const auto side = *meeting->side_of(party.self.number);
    TermsPage page{*std::move(meeting), side, {}, 0};
    page.terms = terms_of(desk.session(), page.meeting, party);
    page.agreed = page.meeting.status_for(side, desk.now()) == Status::accepted;
    if (!page.agreed && !page.terms.is_kept_by(side))
        return not_agreed();
    for (const auto one : page.terms.sides())
        if (const auto* confirmation = page.terms.confirmed_by(one))
            if (auto head = head_named(desk.session(), party.forum.id, confirmation->head)) {
                if (!confirmation->post.empty())
                    head->post = confirmation->post;
                page.confirmed.emplace(one, *std::move(head));
            }
    page.seen = seen_by(desk.session(), page.meeting, side);
    for (const auto& revision : page.terms.revisions())
        if (revision.side == side)
            page.seen = std::max(page.seen, revision.number);
    return page;
}

Result<TermsPage> terms_to_write_at(web::Desk& desk, const Party& party)
{
    auto page = terms_at(desk, party);
    if (page && !page->agreed)
        return not_agreed();
    return page;
}

// `subject` may name {name}, the delegation that acts.
static void write_about_terms(web::Desk& desk, const Party& party, const Meeting& meeting,
                              std::int64_t whom, const Sentence& subject, const std::string& where)
{
    const auto* known = find(party.all, whom);
    const auto address =
        desk.absolute(party.forum.address() + "/delegations/" + (known ? known->key : "") +
                      "/meetings/" + meeting.id().word() + where);
    const auto said = [&](const web::Reader& reader) {
        auto sentence = subject;
        sentence.arguments.emplace_back("name", mail::harmless(party.self.words(reader)));
        return reader.say(sentence);
    };
    tell(desk, party.forum, whom,
         {said,
          [&](const web::Reader& reader) {
              return forum::as_line(reader, said(reader)) +
                     reader.say(tr("The terms: {address}", {{"address", address}}));
          },
          "terms_letter"});
}

void tell_other_sides(web::Desk& desk, const Party& party, const TermsPage& page,
                      const Sentence& what, const std::string& where)
{
    for (const auto whom : page.meeting.whom_meets(page.side))
        write_about_terms(desk, party, page.meeting, whom, what, where);
}

void tell_who_confirms_anew(web::Desk& desk, const Party& party, const Meeting& meeting)
{
    const auto terms = terms_of(desk.session(), meeting, party);
    for (const auto side : terms.sides())
        if (terms.confirms_anew(side))
            write_about_terms(desk, party, meeting, meeting.delegation(side),
                              tr("Your head has to confirm the terms anew: {name} takes no part"),
                              "/terms");
}

}  // namespace sala::bilateral
