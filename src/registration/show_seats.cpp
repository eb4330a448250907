// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees who sits where, by precedence, and prints it.

#include "base/whole_number.hpp"
#include "document/pdf.hpp"
#include "registration/coming.hpp"
#include "registration/seats.view.hpp"

namespace sala::registration {

static Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum);

web::Verb show_seats()
{
    return {.path = "GET /{forum}/seats",
            .allow = web::secretariat,
            .query = {{.name = "each", .meaning = "Seats of a delegation, 1 to 40."},
                      {.name = "width", .meaning = "Seats of a row, 1 to 40."}},
            .run = web::on<forum::Forum>(show),
            .also = {web::Format::pdf}};
}

static std::size_t number_or(const std::string& words, std::size_t otherwise)
{
    const auto number = whole_number(words).value_or(0);
    return number >= 1 && number <= 40 ? static_cast<std::size_t>(number) : otherwise;
}

Result<web::Reply> show(web::Desk& desk, const forum::Forum& forum)
{
    const auto& reader = desk.reader();
    const SeatsAsked asked{number_or(desk.query("each"), 1), number_or(desk.query("width"), 6)};
    const auto plan =
        seat_plan(coming_at(desk.session(), forum.id, {.of_each = asked.each}),
                  delegations_at(desk.session(), forum.id), asked.each, asked.width, reader);
    if (desk.wants(web::Format::pdf))
        return desk
            .send("application/pdf",
                  document::write_pdf(seat_paper(
                      plan, reader.say(tr("Seat plan")) + ", " + forum.title.words(reader.language),
                      desk.now(), reader)))
            .with("Content-Disposition", "inline; filename=\"seats.pdf\"");
    if (desk.wants(web::Format::html))
        return desk.show(seats_page(desk, forum, plan, asked));
    auto seats = Json::array();
    for (const auto& row : plan.rows)
        for (const auto& seat : row)
            seats.push(Json::object(
                {{"number", seat.number}, {"delegation", seat.delegation}, {"name", seat.name}}));
    return desk.show(Json::object({{"seats", seats}}));
}

}  // namespace sala::registration
