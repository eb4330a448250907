// SPDX-License-Identifier: Apache-2.0
//
// Which papers of name plates there are to print: all of them in parts, and those of each
// delegation.

#pragma once

#include "registration/paper_parts.hpp"
#include "registration/registrations.view.hpp"
#include "registration/unprintable.view.hpp"

#include <map>

namespace sala::registration {

// More would keep a worker from others for seconds.
inline constexpr std::size_t plates_a_paper = 500;
inline constexpr std::size_t named_at_most = 100;

struct Plates {
    std::string address;  // of the page
    std::vector<forum::Part> delegations;
    std::map<std::int64_t, std::int64_t> of_each;  // who come, by delegation
    std::string only = {};                         // key of the delegation that was asked for
    std::int64_t all = 0;                          // of those that were asked for
    std::size_t unprintable = 0;                   // of them, how many names lack letters here
    std::vector<Registered> named = {};            // the first of these
};

inline std::vector<PaperPart> papers_of(const Plates& plates)
{
    return paper_parts(plates.address, {{"delegation", plates.only}}, plates.all, plates_a_paper);
}

inline web::Html papers_list(const web::Reader& reader, const Plates& plates)
{
    const auto papers = papers_of(plates);
    return html(reader, "<ul class=\"list\">",
                each(papers,
                     [&](const PaperPart& one) {
                         return html(reader, "<li><a href=\"", one.address, "\">",
                                     papers.size() == 1
                                         ? tr_count("{count} plate as PDF", "{count} plates as PDF",
                                                    static_cast<std::size_t>(plates.all))
                                         : tr("Plates {first} to {last} as PDF",
                                              {{"first", std::to_string(one.first)},
                                               {"last", std::to_string(one.last)}}),
                                     "</a></li>\n");
                     }),
                "</ul>\n");
}

inline web::Html plates_by_delegation(const web::Reader& reader, const Plates& plates)
{
    const auto line = [&](const forum::Part& part) {
        const auto found = plates.of_each.find(part.number);
        return when(found != plates.of_each.end(), [&] {
            return html(reader, "<li><a href=\"", plates.address,
                        "?delegation=", web::percent_encoded(part.key), "\">",
                        part_words(reader, plates.delegations, part.number),
                        "</a> <span class=\"soft num\">", found->second, "</span></li>\n");
        });
    };
    return html(reader, "<h2 class=\"h3\">", tr("By delegation"), "</h2>\n<ul class=\"list\">\n",
                each(plates.delegations, line), "</ul>\n");
}

inline web::Page plates_page(const web::Desk& desk, const forum::Forum& forum, const Plates& plates)
{
    const auto& reader = desk.reader();
    const auto* only = part_keyed(plates.delegations, plates.only);
    const auto title = only ? reader.say(tr("Name plates")) + ", " +
                                  part_words(reader, plates.delegations, only->number)
                            : reader.say(tr("Name plates"));
    auto body = html(
        reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/seats\">",
        tr("Seats and name plates"), "</a></li>",
        when(only != nullptr,
             [&] {
                 return html(reader, "<li><a href=\"", plates.address, "\">", tr("Name plates"),
                             "</a></li>");
             }),
        "</ol></nav>\n<h1>", title, "</h1>\n<p class=\"lede\">",
        tr("A sheet of A4 for each person who is approved, to be folded once: the name in every "
           "script it was given in, and the delegation."),
        "</p>\n",
        plates.all == 0
            ? html(reader, "<div class=\"empty\"><h2>", tr("No plates yet"), "</h2><p>",
                   tr("Those who are approved have a plate."), "</p></div>\n")
            : html(reader,
                   unprintable_note(reader, plates.named, plates.unprintable - plates.named.size()),
                   papers_list(reader, plates),
                   when(!only, [&] { return plates_by_delegation(reader, plates); })));
    return {.title = title + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
