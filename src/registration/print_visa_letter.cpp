// SPDX-License-Identifier: Apache-2.0
//
// The secretariat prints the letter with which somebody who is approved asks for a visa, a page in
// each language. It is written when it is printed, and kept nowhere: the passport stands in it.

#include "document/pdf.hpp"
#include "registration/coming.hpp"
#include "registration/registration_form.view.hpp"
#include "registration/visa_letter.hpp"

namespace sala::registration {

static Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum);

web::Verb print_visa_letter()
{
    return {.path = "GET /{forum}/registrations/{registration}/visa-letter",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(print),
            .also = {web::Format::pdf}};
}

static web::Page visa_page(const web::Desk& desk, const forum::Forum& forum, const Registered& one,
                           const Allowed& can)
{
    const auto& reader = desk.reader();
    const auto name = person_words(reader, one.particulars);
    return {.title = reader.say(tr("Letter for the visa")) + ", " + name,
            .body = html(
                reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(),
                "/registrations\">", tr("Registrations"), "</a></li><li><a href=\"",
                forum.address(), "/registrations/", one.registration.id().word(), "\">", name,
                "</a></li></ol></nav>\n<h1>", tr("Letter for the visa"),
                "</h1>\n<p class=\"lede\">", name, "</p>\n",
                can ? html(reader, "<p><a class=\"button\" href=\"", desk.address(), ".pdf\">",
                           tr("The letter as PDF"), "</a></p>\n<p class=\"soft\">",
                           tr("A page in each language, English first, signed as invitations are. "
                              "Nothing of it is kept."),
                           "</p>\n")
                    : html(reader, "<p class=\"note\">", can.refusal().sentence, "</p>\n")),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    const auto found = registered(session, forum.id, desk.at("registration"));
    if (!found)
        return found.refusal();
    const auto one = as_approved(session, *found);
    const auto can = visa_can_be_written(one, desk.reader());
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"can_be_written", static_cast<bool>(can)}}))
            .with("Cache-Control", "no-store");
    if (!desk.wants(web::Format::pdf))
        return desk.show(visa_page(desk, forum, one, can));
    if (!can)
        return can.refusal();
    const auto delegations = delegations_at(session, forum.id);
    const auto* part = part_of(delegations, one.registration.delegation().number());
    const VisaFacts facts{forum, part ? part->name : Text{}, one};
    return desk
        .send("application/pdf",
              document::write_pdf(visa_paper(rules_at(session, forum.id), facts, desk.now())))
        .with("Content-Disposition", "inline; filename=\"visa-letter.pdf\"")
        .with("Cache-Control", "no-store");
}

}  // namespace sala::registration
