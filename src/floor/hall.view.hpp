// SPDX-License-Identifier: Apache-2.0
//
// What the walls of the hall show: who speaks, how long still, who is next. Names in both scripts,
// countries as codes, the clock to be read from thirty metres; and the same as a lower third.

#pragma once

#include "floor/called_off.view.hpp"
#include "floor/console_rows.view.hpp"
#include "script/line_letters.hpp"

namespace sala::floor {

inline const char* other_tag(const Reader& reader) { return reader.is_thai() ? "en" : "th"; }

// A name without a space is never broken; a whole sentence has to be.
inline bool is_unbroken(const std::string& words)
{
    constexpr std::size_t name = 40;
    return words.find(' ') == std::string::npos && script::letters_in_line(words) <= name;
}

inline Html unbroken(const std::string& words)
{
    return when(is_unbroken(words), [] { return Html::trusted(" unbroken"); });
}

inline bool is_longer(const std::string& words, std::size_t unbroken, std::size_t broken)
{
    return script::letters_in_line(words) > (is_unbroken(words) ? unbroken : broken);
}

// Too long to be read from far away beside the clock: it has a row of its own above it, with the
// name in the other script, which is smaller.
inline bool has_own_row(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto& place = place_of(hall, entry);
    const auto other = Language::named(other_tag(reader));
    const auto* wording = other ? place.in(*other) : nullptr;
    return is_longer(place.words(reader.language), 11, 22) ||
           (wording && is_longer(wording->shown(), 16, 40));
}

inline Html in_other(const Reader& reader, const char* name, const Text& text)
{
    const auto other = Language::named(other_tag(reader));
    const auto* wording = other ? text.in(*other) : nullptr;
    return when(wording && wording->shown() != text.words(reader.language), [&] {
        return html(reader, "<p class=\"", std::string(name), unbroken(wording->shown()),
                    "\" lang=\"", std::string(other_tag(reader)), "\">", wording->shown(),
                    "</p>\n");
    });
}

// The sizes are those before the island has tried what fits.
inline Html city_line(const Reader& reader, const Hall& hall, const Entry& entry)
{
    constexpr std::size_t long_name = 9;
    const auto words = place_of(hall, entry).words(reader.language);
    return html(
        reader, "<p class=\"city",
        when(script::letters_in_line(words) > long_name, [] { return Html::trusted(" long"); }),
        unbroken(words), "\">", place_name(reader, hall, entry), code_mark(reader, hall, entry),
        "</p>\n");
}

inline Html who_speaks(const Reader& reader, const Hall& hall, const Entry& entry)
{
    const auto& place = place_of(hall, entry);
    const auto* person = hall.names.person(entry.person);
    const auto* post = hall.names.post(entry.post);
    const bool named = person && !person->name.empty() && &person->name != &place;
    const bool above = has_own_row(reader, hall, entry);
    const auto city = html(reader, city_line(reader, hall, entry), in_other(reader, "alt", place));
    return html(reader, above ? city : Html{}, "<div class=\"who\">\n", above ? Html{} : city,
                when(entry.kind != Kind::statement,
                     [&] {
                         return html(reader, "<p class=\"kind\">", kind_words(reader, hall, entry),
                                     "</p>\n");
                     }),
                when(named,
                     [&] {
                         return html(reader, "<p class=\"name\">",
                                     person->name.words(reader.language), "</p>\n",
                                     when(post != nullptr,
                                          [&] {
                                              return html(reader, "<p class=\"post\">",
                                                          post->words(reader.language), "</p>\n");
                                          }),
                                     in_other(reader, "name", person->name),
                                     when(post != nullptr,
                                          [&] { return in_other(reader, "post", *post); }));
                     }),
                who_waits(reader, hall), "</div>\n");
}

inline Html next_line(const Reader& reader, const Hall& hall)
{
    if (nobody_comes(hall))
        return html(reader, "<p></p>\n");
    const auto listed = as_it_would_open(hall);
    const auto& list = listed.floor.list();
    const auto one = [&](std::size_t place, const Sentence& words) {
        return when(list.size() > place, [&] {
            return html(reader, "<p><small>", words, "</small> ",
                        place_name(reader, listed, *listed.floor.entry(list[place])), "</p>\n");
        });
    };
    return html(reader, "<div class=\"next\">\n", one(0, tr("Next")), one(1, tr("then")),
                "<p><small>",
                list.empty()
                    ? tr("Nobody is left on the list")
                    : tr_count("{count} left on the list", "{count} left on the list", list.size()),
                "</small></p></div>\n");
}

// What is decided at the moment, or was since the chair's last step. Whose card it was is no
// business of a screen, and of few secret ones the sums would tell.
inline Html decided_message(const Reader& reader, const Hall& hall)
{
    const bool told = hall.decided && !hall.decided->tells_cards();
    return html(
        reader,
        when(hall.decides(),
             [&] {
                 return html(
                     reader, "<p class=\"message\">",
                     tr("To be decided by cards: {question}", {{"question", hall.poll->question}}),
                     "</p>\n");
             }),
        when(told, [&] {
            return html(reader, "<p class=\"message\">",
                        tr("Decided by cards: {question}", {{"question", hall.decided->question}}),
                        " <b>", result_of(*hall.decided), "</b></p>\n");
        }));
}

// What changes on the screen; the frame around it stays.
inline Html hall_middle(const Reader& reader, const Hall& hall, Instant now)
{
    const auto& floor = hall.floor;
    const auto* entry = floor.speaker();
    const auto topics = entry ? topics_of(reader, hall, *entry) : Html{};
    return html(
        reader, "<div class=\"top\"><h1>", topics.empty() ? html(reader, hall.title) : topics,
        "</h1><p class=\"wall\"><time data-wall></time></p></div>\n",
        entry ? who_speaks(reader, hall, *entry)
              : html(reader, "<div class=\"who\"><p class=\"name\">", nobody_speaks(hall),
                     "</p></div>\n"),
        entry ? clock_of(reader, floor, now) : html(reader, "<p></p>\n"),
        bar_of(reader, floor, now), decided_message(reader, hall),
        floor.message().empty() && !hall.rehearsal.running
            ? Html{}
            : html(reader, "<p class=\"message\">",
                   when(hall.rehearsal.running, [&] { return html(reader, tr("Rehearsal"), " "); }),
                   floor.message(), "</p>\n"),
        next_line(reader, hall));
}

inline Html lower_third(const Reader& reader, const Hall& hall, Instant)
{
    const auto* entry = hall.floor.speaker();
    const auto* person = entry ? hall.names.person(entry->person) : nullptr;
    const auto* post = entry ? hall.names.post(entry->post) : nullptr;
    // For those who listen to the page; a picture shows the strip alone.
    auto strip = html(reader, "<h1 class=\"unseen\">", hall.title, "</h1>\n");
    strip += when(entry != nullptr, [&] {
        return html(
            reader, "<div class=\"strip\">",
            when(hall.rehearsal.running,
                 [&] { return html(reader, "<p class=\"post\">", tr("Rehearsal"), "</p>"); }),
            when(person != nullptr,
                 [&] {
                     return html(reader, "<p class=\"name\">", person->name.words(reader.language),
                                 "</p>");
                 }),
            when(entry->kind != Kind::statement,
                 [&] {
                     return html(reader, "<p class=\"post\">", kind_words(reader, hall, *entry),
                                 "</p>");
                 }),
            // Where nobody is named the place is what the audience reads.
            "<p class=\"", std::string(person ? "post" : "name"), "\">",
            when(post != nullptr, [&] { return html(reader, post->words(reader.language), ", "); }),
            place_name(reader, hall, *entry), code_mark(reader, hall, *entry), "</p></div>\n");
    });
    return strip;
}

struct Wall {
    std::string title;
    std::string body_class;
    std::string live;  // the address of its stream
    std::string zone;
};

// A whole document: a wall has no menu. A browser makes no sound on a page that nobody has touched
// yet, and a hall says so; over the picture of a camera stands nothing but the name.
inline Html wall_document(const Reader& reader, const Wall& wall, const Html& middle)
{
    return html(
        reader, "<!DOCTYPE html>\n<html lang=\"", reader.language.tag(),
        "\" data-theme=\"dark\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<title>",
        wall.title, "</title>\n<link rel=\"stylesheet\" href=\"", web::asset_address("sala.css"),
        "\">\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"", web::asset_address("icon.svg"),
        "\">\n", floor_script(reader), "</head>\n<body class=\"", wall.body_class,
        "\">\n<main id=\"main\" data-floor=\"", wall.live, "\" data-zone=\"", wall.zone, "\">\n",
        middle, "</main>\n<footer class=\"lost\" data-lost hidden>",
        tr("Without connection since {time}"), "</footer>\n",
        when(wall.body_class == "hall",
             [&] {
                 return html(reader, "<button type=\"button\" class=\"sound\" data-sound hidden>",
                             tr("The tone at zero is silent: touch here once"), "</button>\n");
             }),
        "</body>\n</html>\n");
}

inline Html screen_document(const Reader& reader, const Hall& hall, const std::string& audience,
                            Instant now)
{
    const bool lower = audience == "lower-third";
    const auto& title = hall.room.empty() ? hall.title : hall.room;
    return wall_document(
        reader,
        {title.words(reader.language), lower ? "lower-third" : "hall",
         hall.address() + "/live?audience=" + audience + "&language=" + reader.language.tag(),
         hall.forum.zone},
        lower ? lower_third(reader, hall, now) : hall_middle(reader, hall, now));
}

}  // namespace sala::floor
