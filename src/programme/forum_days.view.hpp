// SPDX-License-Identifier: Apache-2.0
//
// The days of a forum in a few lines: what happens in the morning, in the afternoon, in the
// evening.

#pragma once

#include "programme/entry.view.hpp"
#include "programme/forum_home.hpp"

#include <array>

namespace sala::programme {

// The part of the day that a sitting says, else the one its clock says.
inline std::string part_of(const Sitting& sitting)
{
    constexpr int noon = 12 * 60;
    constexpr int evening = 17 * 60;
    if (!sitting.part.empty())
        return sitting.part;
    if (!sitting.time.start)
        return "whole-day";
    return *sitting.time.start < noon      ? "morning"
           : *sitting.time.start < evening ? "afternoon"
                                           : "evening";
}

inline Html part_item(const Reader& reader, const ForumHome& home, const ProgrammeDay& day,
                      const char* part)
{
    const auto sittings = each(day.sittings, [&](const Sitting& sitting) {
        return when(part_of(sitting) == part, [&] {
            return html(
                reader, "<p",
                when(sitting.cancelled, [&] { return html(reader, " data-is=\"cancelled\""); }),
                "><a href=\"", home.forum.address(), "/sittings/", sitting.key, "\">",
                cancelled_words(reader, sitting.cancelled, html(reader, sitting.title)),
                "</a></p>");
        });
    });
    return when(!sittings.empty(), [&] {
        return html(reader, "<li><p class=\"over\">", sheet::label_of_choice(part), "</p>",
                    sittings, "</li>\n");
    });
}

inline Html day_list(const Reader& reader, const ForumHome& home, const ProgrammeDay& day)
{
    constexpr std::size_t listed_max = 16;  // a longer day is read in the programme
    if (day.sittings.size() > listed_max)
        return html(reader, "<p>",
                    tr_count("{count} sitting", "{count} sittings", day.sittings.size()), "</p>\n");
    return html(reader, "<ol class=\"list\">\n",
                each(std::array{"morning", "afternoon", "evening", "whole-day"},
                     [&](const char* part) { return part_item(reader, home, day, part); }),
                "</ol>\n");
}

inline Html days_column(const Reader& reader, const ForumHome& home)
{
    const auto& days = home.programme->days;
    const bool one = days.size() == 1;
    return html(
        reader, "<h2>", one ? tr("The day") : tr("The days"), "</h2>\n",
        each(days,
             [&](const ProgrammeDay& day) {
                 return html(
                     reader,
                     when(!one,
                          [&] {
                              return html(
                                  reader, "<h3>",
                                  web::unbroken(
                                      reader,
                                      script::render_day(day.day,
                                                         script::DateStyle::for_reader(
                                                             reader.language,
                                                             script::DateForm::full_with_weekday))),
                                  "</h3>\n");
                          }),
                     day_list(reader, home, day));
             }),
        days.empty()
            ? html(reader, "<p class=\"soft\">",
                   tr("The programme appears here as soon as the secretariat releases one."),
                   "</p>\n")
            : html(reader, "<p><a class=\"button\" href=\"", home.forum.address(), "/programme\">",
                   tr("Open the programme"), "</a></p>\n"));
}

}  // namespace sala::programme
