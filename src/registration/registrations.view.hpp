// SPDX-License-Identifier: Apache-2.0
//
// All registrations of a forum, for those who decide: how many, of which category and status, and a
// list that can be narrowed.

#pragma once

#include "registration/registration_form.view.hpp"
#include "web/pages.view.hpp"

namespace sala::registration {

inline constexpr std::size_t registrations_a_page = 100;
inline constexpr std::size_t decisions_a_page = 200;

struct RegistrationsPage {
    std::vector<Registered> people;
    std::vector<forum::Part> delegations;
    std::vector<forum::Part> categories;
    Counts counts;
    std::map<std::string, std::int64_t> quotas;  // category key -> places
    std::map<std::string, std::int64_t> taken = {};
    Filter filter;
    std::string delegation;  // key of the filter
    bool wished = false;     // only those of whom a change is asked for
    std::int64_t found = 0;
};

inline web::Pages pages_with(const RegistrationsPage& page, std::string address)
{
    return {
        std::move(address),
        {{"status", page.filter.status ? std::string(word(*page.filter.status)) : std::string{}},
         {"category", page.filter.category},
         {"delegation", page.delegation},
         {"wish", page.wished ? "yes" : ""},
         {"q", page.filter.words}},
        page.found,
        page.filter.from,
        page.filter.at_most};
}

// What narrows the list, as the words behind the question mark of an address.
inline std::string narrowed_by(const RegistrationsPage& page)
{
    return pages_with(page, {}).query(0);
}

inline web::Html select_of(const web::Reader& reader, const std::string& name,
                           const Sentence& label,
                           const std::vector<std::pair<std::string, Sentence>>& choices,
                           const std::string& chosen)
{
    return html(reader, "<p><label for=\"", name, "\">", label, "</label><select id=\"", name,
                "\" name=\"", name, "\">",
                each(choices,
                     [&](const auto& one) {
                         return html(
                             reader, "<option value=\"", one.first, "\"",
                             when(one.first == chosen, [&] { return html(reader, " selected"); }),
                             ">", one.second, "</option>");
                     }),
                "</select></p>\n");
}

inline std::vector<std::pair<std::string, Sentence>> status_choices()
{
    std::vector<std::pair<std::string, Sentence>> choices{{"", tr("every status")}};
    for (const auto status : all_statuses)
        choices.emplace_back(std::string(word(status)), status_name(status));
    return choices;
}

inline web::Html narrow_form(const web::Reader& reader, const forum::Forum& forum,
                             const RegistrationsPage& page)
{
    return html(
        reader, "<form class=\"stack\" method=\"get\" action=\"", forum.address(),
        "/registrations\">\n<div class=\"pair wide\"><p><label for=\"q\">", tr("Name"),
        "</label><input id=\"q\" name=\"q\" value=\"", page.filter.words, "\"></p>\n",
        select_of(reader, "status", tr("Status"), status_choices(),
                  page.filter.status ? std::string(word(*page.filter.status)) : std::string{}),
        select_of(reader, "category", tr("Category"),
                  part_choices(reader, page.categories, tr("every category")),
                  page.filter.category),
        select_of(reader, "delegation", tr("Delegation"),
                  part_choices(reader, page.delegations, tr("every delegation")), page.delegation),
        select_of(reader, "wish", tr("Changes"),
                  {{"", tr("with and without")}, {"yes", tr("a change is asked for")}},
                  page.wished ? "yes" : ""),
        "</div>\n<p><button type=\"submit\" data-kind=\"plain\">", tr("Narrow the list"),
        "</button></p>\n</form>\n");
}

inline std::int64_t counted(const Counts& counts, const std::string& category, Status status)
{
    const auto found = counts.find({category, status});
    return found == counts.end() ? 0 : found->second;
}

inline std::int64_t taken_of(const std::map<std::string, std::int64_t>& taken,
                             const std::string& category)
{
    const auto found = taken.find(category);
    return found == taken.end() ? 0 : found->second;
}

// Those who were approved, and are decided about again, count among the places.
inline web::Html places_kept(const web::Reader& reader, const RegistrationsPage& page,
                             const std::string& category)
{
    const auto kept =
        taken_of(page.taken, category) - counted(page.counts, category, Status::approved);
    return when(kept > 0, [&] {
        return html(reader, " <small class=\"soft\">",
                    tr_count("{count} keeps the place", "{count} keep their places",
                             static_cast<std::size_t>(kept)),
                    "</small>");
    });
}

inline web::Html category_numbers(const web::Reader& reader, const RegistrationsPage& page)
{
    return html(reader, "<table class=\"fold\"><caption>", tr("Categories and their places"),
                "</caption><thead><tr><th scope=\"col\">", tr("Category"),
                "</th><th scope=\"col\" class=\"num\">", tr("To be decided"),
                "</th><th scope=\"col\" class=\"num\">", tr("Approved"),
                "</th><th scope=\"col\" class=\"num\">", tr("Waiting"),
                "</th><th scope=\"col\" class=\"num\">", tr("Places"),
                "</th></tr></thead>\n<tbody>",
                each(page.categories,
                     [&](const forum::Part& part) {
                         const auto quota = page.quotas.find(part.key);
                         return html(reader, "<tr><th scope=\"row\">",
                                     part_words(reader, page.categories, part.number),
                                     "</th><td class=\"num\" data-th=\"", tr("To be decided"),
                                     "\">", counted(page.counts, part.key, Status::submitted),
                                     places_kept(reader, page, part.key),
                                     "</td><td class=\"num\" data-th=\"", tr("Approved"), "\">",
                                     counted(page.counts, part.key, Status::approved),
                                     "</td><td class=\"num\" data-th=\"", tr("Waiting"), "\">",
                                     counted(page.counts, part.key, Status::waiting),
                                     "</td><td class=\"num\" data-th=\"", tr("Places"), "\">",
                                     quota == page.quotas.end() ? html(reader, tr("no limit"))
                                                                : html(reader, quota->second),
                                     "</td></tr>\n");
                     }),
                "</tbody></table>\n");
}

inline web::Html registered_row(const web::Reader& reader, const forum::Forum& forum,
                                const RegistrationsPage& page, const Registered& one)
{
    return html(reader, "<tr><th scope=\"row\"><a href=\"", forum.address(), "/registrations/",
                one.registration.id().word(), "\">", person_words(reader, one.particulars), "</a>",
                other_names(reader, one.particulars), "</th><td data-th=\"", tr("Delegation"),
                "\">", part_words(reader, page.delegations, one.registration.delegation().number()),
                "</td><td data-th=\"", tr("Part"), "\">", role_name(one.particulars["role"]),
                "</td><td data-th=\"", tr("Status"), "\">",
                status_chip(reader, one.registration.status()),
                when(one.wish.has_value(),
                     [&] {
                         return html(reader, " <span class=\"chip\" data-is=\"adjusted\">",
                                     tr("a change is asked for"), "</span>");
                     }),
                "</td></tr>\n");
}

inline web::Html registered_table(const web::Reader& reader, const forum::Forum& forum,
                                  const RegistrationsPage& page)
{
    if (page.people.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("Nobody here"), "</h2><p>",
                    tr("Nobody is registered who fits. Focal points register their delegations; "
                       "the secretariat can do it on their behalf."),
                    "</p></div>\n");
    return html(
        reader, "<table class=\"fold\"><caption>",
        tr_count("{count} person", "{count} people", static_cast<std::size_t>(page.found)),
        "</caption><thead><tr><th scope=\"col\">", tr("Name"), "</th><th scope=\"col\">",
        tr("Delegation"), "</th><th scope=\"col\">", tr("Part"), "</th><th scope=\"col\">",
        tr("Status"), "</th></tr></thead>\n<tbody>",
        each(page.people,
             [&](const Registered& one) { return registered_row(reader, forum, page, one); }),
        "</tbody></table>\n");
}

inline web::Html delegations_list(const web::Reader& reader, const forum::Forum& forum,
                                  const RegistrationsPage& page)
{
    return html(
        reader, "<h2 class=\"h3\">", tr("Work for a delegation"), "</h2>\n<ul class=\"columns\">",
        each(page.delegations,
             [&](const forum::Part& part) {
                 return html(reader, "<li><a href=\"", forum.address(), "/delegations/", part.key,
                             "\">", part_words(reader, page.delegations, part.number), "</a></li>");
             }),
        "</ul>\n");
}

inline web::Html many_at_once(const web::Reader& reader, const forum::Forum& forum,
                              const RegistrationsPage& page)
{
    const auto narrowed = narrowed_by(page);
    return when(!page.people.empty(), [&] {
        return html(reader, "<p><a href=\"", forum.address(), "/decisions", narrowed, "\">",
                    tr("Decide about many at once"), "</a></p>\n");
    });
}

inline web::Page registrations_page(const web::Desk& desk, const forum::Forum& forum,
                                    const RegistrationsPage& page)
{
    const auto& reader = desk.reader();
    const bool whole = desk.may(web::secretariat);
    auto body =
        html(reader, "<h1>", tr("Registrations"), "</h1>\n",
             when(whole, [&] { return places_of_registering(reader, forum); }),
             "<div class=\"stack\">\n",
             when(!page.categories.empty(), [&] { return category_numbers(reader, page); }),
             narrow_form(reader, forum, page), many_at_once(reader, forum, page),
             registered_table(reader, forum, page),
             pages_of(reader, pages_with(page, forum.address() + "/registrations")),
             when(whole, [&] { return delegations_list(reader, forum, page); }), "</div>\n");
    return {.title = reader.say(tr("Registrations")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = whole ? forum::desk_frame(desk, forum, "registrations")
                           : forum::forum_frame(desk, forum, "")};
}

}  // namespace sala::registration
