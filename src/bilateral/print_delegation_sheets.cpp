// SPDX-License-Identifier: Apache-2.0
//
// The secretariat prints the published timetable, a page for each delegation: batteries fail.

#include "bilateral/day.hpp"
#include "document/pdf.hpp"

namespace sala::bilateral {

static Result<web::Reply> print(web::Desk& desk, const forum::Forum& forum);

web::Verb print_delegation_sheets()
{
    return {.path = "GET /{forum}/bilaterals/sheets",
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
    std::vector<std::int64_t> meeting;
    for (const auto& known : all)
        for (const auto& entry : published.entries)
            if (entry.is_with(known.number)) {
                meeting.push_back(known.number);
                break;
            }
    const auto paper =
        day_paper(forum, desk.reader(), all, published, meeting,
                  notes_for_sheets(desk.session(), forum.id, desk.reader(), all), desk.now());
    return desk.send("application/pdf", document::write_pdf(paper))
        .with("Content-Disposition", "inline; filename=\"sheets.pdf\"");
}

}  // namespace sala::bilateral
