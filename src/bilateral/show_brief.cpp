// SPDX-License-Identifier: Apache-2.0
//
// Whoever goes into a meeting reads on one page whom they meet, what those need and offer, and how
// far the terms are. A leader who is a delegate takes it along as well.

#include "bilateral/brief.view.hpp"
#include "bilateral/brief_paper.hpp"
#include "bilateral/terms_desk.hpp"
#include "document/pdf.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_brief()
{
    return {.path = "GET /{forum}/delegations/{delegation}/meetings/{meeting}/brief",
            .allow = forum::delegates,
            .run = web::on<Party>(show),
            .also = {web::Format::pdf}};
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
    if (desk.wants(web::Format::json))
        return desk.show(to_json(brief, page->terms, party.all, desk.reader().language));
    return desk.show(brief_page(desk, party, papers, brief));
}

}  // namespace sala::bilateral
