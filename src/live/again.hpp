// SPDX-License-Identifier: Apache-2.0
//
// Whose page must be looked at again. Somebody waits for several topics in one stream, which is
// called by them: whoever waits for the same shares it, and nobody is sent a topic beside theirs.

#pragma once

#include "live/hub.hpp"

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace sala::live {

// Everybody's stream, in which only what is public is told.
inline constexpr const char* public_stream = "public";

// The stream of a login, "login:12", that waits for these topics and may hear of them; one or more.
std::string stream_of(std::string_view login, const std::set<std::string>& topics);

// All functions may be called from any thread and return at once.
class Again {
public:
    explicit Again(Hub& hub) : hub_(hub) {}

    // Somebody is the first to open this stream. They look once more: something may have happened
    // after their page was made.
    void wanted(const std::string& stream);
    // All who wait for `topic` look again; "login:12" lets that login's streams go, because it may
    // be allowed to hear of less from now on.
    void tell(const std::string& topic);
    // What was told by another copy of the program may be lost: everybody comes back and looks.
    void tell_all();

private:
    std::set<std::string> streams_with(const std::string& topic) const;

    Hub& hub_;
    mutable std::mutex mutex_;
    std::map<std::string, std::set<std::string>> streams_;  // topic -> who waits for it
};

}  // namespace sala::live
