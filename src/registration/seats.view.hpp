// SPDX-License-Identifier: Apache-2.0
//
// The seat plan on the screen, and where its paper and the name plates are.

#pragma once

#include "registration/seats.hpp"

namespace sala::registration {

struct SeatsAsked {
    std::size_t each = 1;   // seats of a delegation
    std::size_t width = 6;  // seats of a row

    std::string query() const
    {
        return "?each=" + std::to_string(each) + "&width=" + std::to_string(width);
    }
};

inline web::Html seat_rows(const web::Reader& reader, const SeatPlan& plan)
{
    return html(reader, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"",
                tr("Seat plan"), "\"><table><caption>",
                tr("From the right of the chair, by precedence"), "</caption><tbody>",
                each(plan.rows,
                     [&](const std::vector<SeatPlan::Seat>& row) {
                         return html(reader, "<tr>",
                                     each(row,
                                          [&](const SeatPlan::Seat& seat) {
                                              return html(reader, "<td><span class=\"soft num\">",
                                                          seat.number, "</span> <strong>",
                                                          seat.delegation, "</strong><br>",
                                                          seat.name, "</td>");
                                          }),
                                     "</tr>\n");
                     }),
                "</tbody></table></div>\n");
}

inline web::Page seats_page(const web::Desk& desk, const forum::Forum& forum, const SeatPlan& plan,
                            const SeatsAsked& asked)
{
    const auto& reader = desk.reader();
    const auto number = [&](const char* name, const Sentence& label, std::size_t value) {
        return html(reader, "<p><label for=\"", std::string(name), "\">", label,
                    "</label><input type=\"number\" min=\"1\" max=\"40\" id=\"", std::string(name),
                    "\" name=\"", std::string(name), "\" value=\"", value, "\"></p>\n");
    };
    auto body = html(
        reader, "<h1>", tr("Seats and name plates"), "</h1>\n",
        places_of_registering(reader, forum), "<p class=\"lede\">",
        tr("Delegations sit in the order of the sheet “Delegations”; within one, the head comes "
           "first, then deputies and the others, each by their place in the order."),
        "</p>\n<form class=\"stack screen\" method=\"get\" action=\"", desk.address(),
        "\"><div class=\"pair\">", number("each", tr("Seats of a delegation"), asked.each),
        number("width", tr("Seats of a row"), asked.width),
        "</div><p><button type=\"submit\" data-kind=\"plain\">", tr("Seat them like this"),
        "</button></p></form>\n",
        plan.rows.empty()
            ? html(reader, "<div class=\"empty\"><h2>", tr("Nobody to seat yet"), "</h2><p>",
                   tr("Those who are approved have a seat."), "</p></div>\n")
            : html(reader, seat_rows(reader, plan), "<p class=\"as\"><a href=\"", desk.address(),
                   ".pdf", asked.query(), "\">", tr("Seat plan as PDF"), "</a> <a href=\"",
                   forum.address(), "/name-plates\">", tr("Name plates"), "</a></p>\n"));
    return {.title = reader.say(tr("Seats and name plates")),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
