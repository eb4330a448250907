// SPDX-License-Identifier: Apache-2.0
//
// About the data: questions with their answers, then the sources.

#pragma once

#include "forum/both_eras.view.hpp"
#include "forum/claims.hpp"
#include "forum/forum.hpp"
#include "forum/names.hpp"
#include "forum/note.view.hpp"
#include "forum/outside_link.view.hpp"
#include "sheet/sheet.hpp"
#include "web/desk.hpp"

namespace sala::forum {

// What a question is about: "Sitting", "Body: ASEAN Mayors Forum", or the forum.
inline web::Html subject_line(const web::Reader& reader, const Question& question)
{
    const auto* sheet =
        sheet::find_sheet(std::string_view(question.subject).substr(0, question.subject.find(':')));
    if (question.subject == "forum" || !sheet)
        return web::html(reader, tr("The forum"));
    return web::html(reader, sheet->title, web::when(!question.subject_name.empty(), [&] {
                         return web::html(reader, ": ", question.subject_name);
                     }));
}

// One answer, who gave it, and what is to be known of it.
inline web::Html answer_lines(const web::Reader& reader, const Claim& claim)
{
    const bool primary = claim.standing == "primary";
    return web::html(reader, "<p>",
                     primary ? web::html(reader, "<strong>", claim.value, "</strong>")
                             : web::html(reader, claim.value),
                     " <span class=\"said\"><a href=\"#source-", claim.source, "\">",
                     claim.source_title, "</a></span>",
                     web::when(primary,
                               [&] {
                                   return web::html(reader, " <span class=\"soft small\">",
                                                    tr("Taken as primary."), "</span>");
                               }),
                     web::when(claim.waits_for_evidence(),
                               [&] {
                                   return web::html(reader,
                                                    " <span class=\"chip\" data-is=\"proposed\">",
                                                    tr("waits for evidence"), "</span>");
                               }),
                     "</p>", web::when(!claim.note.empty(), [&] {
                         return web::html(reader, "<p class=\"soft small\">", claim.note, "</p>");
                     }));
}

inline web::Html question_lines(const web::Reader& reader, const Question& question)
{
    return web::html(
        reader, "<li class=\"tight\" id=\"claim-", question.claims.front().key,
        "\"><p class=\"over\">", subject_line(reader, question), "</p>\n<h3>",
        question.sources_disagree()
            ? web::html(reader, "<span class=\"chip\" data-is=\"conflict\">", question.question,
                        "</span>")
            : web::html(reader, "<span class=\"small\">", question.question, "</span>"),
        "</h3>\n",
        web::each(question.claims, [&](const Claim& claim) { return answer_lines(reader, claim); }),
        "</li>\n");
}

inline web::Html source_item(const web::Reader& reader, const Source& source)
{
    return web::html(
        reader, "<li id=\"source-", source.key, "\"><p>",
        outside_link(reader, web::html(reader, source.title), source.address), " ",
        web::other_script(reader, source.title), "</p><p class=\"soft small begin\">",
        sheet::label_of_choice(source.kind),
        web::when(!source.date.empty(),
                  [&] { return web::html(reader, ", ", date_cell(reader, source.date)); }),
        "</p>",
        web::when(!source.note.empty(),
                  [&] { return web::html(reader, "<p class=\"small\">", source.note, "</p>"); }),
        "</li>\n");
}

inline web::Html name_item(const web::Reader& reader, const Named& one)
{
    const auto after = [&](const Text& words) {
        return web::when(!words.empty(), [&] { return web::html(reader, ", ", words); });
    };
    return web::html(
        reader, "<li id=\"", one.sheet, "-", one.key, "\"><p>", one.name,
        web::when(!one.abbreviation.empty(),
                  [&] { return web::html(reader, " (", one.abbreviation, ")"); }),
        " ", web::other_script(reader, one.name), "</p><p class=\"soft small begin\">",
        sheet::sheet_named(one.sheet).title, after(one.within),
        web::when(!one.aliases.empty(),
                  [&] { return web::html(reader, "; ", tr("also called"), " ", one.aliases); }),
        "</p>", note_line(reader, one.note), "</li>\n");
}

inline web::Html names_list(const web::Reader& reader, const std::vector<Named>& names)
{
    return web::when(!names.empty(), [&] {
        return web::html(
            reader, "<h2>", tr("What things are called"), "</h2>\n<ul class=\"list\">\n",
            web::each(names, [&](const Named& one) { return name_item(reader, one); }), "</ul>\n");
    });
}

inline web::Html how_words_are_kept(const web::Reader& reader)
{
    return web::html(reader, "<h2>", tr("How words are kept"), "</h2>\n<p>",
                     tr("Texts are kept exactly as printed, typing errors included. Where an "
                        "editor corrected one, pages show the correction; "
                        "where the words themselves matter, both stand there:"),
                     " <del>", tr("as printed"), "</del> <ins>", tr("as meant"), "</ins>.</p>\n<p>",
                     tr("A time that no source gives is marked as not in the source, on the page "
                        "and in the calendar. Where a room or an order is not in the source, a "
                        "note beside it says so."),
                     "</p>\n");
}

inline web::Html no_claims(const web::Reader& reader)
{
    return web::html(reader, "<section class=\"empty\"><h2>", tr("No claims yet"), "</h2><p>",
                     tr("What sources say about this forum will stand here, each answer with who "
                        "gave it. The secretariat adds "
                        "it in the sheets “sources” and “claims”."),
                     "</p></section>\n");
}

inline web::Page data_page(const web::Desk& desk, const Forum& forum,
                           const std::vector<Question>& questions,
                           const std::vector<Source>& sources, const std::vector<Named>& names)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("About the data")) + ", " + forum.title.words(reader.language),
            .body = web::html(
                reader, "<div class=\"stack\">\n<h1>", tr("About the data"), "</h1>\n",
                web::when(!forum.data_note.empty(),
                          [&] { return web::html(reader, "<p>", forum.data_note, "</p>\n"); }),
                how_words_are_kept(reader), "<h2>", tr("What sources say"), "</h2>\n",
                questions.empty() ? no_claims(reader)
                                  : web::html(reader, "<ul class=\"list\">\n",
                                              web::each(questions,
                                                        [&](const Question& one) {
                                                            return question_lines(reader, one);
                                                        }),
                                              "</ul>\n"),
                web::when(!sources.empty(),
                          [&] {
                              return web::html(reader, "<h2>", tr("Sources"),
                                               "</h2>\n<ul class=\"list\">\n",
                                               web::each(sources,
                                                         [&](const Source& one) {
                                                             return source_item(reader, one);
                                                         }),
                                               "</ul>\n");
                          }),
                names_list(reader, names), "<p class=\"as\">", tr("This page for programs:"),
                " <a href=\"", forum.address(), "/data.json\">JSON</a></p>\n</div>\n")};
}

}  // namespace sala::forum
