// SPDX-License-Identifier: Apache-2.0

#include "web/reader.hpp"

#include "base/embedded.hpp"
#include "web/asked.hpp"

#include <boost/locale.hpp>
#include <boost/locale/gnu_gettext.hpp>

#include <cstdlib>
#include <mutex>

namespace sala::web {

namespace {

class English : public Translation {
public:
    std::string_view of(const std::string& key) const override { return key; }
    std::string_view of(const std::string& one, const std::string& many,
                        std::int64_t count) const override
    {
        return count == 1 ? one : many;
    }
};

// A GNU gettext catalogue that travels inside the program.
class Catalogue : public Translation {
public:
    explicit Catalogue(const Language& language)
    {
        namespace gettext = boost::locale::gnu_gettext;
        gettext::messages_info info;
        info.language = language.tag();
        info.encoding = "UTF-8";
        info.domains.emplace_back("sala");
        info.paths.emplace_back("");
        info.callback = [](const std::string& file, const std::string&) -> std::vector<char> {
            // Asked for "th/LC_MESSAGES/sala.mo", answered from "locales/th.mo".
            const auto slash = file.find("/LC_MESSAGES");
            if (slash == std::string::npos)
                return {};
            const auto begin = file.rfind('/', slash - 1);
            const auto first = begin == std::string::npos ? 0 : begin + 1;
            const auto bytes =
                embedded_file("locales/" + file.substr(first, slash - first) + ".mo");
            return bytes ? std::vector<char>(bytes->begin(), bytes->end()) : std::vector<char>{};
        };
        if (auto* facet = gettext::create_messages_facet<char>(info)) {
            holder_ = std::locale(std::locale::classic(), facet);
            facet_ = facet;
            domain_ = facet->domain("sala");
        }
    }

    std::string_view of(const std::string& key) const override
    {
        const char* found = facet_ ? facet_->get(domain_, nullptr, key.c_str()) : nullptr;
        return found ? std::string_view(found) : std::string_view(key);
    }

    std::string_view of(const std::string& one, const std::string& many,
                        std::int64_t count) const override
    {
        const char* found =
            facet_ ? facet_->get(domain_, nullptr, one.c_str(), static_cast<int>(count)) : nullptr;
        if (found)
            return found;
        return count == 1 ? one : many;
    }

private:
    using Facet = boost::locale::message_format<char>;
    std::locale holder_;  // owns the facet
    const Facet* facet_ = nullptr;
    int domain_ = 0;
};

}  // namespace

const std::vector<Language>& interface_languages()
{
    static const std::vector<Language> languages{Language::english(), Language::thai()};
    return languages;
}

const Translation& Translation::in(const Language& language)
{
    static const English english;
    static const Catalogue thai(Language::thai());
    return language.is_thai() ? static_cast<const Translation&>(thai) : english;
}

std::string_view Reader::pattern_of(const Sentence& sentence) const
{
    const auto& words = Translation::in(language);
    return sentence.plural.empty() ? words.of(sentence.key)
                                   : words.of(sentence.key, sentence.plural, sentence.count);
}

std::string Reader::say(const Sentence& sentence) const
{
    const auto pattern = pattern_of(sentence);
    return sentence.arguments.empty() ? std::string(pattern) : fill_in(pattern, sentence.arguments);
}

Language preferred_language(std::string_view accept_language)
{
    auto best = Language::english();
    double best_weight = 0;
    for (const auto& [range, weight] : weighted(accept_language))
        for (const auto& language : interface_languages())
            if (range.substr(0, range.find('-')) == language.tag() && weight > best_weight) {
                best = language;
                best_weight = weight;
            }
    return best;
}

}  // namespace sala::web
