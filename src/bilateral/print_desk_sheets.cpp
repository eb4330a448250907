// SPDX-License-Identifier: Apache-2.0
//
// The secretariat prints the published timetable, a page for each desk: batteries fail.

#include "bilateral/day.hpp"
#include "document/pdf.hpp"

namespace sala::bilateral {

static Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum);

web::Verb print_desk_sheets()
{
    return {.path = "GET /{forum}/bilaterals/desk-sheets",
            .allow = web::secretariat,
            .run = web::on<forum::Forum>(print),
            .also = {web::Format::pdf}};
}

Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum)
{
    const auto published = newest_release(desk.session(), forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(
            Json::object({{"release", published.number}, {"meetings", published.entries.size()}}));
    if (published.entries.empty())
        return conflict("nothing-published",
                        "No timetable is published yet, so there is no sheet to print.");
    const auto all = known_at(desk.session(), forum.id);
    const auto paper = desks_paper(forum, desk.reader(), all, published, desk.now());
    return desk.send("application/pdf", document::write_pdf(paper))
        .with("Content-Disposition", "inline; filename=\"desk-sheets.pdf\"");
}

}  // namespace sala::bilateral
