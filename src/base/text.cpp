// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"

#include "base/json.hpp"

namespace sala {

void Text::set(const Language& language, Wording wording)
{
    if (wording.verbatim.empty() && wording.corrected.empty())
        wordings_.erase(language);
    else
        wordings_.insert_or_assign(language, std::move(wording));
}

const Text::Wording* Text::in(const Language& language) const
{
    const auto found = wordings_.find(language);
    return found == wordings_.end() ? nullptr : &found->second;
}

std::optional<Text::Shown> Text::for_reader(const Language& wanted) const
{
    if (const auto* own = in(wanted))
        return Shown{wanted, own};
    if (const auto* english = in(Language::english()))
        return Shown{Language::english(), english};
    if (wordings_.empty())
        return std::nullopt;
    return Shown{wordings_.begin()->first, &wordings_.begin()->second};
}

std::string Text::words(const Language& wanted) const
{
    const auto shown = for_reader(wanted);
    return shown ? shown->wording->shown() : std::string{};
}

std::string Text::canonical_json() const
{
    if (empty())
        return {};
    auto json = Json::object();
    for (const auto& [language, wording] : wordings_) {
        auto one = Json::object();
        if (!wording.corrected.empty())
            one.set("corrected", wording.corrected);
        one.set("verbatim", wording.verbatim);
        json.set(language.tag(), std::move(one));
    }
    return json.write();
}

std::optional<Text> Text::read(std::string_view canonical_json)
{
    if (canonical_json.empty())
        return Text{};
    const auto json = Json::read(canonical_json);
    if (!json || !json->is_object())
        return std::nullopt;
    Text text;
    for (const auto& [tag, wording] : json->members()) {
        const auto language = Language::named(tag);
        if (!language)
            return std::nullopt;
        text.set(*language, {wording["verbatim"].string(), wording["corrected"].string()});
    }
    return text;
}

}  // namespace sala
