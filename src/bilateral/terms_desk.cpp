// SPDX-License-Identifier: Apache-2.0

#include "bilateral/terms_desk.hpp"

namespace sala::bilateral {

Result<TermsPage> terms_at(web::Desk& desk, const Party& party)
{
    auto meeting =
        meeting_of(desk.session(), party.forum.id, party.self.number, desk.at("meeting"));
    if (!meeting)
        return meeting.refusal();
    const auto side = *meeting->side_of(party.self.number);
    if (meeting->status_for(side, desk.now()) != Status::accepted)
        return conflict("not-agreed", "Terms are written once both have agreed to meet.");
    TermsPage page{*std::move(meeting), side, {}, 0};
    page.terms = terms_of(desk.session(), page.meeting);
    page.seen = seen_by(desk.session(), page.meeting, side);
    for (const auto& revision : page.terms.revisions())
        if (revision.side == side)
            page.seen = std::max(page.seen, revision.number);
    return page;
}

std::string parties_of(const Party& party, const Meeting& meeting)
{
    std::string words = party.forum.slug;
    for (const auto delegation : meeting.delegations()) {
        const auto* known = find(party.all, delegation);
        words += "\n" + (known ? known->key : std::to_string(delegation));
    }
    return words;
}

}  // namespace sala::bilateral
