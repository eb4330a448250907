// SPDX-License-Identifier: Apache-2.0
//
// Screens, phones and consoles watch a floor: first all there is to see, then every change. Nobody
// has to be signed in, and whoever comes back says what they saw last.

#include "floor/frame.hpp"
#include "floor/stream_query.hpp"

#include <algorithm>

namespace sala::floor {

static Result<web::Reply> watch(web::Desk& desk, const Hall& hall);

web::Verb watch_floor()
{
    return {.path = "GET /{forum}/sittings/{sitting}/live",
            .allow = web::anyone,
            .query = stream_query({{.name = "audience",
                                    .meaning = "For whom.",
                                    .words = {"hall", "lower-third", "everybody", "desk"},
                                    .required = true}}),
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
    const auto language = language_of_stream(desk);
    if (!language)
        return language.refusal();
    web::Reply reply;
    reply.stream = stream_of(hall, audience, *language);
    return reply;
}

}  // namespace sala::floor
