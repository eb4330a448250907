// SPDX-License-Identifier: Apache-2.0
//
// A focal point looks at the inscription of the delegation: whether it is inscribed, with which
// number, and what it handed in.

#include "floor/handing_in.hpp"
#include "floor/inscription_meanwhile.view.hpp"
#include "floor/own_delegation.hpp"
#include "forum/text_json.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_inscription()
{
    return {.path = "GET /{forum}/sittings/{sitting}/inscription",
            .allow = forum::focal_points,
            .query = {{.name = "delegation", .meaning = "Whose, for those of several."}},
            .run = web::on<Hall>(show)};
}

static Json json_of(const Hall& hall, const InscriptionPage& page)
{
    const auto* held = page.held;
    auto json = Json::object({{"sitting", hall.key}, {"delegation", page.own.key}});
    json.set("version", std::to_string(page.version));
    json.set("number", held ? Json(held->number) : Json());
    json.set("at", held ? Json(held->at.milliseconds()) : Json());
    json.set("kind", held ? Json(word(held->kind)) : Json());
    json.set("on_behalf", held ? Json(held->on_behalf) : Json());
    json.set("level", held ? Json(held->level) : Json());
    json.set("person", held && held->person != 0 ? Json(std::to_string(held->person)) : Json());
    json.set("topic", held ? Json(held->topic) : Json());
    json.set("speech", held ? Json(held->speech) : Json());
    json.set("file", file_json(page.file));
    json.set("prefers", Json());
    for (const auto& sibling : page.siblings)
        if (held && held->prefers == sibling.sitting)
            json.set("prefers", sibling.key);
    auto answers = Json::object();
    if (held)
        for (const auto& [key, words] : held->answers)
            answers.set(key, words);
    json.set("answers", std::move(answers));
    json.set("people", forum::list_json(page.people, [](const MaySpeak& one) {
                 return Json::object({{"person", std::to_string(one.member.person)},
                                      {"name", forum::text_json(one.name)}});
             }));
    return json;
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    const auto own = own_delegation(desk, hall);
    if (!own)
        return own.refusal();
    const auto texts = texts_at(desk.session(), hall);
    const auto* held = text_of(texts.inscriptions, (*own)->id);
    const auto hours = is_in_hours(desk, hall);
    const auto takes = may_hand_in(desk, hall, held != nullptr);
    const InscriptionPage page{**own,
                               held,
                               version_of(texts.inscriptions, (*own)->id),
                               hall.window,
                               !takes   ? std::optional(takes.refusal())
                               : !hours ? std::optional(hours.refusal())
                                        : std::nullopt,
                               bool(takes),
                               texts.questions,
                               siblings_of(desk.session(), hall),
                               held ? file_of(texts.files, (*own)->id) : nullptr,
                               who_may_speak(desk.session(), hall, (*own)->id)};
    if (desk.wants(web::Format::json))
        return desk.show(json_of(hall, page));
    return desk.show(inscription_page(desk, hall, page, meanwhile_part(desk, hall, page)));
}

}  // namespace sala::floor
