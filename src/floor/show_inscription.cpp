// SPDX-License-Identifier: Apache-2.0
//
// A focal point looks at the inscription of the delegation: whether it is inscribed, with which
// number, and what it handed in.

#include "floor/inscription.view.hpp"
#include "floor/own_delegation.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_inscription()
{
    return {.path = "GET /{forum}/sittings/{sitting}/inscription",
            .allow = forum::focal_points,
            .query = {{.name = "delegation", .meaning = "Whose, for those of several."}},
            .run = web::on<Hall>(show)};
}

static Json json_of(const Hall& hall, const DelegationName& own, const Inscription* held,
                    const std::vector<Sibling>& siblings, const HandedIn* file)
{
    auto json = Json::object({{"sitting", hall.key}, {"delegation", own.key}});
    json.set("number", held ? Json(held->number) : Json());
    json.set("at", held ? Json(held->at.milliseconds()) : Json());
    json.set("kind", held ? Json(word(held->kind)) : Json());
    json.set("level", held ? Json(held->level) : Json());
    json.set("topic", held ? Json(held->topic) : Json());
    json.set("speech", held ? Json(held->speech) : Json());
    json.set("file", file_json(file));
    json.set("prefers", Json());
    for (const auto& sibling : siblings)
        if (held && held->prefers == sibling.sitting)
            json.set("prefers", sibling.key);
    auto answers = Json::object();
    if (held)
        for (const auto& [key, words] : held->answers)
            answers.set(key, words);
    json.set("answers", std::move(answers));
    return json;
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    const auto own = own_delegation(desk, hall);
    if (!own)
        return own.refusal();
    const auto texts = texts_of(desk.session(), hall.forum.id, hall.sitting);
    const auto* held = text_of(texts, (*own)->id);
    auto siblings = siblings_of(desk.session(), hall);
    const auto files = speech_files_at(desk.session(), hall.forum.id, hall.sitting);
    const auto* file = held ? file_of(files, (*own)->id) : nullptr;
    if (desk.wants(web::Format::json))
        return desk.show(json_of(hall, **own, held, siblings, file));
    const auto window = window_of(desk.session(), hall.forum.id, hall.sitting);
    const auto& reader = desk.reader();
    const auto open =
        takes_inscriptions(window, desk.now(), forum::moment_words(reader, window.opens_at),
                           forum::moment_words(reader, window.closes_at));
    return desk.show(
        inscription_page(desk, hall,
                         {**own, held, window, open ? std::nullopt : std::optional(open.refusal()),
                          guiding_questions(desk.session(), hall.forum.id, hall.sitting),
                          std::move(siblings), file}));
}

}  // namespace sala::floor
