// SPDX-License-Identifier: Apache-2.0
//
// What happens around the people: files are imported, time passes, letters are carried.

#include "scenarios/world.hpp"

#include <fmt/format.h>

#include <charconv>

namespace sala::scenarios {

namespace {

int number(const Telling& telling, const std::string& digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size())
        throw Wrong{telling.step.line, "“" + digits + "” is not a number."};
    return value;
}

// The old words must stand in the file once, so that nobody changes what they do not mean.
void replace(const Telling& t, const std::string& old, const std::string& fresh)
{
    auto& bytes = t.world.folder[t.places.at(0)];
    const auto at = bytes.find(old);
    if (at == std::string::npos || bytes.find(old, at + 1) != std::string::npos)
        throw Wrong{t.step.line, "“" + old + "” does not stand in the file exactly once."};
    bytes.replace(at, old.size(), fresh);
}

}  // namespace

const std::vector<Phrase>& phrases_of_the_house()
{
    static const std::vector<Phrase> phrases{
        {"in {file} of the folder {\"old\"} becomes {\"new\"}",
         [](Telling t) { replace(t, t.places.at(1), t.places.at(2)); }},
        {"the folder is imported -> {answer}",
         [](Telling t) { t.expect(t.world.imports_folder(false)); }, true},
        {"the folder is imported as a draft -> {answer}",
         [](Telling t) { t.expect(t.world.imports_folder(true)); }, true},
        {"the forum is {slug}", [](Telling t) { t.world.forum = t.places.at(0); }},
        {"{minutes} minutes pass",
         [](Telling t) { t.world.stage.passes(std::chrono::minutes(number(t, t.places.at(0)))); }},
        {"{seconds} seconds pass",
         [](Telling t) { t.world.stage.passes(std::chrono::seconds(number(t, t.places.at(0)))); }},
        {"a sign-in link is made",
         [](Telling t) { t.world.sign_in_link = t.world.makes_sign_in_link(); }},
        {"a letter to {\"address\"} about {\"subject\"} is prepared",
         [](Telling t) { t.world.prepares_letter(t.places.at(0), t.places.at(1)); }},
        {"the postman goes round -> {answer}",
         [](Telling t) {
             const auto left = t.world.postman_goes_round();
             t.expect(left.empty() ? "no letter leaves"
                                   : "a letter leaves to " + joined(left, ", "));
         },
         true},
    };
    return phrases;
}

}  // namespace sala::scenarios
