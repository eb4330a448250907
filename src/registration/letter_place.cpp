// SPDX-License-Identifier: Apache-2.0

#include "registration/letter_place.hpp"

#include <algorithm>

namespace sala::registration {

std::string_view word(Audience audience)
{
    switch (audience) {
    case Audience::invited:
        return "invited";
    case Audience::focal_points:
        return "focal-points";
    case Audience::registered:
        return "registered";
    }
    return {};
}

std::string_view word(LetterPlace::Type type)
{
    switch (type) {
    case LetterPlace::words:
        return "words";
    case LetterPlace::day:
        return "day";
    case LetterPlace::link:
        return "link";
    }
    return {};
}

const std::vector<LetterPlace>& all_letter_places()
{
    using enum Audience;
    using enum LetterPlace::Type;
    static const std::vector<Audience> all{invited, focal_points, registered};
    static const std::vector<LetterPlace> places{
        {"name", words, tr("whom it is written to"), all},
        {"delegation", words, tr("their delegation"), all},
        {"forum", words, tr("the title of the forum"), all},
        {"place", words, tr("where it meets"), all},
        {"date", day, tr("when it meets"), all},
        {"answer_by", day, tr("until when answers are asked for"), {invited}},
        {"register_by", day, tr("the last day of registering"), {focal_points, registered}},
        {"status", words, tr("what became of their registration"), {registered}},
        {"link", link, tr("their own way on: the answer, the delegation, their registration"), all},
    };
    return places;
}

namespace {

const LetterPlace* place_named(std::string_view name)
{
    const auto& all = all_letter_places();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const LetterPlace& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

Allowed place_fits(const std::string& field, const std::string& name, const std::string& line,
                   Audience audience, bool is_subject)
{
    const auto* place = place_named(name);
    if (!place)
        return invalid(field, "unknown-place",
                       "“{name}” in line {line} is no place of a letter. The places are listed "
                       "beside it.",
                       {{"name", name}, {"line", line}});
    if (std::find(place->audiences.begin(), place->audiences.end(), audience) ==
        place->audiences.end())
        return invalid(field, "place-not-for-these",
                       "“{name}” in line {line} is not known of those this letter goes to.",
                       {{"name", name}, {"line", line}});
    if (is_subject && place->type == LetterPlace::link)
        return invalid(field, "link-in-subject",
                       "A subject carries no link. Please put it into the letter.");
    return allowed();
}

}  // namespace

Allowed places_fit(const std::string& field, std::string_view pattern, Audience audience,
                   bool is_subject)
{
    for (auto open = pattern.find('{'); open != std::string_view::npos;
         open = pattern.find('{', open + 1)) {
        const auto line = std::to_string(
            1 +
            std::count(pattern.begin(), pattern.begin() + static_cast<std::ptrdiff_t>(open), '\n'));
        const auto close = pattern.find_first_of("}\n", open);
        if (close == std::string_view::npos || pattern[close] == '\n')
            return invalid(field, "unclosed-place",
                           "A place begins with {brace} in line {line} and has no end.",
                           {{"brace", "{"}, {"line", line}});
        const std::string name(pattern.substr(open + 1, close - open - 1));
        if (const auto fits = place_fits(field, name, line, audience, is_subject); !fits)
            return fits;
    }
    return allowed();
}

}  // namespace sala::registration
