// SPDX-License-Identifier: Apache-2.0
//
// Screens, phones and consoles watch a floor: first all there is to see, then every change. Nobody
// has to be signed in, and whoever comes back says what they saw last.

#include "floor/frame.hpp"
#include "live/history.hpp"

#include <algorithm>

namespace sala::floor {

static Result<web::Reply> watch(web::Desk& desk, const Hall& hall);

web::Verb watch_floor()
{
    return {.path = "GET /{forum}/sittings/{sitting}/live",
            .allow = web::anyone,
            .query = {{.name = "audience",
                       .meaning = "For whom.",
                       .words = {"hall", "lower-third", "everybody", "desk"},
                       .required = true},
                      {.name = "language", .meaning = "In which language.", .words = {"en", "th"}},
                      {.name = "once",
                       .meaning = "1: one answer as soon as there is something new, and the end.",
                       .words = {"1"}},
                      {.name = "since",
                       .meaning = "The id of the last event; else the header Last-Event-ID."}},
            .run = web::on<Hall>(watch),
            .summary = "A stream of frames of one floor."};
}

Result<web::Reply> watch(web::Desk& desk, const Hall& hall)
{
    const auto audience = desk.query("audience");
    const auto& known = audiences();
    if (std::find(known.begin(), known.end(), audience) == known.end())
        return missing("no-such-audience",
                       "Say for whom: audience=hall, lower-third, everybody or desk.");
    // The server itself reads these two when it opens the stream; what they cannot be is said here.
    const auto since = desk.query("since");
    const auto once = desk.query("once");
    if ((!since.empty() && !live::Mark::read(since)) || (!once.empty() && once != "1"))
        return missing("no-such-mark", "“since” is the id of an event, and “once” is 1.");
    const auto asked = Language::named(desk.query("language"));
    const bool thai = asked ? asked->is_thai() : desk.reader().is_thai();
    web::Reply reply;
    reply.stream = stream_of(hall, audience, thai ? Language::thai() : Language::english());
    return reply;
}

}  // namespace sala::floor
