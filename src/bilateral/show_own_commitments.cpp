// SPDX-License-Identifier: Apache-2.0
//
// A delegation sees what its city promised others, here and at earlier forums, and says what became
// of it.

#include "bilateral/commitments.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_own_commitments()
{
    return {.path = "GET /{forum}/delegations/{delegation}/commitments",
            .allow = forum::delegates,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    auto commitments = commitments_for(desk.session(), party.forum.id);
    std::erase_if(commitments,
                  [&](const Commitment& one) { return !one.binds(party.self.number); });
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"commitments", forum::list_json(commitments, [&](const Commitment& one) {
                               return commitment_json(one, party.all);
                           })}}));
    const auto& reader = desk.reader();
    const auto item = [&](const Commitment& one) {
        const auto way_on =
            html(reader, commitment_acts(reader, one, true), when(works_for(desk, party), [&] {
                     return html(reader, "<p><a href=\"", party.home(), "/commitments/",
                                 one.id.word(), "\">", tr("Say what became of it"), "</a></p>");
                 }));
        return commitment_item(reader, party.all, one, way_on);
    };
    const auto none =
        html(reader, "<div class=\"empty\"><h2>", tr("No commitment yet"), "</h2><p>",
             tr("What your city promised others at earlier forums stands here once the secretariat "
                "enters it in the sheet “commitments”."),
             "</p></div>\n");
    auto body = html(reader, party_crumbs(desk, party, html(reader, tr("Our commitments"))), "<h1>",
                     tr("Our commitments"), "</h1>\n", acts_in_place(reader, party),
                     commitments.empty()
                         ? none
                         : html(reader, "<ul class=\"list\">", each(commitments, item), "</ul>\n"));
    return desk.show(party_page(desk, party, reader.say(tr("Our commitments")), std::move(body)));
}

}  // namespace sala::bilateral
