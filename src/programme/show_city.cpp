// SPDX-License-Identifier: Apache-2.0
//
// One city at a forum: who comes, when they speak and on what, and the city's posts with those who
// hold them.

#include "programme/show_city.view.hpp"

#include "forum/forum_store.hpp"
#include "forum/text_json.hpp"

namespace sala::programme {

using forum::Forum;
using forum::list_json;
using forum::Listed;
using forum::text_json;

static Result<web::Reply> show(web::Desk& desk, const Forum& forum);

web::Verb show_city()
{
    return {.path = "GET /{forum}/cities/{city}",
            .allow = web::anyone,
            .run = web::on<Forum>(show),
            .summary = "A city at a forum: delegation, posts, interventions"};
}

static Json city_json(const Forum& forum, const CityShown& city,
                      const std::vector<Programme::Found>& found)
{
    return Json::object({{"key", city.key},
                         {"kind", city.kind},
                         {"name", text_json(city.name)},
                         {"aliases", text_json(city.aliases)},
                         {"country_code", city.country_code},
                         {"country", text_json(city.country)},
                         {"note", text_json(city.note)},
                         {"delegations", delegations_json(city.delegations)},
                         {"posts", posts_json(city.posts)},
                         {"hosts", hosting_json(city.hosting)},
                         {"rivers", list_json(city.rivers,
                                              [](const OnRiver& one) {
                                                  return Json::object(
                                                      {{"river", text_json(one.river)},
                                                       {"statement", text_json(one.statement)},
                                                       {"address", one.address}});
                                              })},
                         {"interventions", speeches_json(forum, found)}});
}

static std::vector<OnRiver> rivers_of(const web::Desk& desk, const Forum& forum,
                                      const std::string& city)
{
    const Listed riversides(desk.session(), "riversides", forum.id);
    const Listed rivers(desk.session(), "rivers", forum.id);
    std::vector<OnRiver> all;
    for (const auto& row : riversides.rows())
        if (const auto& river = riversides.words(row, "river");
            riversides.words(row, "city") == city)
            all.push_back({rivers.text_of(river, "name"), rivers.text_of(river, "note"),
                           riversides.text(row, "statement"), riversides.words(row, "address"),
                           riversides.text(row, "note")});
    return all;
}

Result<web::Reply> show(web::Desk& desk, const Forum& forum)
{
    const WhoComes who(desk.session(), forum);
    const auto& cities = who.cities();
    const auto* row = cities.find(desk.at("city"));
    if (!row)
        return missing("no-such-city",
                       "This city is not part of the forum. Its cities are on the page “Cities”.");
    const auto& country = cities.words(*row, "country");
    const CityShown city{row->key,
                         cities.words(*row, "kind"),
                         cities.text(*row, "name"),
                         cities.text(*row, "aliases"),
                         cities.text(*row, "note"),
                         who.countries().words_of(country, "code"),
                         who.countries().text_of(country, "name"),
                         who.delegations("city", row->key),
                         who.posts("city", row->key),
                         who.hosting("city", row->key),
                         rivers_of(desk, forum, row->key)};
    const auto programme = programme_for(desk, forum);
    const auto found = speeches(
        *programme, [&](const Intervention& one) { return one.speaker.city_key == row->key; });
    if (desk.wants(web::Format::json))
        return desk.show(city_json(forum, city, found));
    auto page = city_page({desk.reader(), *programme, forum.address()}, city, found);
    page.frame = forum::forum_frame(desk, forum, "cities");
    return desk.show(std::move(page));
}

}  // namespace sala::programme
