// SPDX-License-Identifier: Apache-2.0
//
// How a stream of frames is asked for, by whatever watches: in which language, from which event on.

#pragma once

#include "live/history.hpp"
#include "web/verb.hpp"

#include <vector>

namespace sala::floor {

// `first`, then what every stream may be asked.
inline std::vector<web::Query> stream_query(std::vector<web::Query> first = {})
{
    first.push_back({.name = "language", .meaning = "In which language.", .words = {"en", "th"}});
    first.push_back({.name = "once",
                     .meaning = "1: one answer as soon as there is something new, and the end.",
                     .words = {"1"}});
    first.push_back(
        {.name = "since", .meaning = "The id of the last event; else the header Last-Event-ID."});
    return first;
}

// The language of the stream. The server itself reads `since` and `once` when it opens the stream;
// what they cannot be is said here.
inline Result<Language> language_of_stream(const web::Desk& desk)
{
    const auto since = desk.query("since");
    const auto once = desk.query("once");
    if ((!since.empty() && !live::Mark::read(since)) || (!once.empty() && once != "1"))
        return missing("no-such-mark", "“since” is the id of an event, and “once” is 1.");
    const auto asked = Language::named(desk.query("language"));
    const bool thai = asked ? asked->is_thai() : desk.reader().is_thai();
    return thai ? Language::thai() : Language::english();
}

}  // namespace sala::floor
