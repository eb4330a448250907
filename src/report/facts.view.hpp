// SPDX-License-Identifier: Apache-2.0
//
// The facts to hand, beside whoever writes: people with rank, post and both scripts; what each
// source says; who took part; topics; what follows.

#pragma once

#include "directory/whole_name.hpp"
#include "report/editor.hpp"
#include "sheet/sheet.hpp"
#include "web/html.hpp"

namespace sala::report {

inline web::Html facts_about_person(const web::Reader& reader, const PersonFact& person)
{
    const auto named = [&](const Text& honorific, const Text& name, const Language& language) {
        const auto* words = name.in(language);
        const auto plain = words ? words->shown() : std::string{};
        const auto title = directory::honorific_for(honorific, language);
        const bool apart = script::join(title, plain, language).starts_with(title + " ");
        return html(reader,
                    web::when(!title.empty(),
                              [&] {
                                  return html(reader, "<span>", title, "</span>",
                                              apart ? std::string(" ") : std::string{});
                              }),
                    plain);
    };
    const auto shown = person.name.for_reader(reader.language);
    const auto mine = shown ? shown->language : reader.language;
    return html(
        reader, "<li><div class=\"person\"><p class=\"name\"",
        web::when(mine != reader.language,
                  [&] { return html(reader, " lang=\"", mine.tag(), "\""); }),
        ">", named(person.honorific, person.name, mine), "</p>",
        web::each(person.name.wordings(),
                  [&](const auto& other) {
                      return web::when(other.first != mine, [&] {
                          return html(reader, "<p class=\"alt\" lang=\"", other.first.tag(), "\">",
                                      named(person.honorific, person.name, other.first), "</p>");
                      });
                  }),
        "<p class=\"post\">", person.post,
        web::each(person.parts,
                  [&](const PersonFact::Part& part) {
                      return html(reader,
                                  web::when(&part != &person.parts.front() || !person.post.empty(),
                                            [&] { return html(reader, ", "); }),
                                  sheet::label_of_choice(part.what),
                                  web::when(part.number > 0,
                                            [&] { return html(reader, " ", part.number); }));
                  }),
        web::when(!person.country_code.empty(),
                  [&] {
                      return html(reader, " <abbr class=\"cc\" title=\"",
                                  person.country.words(reader.language), "\">", person.country_code,
                                  "</abbr>");
                  }),
        "</p></div></li>\n");
}

inline web::Html facts_about_question(const web::Reader& reader, const Question& question)
{
    return html(reader, "<li><h3>", question.words, "</h3>",
                web::each(question.answers,
                          [&](const Answer& answer) {
                              return html(reader, "<p>",
                                          answer.primary
                                              ? html(reader, "<strong>", answer.value, "</strong>")
                                              : html(reader, answer.value),
                                          " <span class=\"said\">", answer.source, "</span></p>",
                                          other_script(reader, answer.value));
                          }),
                "</li>\n");
}

// Closed until it is wanted, so that the page stays short.
inline web::Html group_of_facts(const web::Reader& reader, const Sentence& title,
                                const web::Html& list, bool open = false)
{
    return html(reader, "<details", web::when(open, [&] { return html(reader, " open"); }),
                "><summary>", title, "</summary>\n", list, "</details>\n");
}

// The text, and the other language on a line of its own.
inline web::Html in_both(const web::Reader& reader, const Text& text)
{
    const auto other = other_script(reader, text);
    return html(reader, text,
                web::when(!other.empty(), [&] { return html(reader, "<br>", other); }));
}

inline web::Html list_of_texts(const web::Reader& reader, const Sentence& title,
                               const std::vector<Text>& texts)
{
    return web::when(!texts.empty(), [&] {
        return group_of_facts(reader, title,
                              html(reader, "<ul class=\"dash\">",
                                   web::each(texts,
                                             [&](const Text& text) {
                                                 return html(reader, "<li>", in_both(reader, text),
                                                             "</li>");
                                             }),
                                   "</ul>\n"));
    });
}

inline web::Html participants(const web::Reader& reader, const Facts& facts)
{
    return web::when(!facts.categories.empty(), [&] {
        const auto list = web::each(facts.categories, [&](const Counted& category) {
            return html(
                reader, "<li>",
                web::when(category.count.has_value(),
                          [&] { return html(reader, "<strong>", *category.count, "</strong> "); }),
                in_both(reader, category.name), "</li>");
        });
        return group_of_facts(reader, tr("Who took part"),
                              html(reader, "<ul class=\"dash\">", list, "</ul>\n"));
    });
}

// From the record of the floor, a list for each sitting.
template <class Fact>
web::Html floor_lines(const web::Reader& reader, const Sentence& title, const FloorFacts& floor,
                      const std::vector<Fact>& facts)
{
    const auto of_sitting = [&](const FloorFacts::Sitting& sitting) {
        const auto lines = web::each(facts, [&](const Fact& one) {
            const auto line = one.sitting == sitting.key ? line_of(reader, one) : std::string{};
            return web::when(!line.empty(), [&] { return html(reader, "<li>", line, "</li>\n"); });
        });
        return web::when(!lines.empty(), [&] {
            return html(reader, "<h3>", sitting.title, "</h3><ul class=\"dash\">", lines,
                        "</ul>\n");
        });
    };
    const auto all = web::each(floor.sittings, of_sitting);
    return web::when(!all.empty(), [&] { return group_of_facts(reader, title, all); });
}

inline web::Html floor_part(const web::Reader& reader, const FloorFacts& floor)
{
    return html(reader, floor_lines(reader, tr("Who spoke how long"), floor, floor.spoken),
                floor_lines(reader, tr("How the chair led"), floor, floor.led),
                floor_lines(reader, tr("Decided by cards"), floor, floor.decided));
}

// As they would be printed in the report.
inline web::Html printed_facts(const web::Reader& reader, const Editor& editor)
{
    const auto line = [&](const Sentence& label, Fill fill) {
        const auto words =
            facts_for(fill, *editor.form, editor.report, editor.facts, editor.language);
        return web::when(!words.empty(), [&] {
            return html(reader, "<dt>", label, "</dt><dd lang=\"", editor.language.tag(), "\">",
                        words, "</dd>");
        });
    };
    return html(reader, "<dl class=\"facts\">", line(tr("Meeting"), Fill::meeting),
                line(tr("Place"), Fill::place), line(tr("Date"), Fill::date), "</dl>\n");
}

inline web::Html facts_to_hand(const web::Reader& reader, const Editor& editor)
{
    const auto& facts = editor.facts;
    const auto people = web::each(
        facts.people, [&](const PersonFact& one) { return facts_about_person(reader, one); });
    const auto questions = web::each(
        facts.questions, [&](const Question& one) { return facts_about_question(reader, one); });
    return html(reader, "<section class=\"stack\" aria-labelledby=\"facts\"><h2 id=\"facts\">",
                tr("Facts to hand"), "</h2>\n", printed_facts(reader, editor),
                web::when(!people.empty(),
                          [&] {
                              return group_of_facts(
                                  reader, tr("People"),
                                  html(reader, "<ul class=\"people\">", people, "</ul>\n"), true);
                          }),
                web::when(!questions.empty(),
                          [&] {
                              return group_of_facts(
                                  reader, tr("What the sources say"),
                                  html(reader, "<ul class=\"list\">", questions, "</ul>\n"));
                          }),
                participants(reader, facts), floor_part(reader, facts.floor),
                list_of_texts(reader, tr("Topics"), facts.topics),
                list_of_texts(reader, tr("What follows"), facts.follow_ups), "</section>\n");
}

}  // namespace sala::report
