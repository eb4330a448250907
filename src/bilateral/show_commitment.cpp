// SPDX-License-Identifier: Apache-2.0
//
// A delegation opens one commitment of its city, to say what became of it.

#include "bilateral/commitments.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_commitment()
{
    return {.path = "GET /{forum}/delegations/{delegation}/commitments/{commitment}",
            .allow = forum::focal_points,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto one =
        commitment_of(desk.session(), party.forum.id, party.self.number, desk.at("commitment"));
    if (!one)
        return one.refusal();
    if (desk.wants(web::Format::json)) {
        auto json = commitment_json(*one, party.all);
        json.set("turn", one->acts.size());
        return desk.show(json);
    }
    web::Form kept;
    kept.set("status", std::string(word(one->status())));
    if (!desk.typed())
        desk.comes_back(&kept, {});
    const auto& reader = desk.reader();
    const auto title = tr("What became of a commitment");
    auto fields = fields_of_commitment();
    fields.pop_back();
    auto body = html(
        reader,
        party_crumbs(desk, party,
                     html(reader, "<a href=\"", party.home(), "/commitments\">",
                          tr("Our commitments"), "</a>")),
        "<h1>", title, "</h1>\n", acts_in_place(reader, party), "<p>",
        commitment_chip(reader, one->status()), "</p>\n", commitment_facts(reader, party.all, *one),
        web::refused_note(desk), "<form class=\"stack\" method=\"post\" action=\"", desk.address(),
        "\" data-warn>\n", web::csrf_field(desk), "<input type=\"hidden\" name=\"turn\" value=\"",
        one->acts.size(), "\">\n", web::fields_of(desk, fields),
        "<p class=\"row\"><button type=\"submit\" data-key=\"s\">", tr("Save"),
        "</button><a href=\"", party.home(), "/commitments\">", tr("Back"), "</a></p>\n</form>\n",
        commitment_acts(reader, *one, true));
    return desk.show(party_page(desk, party, reader.say(title), std::move(body)));
}

}  // namespace sala::bilateral
