// SPDX-License-Identifier: Apache-2.0
//
// Whoever goes into a meeting reads on one page whom they meet, what those need and offer, and how
// far the terms are.

#include "bilateral/brief.view.hpp"
#include "bilateral/brief_paper.hpp"
#include "bilateral/entry.view.hpp"
#include "bilateral/terms_desk.hpp"
#include "document/pdf.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_brief()
{
    return {.path = "GET /{forum}/delegations/{delegation}/meetings/{meeting}/brief",
            .allow = forum::focal_points,
            .run = web::on<Party>(show),
            .also = {web::Format::pdf}};
}

static Brief brief_of(web::Desk& desk, const Party& party, const TermsPage& page)
{
    Brief brief;
    brief.side = page.side;
    brief.topics = topics_at(desk.session(), party.forum.id);
    const auto published = newest_release(desk.session(), party.forum.id);
    if (const auto* entry = published.of(page.meeting.id()))
        brief.when = entry_place(desk.reader(), *entry);
    const auto companies = companies_of(desk.session(), party.forum.id, page.meeting.id().number());
    const auto wants = wants_at(desk.session(), party.forum.id);
    const auto commitments = commitments_for(desk.session(), party.forum.id);
    for (const auto side : page.meeting.others(page.side)) {
        const auto with = page.meeting.delegation(side);
        Brief::Other other{side, {}, of(wants, with), {}, {}};
        if (const auto found = companies.find({page.meeting.id().number(), side});
            found != companies.end())
            other.company = found->second;
        other.past = past_terms(desk.session(), party.forum.id, party.self.number, with);
        for (const auto& one : commitments)
            if (one.is_named() && one.binds(with) && one.binds(party.self.number))
                other.commitments.push_back(one);
        brief.others.push_back(std::move(other));
    }
    return brief;
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto page = terms_at(desk, party);
    if (!page)
        return page.refusal();
    const auto brief = brief_of(desk, party, *page);
    const auto heads = heads_at(desk.session(), party.forum.id);
    const MeetingPapers papers{party.forum, party.all, page->meeting, heads, page->terms};
    if (desk.wants(web::Format::pdf))
        return desk
            .send("application/pdf", document::write_pdf(brief_paper(
                                         papers, brief, desk.reader().language, desk.now())))
            .with("Content-Disposition", "inline; filename=\"brief.pdf\"");
    if (desk.wants(web::Format::json)) {
        const auto as_json = [&](const Want& want) {
            return want_json(want, brief.topics, party.all);
        };
        Wants wants;
        auto commitments = Json::array();
        for (const auto& other : brief.others) {
            for (const auto& need : other.wants.needs)
                wants.needs.push_back(need);
            for (const auto& offer : other.wants.offers)
                wants.offers.push_back(offer);
            for (const auto& one : other.commitments)
                commitments.push(commitment_json(one, party.all));
        }
        return desk.show(Json::object({{"when", brief.when},
                                       {"needs", forum::list_json(wants.needs, as_json)},
                                       {"offers", forum::list_json(wants.offers, as_json)},
                                       {"commitments", std::move(commitments)},
                                       {"items", items_json(page->terms.items())}}));
    }
    return desk.show(brief_page(desk, party, papers, brief));
}

}  // namespace sala::bilateral
