// SPDX-License-Identifier: Apache-2.0
//
// A delegation inscribes: what for, at which level, the text for the interpreters, the guiding
// questions; and the acknowledgement it can show.

#pragma once

#include "floor/handing_in.hpp"
#include "floor/preference.hpp"
#include "floor/speakers.hpp"
#include "floor/texts.view.hpp"
#include "forum/moment.view.hpp"

namespace sala::floor {

struct InscriptionPage {
    const DelegationName& own;
    const Inscription* held = nullptr;  // null: not inscribed
    std::int64_t version = 0;           // of what was handed in last, or withdrawn
    Window window;
    std::optional<Refusal> closed;  // why nobody inscribes now
    bool takes = true;              // the form all the same: from the secretariat, at any time
    std::vector<GuidingQuestion> questions;
    std::vector<Sibling> siblings;   // other sittings on the topics of this one
    const HandedIn* file = nullptr;  // null: none was sent
    std::vector<MaySpeak> people;    // of the delegation
};

// Somebody saved before this form came back.
inline bool was_overtaken(const web::Desk& desk)
{
    return !desk.refusals().empty() && desk.refusals().front().kind == Refusal::stale;
}

inline std::vector<std::pair<std::string, Sentence>> level_choices()
{
    return {{"head", name_of(Level::head)},
            {"deputy", name_of(Level::deputy)},
            {"representative", name_of(Level::representative)},
            {"minister", name_of(Level::minister)},
            {"head-of-government", name_of(Level::government)},
            {"head-of-state", name_of(Level::state)}};
}

inline std::vector<web::Field> fields_of_inscription()
{
    return {web::choice("kind", tr("What for"),
                        {{"statement", name_of(Kind::statement)}, {"group", name_of(Kind::group)}}),
            web::text("on_behalf", tr("On behalf of"))
                .optional()
                .at_most(300)
                .hinted(tr("For a statement on behalf of a group: which one.")),
            web::choice("level", tr("Level of representation"), level_choices()),
            web::text("topic", tr("Topic")).optional().at_most(300),
            web::lines("speech", tr("Text of the speech"))
                .optional()
                .hinted(tr("For the interpreters: check against delivery.")),
            web::choice("language", tr("Language of the text"),
                        {{"en", tr("English")},
                         {"th", tr("Thai")},
                         {"km", tr("Khmer")},
                         {"lo", tr("Lao")},
                         {"vi", tr("Vietnamese")},
                         {"id", tr("Indonesian")},
                         {"ms", tr("Malay")},
                         {"my", tr("Burmese")},
                         {"fil", tr("Filipino")},
                         {"fr", tr("French")},
                         {"zh", tr("Chinese")}})};
}

inline web::Field field_of_file()
{
    return web::file("file", tr("The text as a file (PDF or Word)"))
        .optional()
        .at_most(speech_bytes_max);
}

// Sends a file, and takes the one away that is there.
inline Html file_field(const web::Desk& desk, const InscriptionPage& page)
{
    const auto& reader = desk.reader();
    return html(
        reader, "<p><label for=\"file\">", field_of_file().label,
        "</label><span class=\"hint\" id=\"file-h\">",
        tr("Up to {size} MiB. Interpreters read it; a new file takes the place of the one before.",
           {{"size", std::to_string(speech_bytes_max / 1024 / 1024)}}),
        "</span><input type=\"file\" id=\"file\" name=\"file\" accept=\".pdf,.docx\" "
        "aria-describedby=\"file-h\">",
        web::error_of(desk, "file"), "</p>\n", when(page.file != nullptr, [&] {
            return html(reader, file_line(reader, *page.file),
                        "<p><label class=\"tick\"><input type=\"checkbox\" "
                        "name=\"take_file_away\" value=\"yes\"> ",
                        tr("Take the file away"), "</label></p>\n");
        }));
}

inline Html acknowledgement(const Reader& reader, const Inscription& held)
{
    return html(
        reader, "<div class=\"note\" data-is=\"agreed\" role=\"status\"><p>",
        tr("You are inscribed: number {number}, since {time}.",
           {{"number", std::to_string(held.number)}, {"time", moment_together(reader, held.at)}}),
        "</p></div>\n");
}

// The chair took the delegation off the list. What it handed in stays.
inline bool was_taken_off(const Hall& hall, std::int64_t delegation)
{
    bool off = false;
    for (const auto& entry : hall.floor.entries())
        if (entry.delegation == delegation && is_listed(entry.kind)) {
            if (entry.status != Status::withdrawn)
                return false;
            off = true;
        }
    return off;
}

inline Html taken_off_note(const Reader& reader, const Hall& hall, const InscriptionPage& page)
{
    return when(page.held && page.held->prefers == 0 && was_taken_off(hall, page.own.id), [&] {
        return html(reader, "<div class=\"note\" data-is=\"adjusted\"><p>",
                    tr("The delegation is not in the list any more. In the hall you can ask for "
                       "the floor."),
                    "</p></div>\n");
    });
}

inline std::string kept_in(const web::Desk& desk, const InscriptionPage& page,
                           const std::string& name, const std::string& kept)
{
    return desk.typed() ? (*desk.typed())[name] : page.held ? kept : std::string{};
}

inline Html question_fields(const web::Desk& desk, const InscriptionPage& page)
{
    const auto& reader = desk.reader();
    return each(page.questions, [&](const GuidingQuestion& one) {
        const auto name = "answer-" + one.key;
        const auto found = page.held ? page.held->answers.find(one.key)
                                     : std::map<std::string, std::string>::const_iterator{};
        const bool kept = page.held && found != page.held->answers.end();
        return html(reader, "<p><label for=\"", name, "\">", one.words, "</label><textarea id=\"",
                    name, "\" name=\"", name, "\" rows=\"2\">",
                    kept_in(desk, page, name, kept ? found->second : std::string{}),
                    "</textarea></p>\n");
    });
}

// Only where there is something to choose.
inline Html preference_field(const web::Desk& desk, const Hall& hall, const InscriptionPage& page)
{
    const auto& reader = desk.reader();
    const auto kept = desk.typed() ? (*desk.typed())["prefers"] : std::string{};
    return when(!page.siblings.empty(), [&] {
        return html(
            reader, "<p><label for=\"prefers\">", tr("Preferred sitting"),
            "</label><span class=\"hint\" id=\"prefers-h\">",
            tr("Several sittings have this topic. The chair sees where you would rather speak."),
            "</span><select id=\"prefers\" name=\"prefers\" aria-describedby=\"prefers-h\"><option "
            "value=\"\">",
            hall.title.words(reader.language), "</option>",
            each(page.siblings,
                 [&](const Sibling& one) {
                     const bool chosen = desk.typed()
                                             ? one.key == kept
                                             : page.held && page.held->prefers == one.sitting;
                     return html(reader, "<option value=\"", one.key, "\"",
                                 when(chosen, [&] { return html(reader, " selected"); }), ">",
                                 one.title.words(reader.language), "</option>");
                 }),
            "</select>", web::error_of(desk, "prefers"), "</p>\n");
    });
}

// Who speaks: of the delegation's people, or nobody yet.
inline Html speaker_field(const web::Desk& desk, const InscriptionPage& page)
{
    const auto& reader = desk.reader();
    const auto chosen = kept_in(
        desk, page, "person",
        page.held && page.held->person != 0 ? std::to_string(page.held->person) : std::string{});
    return html(
        reader, "<p><label for=\"person\">", tr("Who speaks"),
        "</label><span class=\"hint\" id=\"person-h\">",
        tr("Lists, screens and phones show this name. Where nobody is named they show the head of "
           "the delegation if the head comes, and else the delegation alone."),
        "</span><select id=\"person\" name=\"person\" aria-describedby=\"person-h\"><option "
        "value=\"\">",
        tr("Nobody is named yet"), "</option>",
        each(page.people,
             [&](const MaySpeak& one) {
                 const auto number = std::to_string(one.member.person);
                 return html(reader, "<option value=\"", number, "\"",
                             when(number == chosen, [&] { return html(reader, " selected"); }), ">",
                             one.name.words(reader.language), "</option>");
             }),
        "</select>", web::error_of(desk, "person"), "</p>\n");
}

// The form as it was handed in last, or as it was just typed.
inline Html inscription_form(const web::Desk& desk, const Hall& hall, const InscriptionPage& page)
{
    const auto& reader = desk.reader();
    web::Form filled;
    if (page.held && !desk.typed()) {
        filled.set("kind", word(page.held->kind));
        filled.set("on_behalf", page.held->on_behalf);
        filled.set("level", page.held->level);
        filled.set("topic", page.held->topic);
        filled.set("speech", page.held->speech);
        filled.set("language", page.held->language);
    }
    auto shown = desk;
    if (!desk.typed())
        shown.comes_back(&filled, {});
    // Whoever was overtaken has seen both now; after any other "no" they have seen what they saw.
    const bool overtaken = was_overtaken(desk);
    const auto newest =
        desk.typed() && !overtaken ? (*desk.typed())["version"] : std::to_string(page.version);
    return html(reader,
                "<form class=\"stack\" method=\"post\" enctype=\"multipart/form-data\" "
                "data-progress action=\"",
                desk.address(), "?delegation=", page.own.key, "\">", web::csrf_field(desk),
                "<input type=\"hidden\" name=\"version\" value=\"", newest, "\">",
                when(overtaken,
                     [&] {
                         return html(reader, "<h2 class=\"h3\">", tr("Yours, not saved yet"),
                                     "</h2>\n");
                     }),
                when(!overtaken, [&] { return web::refused_note(desk); }),
                speaker_field(desk, page), web::fields_of(shown, fields_of_inscription()),
                file_field(desk, page), preference_field(desk, hall, page),
                question_fields(desk, page), "<p><button type=\"submit\">",
                overtaken   ? tr("Save mine over theirs")
                : page.held ? tr("Save the changes")
                            : tr("Inscribe"),
                "</button>",
                when(page.held != nullptr,
                     [&] {
                         return html(reader,
                                     " <button type=\"submit\" data-kind=\"end\" "
                                     "name=\"withdraw\" value=\"yes\">",
                                     tr("Withdraw"), "</button>");
                     }),
                "</p></form>\n");
}

inline web::Page inscription_page(const web::Desk& desk, const Hall& hall,
                                  const InscriptionPage& page, const Html& meanwhile)
{
    const auto& reader = desk.reader();
    const auto title = reader.say(
        tr("Inscription: {delegation}", {{"delegation", page.own.name.words(reader.language)}}));
    auto body =
        html(reader, "<h1>", title, "</h1>\n<p>", hall.title, "</p>\n",
             when(page.closed.has_value(),
                  [&] {
                      return html(reader, "<div class=\"note\"><p>", page.closed->sentence,
                                  "</p></div>\n");
                  }),
             when(!page.closed && page.window.closes_at.milliseconds() > 0,
                  [&] {
                      return html(reader, "<p class=\"soft\">",
                                  tr("Inscription is open until {time}.",
                                     {{"time", moment_together(reader, page.window.closes_at)}}),
                                  "</p>\n");
                  }),
             when(page.held != nullptr, [&] { return acknowledgement(reader, *page.held); }),
             taken_off_note(reader, hall, page),
             when(!page.takes && page.held,
                  [&] { return speech_words(reader, *page.held, page.questions, page.file); }),
             meanwhile, when(page.takes, [&] { return inscription_form(desk, hall, page); }),
             "<p><a href=\"", hall.address(), "/place?delegation=", page.own.key, "\">",
             tr("My place"), "</a></p>\n");
    return {.title = title, .body = std::move(body), .frame = floor_frame(desk, hall, "place")};
}

}  // namespace sala::floor
