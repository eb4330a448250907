// SPDX-License-Identifier: Apache-2.0
//
// Texts and optional values as programs read them: a text is an object, language -> what was
// printed and, where an editor corrected it, what was meant.

#pragma once

#include "base/json.hpp"
#include "base/text.hpp"

#include <optional>

namespace sala::forum {

inline Json text_json(const Text& text)
{
    auto json = Json::object();
    for (const auto& [language, wording] : text.wordings())
        json.set(language.tag(),
                 Json::object({{"verbatim", wording.verbatim},
                               {"corrected",
                                wording.corrected.empty() ? Json() : Json(wording.corrected)}}));
    return json;
}

template <class Number>
Json number_json(const std::optional<Number>& number)
{
    return number ? Json(static_cast<std::int64_t>(*number)) : Json();
}

// The things one after another: list_json(cities, [](const City& city) { return Json(…); })
template <class Things, class F>
Json list_json(const Things& things, F&& as_json)
{
    auto list = Json::array();
    for (const auto& thing : things)
        list.push(as_json(thing));
    return list;
}

}  // namespace sala::forum
