// SPDX-License-Identifier: Apache-2.0
//
// The page of a screen follows what it is pointed at: first all there is to see, then every change.

#include "floor/frame.hpp"
#include "floor/stream_query.hpp"

namespace sala::floor {

static Result<web::Reply> watch(web::Desk& desk, const NamedScreen& screen);

web::Verb watch_screen()
{
    return {.path = "GET /{forum}/screens/{screen}/live",
            .allow = web::anyone,
            .query = stream_query(),
            .run = web::on<NamedScreen>(watch),
            .summary = "A stream of frames of one screen."};
}

Result<web::Reply> watch(web::Desk& desk, const NamedScreen& screen)
{
    const auto language = language_of_stream(desk);
    if (!language)
        return language.refusal();
    web::Reply reply;
    reply.stream = stream_of(screen, *language);
    return reply;
}

}  // namespace sala::floor
