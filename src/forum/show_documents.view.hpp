// SPDX-License-Identifier: Apache-2.0
//
// Documents, passages with the editor's corrections marked, and follow-up.

#pragma once

#include "forum/both_eras.view.hpp"
#include "forum/note.view.hpp"
#include "forum/outside_link.view.hpp"
#include "forum/papers.hpp"
#include "forum/published_reports.view.hpp"
#include "forum/whole_names.hpp"
#include "web/desk.hpp"

namespace sala::forum {

// "declaration, 2 December 2022, ASEAN Mayors Forum"
inline web::Html paper_line(const web::Reader& reader, const std::string& kind,
                            const std::string& date, const Text& edition)
{
    return web::html(
        reader, "<p class=\"soft small begin\">", sheet::label_of_choice(kind),
        web::when(!date.empty(), [&] { return web::html(reader, ", ", date_cell(reader, date)); }),
        web::when(!edition.empty(), [&] { return web::html(reader, ", ", edition); }), "</p>");
}

inline web::Html document_item(const web::Reader& reader, const Papers& papers,
                               const Listed::Row& row)
{
    const auto& table = papers.documents;
    const auto& title = table.text(row, "title");
    const auto& address = table.words(row, "address");
    return web::html(
        reader, "<li id=\"document-", row.key, "\"><p>",
        outside_link(reader, web::html(reader, title), address), " ",
        web::other_script(reader, title), "</p>",
        paper_line(reader, table.words(row, "kind"), table.words(row, "date"),
                   papers.editions.text_of(table.words(row, "edition"), "name")),
        web::when(!is_web_address(address),
                  [&] {
                      return web::html(
                          reader, "<p class=\"small\"><span class=\"chip\" data-is=\"proposed\">",
                          tr("No address is known"), "</span></p>");
                  }),
        web::when(!table.text(row, "note").empty(),
                  [&] {
                      return web::html(reader, "<p class=\"small\">", table.text(row, "note"),
                                       "</p>");
                  }),
        "</li>\n");
}

// The passage in the language it is read in, corrections marked, and the other language beneath.
inline web::Html passage_words(const web::Reader& reader, const Text& text,
                               const std::vector<std::string>& names)
{
    const auto other = web::other_script_unbroken(reader, text, names);
    return web::html(
        reader, "<blockquote><p class=\"lines\">", web::unbroken(reader, text, names), "</p>",
        web::when(!other.empty(),
                  [&] { return web::html(reader, "<p class=\"lines small\">", other, "</p>"); }),
        "</blockquote>");
}

inline web::Html passage_item(const web::Reader& reader, const Papers& papers,
                              const Listed::Row& row, const std::vector<std::string>& names)
{
    const auto& table = papers.texts;
    const auto& title = table.text(row, "title");
    const auto& source = papers.sources.text_of(table.words(row, "source"), "title");
    return web::html(
        reader, "<li id=\"text-", row.key, "\" class=\"tight\"><h3>",
        title.empty() ? web::html(reader, sheet::label_of_choice(table.words(row, "kind")))
                      : web::html(reader, title),
        "</h3>",
        paper_line(reader, table.words(row, "kind"), table.words(row, "date"),
                   papers.editions.text_of(table.words(row, "edition"), "name")),
        passage_words(reader, table.text(row, "text"), names),
        web::when(!source.empty(),
                  [&] { return web::html(reader, "<p class=\"said\">", source, "</p>"); }),
        web::when(!table.text(row, "note").empty(),
                  [&] {
                      return web::html(reader, "<p class=\"small\">", table.text(row, "note"),
                                       "</p>");
                  }),
        "</li>\n");
}

inline web::Html follow_up_item(const web::Reader& reader, const Papers& papers,
                                const Listed::Row& row)
{
    const auto& table = papers.follow_ups;
    const auto& source = papers.sources.text_of(table.words(row, "source"), "title");
    return web::html(
        reader, "<li><p>", table.text(row, "text"), "</p><p class=\"soft small\">",
        sheet::label_of_choice(table.words(row, "certainty")),
        web::when(
            !table.words(row, "date").empty(),
            [&] { return web::html(reader, ", ", date_cell(reader, table.words(row, "date"))); }),
        "</p>",
        web::when(!source.empty(),
                  [&] { return web::html(reader, "<p class=\"said\">", source, "</p>"); }),
        note_line(reader, table.text(row, "note")), "</li>\n");
}

inline web::Html no_papers(const web::Reader& reader)
{
    return web::html(reader, "<section class=\"empty\"><h2>", tr("No documents yet"), "</h2><p>",
                     tr("Declarations, reports and what people said word for word will stand here. "
                        "The secretariat adds them in "
                        "the sheets “documents”, “texts” and “follow-up”."),
                     "</p></section>\n");
}

// A heading and a list, or nothing when the sheet is empty.
template <class Item>
web::Html papers_list(const web::Reader& reader, const Listed& table, const Sentence& title,
                      Item item)
{
    return web::when(!table.empty(), [&] {
        return web::html(reader, "<h2>", title, "</h2>\n<ul class=\"list\">\n",
                         web::each(table.rows(), item), "</ul>\n");
    });
}

inline web::Page documents_page(const web::Desk& desk, const Forum& forum, const Papers& papers)
{
    const auto& reader = desk.reader();
    const bool empty = papers.documents.empty() && papers.texts.empty() &&
                       papers.follow_ups.empty() && published(papers.reports).empty();
    const auto names = whole_names_of(papers.persons);
    return {
        .title = reader.say(tr("Documents")) + ", " + forum.title.words(reader.language),
        .body = web::html(
            reader, "<div class=\"stack\">\n<h1>", tr("Documents"), "</h1>\n",
            web::when(empty, [&] { return no_papers(reader); }),
            published_reports(reader, forum, papers.reports),
            papers_list(reader, papers.documents, tr("Declarations, reports, proceedings"),
                        [&](const auto& row) { return document_item(reader, papers, row); }),
            papers_list(reader, papers.texts, tr("Word for word"),
                        [&](const auto& row) { return passage_item(reader, papers, row, names); }),
            papers_list(reader, papers.follow_ups, tr("What follows"),
                        [&](const auto& row) { return follow_up_item(reader, papers, row); }),
            "<p><a href=\"", forum.address(), "/commitments\">",
            tr("What cities promised each other"), "</a></p>\n<p class=\"as\">",
            tr("This page for programs:"), " <a href=\"", forum.address(),
            "/documents.json\">JSON</a></p>\n</div>\n")};
}

}  // namespace sala::forum
