// SPDX-License-Identifier: Apache-2.0
//
// The head of a side stands by terms of which every item is agreed. When both heads do, the terms
// are frozen, with a hash over their words. Their posts are kept with it: what stands beneath an
// agreement does not change with whoever leads later.

#include "bilateral/doing.hpp"
#include "bilateral/heads.hpp"
#include "bilateral/terms_desk.hpp"

#include <algorithm>

namespace sala::bilateral {

static Result<web::Reply> confirm(web::Desk& desk, const Party& party, const web::Form& form);

web::Verb confirm_terms()
{
    return {.path = "POST /{forum}/delegations/{delegation}/meetings/{meeting}/terms/confirm",
            .allow = forum::focal_points,
            .form = {web::hidden("seen")},
            .run = web::on<Party>(confirm)};
}

Result<web::Reply> confirm(web::Desk& desk, const Party& party, const web::Form& form)
{
    const auto page = terms_to_write_at(desk, party);
    if (!page)
        return page.refusal();
    if (page->terms.confirmed_by(page->side)) {
        desk.keep_nothing();  // a double click, or a second device
        return desk.go(meeting_address(party, page->meeting) + "/terms");
    }
    const auto themselves = speaking_for_themselves(desk.session(), party.forum.id);
    const auto heads = heads_at(desk.session(), party.forum.id);
    const auto head = heads.find(party.self.number);
    auto confirmation = page->terms.confirmed(
        page->side, {.on_behalf = party.on_behalf,
                     .speaks_for_itself = std::find(themselves.begin(), themselves.end(),
                                                    party.self.number) != themselves.end(),
                     .head = head == heads.end() ? std::string{} : head->second.reference,
                     .seen = static_cast<int>(form.number("seen").value_or(-1)),
                     .post = head == heads.end() ? Text{} : head->second.post});
    if (!confirmation)
        return confirmation.refusal();
    auto kept = *std::move(confirmation);
    kept.by = desk.visitor().login;
    kept.at = desk.now();
    insert_confirmation(desk.session(), page->meeting, kept);
    look_again(desk, party, page->meeting);  // days show that the terms are confirmed
    return desk.go(meeting_address(party, page->meeting) + "/terms");
}

}  // namespace sala::bilateral
