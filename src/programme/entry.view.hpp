// SPDX-License-Identifier: Apache-2.0
//
// How one entry of a programme looks: its clock, its speakers, its marks.

#pragma once

#include "directory/person_card.view.hpp"
#include "programme/programme.hpp"
#include "sheet/sheet.hpp"
#include "web/unbroken_words.hpp"

namespace sala::programme {

using web::each;
using web::Html;
using web::html;
using web::Reader;
using web::when;

inline std::string clock_words(const Reader& reader, int minutes)
{
    return script::render_clock(minutes / 60 % 24, minutes % 60, reader.language);
}

inline Html clock_mark(const Reader& reader, const Time& time)
{
    if (!time.start)
        return {};
    return html(reader, "<time",
                when(time.illustrative,
                     [&] {
                         return html(reader, " data-is=\"illustrative\" title=\"",
                                     tr("time not in the source"), "\"");
                     }),
                ">", clock_words(reader, *time.start), "</time>");
}

// "09:00–12:00", with what is not known left out.
inline Html span_mark(const Reader& reader, const Time& time)
{
    auto span = clock_mark(reader, time);
    if (const auto end = time.end())
        append(span, reader, "–<time>", clock_words(reader, *end), "</time>");
    return span;
}

inline Html day_words(const Reader& reader, const script::Day& day)
{
    using script::DateStyle;
    const auto own = DateStyle::for_reader(reader.language, script::DateForm::full_with_weekday);
    const auto other = reader.is_thai() ? DateStyle::english(script::DateForm::full)
                                        : DateStyle::thai(script::DateForm::full);
    return html(reader, "<time datetime=\"", script::iso(day), "\">",
                web::unbroken(reader, script::render_day(day, own)),
                "</time> <span class=\"soft small nb\" lang=\"",
                reader.is_thai() ? std::string("en") : std::string("th"), "\">",
                script::render_day(day, other), "</span>");
}

inline Html country_code(const Reader& reader, const Speaker& speaker)
{
    return when(!speaker.country_code.empty(), [&] {
        return html(reader, " <abbr class=\"cc\" title=\"", speaker.country.words(reader.language),
                    "\">", speaker.country_code, "</abbr>");
    });
}

// Honorific, name, post, city and code, in the reader's script and small in the other.
inline Html person_card(const Reader& reader, const Speaker& speaker, const std::string& forum,
                        bool big = false)
{
    const auto name = speaker.name.words(reader.language);
    const auto linked = [&](const Html& words) {
        return speaker.person_key.empty() ? words
                                          : html(reader, "<a href=\"", forum, "/people/",
                                                 speaker.person_key, "\">", words, "</a>");
    };
    Html card;
    append(card, reader, "<div class=\"person", when(big, [&] { return html(reader, " big"); }),
           "\">");
    if (!name.empty()) {
        append(card, reader, "<p class=\"name\">",
               linked(directory::name_with_honorific(reader, speaker.honorific, speaker.name)),
               "</p>");
        const auto other = reader.is_thai() ? Language::english() : Language::thai();
        if (const auto* wording = speaker.name.in(other))
            append(card, reader, "<p class=\"alt\" lang=\"", other.tag(), "\"><span class=\"nb\">",
                   script::join(directory::honorific_for(speaker.honorific, other),
                                wording->shown(), other),
                   "</span></p>");
    } else {
        append(card, reader, "<p class=\"name\">", short_name(speaker), "</p>");
    }
    append(card, reader, "<p class=\"post\">", speaker.post, country_code(reader, speaker),
           "</p></div>");
    return card;
}

inline Html speech_title(const Reader& reader, const Intervention& one)
{
    return one.title.empty() ? html(reader, short_name(one.speaker)) : html(reader, one.title);
}

// Somebody else's schedule has talks that nobody is named for: an entry of the sitting's own name
// and without a speaker only keeps its topic.
inline bool says_sitting_again(const Sitting& sitting, const Intervention& one)
{
    return sitting.interventions.size() == 1 && one.title == sitting.title && !one.cancelled &&
           short_name(one.speaker).empty();
}

inline Html cancelled_words(const Reader& reader, bool cancelled, const Html& words)
{
    if (!cancelled)
        return words;
    return html(reader, "<del>", words, "</del> <span class=\"chip\" data-is=\"cancelled\">",
                tr("Cancelled"), "</span>");
}

// What falls with its sitting is struck as well. The word stands once, beside the sitting.
inline Html words_in(const Reader& reader, const Sitting& sitting, bool cancelled,
                     const Html& words)
{
    if (cancelled || !sitting.cancelled)
        return cancelled_words(reader, cancelled, words);
    return html(reader, "<del>", words, "</del>");
}

inline Html certainty_chip(const Reader& reader, const std::string& certainty)
{
    return when(certainty == "conditional", [&] {
        return html(reader, " <span class=\"chip\" data-is=\"adjusted\">", tr("Conditional"),
                    "</span>");
    });
}

inline Html speech_line(const Reader& reader, const std::string& forum, const Sitting& sitting,
                        const Intervention& one, bool conflict)
{
    return html(
        reader, "<li", when(conflict, [&] { return html(reader, " data-is=\"conflict\""); }), ">",
        clock_mark(reader, one.time), " <span><a href=\"", forum, "/interventions/", one.key, "\">",
        words_in(reader, sitting, one.cancelled, speech_title(reader, one)), "</a></span></li>");
}

inline std::string sitting_facts(const Reader& reader, const Sitting& sitting)
{
    std::string facts;
    const auto add = [&](const std::string& words) { facts += ", " + words; };
    if (sitting.speaker_minutes)
        add(reader.say(
            tr("{minutes} minutes each", {{"minutes", std::to_string(*sitting.speaker_minutes)}})));
    if (!sitting.time.start && !sitting.part.empty())
        add(reader.say(sheet::label_of_choice(sitting.part)));
    return facts.empty() ? facts : facts.substr(2);
}

}  // namespace sala::programme
