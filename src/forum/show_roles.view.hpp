// SPDX-License-Identifier: Apache-2.0
//
// Who may do what at a forum: the people with their roles, the form that gives one, what each role
// is for, and what was taken away.

#pragma once

#include "forum/forum_store.hpp"
#include "forum/grants_found.hpp"
#include "forum/moment.view.hpp"
#include "web/field.view.hpp"
#include "web/frame.hpp"
#include "web/login_name.hpp"
#include "web/search.view.hpp"

namespace sala::forum {

using web::each;
using web::html;
using web::when;

inline constexpr std::size_t grants_a_page = 100;

struct RolesPage {
    std::vector<KeptGrant> grants;  // of this page; those that stand come first
    Parts parts;
    web::Pages pages;
};

// The choices of a part, as the form and the page name them; none first.
inline std::vector<std::pair<std::string, Sentence>>
choices_of(const web::Reader& reader, const std::vector<Part>& parts, Sentence none)
{
    std::vector<std::pair<std::string, Sentence>> choices{{"", std::move(none)}};
    for (const auto& part : parts) {
        const auto words = part.name.words(reader.language);
        choices.emplace_back(part.key, tr("{name}", {{"name", words.empty() ? part.key : words}}));
    }
    return choices;
}

inline std::vector<web::Field> fields_of_grant()
{
    std::vector<std::pair<std::string, Sentence>> roles{{"", tr("Choose a role")}};
    for (const auto& role : all_roles())
        roles.emplace_back(role.word, role.name);
    return {web::text("address", tr("E-mail address"))
                .at_most(254)
                .hinted(tr("Whoever gets letters there signs in with it.")),
            web::text("name", tr("Name")).at_most(200),
            web::choice("role", tr("Role"), std::move(roles)),
            web::text("delegation", tr("For the delegation")).optional().at_most(200),
            web::text("body", tr("For one body only")).optional().at_most(200),
            web::text("category", tr("For one category only")).optional().at_most(200)};
}

inline web::Html grant_form(const web::Desk& desk, const Forum& forum, const RolesPage& page)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_grant();
    const auto offers = [&](std::size_t field, const std::vector<Part>& parts, Sentence none) {
        fields[field].kind = web::Field::choice;
        fields[field].choices = choices_of(reader, parts, std::move(none));
    };
    offers(3, page.parts.delegations, tr("No delegation"));
    offers(4, page.parts.bodies, tr("Every body"));
    offers(5, page.parts.categories, tr("Every category"));
    fields[3].hint = tr("Focal points and delegates need one; other roles have none.");
    return html(reader, "<form class=\"card stack\" method=\"post\" action=\"", forum.address(),
                "/roles\">\n", web::csrf_field(desk), "<h2 class=\"h3\">", tr("Give a role"),
                "</h2>\n", web::refused_note(desk), web::fields_of(desk, fields),
                "<p><button type=\"submit\" data-key=\"s\">", tr("Give the role"),
                "</button></p>\n</form>\n");
}

inline web::Html part_words(const web::Reader& reader, const std::optional<Part>& part)
{
    return when(part.has_value(), [&] {
        return html(reader, "<li>",
                    part->name.empty() ? html(reader, part->key) : html(reader, part->name),
                    "</li>");
    });
}

inline web::Html who(const web::Reader& reader, const KeptGrant& grant)
{
    return html(reader,
                grant.name.empty() ? html(reader, tr("Somebody"))
                                   : html(reader, web::said_login(reader, grant.name)),
                when(!grant.address.empty(), [&] {
                    return html(reader, " <small class=\"soft\">", grant.address, "</small>");
                }));
}

inline web::Html given_by(const web::Reader& reader, const std::string& name, Instant at)
{
    return html(reader, moment(reader, at), " <small class=\"soft\">",
                name.empty()
                    ? html(reader, tr("by the server"))
                    : html(reader, tr("by {name}", {{"name", web::said_login(reader, name)}})),
                "</small>");
}

inline web::Html role_parts(const web::Reader& reader, const KeptGrant& grant)
{
    if (!grant.delegation && !grant.body && !grant.category)
        return html(reader, tr("The whole forum"));
    return html(reader, "<ul class=\"links\">", part_words(reader, grant.delegation),
                part_words(reader, grant.body), part_words(reader, grant.category), "</ul>");
}

