// SPDX-License-Identifier: Apache-2.0

#include "floor/step.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace sala::floor {

namespace {

constexpr std::array words_of_steps{
    std::pair{What::open, "open"},
    std::pair{What::close, "close"},
    std::pair{What::enter, "enter"},
    std::pair{What::order, "order"},
    std::pair{What::move, "move"},
    std::pair{What::swap, "swap"},
    std::pair{What::give, "give"},
    std::pair{What::start, "start"},
    std::pair{What::pause, "pause"},
    std::pair{What::resume, "resume"},
    std::pair{What::end, "end"},
    std::pair{What::take_back, "take-back"},
    std::pair{What::pass, "pass"},
    std::pair{What::restore, "restore"},
    std::pair{What::substitute, "substitute"},
    std::pair{What::name, "name"},
    std::pair{What::withdraw, "withdraw"},
    std::pair{What::close_list, "close-list"},
    std::pair{What::reopen_list, "reopen-list"},
    std::pair{What::add_time, "add-time"},
    std::pair{What::allot, "allot"},
    std::pair{What::rule, "rule"},
    std::pair{What::defer, "defer"},
    std::pair{What::hand_over, "hand-over"},
    std::pair{What::message, "message"},
    std::pair{What::undo, "undo"},
    std::pair{What::correct, "correct"},
    std::pair{What::correct_speaker, "correct-speaker"},
    std::pair{What::rules, "rules"},
};

}  // namespace

std::string word(What what)
{
    return std::find_if(words_of_steps.begin(), words_of_steps.end(),
                        [&](const auto& one) { return one.first == what; })
        ->second;
}

std::optional<What> what_named(std::string_view word)
{
    const auto* found = std::find_if(words_of_steps.begin(), words_of_steps.end(),
                                     [&](const auto& one) { return one.second == word; });
    return found == words_of_steps.end() ? std::nullopt : std::optional(found->first);
}

const std::vector<What>& all_steps()
{
    static const auto all = [] {
        std::vector<What> steps;
        steps.reserve(words_of_steps.size());
        for (const auto& one : words_of_steps)
            steps.push_back(one.first);
        return steps;
    }();
    return all;
}

std::vector<std::int64_t> numbers_in(std::string_view words)
{
    std::vector<std::int64_t> numbers;
    while (!words.empty()) {
        std::int64_t number = 0;
        const auto [end, error] =
            std::from_chars(words.data(), words.data() + words.size(), number);
        if (error == std::errc{})
            numbers.push_back(number);
        words.remove_prefix(error == std::errc{} ? static_cast<std::size_t>(end - words.data())
                                                 : 1);
    }
    return numbers;
}

}  // namespace sala::floor
