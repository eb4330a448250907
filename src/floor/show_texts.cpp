// SPDX-License-Identifier: Apache-2.0
//
// Interpreters see the order of speakers and have their texts before they are spoken.

#include "floor/hall_json.hpp"
#include "floor/texts.view.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk, const Hall& hall);

web::Verb show_texts()
{
    return {.path = "GET /{forum}/sittings/{sitting}/texts",
            .allow = forum::interpreters,
            .run = web::on<Hall>(show)};
}

Result<web::Reply> show(web::Desk& desk, const Hall& hall)
{
    const auto texts = texts_at(desk.session(), hall);
    if (!desk.wants(web::Format::json))
        return desk.show(texts_page(desk, hall, texts));
    auto json = to_json(hall, desk.now());
    auto handed_in = Json::array();
    for (const auto& text : texts.inscriptions) {
        const auto* delegation = hall.names.delegation(text.delegation);
        if (!delegation || text.withdrawn)
            continue;
        auto answers = Json::object();
        for (const auto& [question, words] : text.answers)
            answers.set(question, words);
        auto one = Json::object({{"delegation", delegation->key},
                                 {"topic", text.topic},
                                 {"language", text.language},
                                 {"speech", text.speech}});
        one.set("file", file_json(file_of(texts.files, text.delegation)));
        one.set("answers", std::move(answers));
        handed_in.push(std::move(one));
    }
    json.set("texts", std::move(handed_in));
    return desk.show(json);
}

}  // namespace sala::floor
