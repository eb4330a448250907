// SPDX-License-Identifier: Apache-2.0
//
// Forms about an agreed meeting that stand on pages of their own, so that what was typed comes back
// when it is refused: who comes along, and what came of it.

#pragma once

#include "bilateral/answer.view.hpp"

namespace sala::bilateral {

inline std::vector<web::Field> fields_of_company()
{
    return {web::text("people", tr("Who comes along"))
                .optional()
                .at_most(500)
                .hinted(tr("Names or posts; the other side sees them.")),
            web::text("interpreter", tr("Our interpreter")).optional().at_most(200)};
}

inline std::vector<web::Field> fields_of_outcome()
{
    return {web::choice("took_place", tr("Did it take place?"),
                        {{"yes", tr("It took place")}, {"no", tr("It did not")}}),
            web::hidden("turn"),
            web::lines("words", tr("What was said"))
                .optional()
                .at_most(8000)
                .hinted(tr("Read by the two delegations alone, not by the secretariat.")),
            web::text("next_step", tr("Next step")).optional().at_most(500)};
}

inline web::Page meeting_form_page(const web::Desk& desk, const Party& party,
                                   const Meeting& meeting, const Sentence& title,
                                   const std::vector<web::Field>& fields,
                                   const std::optional<script::Day>& until,
                                   std::optional<int> turn = {})
{
    const auto& reader = desk.reader();
    const auto side = *meeting.side_of(party.self.number);
    const auto address = meeting_address(party, meeting);
    auto body =
        html(reader,
             party_crumbs(desk, party,
                          html(reader, "<a href=\"", address, "\">",
                               words_of(reader, party.all, meeting.whom_meets(side)), "</a>")),
             "<h1>", title, "</h1>\n", acts_in_place(reader, party), web::refused_note(desk),
             "<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\" data-warn>\n",
             web::csrf_field(desk),
             when(turn.has_value(),
                  [&] {
                      return html(reader, "<input type=\"hidden\" name=\"turn\" value=\"", *turn,
                                  "\">\n");
                  }),
             web::fields_of(desk, fields), words_stand(reader, until),
             "<p class=\"row\"><button type=\"submit\" data-key=\"s\">", tr("Save"),
             "</button><a href=\"", address, "\">", tr("Back"), "</a></p>\n</form>\n");
    return party_page(desk, party, reader.say(title), std::move(body));
}

}  // namespace sala::bilateral
