// SPDX-License-Identifier: Apache-2.0
//
// Badges for the secretariat: who has one, what was printed, how each category's look; and passes
// for vehicles.

#pragma once

#include "door/badge_store.hpp"
#include "door/outdated_badges.hpp"
#include "door/vehicle_store.hpp"
#include "registration/registrations.view.hpp"
#include "registration/unprintable.view.hpp"

namespace sala::door {

using registration::part_words;
using registration::person_words;
using registration::Registered;
using registration::unprintable_note;
using web::each;
using web::html;
using web::when;

inline constexpr std::size_t badges_a_page = 100;
inline constexpr std::size_t badges_a_print = 500;

struct BadgesPage {
    BadgeNumbers numbers;
    std::vector<Registered> people;
    std::map<Id<Registration>, HeldBadge> badges;
    OutdatedBadges outdated;
    bool only_outdated = false;
    std::vector<CountedPrint> prints;
    std::vector<forum::Part> delegations;
    web::Pages pages;
    std::string words;
};

inline web::Html places_of_doors(const web::Reader& reader, const forum::Forum& forum)
{
    const auto link = [&](const char* word, const Sentence& label) {
        return html(reader, "<li><a href=\"", forum.address(), "/", std::string(word), "\">", label,
                    "</a></li>");
    };
    return html(reader, "<nav aria-label=\"", tr("Badges and doors"), "\"><ul class=\"links\">",
                link("badges", tr("Badges")), link("badge-designs", tr("How badges look")),
                link("vehicles", tr("Vehicles")), link("presence", tr("Who is here")),
                link("door", tr("Check badges")), link("registrations", tr("Registrations")),
                "</ul></nav>\n");
}

inline web::Html badge_chip(const web::Reader& reader, const BadgesPage& page,
                            const HeldBadge* held)
{
    if (!held)
        return html(reader, "<span class=\"chip\" data-is=\"proposed\">", tr("none yet"),
                    "</span>");
    if (held->ended)
        return html(reader, "<span class=\"chip\" data-is=\"cancelled\">",
                    *held->ended == BadgeEnd::revoked ? tr("revoked") : tr("replaced"), "</span>");
    if (page.outdated.contains(held->badge.id))
        return html(reader, "<span class=\"chip\" data-is=\"conflict\">", tr("out of date"),
                    "</span>");
    return html(reader, "<span class=\"chip\" data-is=\"agreed\">", tr("printed"), "</span>");
}

// One can be printed anew, which ends the one before, or revoked.
inline web::Html badge_buttons(const web::Desk& desk, const forum::Forum& forum,
                               const HeldBadge& held, const std::string& name)
{
    const auto& reader = desk.reader();
    const auto button = [&](const char* verb, const char* kind, const Sentence& words) {
        return html(reader, "<form method=\"post\" action=\"", forum.address(), "/badges/",
                    held.badge.id.word(), "/", std::string(verb), "\">", web::csrf_field(desk),
                    "<button type=\"submit\" data-kind=\"", std::string(kind), "\" aria-label=\"",
                    words, ": ", name, "\">", words, "</button></form>");
    };
    return html(reader, "<span class=\"row\">", button("again", "plain", tr("Print again")),
                when(!held.ended, [&] { return button("revoke", "end", tr("Revoke")); }),
                "</span>");
}

inline web::Html badge_row(const web::Desk& desk, const forum::Forum& forum, const BadgesPage& page,
                           const Registered& one)
{
    const auto& reader = desk.reader();
    const auto found = page.badges.find(one.registration.id());
    const auto* held = found == page.badges.end() ? nullptr : &found->second;
    const auto name = person_words(reader, one.particulars);
    return html(
        reader, "<tr><th scope=\"row\"><a href=\"", forum.address(), "/registrations/",
        one.registration.id().word(), "\">", name, "</a>",
        registration::other_names(reader, one.particulars), "</th><td data-th=\"", tr("Delegation"),
        "\">", part_words(reader, page.delegations, one.registration.delegation().number()),
        "</td><td data-th=\"", tr("Badge"), "\">", badge_chip(reader, page, held),
        when(held != nullptr,
             [&] {
                 return html(reader, " <small class=\"soft\">",
                             forum::moment(reader, held->printed_at), "</small>");
             }),
        when(one.registration.status() != registration::Status::approved,
             [&] {
                 return html(reader, "<br><small class=\"soft\">",
                             tr("a correction is to be decided"), "</small>");
             }),
        "</td><td>", when(held != nullptr, [&] { return badge_buttons(desk, forum, *held, name); }),
        "</td></tr>\n");
}

inline web::Html badge_table(const web::Desk& desk, const forum::Forum& forum,
                             const BadgesPage& page)
{
    const auto& reader = desk.reader();
    if (page.people.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("Nobody here"), "</h2><p>",
                    tr("Those who are approved get a badge."), "</p></div>\n");
    return html(
        reader, "<table class=\"fold\"><caption>",
        tr_count("{count} person", "{count} people", static_cast<std::size_t>(page.pages.found)),
        "</caption><thead><tr><th scope=\"col\">", tr("Name"), "</th><th scope=\"col\">",
        tr("Delegation"), "</th><th scope=\"col\">", tr("Badge"),
        "</th><th scope=\"col\"><span class=\"unseen\">", tr("Change"),
        "</span></th></tr></thead>\n<tbody>",
        each(page.people, [&](const Registered& one) { return badge_row(desk, forum, page, one); }),
        "</tbody></table>\n");
}

// Nobody gets back in with the many what was taken from them alone.
inline web::Html revoked_note(const web::Reader& reader, const BadgeNumbers& numbers)
{
    return when(numbers.revoked > 0, [&] {
        return html(reader, "<p class=\"note\">",
                    tr_count("The badge of {count} person was revoked. No door lets them in, and "
                             "no new badge is made with the others; “Print again” in their line "
                             "makes one.",
                             "The badges of {count} people were revoked. No door lets them in, and "
                             "no new badges are made with the others; “Print again” in their line "
                             "makes one.",
                             static_cast<std::size_t>(numbers.revoked)),
                    "</p>\n");
    });
}

inline web::Html print_form(const web::Desk& desk, const forum::Forum& forum,
                            const BadgesPage& page)
{
    const auto& reader = desk.reader();
    if (page.numbers.without == 0)
        return when(page.numbers.approved > 0 && page.outdated.empty() && page.numbers.revoked == 0,
                    [&] {
                        return html(reader, "<p class=\"note\" data-is=\"agreed\">",
                                    tr("Everybody who is approved has a badge."), "</p>\n");
                    });
    const auto now = std::min(static_cast<std::size_t>(page.numbers.without), badges_a_print);
    return html(reader, "<form class=\"card\" method=\"post\" action=\"", forum.address(),
                "/badges\">\n", web::csrf_field(desk), web::refused_note(desk), "<p>",
                tr_count("{count} person is approved and has no badge.",
                         "{count} people are approved and have no badge.",
                         static_cast<std::size_t>(page.numbers.without)),
                "</p><p><button type=\"submit\">",
                tr_count("Make {count} badge", "Make {count} badges", now),
                "</button></p>\n</form>\n");
}

// What was changed after a badge was printed is not on it, and it opens doors all the same.
inline web::Html outdated_form(const web::Desk& desk, const forum::Forum& forum,
                               const BadgesPage& page)
{
    const auto& reader = desk.reader();
    return when(!page.outdated.empty(), [&] {
        return html(reader, "<form class=\"card\" method=\"post\" action=\"", forum.address(),
                    "/badges/outdated\">\n", web::csrf_field(desk), "<p>",
                    tr_count("{count} badge shows a name, a post or a category that has changed "
                             "since it was printed.",
                             "{count} badges show a name, a post or a category that has changed "
                             "since they were printed.",
                             page.outdated.size()),
                    " <a href=\"", forum.address(), "/badges?outdated=yes\">", tr("Whose?"),
                    "</a></p><p>", tr("Printed again, the ones before open no door any more."),
                    "</p><p><button type=\"submit\" data-kind=\"plain\">",
                    tr("Print all of these again"), "</button></p>\n</form>\n");
    });
}

inline web::Html print_list(const web::Reader& reader, const forum::Forum& forum,
                            const std::vector<CountedPrint>& prints)
{
    return when(!prints.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", tr("Printed before"), "</h2>\n<ul class=\"list\">",
                    each(prints,
                         [&](const CountedPrint& one) {
                             return html(reader, "<li><a href=\"", forum.address(),
                                         "/badge-prints/", one.print.id.word(), "\">",
                                         forum::moment(reader, one.print.at), "</a> ",
                                         tr_count("{count} badge", "{count} badges",
                                                  static_cast<std::size_t>(one.badges)),
                                         "</li>\n");
                         }),
                    "</ul>\n");
    });
}

