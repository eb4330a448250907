// SPDX-License-Identifier: Apache-2.0
//
// One section being written: its words, what the forum would put there, and the answers of sources
// that disagree. It saves itself as one writes, and with a button where there is no script.

#pragma once

#include "forum/moment.view.hpp"
#include "report/report_links.view.hpp"
#include "web/frame.hpp"

namespace sala::report {

// "Saved at 16:04" of the day, or the whole moment when it was another day.
inline web::Html saved_chip(const web::Reader& reader, Instant at)
{
    return html(reader, "<span class=\"chip\" data-is=\"agreed\" data-saved>",
                tr("Saved on {when}", {{"when", forum::moment_words(reader, at)}}), "</span>");
}

inline web::Html saved_place(const web::Reader& reader, const Editor& editor, std::int64_t row)
{
    const auto found = editor.saved.find(row);
    return found == editor.saved.end()
               ? html(reader, "<span class=\"chip\" data-saved hidden></span>")
               : saved_chip(reader, found->second);
}

inline web::Html wrong_beside(const web::Reader& reader, const std::vector<Refusal>& refusals,
                              std::string_view field, const std::string& id)
{
    return web::each(refusals, [&](const Refusal& refusal) {
        return web::when(refusal.field == field, [&] {
            return html(reader, "<p class=\"error\" id=\"", id, "\">", refusal.sentence, "</p>\n");
        });
    });
}

inline bool is_wrong(const std::vector<Refusal>& refusals, std::string_view field)
{
    return std::any_of(refusals.begin(), refusals.end(),
                       [&](const Refusal& one) { return one.field == field; });
}

inline web::Html one_choice(const web::Reader& reader, const Editor& editor, int number,
                            const Choice& choice)
{
    const bool stands = editor.body(number) == choice.words;
    return html(reader, "<div><p>",
                choice.primary ? html(reader, "<strong lang=\"", editor.language.tag(), "\">",
                                      choice.words, "</strong>")
                               : html(reader, "<span lang=\"", editor.language.tag(), "\">",
                                      choice.words, "</span>"),
                web::each(choice.said,
                          [&](const auto& said) {
                              return html(reader, " <span class=\"said\">", said.first, "</span>");
                          }),
                "</p>",
                stands ? html(reader, "<p class=\"hint\">", tr("Stands in the report."), "</p>")
                       : html(reader, "<p><button type=\"submit\" name=\"use\" value=\"",
                              choice.claim, "\" data-kind=\"plain\">",
                              tr("Use “{words}”", {{"words", choice.words}}), "</button></p>"),
                "</div>\n");
}

inline web::Html open_questions(const web::Reader& reader, const Editor& editor, int number)
{
    return web::each(questions_beside(editor.heading(number).fill, editor.words(), editor.facts,
                                      editor.language),
                     [&](const OpenQuestion& question) {
                         return html(
                             reader, "<div class=\"note\" data-is=\"conflict\"><h2>",
                             tr("The sources do not agree:"), " ", question.words, "</h2>\n",
                             web::each(question.choices,
                                       [&](const Choice& choice) {
                                           return one_choice(reader, editor, number, choice);
                                       }),
                             "</div>\n");
                     });
}

// Under a heading of free words: the record of a sitting goes behind what is written.
inline web::Html from_the_floor(const web::Reader& reader, const Editor& editor, int number)
{
    const auto& sittings = editor.facts.floor.sittings;
    return web::when(editor.heading(number).fill == Fill::words && !sittings.empty(), [&] {
        return html(reader, "<details><summary>", tr("From the record of the floor"),
                    "</summary>\n<p class=\"row\">",
                    web::each(sittings,
                              [&](const FloorFacts::Sitting& sitting) {
                                  return html(
                                      reader,
                                      "<button type=\"submit\" data-kind=\"plain\" "
                                      "name=\"use\" value=\"floor:",
                                      sitting.key, "\">",
                                      tr("Add “{sitting}”",
                                         {{"sitting", sitting.title.words(reader.language)}}),
                                      "</button>");
                              }),
                    "</p></details>\n");
    });
}

inline std::size_t rows_for(const std::string& words, Fill fill)
{
    const auto lines = 1 + words.size() / 150;
    return std::clamp<std::size_t>(lines, fill == Fill::words ? 5 : 2, 14);
}

// What the heading shows as long as nothing is written under it.
inline web::Html until_written(const web::Reader& reader, const Editor& editor, int number)
{
    const auto& section = editor.official.sections[static_cast<std::size_t>(number) - 1];
    if (!editor.body(number).empty())
        return {};
    const auto fill = editor.heading(number).fill;
    const auto facts = facts_for(fill, *editor.form, editor.report, editor.facts, editor.language);
    if (!facts.empty())
        return html(reader, "<p class=\"hint\" data-until-written id=\"hint-", number, "\">",
                    tr("Nothing is written here, so the report shows what the forum knows:"),
                    " <span lang=\"", editor.language.tag(), "\">", facts, "</span></p>\n");
    if (section.language != editor.language)
        return html(reader, "<p class=\"hint\" data-until-written id=\"hint-", number, "\">",
                    tr("Nothing is written in this language, so the report shows the other one."),
                    "</p>\n");
    return html(reader, "<p class=\"hint\" data-until-written id=\"hint-", number, "\">",
                tr("Nothing is written here yet."), "</p>\n");
}

// Everybody reads a public report, also while it is being written.
inline web::Html read_as_written(const web::Reader& reader, const Report& report)
{
    return web::when(report.published, [&] {
        return html(reader, "<p class=\"note screen\">",
                    tr("This report is public: what you write here is on its page a moment later. "
                       "To write in peace, make it private first."),
                    "</p>\n");
    });
}

inline web::Html section_form(const web::Desk& desk, const Editor& editor, int number, bool alone)
{
    const auto& reader = desk.reader();
    const auto& heading = editor.official.sections[static_cast<std::size_t>(number) - 1];
    const auto words = alone && desk.typed() ? (*desk.typed())["body"] : editor.body(number);
    const auto* section = editor.report.section(number);
    const auto& refusals = alone ? desk.refusals() : std::vector<Refusal>{};
    const bool wrong = is_wrong(refusals, "body");
    return html(
        reader, "<form class=\"stack\" id=\"section-", number, "\" method=\"post\" action=\"",
        editor.section_address(number), "\" data-autosave=\"", editor.section_address(number),
        "\" data-zone=\"", reader.zone, "\">\n", web::csrf_field(desk),
        "<input type=\"hidden\" name=\"version\" value=\"", editor.report.version_of(number),
        "\"><input type=\"hidden\" name=\"in\" value=\"", editor.language.tag(),
        "\">\n<p><label for=\"body-", number, "\">",
        web::when(!heading.marker.empty(), [&] { return html(reader, number, " "); }),
        "<span lang=\"", editor.language.tag(), "\">", heading.heading,
        "</span></label><textarea id=\"body-", number, "\" name=\"body\" rows=\"",
        rows_for(words, editor.heading(number).fill), "\" lang=\"", editor.language.tag(), "\"",
        web::when(wrong,
                  [&] {
                      return html(reader, " aria-invalid=\"true\" aria-describedby=\"wrong-",
                                  number, "\"");
                  }),
        ">\n", words, "</textarea></p>\n",
        wrong_beside(reader, refusals, "body", "wrong-" + std::to_string(number)),
        until_written(reader, editor, number), open_questions(reader, editor, number),
        from_the_floor(reader, editor, number), "<p class=\"row\"><button type=\"submit\"",
        web::when(!alone, [&] { return html(reader, " data-kind=\"plain\""); }), ">", tr("Save"),
        "</button>", saved_place(reader, editor, section ? section->row.id : 0),
        web::when(!alone,
                  [&] {
                      return html(reader, "<a href=\"", editor.section_address(number), editor.in(),
                                  "\">", tr("Write this section alone"), "</a>");
                  }),
        "</p>\n</form>\n");
}

}  // namespace sala::report
