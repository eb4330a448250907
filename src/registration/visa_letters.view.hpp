// SPDX-License-Identifier: Apache-2.0
//
// Which letters for visas there are to print, by delegation and by nationality, and of whom
// something is not known yet.

#pragma once

#include "registration/paper_parts.hpp"
#include "registration/registrations.view.hpp"
#include "registration/visa_letter.hpp"

#include <set>

namespace sala::registration {

// Two pages each; more would keep a worker from others for seconds.
inline constexpr std::size_t visa_letters_a_paper = 100;
inline constexpr std::size_t lacking_shown_max = 100;

struct VisaLetters {
    std::string address;  // of the page
    std::vector<forum::Part> delegations;
    std::vector<VisaCount> counts = {};
    std::string delegation = {};  // key of the one that was asked for
    std::string nationality = {};
    std::int64_t letters = 0;              // of those that were asked for
    std::vector<Registered> lacking = {};  // the first of them
    std::int64_t lack = 0;
};

inline std::vector<PaperPart> papers_of(const VisaLetters& page)
{
    return paper_parts(page.address,
                       {{"delegation", page.delegation}, {"nationality", page.nationality}},
                       page.letters, visa_letters_a_paper);
}

inline web::Html visa_papers_list(const web::Reader& reader, const VisaLetters& page)
{
    const auto papers = papers_of(page);
    if (papers.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("No letters yet"), "</h2><p>",
                    tr("Whoever needs one, is approved, and whose passport is entered has a letter "
                       "here."),
                    "</p></div>\n");
    return html(reader, "<ul class=\"list\">",
                each(papers,
                     [&](const PaperPart& one) {
                         return html(reader, "<li><a href=\"", one.address, "\">",
                                     papers.size() == 1
                                         ? tr_count("{count} letter as PDF",
                                                    "{count} letters as PDF",
                                                    static_cast<std::size_t>(page.letters))
                                         : tr("Letters {first} to {last} as PDF",
                                              {{"first", std::to_string(one.first)},
                                               {"last", std::to_string(one.last)}}),
                                     "</a></li>\n");
                     }),
                "</ul>\n");
}

inline web::Html narrow_visas(const web::Reader& reader, const VisaLetters& page)
{
    std::vector<forum::Part> delegations;
    std::set<std::string> nationalities;
    for (const auto& part : page.delegations)
        if (std::any_of(page.counts.begin(), page.counts.end(),
                        [&](const VisaCount& one) { return one.delegation == part.number; }))
            delegations.push_back(part);
    std::vector<std::pair<std::string, Sentence>> choices{{"", tr("every nationality")}};
    for (const auto& one : page.counts)
        if (nationalities.insert(one.nationality).second)
            choices.emplace_back(one.nationality, tr("{name}", {{"name", one.nationality}}));
    return html(reader, "<form class=\"stack\" method=\"get\" action=\"", page.address,
                "\">\n<div class=\"pair wide\">",
                select_of(reader, "delegation", tr("Delegation"),
                          part_choices(reader, delegations, tr("every delegation")),
                          page.delegation),
                select_of(reader, "nationality", tr("Nationality"), choices, page.nationality),
                "</div>\n<p><button type=\"submit\" data-kind=\"plain\">", tr("Narrow the list"),
                "</button></p>\n</form>\n");
}

// Who would go to the consulate without a letter, and why.
inline web::Html lacking_list(const web::Reader& reader, const forum::Forum& forum,
                              const VisaLetters& page)
{
    return when(page.lack > 0, [&] {
        return html(reader, "<h2 class=\"h3\">",
                    tr_count("{count} person needs a letter and has none yet",
                             "{count} people need a letter and have none yet",
                             static_cast<std::size_t>(page.lack)),
                    "</h2>\n<ul class=\"list\">",
                    each(page.lacking,
                         [&](const Registered& one) {
                             return html(reader, "<li><a href=\"", forum.address(),
                                         "/registrations/", one.registration.id().word(), "\">",
                                         person_words(reader, one.particulars), "</a>, ",
                                         part_words(reader, page.delegations,
                                                    one.registration.delegation().number()),
                                         "<br><small class=\"soft\">",
                                         tr("Still to be entered: {fields}",
                                            {{"fields", visa_lacks(one, reader)}}),
                                         "</small></li>\n");
                         }),
                    "</ul>\n", when(static_cast<std::size_t>(page.lack) > page.lacking.size(), [&] {
                        return html(reader, "<p class=\"soft\">",
                                    tr("The first {count} are shown.",
                                       {{"count", std::to_string(page.lacking.size())}}),
                                    "</p>\n");
                    }));
    });
}

inline web::Page visa_letters_page(const web::Desk& desk, const forum::Forum& forum,
                                   const VisaLetters& page)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/lists/visas\">",
        tr("Visas"), "</a></li></ol></nav>\n<h1>", tr("Letters for the visa"),
        "</h1>\n<p class=\"lede\">",
        tr("Of everybody who needs one and is approved: a page in each language, English first, "
           "signed as invitations are. Nothing of it is kept."),
        "</p>\n<div class=\"beside\">\n<div class=\"stack\">\n", narrow_visas(reader, page),
        visa_papers_list(reader, page), "</div>\n<div class=\"stack\">\n",
        lacking_list(reader, forum, page), "</div>\n</div>\n");
    return {.title =
                reader.say(tr("Letters for the visa")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
