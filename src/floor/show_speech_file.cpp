// SPDX-License-Identifier: Apache-2.0
//
// The file with the text of a speech, for whoever was given its address: the pages of those who may
// read the text hold it. It reads no cookie and sets none, and a browser saves the file and shows
// no page, so that nothing in it can act for whoever opens it.

#include "floor/speech_file.hpp"
#include "web/verb.hpp"

namespace sala::floor {

static Result<web::Reply> show(web::Desk& desk);

web::Verb show_speech_file()
{
    return {.path = "GET /speeches/{speech}", .allow = web::anyone, .run = web::simply(show)};
}

Result<web::Reply> show(web::Desk& desk)
{
    auto file = speech_file_at(desk.session(), desk.at("speech"));
    if (!file || file->bytes.empty())
        return missing("no-such-speech", "There is no text here, or a newer one took its place.");
    return desk.download(document::media_type_of(file->kind), file->name, std::move(file->bytes))
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Security-Policy", "default-src 'none'; sandbox")
        .with("Cross-Origin-Resource-Policy", "same-origin")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "private, no-cache");
}

}  // namespace sala::floor
