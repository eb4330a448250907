// SPDX-License-Identifier: Apache-2.0

#include "app/import_progress.hpp"

#include <fmt/format.h>

#include <cstdio>

#include <unistd.h>

namespace sala::app {

namespace {

using namespace std::chrono_literals;

constexpr auto between_lines = 2s;
constexpr auto between_changes_of_a_line = 200ms;

}  // namespace

ImportProgress::ImportProgress(std::string doing, bool at_terminal)
    : doing_(std::move(doing)),
      at_terminal_(at_terminal),
      next_(Clock::now() + (at_terminal ? Clock::duration(between_changes_of_a_line)
                                        : Clock::duration(between_lines)))
{
}

ImportProgress::~ImportProgress()
{
    if (at_terminal_ && said_)
        fmt::print(stderr, "\r\033[K");
}

void ImportProgress::row(std::size_t done, std::size_t of)
{
    const auto now = Clock::now();
    // After the last row the programme and the words that are searched are made.
    if (done == of && said_)
        return say(fmt::format("{} all {} rows, making the programme and its search", doing_, of));
    if (now < next_)
        return;
    next_ = now + (at_terminal_ ? Clock::duration(between_changes_of_a_line)
                                : Clock::duration(between_lines));
    say(fmt::format("{} {} of {} rows", doing_, done, of));
}

void ImportProgress::say(const std::string& words)
{
    said_ = true;
    if (at_terminal_)
        fmt::print(stderr, "\r\033[K{} …", words);
    else
        fmt::print(stderr, "{} …\n", words);
    std::fflush(stderr);
}

bool standard_error_is_terminal() { return isatty(STDERR_FILENO) == 1; }

}  // namespace sala::app
