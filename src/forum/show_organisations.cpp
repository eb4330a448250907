// SPDX-License-Identifier: Apache-2.0
//
// The organisations of a forum: city governments, ministries, embassies, international
// organisations and their offices, by kind.

#include "forum/show_organisations.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/listed.hpp"
#include "forum/text_json.hpp"
#include "script/collation.hpp"

#include <algorithm>

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_organisations()
{
    return {.path = "GET /{forum}/organisations",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "The organisations of a forum, by kind"};
}

static Json organisations_json(const Listed& table)
{
    return Json::object({{"organisations", list_json(table.rows(), [&](const Listed::Row& row) {
                              return Json::object(
                                  {{"key", row.key},
                                   {"kind", table.words(row, "kind")},
                                   {"name", text_json(table.text(row, "name"))},
                                   {"abbreviation", text_json(table.text(row, "abbreviation"))},
                                   {"country", table.words(row, "country")},
                                   {"city", table.words(row, "city")},
                                   {"parent", table.words(row, "parent")}});
                          })}});
}

// Kinds in the order of the sheet's own choices; names in the order of the reader's dictionary.
static std::vector<KindGroup> by_kind(const Listed& table, const Language& language)
{
    const script::Collator before(language);
    const auto& sheet = sheet::sheet_named("organisations");
    std::vector<KindGroup> groups;
    for (const auto& kind : sheet.columns[sheet.at("kind")].words) {
        KindGroup group{kind, {}};
        for (const auto& row : table.rows())
            if (table.words(row, "kind") == kind)
                group.organisations.push_back(
                    {row.key, table.text(row, "name"), table.text(row, "abbreviation")});
        std::stable_sort(group.organisations.begin(), group.organisations.end(),
                         [&](const auto& a, const auto& b) {
                             return before(a.name.words(language), b.name.words(language));
                         });
        if (!group.organisations.empty())
            groups.push_back(std::move(group));
    }
    return groups;
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const Listed table(desk.session(), "organisations", forum.id);
    if (desk.wants(web::Format::json))
        return desk.show(organisations_json(table));
    auto page = organisations_page(desk, forum, by_kind(table, desk.reader().language));
    page.frame = forum_frame(desk, forum, "organisations");
    return desk.show(std::move(page));
}

}  // namespace sala::forum
