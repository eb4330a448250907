// SPDX-License-Identifier: Apache-2.0
//
// What is to be known beside a row: where its words come from, what no source says.

#pragma once

#include "web/html.hpp"

namespace sala::forum {

inline web::Html note_line(const web::Reader& reader, const Text& note)
{
    return web::when(!note.empty(),
                     [&] { return web::html(reader, "<p class=\"soft small\">", note, "</p>\n"); });
}

}  // namespace sala::forum
