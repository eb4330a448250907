// SPDX-License-Identifier: Apache-2.0
//
// The secretariat prints the letters for visas of many at once: by delegation, by nationality for
// one consulate, or part after part; and sees of whom something is not known yet.

#include "document/pdf.hpp"
#include "registration/coming.hpp"
#include "registration/visa_letters.view.hpp"

namespace sala::registration {

static Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum);

web::Verb print_visa_letters()
{
    return {.path = "GET /{forum}/visa-letters",
            .allow = web::secretariat,
            .query = {{.name = "delegation", .meaning = "Only those of this delegation, by key."},
                      {.name = "nationality",
                       .meaning = "Only those of this nationality, as it was entered."},
                      {.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<forum::Forum>(print),
            .also = {web::Format::pdf}};
}

// Never a part of them unless a part was asked for: a letter that is missing is seen at the
// counter.
static Result<web::Reply> paper(web::Desk& desk, const forum::Forum& forum, const VisaLetters& page,
                                const Filter& wanted)
{
    if (page.letters == 0)
        return conflict("no-visa-letter",
                        "There is no letter to print: nobody needs one, is approved, and has the "
                        "passport entered.");
    if (is_too_much_for_a_paper(desk, page.letters, visa_letters_a_paper))
        return conflict("too-many-visa-letters",
                        "There are {count} letters, and one paper holds {limit}. Print them by "
                        "delegation or nationality, or part after part, from the page of letters.",
                        {{"count", std::to_string(page.letters)},
                         {"limit", std::to_string(visa_letters_a_paper)}});
    std::vector<VisaFacts> letters;
    for (auto& one : coming_at(desk.session(), forum.id, wanted)) {
        const auto* part = part_of(page.delegations, one.registration.delegation().number());
        letters.push_back({forum, part ? part->name : Text{}, std::move(one)});
    }
    if (letters.empty())
        return conflict("no-more-visa-letters", "There are no letters after these.");
    return desk
        .send("application/pdf", document::write_pdf(visa_papers(rules_at(desk.session(), forum.id),
                                                                 letters, desk.now())))
        .with("Content-Disposition", "inline; filename=\"visa-letters.pdf\"")
        .with("Cache-Control", "no-store");
}

static Json letters_json(const VisaLetters& page, const web::Reader& reader)
{
    auto lacking = Json::array();
    for (const auto& one : page.lacking)
        lacking.push(Json::object(
            {{"registration", one.registration.id().word()}, {"lacks", visa_lacks(one, reader)}}));
    return Json::object({{"letters", page.letters},
                         {"papers", addresses_json(papers_of(page))},
                         {"lack", page.lack},
                         {"lacking", std::move(lacking)}});
}

Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    VisaLetters page{.address = desk.address(),
                     .delegations = delegations_at(session, forum.id),
                     .delegation = desk.query("delegation"),
                     .nationality = desk.query("nationality")};
    Filter wanted{.holds_place = true,
                  .also = needs_visa_letter(true, page.nationality),
                  .at_most = visa_letters_a_paper,
                  .from = from_of(desk)};
    if (!page.delegation.empty()) {
        const auto* part = part_keyed(page.delegations, page.delegation);
        if (!part)
            return missing("no-such-delegation", "There is no such delegation here.");
        wanted.delegation = DelegationId{part->number};
    }
    page.letters = count_at(session, forum.id, wanted);
    if (desk.wants(web::Format::pdf))
        return paper(desk, forum, page, wanted);
    Filter lacking{.delegation = wanted.delegation,
                   .holds_place = true,
                   .also = needs_visa_letter(false, page.nationality),
                   .at_most = lacking_shown_max};
    page.lack = count_at(session, forum.id, lacking);
    page.lacking = coming_at(session, forum.id, lacking);
    if (desk.wants(web::Format::json))
        return desk.show(letters_json(page, desk.reader())).with("Cache-Control", "no-store");
    page.counts = visa_counts(session, forum.id);
    return desk.show(visa_letters_page(desk, forum, page)).with("Cache-Control", "no-store");
}

}  // namespace sala::registration
