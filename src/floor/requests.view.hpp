// SPDX-License-Identifier: Apache-2.0
//
// What waits for the chair beside the list: who asks for the floor, points of order to rule on, and
// who was called and absent.

#pragma once

#include "floor/console_rows.view.hpp"

namespace sala::floor {

// A point of order is ruled on while it waits, while it has the floor, or after it was heard.
inline Html ruling_buttons(const Reader& reader, const std::string& id)
{
    return html(reader, key_button(reader, "rule " + id + " 1", tr("Uphold"), ""),
                key_button(reader, "rule " + id + " 2", tr("Not upheld"), ""),
                key_button(reader, "rule " + id + " 3", tr("Noted"), ""));
}

// What it is about, in the words of whoever asked; and the category it was asked in.
inline Html about_request(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto words = asked_words(hall, entry);
    return when(!words.empty(), [&] { return html(reader, "<q>", words, "</q> "); });
}

inline Html category_mark(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto& ranks = hall.rules.point_categories;
    const bool known = entry.rank > 0 && entry.rank <= static_cast<std::int64_t>(ranks.size());
    return when(
        known, [&] { return html(reader, ", ", ranks[static_cast<std::size_t>(entry.rank - 1)]); });
}

inline Html request_row(const web::Desk& desk, const Hall& hall, const Entry& entry)
{
    const auto& reader = desk.reader();
    const auto id = std::to_string(entry.id);
    const bool point = entry.kind == Kind::order;
    // What comes between lets the speech go on afterwards; a reply comes after it.
    const bool ends = hall.floor.turn() && !comes_between(entry.kind);
    return html(
        reader, "<li class=\"row far\"><div><p><strong>", name_of(entry.kind), "</strong>, ",
        place_name(reader, hall, entry), code_mark(reader, hall, entry),
        budget_mark(reader, hall, entry), category_mark(reader, hall, entry),
        "</p><p class=\"soft small\">", about_request(reader, hall, entry), "<time>",
        time_words(reader, entry.entered_at, true), "</time></p></div><span class=\"row tight\">",
        when(hall.floor.phase() == Floor::Phase::open,
             [&] {
                 return key_button(reader, "give " + id, ends ? tr("End, give") : tr("Give"), "g");
             }),
        when(point, [&] { return ruling_buttons(reader, id); }),
        when(!point, [&] { return key_button(reader, "defer " + id, tr("Later"), ""); }),
        key_button(reader, "withdraw " + id, tr("Remove"), "", "end"), "</span></li>\n");
}

inline Html requests_part(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    const auto& requests = hall.floor.requests();
    return when(!requests.empty(), [&] {
        return html(
            reader,
            "<section aria-labelledby=\"asks\"><form class=\"stack\" method=\"post\" action=\"",
            desk.address(), "\">", form_head(desk, hall), no_button(reader),
            "<h2 class=\"h3\" id=\"asks\">",
            tr("Asking for the floor: {count}", {{"count", std::to_string(requests.size())}}),
            "</h2>\n<ul class=\"list\">",
            each(requests,
                 [&](std::int64_t id) { return request_row(desk, hall, *hall.floor.entry(id)); }),
            "</ul>\n<p><label for=\"ruling\">", tr("Words of the ruling"),
            "</label><input type=\"text\" id=\"ruling\" name=\"words\" "
            "maxlength=\"300\" value=\"",
            typed_words(desk, hall, true), "\"></p></form></section>\n");
    });
}

// Points of order that were heard, or are being heard, and that nobody has ruled on yet.
inline Html rulings_part(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    Html rows;
    for (const auto& entry : hall.floor.entries())
        if (entry.kind == Kind::order && entry.ruling == 0 &&
            (entry.status == Status::speaking || entry.status == Status::spoken))
            rows += html(reader, "<li class=\"row far\"><div><p><strong>", name_of(entry.kind),
                         "</strong>, ", place_name(reader, hall, entry),
                         code_mark(reader, hall, entry), category_mark(reader, hall, entry),
                         "</p><p class=\"soft small\">", about_request(reader, hall, entry),
                         "<time>", time_words(reader, entry.began_at, true),
                         "</time></p></div><span class=\"row tight\">",
                         ruling_buttons(reader, std::to_string(entry.id)), "</span></li>\n");
    return when(hall.floor.phase() == Floor::Phase::open && !rows.empty(), [&] {
        return html(reader,
                    "<section aria-labelledby=\"rulings\"><form class=\"stack\" method=\"post\" "
                    "action=\"",
                    desk.address(), "\">", form_head(desk, hall), no_button(reader),
                    "<h2 class=\"h3\" id=\"rulings\">", tr("Waiting for your ruling"),
                    "</h2>\n<ul class=\"list\">", rows, "</ul>\n<p><label for=\"ruled\">",
                    tr("Words of the ruling"),
                    "</label><input type=\"text\" id=\"ruled\" name=\"words\" "
                    "maxlength=\"300\"></p></form></section>\n");
    });
}

inline Html absent_part(const web::Desk& desk, const Hall& hall)
{
    const auto& reader = desk.reader();
    const auto absent = hall.floor.absent();
    return when(!absent.empty(), [&] {
        return html(
            reader,
            "<section aria-labelledby=\"absent\"><form class=\"stack\" method=\"post\" action=\"",
            desk.address(), "\">", form_head(desk, hall), "<h2 class=\"h3\" id=\"absent\">",
            tr("Were absent"), "</h2>\n<ul class=\"list\">",
            each(absent,
                 [&](std::int64_t id) {
                     const auto& entry = *hall.floor.entry(id);
                     const auto number = std::to_string(id);
                     return html(
                         reader, "<li class=\"row far\"><b>", place_name(reader, hall, entry),
                         code_mark(reader, hall, entry), "</b><span class=\"row tight\">",
                         key_button(reader, "restore " + number + " 1", tr("Speaks next"), ""),
                         key_button(reader, "restore " + number, tr("At the end"), ""),
                         "</span></li>\n");
                 }),
            "</ul></form></section>\n");
    });
}

}  // namespace sala::floor
