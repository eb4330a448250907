// SPDX-License-Identifier: Apache-2.0
//
// The secretariat reads one invitation as it was written, with the answer to it; as a PDF it is the
// letter on paper, a page in each language.

#include "document/pdf.hpp"
#include "registration/invitation.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_invitation()
{
    return {.path = "GET /{forum}/invitations/{invitation}",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(show),
            .also = {web::Format::pdf}};
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto one = invited_by_number(desk.session(), forum.id, desk.at("invitation"));
    if (!one)
        return one.refusal();
    const auto rules = rules_at(desk.session(), forum.id);
    const auto delegations = delegations_at(desk.session(), forum.id);
    const auto* part = part_of(delegations, one->invitation.delegation.number());
    const LetterFacts facts{forum, part ? part->name : Text{}, one->invitation.name,
                            rules.answer_by};
    if (desk.wants(web::Format::pdf))
        return desk
            .send("application/pdf", document::write_pdf(invitation_paper(
                                         rules, facts, one->invitation.language, one->last_letter)))
            .with("Content-Disposition", "inline; filename=\"invitation.pdf\"");
    const auto standing =
        mail::standing_of(mail::standings_at(desk.session(), forum.id), one->invitation.address);
    if (desk.wants(web::Format::json)) {
        auto letters = Json::object();
        for (const auto& language : web::interface_languages())
            letters.set(language.tag(), letter_words(rules, facts, language).body);
        return desk.show(Json::object(
            {{"id", one->invitation.id.word()},
             {"delegation", part ? Json(part->key) : Json()},
             {"letter", letters},
             {"answered", one->answer.has_value()},
             {"came_back", standing.came_back ? Json(standing.came_back->reason) : Json()},
             {"wants_none", standing.wants_none}}));
    }
    return desk.show(invitation_page(desk, rules, facts, *one, standing));
}

}  // namespace sala::registration
