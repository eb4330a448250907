// SPDX-License-Identifier: Apache-2.0
//
// Whoever brings a big forum in sees how far it is, on standard error: at once at a terminal, and
// from the third second on elsewhere, so that a script which takes no time says nothing.

#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace sala::app {

class ImportProgress {
public:
    // `doing`: "Looked at" in a trial, "Imported" otherwise.
    ImportProgress(std::string doing, bool at_terminal);
    ~ImportProgress();
    ImportProgress(const ImportProgress&) = delete;
    ImportProgress& operator=(const ImportProgress&) = delete;

    void row(std::size_t done, std::size_t of);

private:
    using Clock = std::chrono::steady_clock;

    void say(const std::string& words);

    std::string doing_;
    bool at_terminal_;
    bool said_ = false;
    Clock::time_point next_;
};

bool standard_error_is_terminal();

}  // namespace sala::app
