// SPDX-License-Identifier: Apache-2.0
//
// A forum's first page: title, facts, one roof over its meetings, topics, days, doubts.

#pragma once

#include "directory/person_card.view.hpp"
#include "forum/claim_list.view.hpp"
#include "forum/published_reports.view.hpp"
#include "forum/search_box.view.hpp"
#include "programme/entry.view.hpp"
#include "programme/forum_days.view.hpp"
#include "programme/forum_roof.view.hpp"

#include <algorithm>

namespace sala::programme {

inline Html topics_column(const Reader& reader, const ForumHome& home)
{
    constexpr std::size_t points_max = 24;  // more are read faster side by side
    const auto& topics = home.topics;
    if (topics.empty())
        return {};
    if (topics.rows().size() > points_max)
        return html(reader, "<h2>",
                    tr_count("{count} topic", "{count} topics", topics.rows().size()),
                    "</h2>\n<ul class=\"columns\">\n",
                    each(topics.rows(),
                         [&](const auto& row) {
                             return html(reader, "<li><a href=\"", home.forum.address(), "/topics/",
                                         row.key, "\">", topics.text(row, "title"), "</a></li>\n");
                         }),
                    "</ul>\n");
    return html(reader, "<h2>", tr_count("{count} topic", "{count} topics", topics.rows().size()),
                "</h2>\n<ol class=\"points\">\n",
                each(topics.rows(),
                     [&](const auto& row) {
                         const auto& title = topics.text(row, "title");
                         return html(reader, "<li><a href=\"", home.forum.address(), "/topics/",
                                     row.key, "\">", title, "</a><span class=\"small\">",
                                     web::other_script(reader, title), "</span></li>\n");
                     }),
                "</ol>\n");
}

inline Html questions_column(const Reader& reader, const ForumHome& home)
{
    const auto& questions = home.questions;
    if (questions.empty())
        return {};
    return html(reader, "<h2>", tr("Guiding questions"), "</h2>\n<p class=\"soft\">",
                tr("Words that an editor corrected are marked, with what was printed before them."),
                "</p>\n<ol class=\"points\">\n",
                each(questions.rows(),
                     [&](const auto& row) {
                         const auto& text = questions.text(row, "text");
                         return html(reader, "<li id=\"question-", row.key, "\"><p>", text,
                                     "</p><p class=\"small\">", web::other_script(reader, text),
                                     "</p>", forum::note_line(reader, questions.text(row, "note")),
                                     "</li>\n");
                     }),
                "</ol>\n");
}

inline Html components_column(const Reader& reader, const ForumHome& home)
{
    const auto& texts = home.texts;
    std::vector<const forum::Listed::Row*> components;
    for (const auto& row : texts.rows())
        if (texts.words(row, "kind") == "component")
            components.push_back(&row);
    return when(!components.empty(), [&] {
        return html(reader, "<h2>", tr("Components"), "</h2>\n<ol class=\"points\">\n",
                    each(components,
                         [&](const auto* row) {
                             return html(reader, "<li><p>", texts.text(*row, "text"),
                                         "</p><p class=\"small\">",
                                         web::other_script(reader, texts.text(*row, "text")),
                                         "</p></li>\n");
                         }),
                    "</ol>\n");
    });
}

inline Html categories_column(const Reader& reader, const ForumHome& home)
{
    const auto& table = home.categories;
    return when(!table.empty(), [&] {
        return html(
            reader, "<h2>", tr("Who takes part"), "</h2>\n<ol class=\"points\">\n",
            each(table.rows(),
                 [&](const auto& row) {
                     const auto& source = home.sources.text_of(table.words(row, "source"), "title");
                     const auto count = table.number(row, "count");
                     return html(
                         reader, "<li><p>", table.text(row, "name"),
                         when(count.has_value(),
                              [&] {
                                  return html(reader, " <strong>", count.value_or(0), "</strong>");
                              }),
                         "</p><p class=\"small\">",
                         web::other_script(reader, table.text(row, "name")), "</p>",
                         when(count.has_value() && !source.empty(),
                              [&] { return html(reader, "<p class=\"said\">", source, "</p>"); }),
                         forum::note_line(reader, table.text(row, "note")), "</li>\n");
                 }),
            "</ol>\n");
    });
}

inline Html hosts_column(const Reader& reader, const ForumHome& home)
{
    return when(!home.hosts.empty(), [&] {
        return html(
            reader, "<h2>", tr("Who hosts, and who says so"), "</h2>\n<ul class=\"list\">\n",
            each(home.hosts,
                 [&](const HostsShown& one) {
                     return html(
                         reader, "<li><p class=\"over\">", sheet::label_of_choice(one.role),
                         "</p><p>", host_names(reader, one.hosts), "</p>",
                         when(!one.statement.empty(),
                              [&] {
                                  return html(reader, "<p class=\"small\">",
                                              web::unbroken(reader, one.statement, home.people),
                                              "</p>");
                              }),
                         when(!one.source.empty(),
                              [&] {
                                  return html(reader, "<p class=\"said\">", one.source, "</p>");
                              }),
                         forum::note_line(reader, one.note), "</li>\n");
                 }),
            "</ul>\n");
    });
}

// The first few questions that match, with all their answers; the rest is one link away.
template <class Matches>
Html doubts(const Reader& reader, const ForumHome& home, const Sentence& title, Matches matches)
{
    constexpr std::size_t shown_max = 4;
    std::vector<const forum::Question*> found;
    for (const auto& question : home.claims)
        if (matches(question) && found.size() < shown_max)
            found.push_back(&question);
    return when(!found.empty(), [&] {
        return html(
            reader, "<h2>", title, "</h2>\n<ul class=\"list\">\n",
            each(found,
                 [&](const forum::Question* one) { return forum::question_item(reader, *one); }),
            "</ul>\n");
    });
}

inline Html doubts_column(const Reader& reader, const ForumHome& home)
{
    const auto waits = [](const forum::Question& question) {
        return std::any_of(question.claims.begin(), question.claims.end(),
                           [](const auto& claim) { return claim.waits_for_evidence(); });
    };
    const auto disagree = doubts(reader, home, tr("Where sources disagree"),
                                 [](const auto& one) { return one.sources_disagree(); });
    const auto waiting = doubts(reader, home, tr("What waits for evidence"), [&](const auto& one) {
        return !one.sources_disagree() && waits(one);
    });
    return html(reader, disagree, waiting, when(!home.claims.empty(), [&] {
                    return html(reader, "<p><a href=\"", home.forum.address(), "/data\">",
                                tr_count("All about the data: {count} question",
                                         "All about the data: {count} questions",
                                         home.claims.size()),
                                "</a></p>\n");
                }));
}

inline Html as_line(const web::Desk& desk, const ForumHome& home)
{
    const auto& reader = desk.reader();
    const auto& address = home.forum.address();
    return html(reader, "<p class=\"as\">", tr("This page as"), " <a href=\"", address,
                ".json\">JSON</a>, <a href=\"", address, "/programme.ics\">", tr("calendar"),
                "</a>, <a href=\"", address, "/releases.atom\">", tr("feed"), "</a>. ",
                when(home.release.has_value(),
                     [&] {
                         const auto zone = script::Zone::named(home.forum.zone);
                         const auto at =
                             script::clock(home.release->at, zone ? *zone : script::Zone::utc());
                         return html(
                             reader, "<a href=\"", address, "/releases\">",
                             tr("Release {number}, “{name}”, {date}",
                                {{"number", std::to_string(home.release->number)},
                                 {"name", home.release->name},
                                 {"date", script::render_day(at.day, script::DateStyle::for_reader(
                                                                         reader.language))}}),
                             "</a>");
                     }),
                "</p>\n");
}

inline web::Page forum_page(const web::Desk& desk, const ForumHome& home)
{
    const auto& reader = desk.reader();
    const auto& forum = home.forum;
    return {
        .title = forum.title.words(reader.language),
        .body = html(
            reader, forum_title(reader, forum.title),
            when(!forum.summary.empty(),
                 [&] { return html(reader, "<p class=\"lede\">", forum.summary, "</p>\n"); }),
            when(!forum.is_public(),
                 [&] {
                     return html(reader, "<p><span class=\"chip\" data-is=\"draft\">",
                                 tr("Draft: only the secretariat sees it"), "</span></p>\n");
                 }),
            facts_strip(reader, home), roof_and_bays(reader, home),
            when(!forum.about.empty(), [&] { return html(reader, "<p>", forum.about, "</p>\n"); }),
            "<div class=\"beside after\">\n<div class=\"stack\">\n", topics_column(reader, home),
            questions_column(reader, home), components_column(reader, home),
            categories_column(reader, home), hosts_column(reader, home),
            "</div>\n<div class=\"stack\">\n", days_column(reader, home),
            forum::published_reports(reader, forum, home.reports), doubts_column(reader, home),
            forum::search_box(reader, forum.address() + "/search", tr("Search this forum")),
            "</div>\n</div>\n", as_line(desk, home)),
        .description = forum.summary.words(reader.language),
        .feeds = {{forum.address() + "/releases.atom", "application/atom+xml"},
                  {forum.address() + "/programme.ics", "text/calendar"}}};
}

}  // namespace sala::programme
