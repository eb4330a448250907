// SPDX-License-Identifier: Apache-2.0
//
// A topic as printed, with its number, source and speakers.

#pragma once

#include "programme/who_speaks.view.hpp"

namespace sala::programme {

struct TopicShown {
    std::int64_t number = 0;
    Text title;
    Text edition;
    Text source;
    Text note;
};

inline web::Page topic_page(const SpeechList& list, const TopicShown& topic,
                            const std::vector<Programme::Found>& speeches)
{
    const auto& reader = list.reader;
    return {
        .title =
            topic.title.words(reader.language) + ", " + list.programme.title.words(reader.language),
        .body = html(
            reader, "<div class=\"stack\">\n<p class=\"over\">",
            tr("Topic {number}", {{"number", std::to_string(topic.number)}}),
            when(!topic.edition.empty(), [&] { return html(reader, ", ", topic.edition); }),
            "</p>\n<h1>", topic.title, "</h1>\n<p class=\"lede\">",
            web::other_script(reader, topic.title), "</p>\n",
            when(!topic.source.empty(),
                 [&] { return html(reader, "<p class=\"said\">", topic.source, "</p>\n"); }),
            when(!topic.note.empty(), [&] { return html(reader, "<p>", topic.note, "</p>\n"); }),
            speeches_section(list, tr("Who speaks on it"), speeches,
                             tr("Nobody has chosen this topic yet. Speakers appear here with the "
                                "next release.")),
            "</div>\n")};
}

}  // namespace sala::programme
