// SPDX-License-Identifier: Apache-2.0
//
// The letters to many of a forum, and the form in which one is written in both languages.

#pragma once

#include "registration/circular_recipients.hpp"
#include "registration/registration_form.view.hpp"

namespace sala::registration {

inline Sentence audience_name(Audience audience)
{
    switch (audience) {
    case Audience::invited:
        return tr("Those who were invited");
    case Audience::focal_points:
        return tr("Focal points");
    case Audience::registered:
        return tr("Those who are registered");
    }
    return {};
}

inline Sentence circular_kind_name(Circular::Kind kind)
{
    switch (kind) {
    case Circular::notice:
        return tr("Notice: they have to know it");
    case Circular::news:
        return tr("News: whoever wants none gets none");
    case Circular::reminder:
        return tr("Reminder: only to those who have not answered");
    }
    return {};
}

inline std::vector<web::Field> fields_of_circular()
{
    std::vector<std::pair<std::string, Sentence>> audiences;
    for (const auto one : {Audience::invited, Audience::focal_points, Audience::registered})
        audiences.emplace_back(word(one), audience_name(one));
    std::vector<std::pair<std::string, Sentence>> kinds;
    for (const auto one : {Circular::notice, Circular::news, Circular::reminder})
        kinds.emplace_back(word(one), circular_kind_name(one));
    std::vector<std::pair<std::string, Sentence>> statuses{{"", tr("whatever became of it")}};
    for (const auto one : all_statuses)
        statuses.emplace_back(word(one), status_name(one));
    return {
        web::choice("audience", tr("To"), audiences),
        web::choice("kind", tr("Kind"), kinds),
        web::text("delegation", tr("Delegation")).optional().at_most(200),
        web::text("category", tr("Category"))
            .optional()
            .at_most(200)
            .hinted(tr("For those who are registered.")),
        web::choice("status", tr("Status of the registration"), statuses).optional(),
        web::text("subject_en", tr("Subject in English")).at_most(200).in_language("en"),
        web::lines("body_en", tr("Letter in English")).at_most(8000).in_language("en"),
        web::text("subject_th", tr("Subject in Thai")).at_most(200).in_language("th"),
        web::lines("body_th", tr("Letter in Thai")).at_most(8000).in_language("th"),
    };
}

// A new letter begins with the words of an earlier one.
inline web::Form form_of(const Circular& circular, const std::vector<forum::Part>& delegations)
{
    const auto& words = circular.words();
    web::Form form;
    form.set("audience", std::string(word(words.audience)));
    form.set("kind", std::string(word(words.kind)));
    if (words.delegation)
        if (const auto* part = part_of(delegations, words.delegation->number()))
            form.set("delegation", part->key);
    form.set("category", words.category);
    form.set("status", words.status ? std::string(word(*words.status)) : std::string{});
    for (const auto& language : web::interface_languages()) {
        form.set("subject_" + language.tag(), words.subject.words(language));
        form.set("body_" + language.tag(), words.body.words(language));
    }
    return form;
}

struct CircularsPage {
    std::vector<KeptCircular> circulars;
    std::vector<forum::Part> delegations;
    std::vector<forum::Part> categories;
};

inline web::Html places_list(const web::Reader& reader)
{
    return html(reader, "<details><summary>", tr("Places that are filled in"),
                "</summary><dl class=\"facts\">",
                each(all_letter_places(),
                     [&](const LetterPlace& place) {
                         return html(reader, "<dt><code>{", place.name, "}</code></dt><dd>",
                                     place.meaning, "</dd>\n");
                     }),
                "</dl></details>\n");
}

inline web::Html circular_form(const web::Desk& desk, const forum::Forum& forum,
                               const CircularsPage& page)
{
    const auto& reader = desk.reader();
    auto fields = fields_of_circular();
    for (auto& field : fields) {
        const bool delegation = field.name == "delegation";
        if (!delegation && field.name != "category")
            continue;
        field.kind = web::Field::choice;
        field.choices =
            part_choices(reader, delegation ? page.delegations : page.categories, tr("all"));
    }
    return html(reader, "<form class=\"stack\" method=\"post\" action=\"", forum.address(),
                "/circulars\" data-warn>\n", web::csrf_field(desk), "<h2 class=\"h3\">",
                tr("Write to many"), "</h2>\n", web::refused_note(desk), places_list(reader),
                web::fields_of(desk, fields), "<p><button type=\"submit\" data-key=\"s\">",
                tr("Keep it and look who gets it"), "</button></p>\n</form>\n");
}

inline web::Html circular_list(const web::Reader& reader, const forum::Forum& forum,
                               const CircularsPage& page)
{
    if (page.circulars.empty())
        return html(reader, "<div class=\"empty\"><h2>", tr("Nobody has been written to yet"),
                    "</h2><p>",
                    tr("A letter to many is written once, in both languages, and filled in for "
                       "each. Before anything waits in the outbox you see who gets it."),
                    "</p></div>\n");
    return html(reader, "<h2 class=\"h3\">", tr("Written before"), "</h2>\n<ul class=\"list\">",
                each(page.circulars,
                     [&](const KeptCircular& one) {
                         const auto& words = one.circular.words();
                         return html(reader, "<li><a href=\"", forum.address(), "/circulars/",
                                     one.circular.id().word(), "\">", words.subject,
                                     "</a><br><small class=\"soft\">",
                                     audience_name(words.audience), " · ",
                                     tr_count("{count} letter", "{count} letters",
                                              static_cast<std::size_t>(one.letters)),
                                     " · ", forum::moment(reader, words.at), " · ", one.by,
                                     "</small></li>\n");
                     }),
                "</ul>\n");
}

inline web::Page circulars_page(const web::Desk& desk, const forum::Forum& forum,
                                const CircularsPage& page)
{
    const auto& reader = desk.reader();
    auto body = html(
        reader, "<h1>", tr("Letters to many"), "</h1>\n", places_of_registering(reader, forum),
        "<div class=\"beside wide\">\n<div class=\"stack\">\n", circular_form(desk, forum, page),
        "</div>\n<div class=\"stack\">\n", circular_list(reader, forum, page), "</div>\n</div>\n");
    return {.title = reader.say(tr("Letters to many")) + ", " + forum.title.words(reader.language),
            .body = std::move(body),
            .frame = forum::desk_frame(desk, forum, "registrations")};
}

}  // namespace sala::registration
