// SPDX-License-Identifier: Apache-2.0
//
// The secretariat prints a plate for everybody who is approved: one sheet each, folded once.

#include "document/pdf.hpp"
#include "registration/seats.hpp"

namespace sala::registration {

static Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum);

web::Verb print_name_plates()
{
    return {.path = "GET /{forum}/name-plates",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(print),
            .also = {web::Format::pdf}};
}

Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum)
{
    const auto people =
        registered_at(desk.session(), forum.id, {.status = Status::approved, .at_most = 500});
    if (desk.wants(web::Format::json))
        return desk.show(Json::object({{"plates", people.size()}}));
    if (people.empty())
        return conflict("nobody-approved", "Nobody is approved yet, so there is no plate.");
    return desk
        .send("application/pdf",
              document::write_pdf(plates_paper(people, delegations_at(desk.session(), forum.id),
                                               desk.now(), desk.reader())))
        .with("Content-Disposition", "inline; filename=\"name-plates.pdf\"");
}

}  // namespace sala::registration
