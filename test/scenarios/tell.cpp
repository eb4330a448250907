// SPDX-License-Identifier: Apache-2.0

#include "scenarios/tell.hpp"

#include "scenarios/world.hpp"

namespace sala::scenarios {

namespace {

constexpr std::string_view with_answer = " -> {answer}";

const std::vector<Phrase>& all_phrases()
{
    static const auto all = [] {
        auto phrases = phrases_of_people();
        for (const auto* others :
             {&phrases_of_the_house(), &phrases_of_what_is_kept(), &phrases_of_the_floor()})
            phrases.insert(phrases.end(), others->begin(), others->end());
        return phrases;
    }();
    return all;
}

std::optional<std::vector<std::string>> places(std::string_view pattern, const Step& step)
{
    const bool answered = pattern.ends_with(with_answer);
    if (answered == step.answer.empty())
        return std::nullopt;
    return places_of(pattern.substr(0, pattern.size() - (answered ? with_answer.size() : 0)),
                     step.words);
}

// A line is one sentence and no other; answers whether it could have been false.
bool tell_step(World& world, const Step& step)
{
    const bool opens_a_list = step.words.ends_with(':') || step.answer.ends_with(':');
    if (opens_a_list == step.below.empty())
        throw Wrong{step.line,
                    "Lines are indented beneath a line that ends with a colon, and only there."};
    for (const auto& phrase : all_phrases())
        if (auto found = places(phrase.pattern, step)) {
            phrase.tell({world, step, std::move(*found)});
            return phrase.expects;
        }
    throw Wrong{step.line, "This line is not in the vocabulary; README.md lists it."};
}

}  // namespace

std::optional<Wrong> tell(std::string_view text)
{
    try {
        const auto scenario = read_scenario(text);
        World world;
        bool expected = false;
        for (const auto& step : scenario.steps)
            expected |= tell_step(world, step);
        if (!expected)
            throw Wrong{1, "Nothing is expected in this scenario, so it cannot fail."};
    } catch (const Wrong& wrong) {
        return wrong;
    }
    return std::nullopt;
}

std::vector<std::string_view> vocabulary()
{
    std::vector<std::string_view> patterns;
    for (const auto& phrase : all_phrases())
        patterns.push_back(phrase.pattern);
    return patterns;
}

}  // namespace sala::scenarios
