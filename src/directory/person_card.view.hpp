// SPDX-License-Identifier: Apache-2.0
//
// A person as every page shows one: honorific in plain weight, name in bold, the other script
// beneath, then the post. No portrait and no flag, so that all weigh the same.

#pragma once

#include "directory/whole_name.hpp"
#include "script/line_letters.hpp"
#include "web/html.hpp"

#include <algorithm>

namespace sala::directory {

struct PersonCard {
    Text honorific;
    Text name;
    Text post;
    std::string country_code;
    Text country;
    std::string address;  // the person's page; empty: no link
};

// "<span>นาย</span>ชัชชาติ …": with a space between the two only where the language writes one.
inline web::Html name_with_honorific(const web::Reader& reader, const Text& honorific,
                                     const Text& name)
{
    const auto shown = name.for_reader(reader.language);
    if (!shown)
        return {};
    const auto title = honorific_for(honorific, shown->language);
    const auto& plain = shown->wording->shown();
    const bool apart = script::join(title, plain, shown->language).starts_with(title + " ");
    return web::html(reader,
                     web::when(!title.empty(),
                               [&] {
                                   return web::html(reader, "<span",
                                                    shown->language == reader.language
                                                        ? web::Html{}
                                                        : web::html(reader, " lang=\"",
                                                                    shown->language.tag(), "\""),
                                                    ">", title, "</span>",
                                                    apart ? std::string(" ") : std::string{});
                               }),
                     name);
}

// The same, unbroken in Thai, where a browser would cut a name in the middle.
inline web::Html whole_name_unbroken(const web::Reader& reader, const Text& honorific,
                                     const Text& name)
{
    const auto shown = name.for_reader(reader.language);
    if (!shown)
        return {};
    return web::html(reader, "<span lang=\"", shown->language.tag(), "\"",
                     shown->language.is_thai() ? web::html(reader, " class=\"nb\"") : web::Html{},
                     ">", whole_name(honorific, name, reader.language), "</span>");
}

// A name that is words only, in whatever language: it is broken between its words and never within
// one, but for a word that no line could hold.
inline web::Html words_unbroken(const web::Reader& reader, std::string_view name)
{
    constexpr std::size_t line = 30;  // letters
    web::Html words;
    while (!name.empty()) {
        const std::string word(name.substr(0, name.find(' ')));
        name.remove_prefix(std::min(word.size() + 1, name.size()));
        words += script::letters_in_line(word) > line
                     ? web::html(reader, word)
                     : web::html(reader, "<span class=\"nb\">", word, "</span>");
        if (!name.empty())
            words += web::html(reader, " ");
    }
    return words;
}

// The name in the first language that the reader did not get.
inline web::Html name_in_other_script(const web::Reader& reader, const Text& honorific,
                                      const Text& name)
{
    const auto shown = name.for_reader(reader.language);
    for (const auto& [language, wording] : name.wordings())
        if (!shown || language != shown->language)
            // Browsers cut Thai names in the middle; a long Latin one must be able to wrap.
            return web::html(
                reader, "<p class=\"alt\" lang=\"", language.tag(), "\"><span",
                language.is_thai() ? web::html(reader, " class=\"nb\"") : web::Html{}, ">",
                script::join(honorific_for(honorific, language), wording.shown(), language),
                "</span></p>");
    return {};
}

inline web::Html country_mark(const web::Reader& reader, const std::string& code, const Text& name)
{
    return web::when(!code.empty(), [&] {
        return web::html(reader, " <abbr class=\"cc\" title=\"", name.words(reader.language), "\">",
                         code, "</abbr>");
    });
}

inline web::Html person_card(const web::Reader& reader, const PersonCard& person)
{
    const auto name = name_with_honorific(reader, person.honorific, person.name);
    return web::html(reader, "<div class=\"person\"><p class=\"name\">",
                     person.address.empty()
                         ? name
                         : web::html(reader, "<a href=\"", person.address, "\">", name, "</a>"),
                     "</p>", name_in_other_script(reader, person.honorific, person.name),
                     web::when(!person.post.empty() || !person.country_code.empty(),
                               [&] {
                                   return web::html(
                                       reader, "<p class=\"post\">", person.post,
                                       country_mark(reader, person.country_code, person.country),
                                       "</p>");
                               }),
                     "</div>");
}

}  // namespace sala::directory
