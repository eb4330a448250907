// SPDX-License-Identifier: Apache-2.0
//
// The speakers' list as the chair leads it, with the rules it follows and what may be taken over.

#pragma once

#include "floor/taking_over.view.hpp"

namespace sala::floor {

inline Html list_part(const web::Desk& desk, const Hall& hall,
                      const std::vector<Preference>& preferences)
{
    const auto& reader = desk.reader();
    const auto listed = as_it_would_open(hall);
    const auto& list = listed.floor.list();
    const auto outlook = outlook_of(hall.floor, desk.now());
    const auto computed = computed_list(listed);
    const bool is_whole = list == hall.floor.list();
    Html rows;
    for (std::size_t i = 0; i < list.size(); ++i)
        rows += queue_row(desk, listed, i, outlook, computed, is_whole);
    std::string rule;
    for (const auto by : hall.rules.order)
        rule += (rule.empty() ? "" : "; ") + reader.say(name_of(by));
    return html(
        reader, "<section aria-labelledby=\"list\"", guessed_at(reader, hall.floor, desk.now()),
        "><form class=\"stack\" method=\"post\" action=\"", desk.address(), "\">",
        form_head(desk, hall), no_button(reader),
        "<div class=\"row far\"><h2 class=\"h3\" id=\"list\">", tr("Speakers’ list"), "</h2>",
        hall.floor.list_is_open() ? key_button(reader, "close-list", tr("Close the list"), "l")
                                  : key_button(reader, "reopen-list", tr("Reopen the list"), "l"),
        "</div>\n<p class=\"soft small\">", rule, ". <a href=\"", hall.address(), "/order\">",
        tr("Explained line by line"), "</a></p>\n",
        when(outlook.list_ends.milliseconds() > 0 && !list.empty(),
             [&] {
                 return html(reader, "<p>",
                             guessed(reader, outlook.list_ends,
                                     tr("At this pace the list ends at about {time}.")),
                             "</p>\n");
             }),
        list.empty() ? html(reader, "<p class=\"empty\">", tr("Nobody is in the list."), "</p>\n")
        : !is_whole  ? html(reader, "<p class=\"soft small\">",
                            tr("Whom the programme names comes into the list when the sitting is "
                                "opened. Take them over before to place somebody by hand."),
                            "</p>\n<ol class=\"queue\">", rows, "</ol>\n")
                     : html(reader, "<p><label for=\"words\">", tr("Reason for a change of order"),
                            "</label><input type=\"text\" id=\"words\" name=\"words\" "
                             "maxlength=\"300\" value=\"",
                            typed_words(desk, hall, false), "\"></p>\n<ol class=\"queue\">", rows,
                            "</ol>\n"),
        preferences_part(reader, hall, preferences), taking_over_part(reader, hall, is_whole),
        "</form></section>\n");
}

}  // namespace sala::floor
