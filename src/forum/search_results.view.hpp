// SPDX-License-Identifier: Apache-2.0
//
// What a search found: a list of links with what each is, or what to try when nothing was found.

#pragma once

#include "forum/search_box.view.hpp"
#include "forum/search_index.hpp"
#include "forum/text_json.hpp"
#include "web/desk.hpp"

namespace sala::forum {

struct SearchShown {
    std::string address;
    Sentence label;
    std::string query;
    const std::vector<Hit>& hits;
    bool one_forum = false;
};

inline Sentence kind_words(const std::string& kind)
{
    if (kind == "forum")
        return tr("Forum");
    if (kind == "edition")
        return tr("Edition");
    if (kind == "topic")
        return tr("Topic");
    if (kind == "question")
        return tr("Guiding question");
    if (kind == "city")
        return tr("City");
    if (kind == "person")
        return tr("Person");
    if (kind == "organisation")
        return tr("Organisation");
    if (kind == "sitting")
        return tr("Sitting");
    if (kind == "intervention")
        return tr("Takes the floor");
    if (kind == "document")
        return tr("Document");
    if (kind == "report")
        return tr("Report");
    if (kind == "claim")
        return tr("About the data");
    return tr("Text kept word for word");
}

inline Json hits_json(const std::string& query, const std::vector<Hit>& hits)
{
    return Json::object({{"query", query}, {"hits", list_json(hits, [](const Hit& hit) {
                                                return Json::object(
                                                    {{"forum", hit.forum},
                                                     {"address", hit.address},
                                                     {"kind", hit.kind},
                                                     {"title", text_json(hit.title)}});
                                            })}});
}

inline web::Html hit_item(const web::Reader& reader, const Hit& hit, bool one_forum)
{
    const auto kind = kind_words(hit.kind);
    return web::html(reader, "<li><p class=\"over\">", kind,
                     web::when(!one_forum && hit.kind != "forum",
                               [&] { return web::html(reader, ", ", hit.forum_title); }),
                     "</p><p><a href=\"", hit.address, "\">",
                     hit.title.empty() ? web::html(reader, kind) : web::html(reader, hit.title),
                     "</a> ", web::other_script(reader, hit.title), "</p></li>\n");
}

inline web::Html found_nothing(const web::Reader& reader, const std::string& query)
{
    return web::html(reader, "<section class=\"empty\"><h2>",
                     tr("Nothing was found for “{words}”", {{"words", query}}), "</h2>\n<p>",
                     tr("Try fewer words, or only the beginning of one. Thai and English both "
                        "work, with or without accents, "
                        "and a name may be typed with or without its title."),
                     "</p></section>\n");
}

inline web::Html search_answer(const web::Reader& reader, const SearchShown& shown)
{
    if (shown.query.empty())
        return web::html(reader, "<p class=\"soft\">",
                         tr("Cities, people, sittings, topics and texts are found by any of their "
                            "words, in Thai or English."),
                         "</p>\n");
    if (shown.hits.empty())
        return found_nothing(reader, shown.query);
    return web::html(
        reader, "<h2>",
        shown.hits.size() == hits_max
            ? tr("The first {count} pages for “{words}”",
                 {{"count", std::to_string(hits_max)}, {"words", shown.query}})
            : tr_count("{count} page for “{words}”", "{count} pages for “{words}”",
                       shown.hits.size(), {{"words", shown.query}}),
        "</h2>\n<ul class=\"list\">\n",
        web::each(shown.hits,
                  [&](const Hit& hit) { return hit_item(reader, hit, shown.one_forum); }),
        "</ul>\n");
}

inline web::Page search_page(const web::Desk& desk, const SearchShown& shown)
{
    const auto& reader = desk.reader();
    return {.title =
                reader.say(shown.query.empty() ? tr("Search")
                                               : tr("Search: {words}", {{"words", shown.query}})),
            .body = web::html(reader, "<h1>", tr("Search"), "</h1>\n",
                              search_box(reader, shown.address, shown.label, shown.query),
                              search_answer(reader, shown))};
}

}  // namespace sala::forum