inline web::Html badge_search(const web::Reader& reader, const forum::Forum& forum,
                              const BadgesPage& page)
{
    return html(reader, "<form class=\"row\" role=\"search\" method=\"get\" action=\"",
                forum.address(), "/badges\"><p><label for=\"q\">", tr("Name"),
                "</label><input id=\"q\" name=\"q\" type=\"search\" value=\"", page.words,
                "\"></p><button type=\"submit\" data-kind=\"plain\">", tr("Search"),
                "</button></form>\n");
}

inline web::Page badges_page(const web::Desk& desk, const forum::Forum& forum,
                             const BadgesPage& page)
{
    const auto& reader = desk.reader();
    auto body = html(reader, "<h1>", tr("Badges"), "</h1>\n", places_of_doors(reader, forum),
                     "<div class=\"beside\">\n<div class=\"stack\">\n",
                     badge_search(reader, forum, page), badge_table(desk, forum, page),
                     web::pages_of(reader, page.pages), "</div>\n<div class=\"stack\">\n",
                     unprintable_note(reader, page.people), print_form(desk, forum, page),
                     revoked_note(reader, page.numbers), outdated_form(desk, forum, page),
                     print_list(reader, forum, page.prints), "</div>\n</div>\n");
    return {.title = reader.say(tr("Badges")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

// The same badges in four forms, for the printer that is there.
inline web::Html paper_links(const web::Reader& reader, const std::string& address)
{
    const auto link = [&](const char* query, const Sentence& words) {
        return html(reader, "<li><a href=\"", address, ".pdf?", std::string(query), "\">", words,
                    "</a></li>\n");
    };
    return html(reader, "<ul class=\"list\">",
                link("size=a6", tr("A6, a page each: for badge paper and badge printers")),
                link("size=a6&cut=yes", tr("A6, four on a sheet of A4 to cut")),
                link("size=id1", tr("Card (85.6 × 54 mm), a page each: for card printers")),
                link("size=id1&cut=yes", tr("Card, ten on a sheet of A4 to cut")), "</ul>\n");
}

inline web::Page print_page(const web::Desk& desk, const forum::Forum& forum, const Print& print,
                            const std::vector<Registered>& standing)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Badges to print")),
            .body = html(
                reader, "<nav><ol class=\"crumbs\"><li><a href=\"", forum.address(), "/badges\">",
                tr("Badges"), "</a></li></ol></nav>\n<h1>", tr("Badges to print"),
                "</h1>\n<p class=\"lede\">",
                tr_count("{count} badge that opens doors", "{count} badges that open doors",
                         standing.size()),
                ", ", forum::moment(reader, print.at), "</p>\n", unprintable_note(reader, standing),
                paper_links(reader, desk.address()), "<p class=\"soft\">",
                tr("Names lead in the language of this page, the other script follows. Print one "
                   "and hold it before the camera of a door before you print them all."),
                "</p>\n"),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::door
