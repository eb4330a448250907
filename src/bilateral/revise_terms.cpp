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

// Whether the newest revision is what this same form made of the one before.
static bool was_sent(const web::Reader& reader, const TermsPage& page, const web::Form& form,
                     int seen)
{
    auto before = page.terms.revisions();
    if (before.empty() || before.back().side != page.side || seen != page.terms.number() - 1)
        return false;
    before.pop_back();
    const Terms terms(std::move(before), {}, page.terms.sides());
    const auto again = terms.revised(page.side, typed_in(form, reader, terms.items()), seen);
    return again && again->items == page.terms.items();
}

Result<web::Reply> revise(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto page = terms_to_write_at(desk, party);
    if (!page)
        return page.refusal();
    const auto seen = static_cast<int>(form.number("seen").value_or(-1));
    if (was_sent(desk.reader(), *page, form, seen)) {
        desk.keep_nothing();  // a double click, or a second device
        return desk.go(desk.address());
    }
    auto revision =
        page->terms.revised(page->side, typed_in(form, desk.reader(), page->terms.items()), seen);
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
    tell_other_sides(desk, party, *page, tr("{name} sent the terms back; it is your turn"),
                     "/terms");
    look_again(desk, party, page->meeting);  // days show how far the terms are
    return desk.go(desk.address());
}

}  // namespace sala::bilateral
