// SPDX-License-Identifier: Apache-2.0
//
// A delegation's own page: who comes, what is still to do, who speaks for it.

#pragma once

#include "forum/insiders.hpp"
#include "registration/open_questions.hpp"
#include "registration/registration_form.view.hpp"

#include <set>

namespace sala::registration {

struct DelegationPage {
    std::vector<Registered> people;
    std::vector<forum::KeptGrant> focal_points;
    forum::Insiders insiders = {};  // who of them share what the delegation keeps to itself
    Rules rules;
    bool closed = false;
    std::set<Id<Registration>> claimed = {};  // who look after their registration themselves
    std::set<Id<Registration>> owing = {};    // of whom an answer to a question is needed
    std::vector<Missing> missing = {};        // of those who are only written down: which
    std::vector<Registered> heads = {};
    bool takes_new = true;  // whoever looks may still register somebody new
};

inline web::Html last_day_note(const web::Reader& reader, const Delegation& delegation,
                               const DelegationPage& page)
{
    const auto day = script::parse_iso_day(page.rules.register_by);
    if (!day)
        return {};
    const auto words = script::render_day(*day, script::DateStyle::for_reader(reader.language));
    return page.closed
               ? html(reader, "<p class=\"note\">",
                      delegation.on_behalf
                          ? tr("Registration closed after {day}. The delegation only asks for "
                               "changes now. What you change holds at once, and you can still "
                               "register somebody.",
                               {{"day", words}})
                          : tr("Registration closed after {day}. What you change now is a wish, "
                               "which the secretariat answers. Somebody new is registered by the "
                               "secretariat.",
                               {{"day", words}}),
                      "</p>\n")
               : html(reader, "<p>", tr("Please send everybody in by {day}.", {{"day", words}}),
                      "</p>\n");
}

inline web::Html person_row(const web::Reader& reader, const Delegation& delegation,
                            const DelegationPage& page, const Registered& one)
{
    const auto& particulars = one.particulars;
    return html(reader, "<tr><th scope=\"row\"><a href=\"", delegation.address(), "/people/",
                one.registration.id().word(), "\">", person_words(reader, particulars), "</a>",
                other_names(reader, particulars),
                when(page.claimed.count(one.registration.id()) > 0,
                     [&] {
                         return html(reader, "<br><small class=\"soft\">",
                                     tr("claimed by its owner"), "</small>");
                     }),
                "</th><td data-th=\"", tr("Part"), "\">", role_name(particulars["role"]),
                "</td><td data-th=\"", tr("Post"), "\">", particulars.post(), "</td><td data-th=\"",
                tr("Status"), "\">", status_chip(reader, one.registration.status()),
                when(!one.reason.empty(),
                     [&] { return html(reader, " <span class=\"said\">", one.reason, "</span>"); }),
                when(one.wish.has_value(),
                     [&] {
                         return html(reader, " <span class=\"chip\" data-is=\"adjusted\">",
                                     tr("a change is asked for"), "</span>");
                     }),
                when(page.owing.count(one.registration.id()) > 0,
                     [&] {
                         return html(reader, " <span class=\"chip\" data-is=\"proposed\">",
                                     tr("an answer is needed"), "</span>");
                     }),
                "</td></tr>\n");
}

inline web::Html people_table(const web::Reader& reader, const Delegation& delegation,
                              const DelegationPage& page)
{
    if (page.people.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("Nobody is registered yet"), "</h2><p>",
                    tr("Everybody who comes stands here, one by one or from a sheet, also those "
                       "who will never sign in themselves."),
                    "</p>",
                    when(page.takes_new,
                         [&] {
                             return html(reader, "<p><a class=\"button\" href=\"",
                                         delegation.address(), "/people/new\">",
                                         tr("Register the first person"), "</a></p>");
                         }),
                    "</div>\n");
    return html(
        reader, "<table class=\"fold\"><caption>", tr("Who comes"),
        "</caption><thead><tr><th scope=\"col\">", tr("Name"), "</th><th scope=\"col\">",
        tr("Part"), "</th><th scope=\"col\">", tr("Post"), "</th><th scope=\"col\">", tr("Status"),
        "</th></tr></thead>\n<tbody>",
        each(page.people,
             [&](const Registered& one) { return person_row(reader, delegation, page, one); }),
        "</tbody></table>\n");
}

// Whose answers are missing, and which, each with the way there.
inline web::Html missing_answers(const web::Reader& reader, const Delegation& delegation,
                                 const DelegationPage& page)
{
    return when(!page.missing.empty(), [&] {
        return html(reader, "<div class=\"note\"><p>",
                    tr("These are not sent in before their answers are there:"), "</p>\n<ul>",
                    each(page.missing,
                         [&](const Missing& missing) {
                             const auto& one = *missing.one;
                             return html(reader, "<li><a href=\"", delegation.address(), "/people/",
                                         one.registration.id().word(), "\">",
                                         person_words(reader, one.particulars), "</a><ul>",
                                         each(missing.questions,
                                              [&](const Question& question) {
                                                  return html(reader, "<li>", question.prompt,
                                                              "</li>");
                                              }),
                                         "</ul></li>\n");
                         }),
                    "</ul></div>\n");
    });
}

inline web::Html send_in_form(const web::Desk& desk, const Delegation& delegation,
                              const DelegationPage& page)
{
    const auto& reader = desk.reader();
    const auto open = static_cast<std::size_t>(
        std::count_if(page.people.begin(), page.people.end(), [](const Registered& one) {
            return one.registration.status() == Status::draft;
        }));
    const auto complete = open - std::min(open, page.missing.size());
    return when(open > 0 && page.takes_new, [&] {
        return html(
            reader, missing_answers(reader, delegation, page), when(complete > 0, [&] {
                return html(
                    reader, "<form method=\"post\" action=\"", delegation.address(), "/submit\">\n",
                    web::csrf_field(desk),
                    when(complete < open,
                         [&] {
                             return html(reader,
                                         "<input type=\"hidden\" name=\"complete\" value=\"yes\">");
                         }),
                    "<p><button type=\"submit\">",
                    complete < open
                        ? tr_count("Send in the {count} who is complete",
                                   "Send in the {count} who are complete", complete)
                        : tr_count("Send {count} person in", "Send {count} people in", open),
                    "</button></p>\n</form>\n");
            }));
    });
}

inline std::vector<web::Field> fields_of_sharing()
{
    return {web::text("name", tr("Name")).at_most(200),
            web::text("address", tr("E-mail address")).at_most(254)};
}

// Whoever waits to share what the delegation keeps to itself, and the button of those who do.
inline web::Html letting_in(const web::Desk& desk, const Delegation& delegation,
                            const DelegationPage& page, const forum::KeptGrant& grant)
{
    const auto& reader = desk.reader();
    return when(!page.insiders.has(grant.to), [&] {
        return html(
            reader, "<p>",
            tr("Is not shown what the delegation keeps to itself: whom it will not meet, what was "
               "said at meetings."),
            "</p>", when(!delegation.on_behalf && page.insiders.has(desk.visitor().login), [&] {
                return html(reader, "<form method=\"post\" action=\"", delegation.address(),
                            "/focal-points/", grant.id.word(), "/let-in\">", web::csrf_field(desk),
                            "<button type=\"submit\" data-kind=\"plain\">",
                            tr("Let {name} share it", {{"name", grant.name}}), "</button></form>");
            }));
    });
}

inline web::Html focal_points(const web::Desk& desk, const Delegation& delegation,
                              const DelegationPage& page)
{
    const auto& reader = desk.reader();
    return html(reader, "<h2 class=\"h3\">", tr("Who speaks for the delegation"), "</h2>\n",
                page.focal_points.empty()
                    ? html(reader, "<p>", tr("Nobody yet."), "</p>\n")
                    : html(reader, "<ul class=\"list\">",
                           each(page.focal_points,
                                [&](const forum::KeptGrant& grant) {
                                    return html(reader, "<li>", grant.name,
                                                " <small class=\"soft\">", grant.address,
                                                "</small>",
                                                letting_in(desk, delegation, page, grant), "</li>");
                                }),
                           "</ul>\n"),
                "<form class=\"card\" method=\"post\" action=\"", delegation.address(),
                "/focal-points\">\n", web::csrf_field(desk), "<h3>", tr("Share or hand over"),
                "</h3>\n", web::refused_note(desk), web::fields_of(desk, fields_of_sharing()),
                "<p class=\"row\"><button type=\"submit\" data-kind=\"plain\">",
                tr("Share the role"), "</button>",
                when(!delegation.on_behalf,
                     [&] {
                         return html(reader, " <a href=\"", delegation.address(), "/hand-over\">",
                                     tr("Hand the role over"), "</a>");
                     }),
                "</p>\n</form>\n");
}

inline web::Html on_behalf_note(const web::Reader& reader, const Delegation& delegation)
{
    return when(delegation.on_behalf, [&] {
        return html(reader, "<p class=\"note\">",
                    tr("You act on behalf of this delegation, and that stays on record."),
                    "</p>\n");
    });
}

inline web::Page delegation_page(const web::Desk& desk, const Delegation& delegation,
                                 const DelegationPage& page)
{
    const auto& reader = desk.reader();
    const auto name = delegation.name.words(reader.language);
    auto body = html(
        reader, "<div class=\"row far\"><h1>", delegation.name, "</h1><p class=\"row\">",
        when(page.takes_new,
             [&] {
                 return html(reader, "<a href=\"", delegation.address(),
                             "/people/new\" data-key=\"n\">", tr("Add a person"), "</a> <a href=\"",
                             delegation.address(), "/import\">", tr("Import a sheet"), "</a> ");
             }),
        "<a href=\"", delegation.address(), "/vehicles\">", tr("Vehicles"), "</a></p></div>\n",
        on_behalf_note(reader, delegation), last_day_note(reader, delegation, page),
        heads_note(reader, page.heads), "<div class=\"beside\">\n<div class=\"stack\">\n",
        people_table(reader, delegation, page), send_in_form(desk, delegation, page),
        "</div>\n<div class=\"stack\">\n", focal_points(desk, delegation, page),
        "</div>\n</div>\n");
    return {.title = name + ", " + delegation.forum.title.words(reader.language),
            .body = std::move(body),
            .frame = delegation_frame(desk, delegation)};
}

}  // namespace sala::registration
