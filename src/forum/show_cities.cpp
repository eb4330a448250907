// SPDX-License-Identifier: Apache-2.0
//
// Who takes part: delegations and cities, country by country, in the order of the reader's
// dictionary, so that none comes before another for any other reason.

#include "forum/show_cities.view.hpp"

#include "forum/forum_store.hpp"

namespace sala::forum {

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_cities()
{
    return {.path = "GET /{forum}/cities",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "The delegations and cities of a forum, by country"};
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const auto all = participants_by_country(desk.session(), forum, desk.reader().language);
    if (desk.wants(web::Format::json))
        return desk.show(to_json(all));
    auto page = cities_page(desk, forum, all);
    page.frame = forum_frame(desk, forum, "cities");
    return desk.show(std::move(page));
}

}  // namespace sala::forum
