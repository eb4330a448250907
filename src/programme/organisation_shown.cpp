// SPDX-License-Identifier: Apache-2.0

#include "programme/organisation_shown.hpp"

#include "forum/text_json.hpp"

namespace sala::programme {

using forum::text_json;

OrganisationShown organisation_of(const WhoComes& who, const forum::Listed::Row& row)
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

Json to_json(const forum::Forum& forum, const OrganisationShown& one,
             const std::vector<Programme::Found>& speeches)
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
                         {"interventions", speeches_json(forum, speeches)}});
}

}  // namespace sala::programme
