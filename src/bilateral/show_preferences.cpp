// SPDX-License-Identifier: Apache-2.0
//
// A delegation sees whom it said it must, would like to, or will not meet.

#include "bilateral/preferences.view.hpp"

namespace sala::bilateral {

static Result<web::Reply> show(web::Desk& desk, const Party& party);

web::Verb show_preferences()
{
    return {.path = "GET /{forum}/delegations/{delegation}/preferences",
            .allow = forum::focal_points,
            .run = web::on<Party>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Party& party)
{
    const auto said = shown_preferences(desk, party);
    if (desk.wants(web::Format::json)) {
        auto json = Json::object();
        for (const auto& [about, word_] : said)
            if (const auto* known = find(party.all, about))
                json.set(known->key, std::string(word(word_)));
        return desk.show(Json::object({{"preferences", json}}));
    }
    std::vector<forum::KeptGrant> speakers;
    for (auto& grant : forum::grants_of(desk.session(), party.forum.id))
        if (grant.role == "focal-point" && grant.delegation &&
            grant.delegation->number == party.self.number)
            speakers.push_back(std::move(grant));
    return desk.show(preferences_page(desk, party, said, speakers));
}

}  // namespace sala::bilateral
