// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"

#include "base/json.hpp"

namespace sala {

namespace {

// Walks through canonical JSON without making a tree of it: a page of fifty rows reads a few
// hundred texts. Whatever is unusual (escapes, spaces, other members) is left to the whole parser.
class CanonicalText {
public:
    explicit CanonicalText(std::string_view json) : rest_(json) {}

    std::optional<Text> text()
    {
        Text text;
        if (!pass('{'))
            return std::nullopt;
        do {
            const auto tag = string();
            Text::Wording wording;
            if (!tag || !pass(':') || !read_wording(wording))
                return std::nullopt;
            const auto language = Language::named(*tag);
            if (!language)
                return std::nullopt;
            text.set(*language, std::move(wording));
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
        for (std::size_t n = 0; n < rest_.size(); ++n) {
            if (rest_[n] == '\\' || static_cast<unsigned char>(rest_[n]) < 0x20)
                return std::nullopt;
            if (rest_[n] != '"')
                continue;
            const auto found = rest_.substr(0, n);
            rest_.remove_prefix(n + 1);
            return found;
        }
        return std::nullopt;
    }

    std::string_view rest_;
};

}  // namespace

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
