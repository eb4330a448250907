// SPDX-License-Identifier: Apache-2.0
//
// A side sends the sheet of terms back: items proposed, adjusted or agreed to. Then it is the other
// side's turn, which is told by a letter that waits.

#include "bilateral/doing.hpp"
#include "bilateral/terms_desk.hpp"
#include "bilateral/terms_page.view.hpp"
#include "store/store.hpp"

namespace sala::bilateral {

static Result<web::Reply> revise(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb revise_terms()
{
    return {.path = "POST /{forum}/delegations/{delegation}/meetings/{meeting}/terms",
            .allow = forum::focal_points,
            .run = web::on<Party>(revise),
            .any_fields = true};
}

static void tell_other_side(web::Desk& desk, const Party& party, const TermsPage& page)
{
    for (const auto whom : page.meeting.whom_meets(page.side)) {
        const auto* known = find(party.all, whom);
        tell(desk, party.forum, whom,
             tr("{name} sent the terms back; it is your turn",
                {{"name", party.self.words(desk.reader())}}),
             desk.reader().say(
                 tr("The terms: {address}",
                    {{"address", desk.absolute(party.forum.address() + "/delegations/" +
                                               (known ? known->key : "") + "/meetings/" +
                                               page.meeting.id().word() + "/terms")}})),
             "terms_letter");
    }
}

Result<web::Reply> revise(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto page = terms_at(desk, party);
    if (!page)
        return page.refusal();
    auto revision = page->terms.revised(page->side, typed_in(form, page->terms.items()),
                                        static_cast<int>(form.number("seen").value_or(-1)));
    if (!revision)
        return revision.refusal();
    auto kept = *std::move(revision);
    kept.on_behalf = party.on_behalf;
    kept.by = desk.visitor().login;
    kept.at = desk.now();
    try {
        insert_revision(desk.session(), page->meeting, kept);
    } catch (const store::Duplicate&) {
        return sent_back_meanwhile();
    }
    tell_other_side(desk, party, *page);
    desk.again("forum:" + party.forum.slug);
    desk.again("plan:" + party.forum.slug);  // days show how far the terms are
    return desk.go(desk.address());
}

}  // namespace sala::bilateral
