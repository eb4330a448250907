// SPDX-License-Identifier: Apache-2.0

#include "forum/names.hpp"

#include "forum/listed.hpp"

namespace sala::forum {

std::vector<Named> names_of(store::Session& session, std::int64_t forum)
{
    const Listed networks(session, "networks", forum);
    const Listed bodies(session, "bodies", forum);
    const Listed venues(session, "venues", forum);
    std::vector<Named> all;
    for (const auto& row : networks.rows())
        all.push_back({"networks",
                       row.key,
                       networks.text(row, "name"),
                       networks.text(row, "abbreviation"),
                       {},
                       {},
                       networks.text(row, "note")});
    for (const auto& row : bodies.rows())
        all.push_back({"bodies", row.key, bodies.text(row, "name"),
                       bodies.text(row, "abbreviation"), bodies.text(row, "aliases"),
                       networks.text_of(bodies.words(row, "network"), "abbreviation"),
                       bodies.text(row, "note")});
    for (const auto& row : venues.rows())
        all.push_back({"venues",
                       row.key,
                       venues.text(row, "name"),
                       {},
                       venues.text(row, "aliases"),
                       venues.text(row, "place"),
                       venues.text(row, "note")});
    return all;
}

}  // namespace sala::forum
