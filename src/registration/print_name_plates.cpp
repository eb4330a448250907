// SPDX-License-Identifier: Apache-2.0
//
// The secretariat prints a plate for everybody who is approved: one sheet each, folded once. All at
// once, by delegation, or part after part where there are more than one paper holds.

#include "registration/coming.hpp"
#include "registration/plates.view.hpp"
#include "registration/seats.hpp"
#include "registration/unprintable.hpp"

namespace sala::registration {

static Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum);

web::Verb print_name_plates()
{
    return {.path = "GET /{forum}/name-plates",
            .allow = web::secretariat,
            .query = {{.name = "delegation", .meaning = "Only those of this delegation, by key."},
                      {.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<forum::Forum>(print),
            .also = {web::Format::pdf}};
}

// Never a part of them unless a part was asked for: a plate that is missing is seen too late.
static Result<web::Reply> paper(web::Desk& desk, const forum::Forum& forum, const Plates& plates,
                                const Filter& wanted)
{
    if (plates.all == 0)
        return conflict("nobody-approved", "Nobody is approved yet, so there is no plate.");
    if (is_too_much_for_a_paper(desk, plates.all, plates_a_paper))
        return conflict(
            "too-many-plates",
            "There are {count} plates, and one paper holds {limit}. Print them by "
            "delegation, or part after part, from the page of name plates.",
            {{"count", std::to_string(plates.all)}, {"limit", std::to_string(plates_a_paper)}});
    const auto people = coming_at(desk.session(), forum.id, wanted);
    if (people.empty())
        return conflict("no-more-plates", "There are no plates after these.");
    return desk
        .send("application/pdf", document::write_name_plates(plates_of(people, plates.delegations,
                                                                       desk.now(), desk.reader())))
        .with("Content-Disposition", "inline; filename=\"name-plates.pdf\"");
}

static Json plates_json(const Plates& plates)
{
    return Json::object({{"plates", plates.all},
                         {"papers", addresses_json(papers_of(plates))},
                         {"unprintable", plates.unprintable}});
}

static void name_unprintable(const web::Desk& desk, const forum::Forum& forum, Plates& plates,
                             const Filter& wanted)
{
    auto people = with_unprintable_name(desk.session(), forum.id, wanted.delegation);
    plates.unprintable = people.size();
    if (people.empty() || !desk.wants(web::Format::html))
        return;
    people.resize(std::min(people.size(), named_at_most));
    plates.named = registered_at(desk.session(), forum.id, {.among = std::move(people)});
}

Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    Filter wanted{.holds_place = true, .at_most = plates_a_paper, .from = from_of(desk)};
    Plates plates{.address = desk.address(),
                  .delegations = delegations_at(session, forum.id),
                  .of_each = coming_of_each(session, forum.id)};
    if (const auto key = desk.query("delegation"); !key.empty()) {
        const auto* part = part_keyed(plates.delegations, key);
        if (!part)
            return missing("no-such-delegation", "There is no such delegation here.");
        wanted.delegation = DelegationId{part->number};
        plates.only = key;
    }
    plates.all = count_at(session, forum.id, wanted);
    if (desk.wants(web::Format::pdf))
        return paper(desk, forum, plates, wanted);
    name_unprintable(desk, forum, plates, wanted);
    if (desk.wants(web::Format::json))
        return desk.show(plates_json(plates));
    return desk.show(plates_page(desk, forum, plates));
}

}  // namespace sala::registration
