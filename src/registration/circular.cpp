// SPDX-License-Identifier: Apache-2.0

#include "registration/circular.hpp"

#include "web/reader.hpp"

#include <array>

namespace sala::registration {

std::string_view word(Circular::Kind kind)
{
    switch (kind) {
    case Circular::notice:
        return "notice";
    case Circular::news:
        return "news";
    case Circular::reminder:
        return "reminder";
    }
    return {};
}

std::optional<Circular::Kind> circular_kind_named(std::string_view named)
{
    for (const auto kind : {Circular::notice, Circular::news, Circular::reminder})
        if (word(kind) == named)
            return kind;
    return std::nullopt;
}

std::optional<Audience> audience_named(std::string_view named)
{
    for (const auto audience : {Audience::invited, Audience::focal_points, Audience::registered})
        if (word(audience) == named)
            return audience;
    return std::nullopt;
}

static Allowed text_fits(const std::string& name, const Text& text, const Language& language,
                         Audience audience)
{
    const auto field = name + "_" + language.tag();
    const bool is_subject = name == "subject";
    const auto* words = text.in(language);
    if (!words)
        return invalid(field, "text-missing",
                       "The letter is written in both languages. Please write this part, too.");
    if (is_subject && words->shown().find('\n') != std::string::npos)
        return invalid(field, "subject-not-one-line",
                       "The subject must be a single line of words.");
    return places_fit(field, words->shown(), audience, is_subject);
}

Result<Circular> Circular::written(Words words)
{
    if (words.kind == reminder && words.audience == Audience::focal_points)
        return invalid("kind", "reminder-not-for-these",
                       "Reminded is who was invited and has not answered, or who is registered and "
                       "owes an answer to a question. Choose one of these, or send it as a "
                       "notice.");
    for (const auto& language : web::interface_languages())
        for (const auto& [name, text] :
             {std::pair{"subject", &words.subject}, std::pair{"body", &words.body}})
            if (const auto fits = text_fits(name, *text, language, words.audience); !fits)
                return fits.refusal();
    return Circular(std::move(words));
}

}  // namespace sala::registration
