// SPDX-License-Identifier: Apache-2.0
//
// Runs another program and waits for it, but not for ever.

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sala::document {

// Where a program is on the PATH of this process, or in /usr/bin; nothing when it is not there.
std::optional<std::string> program_named(std::string_view name);

// What became of a program; `exit` is -1 when it took too long or was ended by a signal.
struct Ended {
    int exit = 0;
    bool too_slow = false;
};

// No shell, no terminal, nothing of our environment but a path, and no open file of ours. It works
// in `folder`; what it prints goes to the files "out" and "err" there. Throws Fault when it cannot
// be started.
Ended run_program(const std::vector<std::string>& words, const std::string& folder,
                  std::chrono::milliseconds limit,
                  const std::vector<std::string>& environment = {});

}  // namespace sala::document