inline web::Html standing_row(const web::Desk& desk, const Forum& forum, const KeptGrant& grant)
{
    const auto& reader = desk.reader();
    const auto* role = role_named(grant.role);
    return html(reader, "<tr><th scope=\"row\">", who(reader, grant), "</th><td data-th=\"",
                tr("Role"), "\">", role->name, "</td><td data-th=\"", tr("For"), "\">",
                role_parts(reader, grant), "</td><td data-th=\"", tr("Given"), "\">",
                given_by(reader, grant.by, grant.at), "</td><td>",
                when(grant.to != desk.visitor().login,
                     [&] {
                         return html(reader, "<form method=\"post\" action=\"", forum.address(),
                                     "/roles/", grant.id.word(), "/withdraw\">",
                                     web::csrf_field(desk),
                                     "<button type=\"submit\" data-kind=\"end\" aria-label=\"",
                                     tr("Take away “{role}” from {name}",
                                        {{"role", reader.say(role->name)},
                                         {"name", web::said_login(reader, grant.name)}}),
                                     "\">", tr("Take away"), "</button></form>");
                     }),
                "</td></tr>\n");
}

inline web::Html nobody_found(const web::Reader& reader, bool everybody)
{
    if (!everybody)
        return html(reader, "<div class=\"empty\"><h2>", tr("Nobody here"), "</h2><p>",
                    tr("Nobody on this list fits."), "</p></div>\n");
    return html(reader, "<div class=\"empty\"><h2>", tr("Nobody has a role here yet"), "</h2><p>",
                tr("The secretariat of the server may do everything. Give others the role they "
                   "need, and no more."),
                "</p></div>\n");
}

inline web::Html standing_table(const web::Desk& desk, const Forum& forum, const RolesPage& page)
{
    const auto& reader = desk.reader();
    const auto stand = [](const KeptGrant& grant) { return grant.stands(); };
    if (std::none_of(page.grants.begin(), page.grants.end(), stand) && page.pages.from > 0)
        return {};
    if (std::none_of(page.grants.begin(), page.grants.end(), stand))
        return nobody_found(reader, page.pages.query(0).empty());
    return html(reader, "<table class=\"fold\"><caption>", tr("Roles that stand"),
                "</caption><thead><tr><th scope=\"col\">", tr("Who"), "</th><th scope=\"col\">",
                tr("Role"), "</th><th scope=\"col\">", tr("For"), "</th><th scope=\"col\">",
                tr("Given"), "</th><th scope=\"col\"><span class=\"unseen\">", tr("Change"),
                "</span></th></tr></thead>\n<tbody>",
                each(page.grants,
                     [&](const KeptGrant& grant) {
                         return when(grant.stands(),
                                     [&] { return standing_row(desk, forum, grant); });
                     }),
                "</tbody></table>\n");
}

inline web::Html withdrawn_list(const web::Reader& reader, const RolesPage& page)
{
    const auto lines = each(page.grants, [&](const KeptGrant& grant) {
        return when(!grant.stands(), [&] {
            return html(reader, "<li>", who(reader, grant), ", ", role_named(grant.role)->name,
                        ": ", given_by(reader, grant.withdrawn_by, grant.withdrawn_at), "</li>\n");
        });
    });
    return when(!lines.empty(), [&] {
        return html(reader, "<h2 class=\"h3\">", tr("Taken away"), "</h2>\n<ul class=\"list\">",
                    lines, "</ul>\n");
    });
}

inline web::Html what_roles_may(const web::Reader& reader)
{
    return html(reader, "<h2 class=\"h3\">", tr("What each role may do"),
                "</h2>\n<dl class=\"facts\">",
                each(all_roles(),
                     [&](const Role& role) {
                         return html(reader, "<dt>", role.name, "</dt><dd>", role.may, "</dd>\n");
                     }),
                "</dl>\n");
}

inline web::Page roles_page(const web::Desk& desk, const Forum& forum, const RolesPage& page)
{
    const auto& reader = desk.reader();
    auto body =
        html(reader, "<h1>", tr("Who may do what"), "</h1>\n<p class=\"lede\">",
             tr("A role is given for this forum alone and ends when it is taken away. Who "
                "gave it stays on record."),
             "</p>\n<div class=\"beside\">\n<div class=\"stack\">\n",
             web::search_of(reader, page.pages, tr("Name, address or delegation")),
             standing_table(desk, forum, page), withdrawn_list(reader, page),
             web::pages_of(reader, page.pages), what_roles_may(reader),
             "</div>\n<div class=\"stack\">\n", grant_form(desk, forum, page), "</div>\n</div>\n");
    return {.title = reader.say(tr("Who may do what")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = desk_frame(desk, forum, "roles")};
}

}  // namespace sala::forum
