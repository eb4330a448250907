// SPDX-License-Identifier: Apache-2.0
//
// The form in which a delegation asks for a meeting.

#pragma once

#include "bilateral/meeting.view.hpp"

#include <algorithm>

namespace sala::bilateral {

// Further guests, folded away until somebody wants a meeting of several.
inline web::Html further_guests(const web::Desk& desk,
                                const std::vector<std::pair<std::string, Sentence>>& whom)
{
    const auto& reader = desk.reader();
    const auto ticked = [&](const std::string& key) {
        return desk.typed() && desk.typed()->ticked("also." + key);
    };
    const auto error = web::error_of(desk, "also");
    const bool open = !error.empty() || std::any_of(whom.begin(), whom.end(), [&](const auto& one) {
        return ticked(one.first);
    });
    return html(reader, "<details", when(open, [&] { return html(reader, " open"); }), "><summary>",
                tr("One meeting of several"), "</summary>\n<fieldset><legend>",
                tr("And together with"), "</legend>\n<p class=\"hint\">",
                tr("Each answers alone. Who declines stays away, the others meet."),
                "</p>\n<ul class=\"columns\">",
                each(whom,
                     [&](const auto& one) {
                         return html(
                             reader,
                             "<li><label class=\"tick\"><input type=\"checkbox\" name=\"also.",
                             one.first, "\" value=\"yes\"",
                             when(ticked(one.first), [&] { return html(reader, " checked"); }),
                             "> ", one.second, "</label></li>");
                     }),
                "</ul>", error, "</fieldset></details>\n");
}

inline web::Page new_meeting_page(const web::Desk& desk, const Party& party,
                                  const std::vector<std::pair<std::string, Sentence>>& whom,
                                  const std::optional<script::Day>& until)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_ask();
    auto choices = whom;
    choices.insert(choices.begin(), {"", tr("Choose a delegation")});
    const std::vector first{web::choice("with", tr("With whom"), std::move(choices))};
    fields.erase(fields.begin(), fields.begin() + 2);
    const auto form =
        html(reader, "<form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">\n",
             web::csrf_field(desk), web::fields_of(desk, first), further_guests(desk, whom),
             web::fields_of(desk, fields), words_stand(reader, until),
             "<p class=\"row\"><button type=\"submit\" data-key=\"s\">", tr("Ask for this meeting"),
             "</button><a href=\"", party.address(), "\">", tr("Back"), "</a></p>\n</form>\n");
    const auto nobody =
        html(reader, "<div class=\"empty\"><h2>", tr("There is nobody to ask"), "</h2><p>",
             tr("By the rules of this forum you are asked, or all others are of your country. "
                "The secretariat may change the rules."),
             "</p></div>\n");
    auto body = html(reader, party_crumbs(desk, party, html(reader, tr("Ask for a meeting"))),
                     "<h1>", tr("Ask for a meeting"), "</h1>\n", acts_in_place(reader, party),
                     web::refused_note(desk), whom.empty() ? nobody : form);
    return party_page(desk, party, reader.say(tr("Ask for a meeting")), std::move(body));
}

}  // namespace sala::bilateral
