// SPDX-License-Identifier: Apache-2.0
//
// The texts that speakers handed in: of who speaks now, and of all, for interpreters.

#pragma once

#include "floor/floor.view.hpp"
#include "floor/texts.hpp"
#include "forum/moment.view.hpp"

namespace sala::floor {

// "rising-waters.pdf, 120 KiB": saved, never shown by the browser.
inline Html file_line(const Reader& reader, const HandedIn& file)
{
    return html(
        reader, "<p><a href=\"", file.address, "\" download>", file.name,
        "</a> <span class=\"soft small\">",
        tr("{size} KiB, handed in at {time}", {{"size", std::to_string((file.size + 1023) / 1024)},
                                               {"time", forum::moment_words(reader, file.at)}}),
        "</span></p>\n");
}

// Each guiding question that was answered, and the answer.
inline Html answers_given(const Reader& reader, const Inscription& one, const Questions& questions)
{
    return when(!one.answers.empty(), [&] {
        return html(reader, "<dl>",
                    each(questions,
                         [&](const GuidingQuestion& question) {
                             const auto answer = one.answers.find(question.key);
                             return when(answer != one.answers.end(), [&] {
                                 return html(reader, "<dt>", question.words, "</dt><dd>",
                                             answer->second, "</dd>\n");
                             });
                         }),
                    "</dl>\n");
    });
}

inline Html speech_words(const Reader& reader, const Inscription& one, const Questions& questions,
                         const HandedIn* file)
{
    return html(
        reader,
        when(!one.topic.empty(), [&] { return html(reader, "<p><b>", one.topic, "</b></p>\n"); }),
        when(!one.speech.empty(),
             [&] {
                 return html(reader, "<p class=\"soft small\">",
                             tr("Check against delivery: what is said counts."),
                             "</p>\n<pre class=\"letter\"",
                             when(!one.language.empty(),
                                  [&] { return html(reader, " lang=\"", one.language, "\""); }),
                             ">", one.speech, "</pre>\n");
             }),
        when(file != nullptr, [&] { return file_line(reader, *file); }),
        answers_given(reader, one, questions));
}

// The text of the speech that has the floor; nothing when there is none. A rehearsal gives the
// floor to everybody, and opens nobody's text.
inline Html text_of_speaker(const Reader& reader, const Hall& hall, const Texts& texts)
{
    const auto* entry = hall.rehearsal.running ? nullptr : hall.floor.speaker();
    const auto* text = entry ? text_for(texts, hall.floor, *entry) : nullptr;
    const auto* file = text ? file_of(texts.files, text->delegation) : nullptr;
    return when(text && (file || !text->speech.empty()), [&] {
        return html(reader, "<details id=\"text\"><summary>", tr("Read the text while they speak"),
                    "</summary>\n", speech_words(reader, *text, texts.questions, file),
                    "</details>\n");
    });
}

inline Html text_row(const Reader& reader, const Hall& hall, const Entry& entry, const Texts& texts)
{
    const auto* text = text_for(texts, hall.floor, entry);
    const auto* file = text ? file_of(texts.files, entry.delegation) : nullptr;
    const bool here = text && (file || !text->speech.empty());
    const bool more = text && (!text->topic.empty() || !text->answers.empty());
    const auto topics = topics_of(reader, hall, entry);
    const auto named = named_in_list(reader, hall, entry);
    return html(reader, "<li id=\"e", entry.id, "\"><div><b>", place_name(reader, hall, entry),
                code_mark(reader, hall, entry), "</b>",
                !is_listed(entry.kind) ? Html{}
                : here                 ? html(reader, " <span class=\"chip\" data-is=\"agreed\">",
                                              tr("Text is here"), "</span>")
                                       : html(reader, " <span class=\"chip\" data-is=\"proposed\">",
                                              tr("No text yet"), "</span>"),
                "<br><span class=\"soft small\">", kind_words(reader, hall, entry),
                when(!named.empty(), [&] { return html(reader, ", ", named); }),
                when(!topics.empty(), [&] { return html(reader, ", ", topics); }), "</span>",
                when(here || more,
                     [&] {
                         return html(reader, "<details id=\"text-", entry.id, "\"><summary>",
                                     here ? tr("Text") : tr("Topic and answers"), "</summary>\n",
                                     speech_words(reader, *text, texts.questions, file),
                                     "</details>");
                     }),
                "</div></li>\n");
}

inline web::Page texts_page(const web::Desk& desk, const Hall& hall, const Texts& texts)
{
    const auto& reader = desk.reader();
    std::vector<std::int64_t> order;
    for (const auto& turn : hall.floor.turns())
        order.push_back(turn.entry);
    const auto listed = as_it_would_open(hall);
    const auto& list = listed.floor.list();
    order.insert(order.end(), list.begin(), list.end());
    auto body = html(
        reader, "<h1>", tr("Texts and order"), "</h1>\n", rehearsal_mark(reader, hall),
        lost_note(reader), "<div id=\"console\" class=\"stack\" data-floor=\"", hall.address(),
        "/live?audience=desk\" data-zone=\"", hall.forum.zone, "\" data-fetch data-mark=\"",
        hall.mark(), "\">\n", speaks_now(reader, hall, desk.now()), "<ol class=\"queue\">",
        each(order,
             [&](std::int64_t id) {
                 return text_row(reader, listed, *listed.floor.entry(id), texts);
             }),
        "</ol>\n",
        when(order.empty(),
             [&] {
                 return html(reader, "<p class=\"soft\">", tr("Nobody is in the list."), "</p>\n");
             }),
        "</div>\n", floor_script(reader));
    return {.title = reader.say(tr("Texts and order")),
            .body = std::move(body),
            .frame = floor_frame(desk, hall, "texts")};
}

}  // namespace sala::floor
