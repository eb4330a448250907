// SPDX-License-Identifier: Apache-2.0
//
// A side sees what both would sign, and takes the draft along on paper or as a file, in both
// languages.

#include "bilateral/agreement.view.hpp"
#include "document/docx.hpp"
#include "document/pdf.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_agreement()
{
    return {.path = "GET /{forum}/delegations/{delegation}/meetings/{meeting}/agreement",
            .allow = forum::focal_points,
            .run = web::on<Party>(show),
            .also = {web::Format::pdf, web::Format::docx}};
}

static Result<web::Reply> on_paper(web::Desk& desk, const Party& party, const TermsPage& page,
                                   AgreementKind kind)
{
    auto heads = heads_at(desk.session(), party.forum.id);
    // Whoever confirmed stands beneath it, also when somebody else leads the delegation now.
    for (const auto side : page.terms.sides())
        if (page.terms.is_frozen()) {
            heads.erase(page.meeting.delegation(side));
            if (const auto found = page.confirmed.find(side); found != page.confirmed.end())
                heads.emplace(page.meeting.delegation(side), found->second);
        }
    const auto paper = agreement_paper({party.forum, party.all, page.meeting, heads, page.terms},
                                       kind, desk.reader().language, desk.now());
    if (desk.wants(web::Format::pdf))
        return desk.send("application/pdf", document::write_pdf(paper))
            .with("Content-Disposition", "inline; filename=\"agreement.pdf\"");
    auto bytes = document::docx_of(paper);
    if (!bytes)
        return bytes.refusal();
    return desk.download(std::string(web::media_type(web::Format::docx)), "agreement.docx",
                         *std::move(bytes));
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto page = terms_at(desk, party);
    if (!page)
        return page.refusal();
    if (page->terms.items().empty())
        return conflict("no-terms", "There are no terms yet. Write them first.");
    const auto choice = agreement_of(desk.session(), page->meeting);
    if (desk.wants(web::Format::pdf) || desk.wants(web::Format::docx))
        return on_paper(desk, party, *page, choice.kind);
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"kind", std::string(word(choice.kind))},
                          {"by", choice.by ? Json(std::string(word(*choice.by))) : Json()},
                          {"frozen", page->terms.is_frozen()},
                          {"items", items_json(page->terms.items(), desk.reader().language)}}));
    return desk.show(agreement_page(desk, party, *page, choice));
}

}  // namespace sala::bilateral
