// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"

#include "base/canonical_text.hpp"
#include "base/json.hpp"

#include <algorithm>

namespace sala {

void Text::set(const Language& language, Wording wording)
{
    const auto place = std::find_if(wordings_.begin(), wordings_.end(),
                                    [&](const auto& one) { return one.first >= language; });
    const bool is_there = place != wordings_.end() && place->first == language;
    const bool has_words = !wording.verbatim.empty() || !wording.corrected.empty();
    if (!is_there && has_words)
        wordings_.emplace(place, language, std::move(wording));
    else if (is_there && has_words)
        place->second = std::move(wording);
    else if (is_there)
        wordings_.erase(place);
}

const Text::Wording* Text::in(const Language& language) const
{
    const auto found = std::find_if(wordings_.begin(), wordings_.end(),
                                    [&](const auto& one) { return one.first == language; });
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
    return Shown{wordings_.front().first, &wordings_.front().second};
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
    Text text;
    constexpr std::size_t languages_usual = 2;
    text.wordings_.reserve(languages_usual);
    const auto add = [&](std::string_view tag, std::string_view verbatim,
                         std::string_view corrected) {
        auto language = Language::named(tag);
        // In another order it is no text of ours.
        if (!language || (!text.empty() && text.wordings_.back().first >= *language))
            return false;
        text.wordings_.emplace_back(*std::move(language),
                                    Wording{std::string(verbatim), std::string(corrected)});
        return true;
    };
    if (CanonicalText::walk(canonical_json, add))
        return text;
    text.wordings_.clear();
    const auto json = Json::read(canonical_json);
    if (!json || !json->is_object())
        return std::nullopt;
    for (const auto& [tag, wording] : json->members()) {
        const auto language = Language::named(tag);
        if (!language)
            return std::nullopt;
        text.set(*language, {wording["verbatim"].string(), wording["corrected"].string()});
    }
    return text;
}

}  // namespace sala
