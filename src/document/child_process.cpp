// SPDX-License-Identifier: Apache-2.0

#include "document/child_process.hpp"

#include "base/result.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace sala::document {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& words)
{
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

pid_t started(std::vector<std::string> words, std::vector<std::string> environment,
              const std::string& folder)
{
    const auto out = folder + "/out";
    const auto err = folder + "/err";
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&files, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addclosefrom_np(&files, 3);
    posix_spawn_file_actions_addchdir_np(&files, folder.c_str());
    // A group of its own, so that its own children end with it.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);

    pid_t child = 0;
    const auto error = posix_spawn(&child, words[0].c_str(), &files, &attributes,
                                   pointers_to(words).data(), pointers_to(environment).data());
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (error != 0)
        throw Fault("cannot start " + words[0]);
    return child;
}

}  // namespace

std::optional<std::string> program_named(std::string_view name)
{
    const auto* path = std::getenv("PATH");
    std::string folders = path ? path : "";
    folders += ":/usr/local/bin:/usr/bin";
    for (std::size_t begin = 0; begin <= folders.size();) {
        const auto end = std::min(folders.find(':', begin), folders.size());
        auto file = folders.substr(begin, end - begin) + "/" + std::string(name);
        if (file[0] == '/' && ::access(file.c_str(), X_OK) == 0)
            return file;
        begin = end + 1;
    }
    return std::nullopt;
}

Ended run_program(const std::vector<std::string>& words, const std::string& folder,
                  std::chrono::milliseconds limit, const std::vector<std::string>& environment)
{
    auto variables = environment;
    variables.insert(variables.end(), {"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=" + folder,
                                       "TMPDIR=" + folder, "LANG=C.UTF-8"});
    const auto child = started(words, variables, folder);
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        int status = 0;
        const auto waited = ::waitpid(child, &status, WNOHANG);
        if (waited == child)
            return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, false};
        if (waited < 0)
            throw Fault("lost sight of " + words[0]);
        if (std::chrono::steady_clock::now() >= end) {
            ::kill(-child, SIGKILL);
            ::waitpid(child, &status, 0);
            return {-1, true};
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
}

}  // namespace sala::document
