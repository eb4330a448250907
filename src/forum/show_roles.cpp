// SPDX-License-Identifier: Apache-2.0
//
// The secretariat sees who may do what at its forum, since when and by whom, and gives roles.

#include "forum/show_roles.view.hpp"

#include "forum/text_json.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_roles()
{
    return {.path = "GET /{forum}/roles",
            .allow = web::secretariat,
            .query = {{.name = "q",
                       .meaning = "Only those with these words in the name, the address or the "
                                  "delegation."},
                      {.name = "from", .meaning = "How many to leave out before the first."}},
            .run = web::on<Forum>(show)};
}

static Json key_of(const std::optional<Part>& part) { return part ? Json(part->key) : Json(); }

static Json grant_json(const KeptGrant& grant)
{
    return Json::object(
        {{"id", grant.id.word()},
         {"name", grant.name},
         {"address", grant.address},
         {"role", grant.role},
         {"delegation", key_of(grant.delegation)},
         {"body", key_of(grant.body)},
         {"category", key_of(grant.category)},
         {"given_by", grant.by},
         {"given_at", grant.at.milliseconds()},
         {"withdrawn_by", grant.withdrawn_by},
         {"withdrawn_at", grant.stands() ? Json() : Json(grant.withdrawn_at.milliseconds())}});
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const GrantFilter filter{desk.query("q"), web::from_of(desk), grants_a_page};
    auto found = grants_found(desk.session(), forum.id, filter);
    const RolesPage page{
        std::move(found.page),
        parts_of(desk.session(), forum.id),
        {forum.address() + "/roles", {{"q", filter.words}}, found.all, filter.from, grants_a_page}};
    if (desk.wants(web::Format::html))
        return desk.show(roles_page(desk, forum, page));
    auto grants = Json::array();
    for (const auto& grant : page.grants)
        grants.push(grant_json(grant));
    return desk.show(Json::object(
        {{"found", page.pages.found}, {"next", web::next_json(page.pages)}, {"roles", grants}}));
}

}  // namespace sala::forum
