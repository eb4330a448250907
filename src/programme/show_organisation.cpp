// SPDX-License-Identifier: Apache-2.0
//
// One organisation at a forum: what it belongs to, who comes, what it hosts, and when it speaks.

#include "programme/show_organisation.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/text_json.hpp"

#include <algorithm>

namespace sala::programme {

using forum::Forum;
using forum::text_json;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_organisation()
{
    return {.path = "GET /{forum}/organisations/{organisation}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "An organisation at a forum"};
}

static Json organisation_json(const Forum& forum, const OrganisationShown& one,
                              const std::vector<Programme::Found>& found)
{
    return Json::object({{"key", one.key},
                         {"kind", one.kind},
                         {"name", text_json(one.name)},
                         {"abbreviation", text_json(one.abbreviation)},
                         {"aliases", text_json(one.aliases)},
                         {"parent", one.parent},
                         {"city", one.city},
                         {"note", text_json(one.note)},
                         {"delegations", delegations_json(one.delegations)},
                         {"posts", posts_json(one.posts)},
                         {"hosts", hosting_json(one.hosting)},
                         {"interventions", speeches_json(forum, found)}});
}

static OrganisationShown shown(const WhoComes& who, const forum::Listed::Row& row)
{
    const auto& table = who.organisations();
    const auto& parent = table.words(row, "parent");
    const auto& city = table.words(row, "city");
    OrganisationShown one{row.key,
                          table.words(row, "kind"),
                          table.text(row, "name"),
                          table.text(row, "abbreviation"),
                          table.text(row, "aliases"),
                          table.text(row, "note"),
                          parent,
                          table.text_of(parent, "name"),
                          city,
                          who.cities().text_of(city, "name"),
                          {},
                          who.delegations("organisation", row.key),
                          who.posts("organisation", row.key),
                          who.hosting("organisation", row.key)};
    for (const auto& other : table.rows())
        if (table.words(other, "parent") == row.key)
            one.parts.push_back({other.key, table.text(other, "name")});
    return one;
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const WhoComes who(desk.session(), forum);
    const auto* row = who.organisations().find(desk.at("organisation"));
    if (!row)
        return missing("no-such-organisation", "This organisation is not part of the forum. Its "
                                               "organisations are on the page “Organisations”.");
    const auto one = shown(who, *row);
    const auto programme = programme_for(desk, forum);
    // A city government's delegation speaks for the city and is listed there, too.
    const auto found = speeches(*programme, [&](const Intervention& speech) {
        return std::any_of(one.delegations.begin(), one.delegations.end(),
                           [&](const auto& delegation) {
                               return delegation.key == speech.speaker.delegation_key;
                           });
    });
    if (desk.wants(web::Format::json))
        return desk.show(organisation_json(forum, one, found));
    auto page = organisation_page({desk.reader(), *programme, forum.address()}, one, found);
    page.frame = forum::forum_frame(desk, forum, "cities");
    return desk.show(std::move(page));
}

}  // namespace sala::programme
