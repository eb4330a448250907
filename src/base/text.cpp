// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"

#include "base/json.hpp"

#include <algorithm>

namespace sala {

// Walks through canonical JSON without making a tree of it: a page of fifty rows reads a few
// hundred texts. Whatever is unusual (escapes, spaces, other members) is left to the whole parser.
class CanonicalText {
public:
    explicit CanonicalText(std::string_view json) : rest_(json) {}

    std::optional<Text> text()
    {
        constexpr std::size_t languages_usual = 2;
        Text text;
        text.wordings_.reserve(languages_usual);
        if (!pass('{'))
            return std::nullopt;
        do {
            const auto tag = string();
            auto language = tag ? Language::named(*tag) : std::nullopt;
            const bool in_order =
                language && (text.empty() || text.wordings_.back().first < *language);
            if (!in_order || !pass(':'))
                return std::nullopt;
            auto& wording =
                text.wordings_.emplace_back(*std::move(language), Text::Wording{}).second;
            if (!read_wording(wording) || wording.shown().empty())
                return std::nullopt;
        } while (pass(','));
        if (!pass('}') || !rest_.empty())
            return std::nullopt;
        return text;
    }

private:
    bool read_wording(Text::Wording& wording)
    {
        if (!pass('{'))
            return false;
        do {
            const auto name = string();
            const bool known = name == "verbatim" || name == "corrected";
            if (!known || !pass(':'))
                return false;
            const auto words = string();
            if (!words)
                return false;
            (*name == "verbatim" ? wording.verbatim : wording.corrected) = *words;
        } while (pass(','));
        return pass('}');
    }

    bool pass(char sign)
    {
        if (!rest_.starts_with(sign))
            return false;
        rest_.remove_prefix(1);
        return true;
    }

    std::optional<std::string_view> string()
    {
        if (!pass('"'))
            return std::nullopt;
        const auto end = rest_.find('"');
        const auto found = rest_.substr(0, end);
        if (end == std::string_view::npos || found.find('\\') != std::string_view::npos)
            return std::nullopt;
        rest_.remove_prefix(end + 1);
        return found;
    }

    std::string_view rest_;
};

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
    if (auto text = CanonicalText(canonical_json).text())
        return text;
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
