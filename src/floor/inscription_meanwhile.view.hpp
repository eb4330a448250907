// SPDX-License-Identifier: Apache-2.0
//
// Two people changed one inscription: what the other one saved, beside what was just typed, so that
// a person chooses. Nothing is lost: all that was handed in stays in the store.

#pragma once

#include "floor/inscription.view.hpp"

namespace sala::floor {

struct Compared {
    std::string label;
    std::string theirs;
    std::string mine;
};

inline std::string person_named(const Reader& reader, const InscriptionPage& page,
                                const std::string& number)
{
    for (const auto& one : page.people)
        if (std::to_string(one.member.person) == number)
            return one.name.words(reader.language);
    return reader.say(tr("Nobody is named yet"));
}

// Each field as they saved it and as it was typed, in the order of the form.
inline std::vector<Compared> compared(const Reader& reader, const InscriptionPage& page,
                                      const Inscription& held, const web::Form& typed)
{
    const auto level = [&](const std::string& word) {
        return reader.say(name_of(level_named(word)));
    };
    const auto kind = [&](const std::string& word) {
        return reader.say(name_of(kind_named(word).value_or(Kind::statement)));
    };
    std::vector<Compared> all{
        {reader.say(tr("Who speaks")), person_named(reader, page, std::to_string(held.person)),
         person_named(reader, page, typed["person"])},
        {reader.say(tr("What for")), reader.say(name_of(held.kind)), kind(typed["kind"])},
        {reader.say(tr("On behalf of")), held.on_behalf, typed["on_behalf"]},
        {reader.say(tr("Level of representation")), level(held.level), level(typed["level"])},
        {reader.say(tr("Topic")), held.topic, typed["topic"]},
        {reader.say(tr("Text of the speech")), held.speech, typed["speech"]}};
    for (const auto& question : page.questions) {
        const auto answer = held.answers.find(question.key);
        all.push_back({question.words.words(reader.language),
                       answer == held.answers.end() ? "" : answer->second,
                       typed["answer-" + question.key]});
    }
    return all;
}

// Handed in too late: what was typed is not kept here, and can be taken along.
inline Html typed_in_vain(const web::Desk& desk, const InscriptionPage& page)
{
    const auto& reader = desk.reader();
    const auto& typed = *desk.typed();
    Inscription one;
    one.topic = typed["topic"];
    one.speech = typed["speech"];
    one.language = typed["language"];
    for (const auto& question : page.questions)
        if (const auto& words = typed["answer-" + question.key]; !words.empty())
            one.answers[question.key] = words;
    const auto& group = typed["on_behalf"];
    const auto words =
        html(reader, when(!group.empty(), [&] { return html(reader, "<p>", group, "</p>\n"); }),
             speech_words(reader, one, page.questions, nullptr));
    return when(!words.empty(), [&] {
        return html(reader, "<section class=\"card\"><h2 class=\"h3\">",
                    tr("You had written, and it was not kept"), "</h2>\n", words, "</section>\n");
    });
}

inline Html meanwhile_part(const web::Desk& desk, const Hall&, const InscriptionPage& page)
{
    const auto& reader = desk.reader();
    if (!desk.typed())
        return {};
    if (!was_overtaken(desk))
        return page.takes ? Html{} : typed_in_vain(desk, page);
    const auto theirs =
        page.held ? compared(reader, page, *page.held, *desk.typed()) : std::vector<Compared>{};
    return html(
        reader, "<div class=\"note\" data-is=\"conflict\" role=\"alert\"><h2>",
        tr("Someone saved this before you"), "</h2><p>", desk.refusals().front().sentence,
        "</p></div>\n<section class=\"card\"><h2 class=\"h3\">",
        page.held ? tr("Saved on {when}", {{"when", forum::moment_words(reader, page.held->at)}})
                  : tr("The inscription was withdrawn meanwhile."),
        "</h2>\n",
        each(theirs,
             [&](const Compared& one) {
                 return when(one.theirs != one.mine, [&] {
                     return html(reader, "<h3>", one.label, "</h3><div class=\"letter\">",
                                 one.theirs.empty() ? std::string("–") : one.theirs, "</div>\n");
                 });
             }),
        "<p><a class=\"button\" data-kind=\"plain\" href=\"", desk.address(),
        "?delegation=", page.own.key, "\">", tr("Keep theirs"), "</a></p></section>\n");
}

}  // namespace sala::floor
