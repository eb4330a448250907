// SPDX-License-Identifier: Apache-2.0
//
// Everybody can read why the list is as it is: the rules one after another, and for each speaker
// the rule, or the chair's decision with its reason.

#include "floor/filling.hpp"
#include "floor/rules.view.hpp"
#include "forum/text_json.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_order()
{
    return {.path = "GET /{forum}/sittings/{sitting}/order",
            .allow = web::anyone,
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    if (!desk.wants(web::Format::json))
        return desk.show(order_page(desk, hall));
    const auto listed = as_it_would_open(hall);
    const auto computed = computed_list(listed);
    auto list = Json::array();
    for (const auto id : listed.floor.list()) {
        const auto& entry = *listed.floor.entry(id);
        const auto* person = listed.names.person(entry.person);
        list.push(Json::object({{"entry", is_expected(entry) ? Json() : Json(std::to_string(id))},
                                {"name", place_of(listed, entry).words(desk.reader().language)},
                                {"person", person ? forum::text_json(person->name) : Json()},
                                {"reason", reason_of(desk.reader(), listed, entry, computed)},
                                {"by_the_chair", entry.moved_by != 0}}));
    }
    auto called = Json::array();
    for (const auto& one : called_before_others(hall))
        called.push(
            Json::object({{"entry", std::to_string(one.entry->id)},
                          {"name", place_of(hall, *one.entry).words(desk.reader().language)},
                          {"reason", one.reason}}));
    return desk.show(Json::object({{"rules", to_json(hall.rules)},
                                   {"list", std::move(list)},
                                   {"out_of_turn", std::move(called)}}));
}

}  // namespace sala::floor
