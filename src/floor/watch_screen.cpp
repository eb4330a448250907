// SPDX-License-Identifier: Apache-2.0
//
// The page of a screen follows what it is pointed at: first all there is to see, then every change.

#include "floor/frame.hpp"
#include "live/history.hpp"

namespace sala::floor {

static Result<web::Reply> watch(web::Desk& desk, const NamedScreen& screen);

web::Verb watch_screen()
{
    return {.path = "GET /{forum}/screens/{screen}/live",
            .allow = web::anyone,
            .query = {{.name = "language", .meaning = "In which language.", .words = {"en", "th"}},
                      {.name = "once",
                       .meaning = "1: one answer as soon as there is something new, and the end.",
                       .words = {"1"}},
                      {.name = "since",
                       .meaning = "The id of the last event; else the header Last-Event-ID."}},
            .run = web::on<NamedScreen>(watch),
            .summary = "A stream of frames of one screen."};
}

Result<web::Reply> watch(web::Desk& desk, const NamedScreen& screen)
{
    // The server itself reads these two when it opens the stream; what they cannot be is said here.
    const auto since = desk.query("since");
    const auto once = desk.query("once");
    if ((!since.empty() && !live::Mark::read(since)) || (!once.empty() && once != "1"))
        return missing("no-such-mark", "“since” is the id of an event, and “once” is 1.");
    const auto asked = Language::named(desk.query("language"));
    const bool thai = asked ? asked->is_thai() : desk.reader().is_thai();
    web::Reply reply;
    reply.stream = stream_of(screen, thai ? Language::thai() : Language::english());
    return reply;
}

}  // namespace sala::floor
