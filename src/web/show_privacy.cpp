// SPDX-License-Identifier: Apache-2.0
//
// Anybody reads what this server keeps about people, why and until when.

#include "web/privacy.view.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_privacy() { return {.path = "GET /about/privacy", .allow = anyone, .run = simply(show)}; }

Result<Reply> show(Desk& desk)
{
    static const std::vector<KeptData> nothing;
    const auto& kept = desk.house().kept_data ? *desk.house().kept_data : nothing;
    if (desk.wants(Format::html))
        return desk.show(privacy_page(desk, kept));
    const auto& reader = desk.reader();
    auto list = Json::array();
    for (const auto& data : kept)
        list.push(Json::object({{"name", data.name},
                                {"what", reader.say(data.what)},
                                {"why", reader.say(data.why)},
                                {"until", reader.say(data.until)}}));
    return desk.show(Json::object({{"kept", list}}));
}

}  // namespace sala::web
