// SPDX-License-Identifier: Apache-2.0
//
// The search box: one field, Thai or English, over one forum or over all of them.

#pragma once

#include "web/html.hpp"

namespace sala::forum {

// `address` is "/search" or "/phnom-penh-2022/search"; `query` is what was typed before.
inline web::Html search_box(const web::Reader& reader, const std::string& address,
                            const Sentence& label, const std::string& query = {})
{
    return web::html(
        reader, "<form role=\"search\" action=\"", address,
        "\" method=\"get\">\n<div><label for=\"q\">", label,
        "</label><input type=\"search\" id=\"q\" name=\"q\" maxlength=\"200\" value=\"", query,
        "\"></div>\n<button data-kind=\"plain\">", tr("Search"), "</button>\n</form>\n");
}

}  // namespace sala::forum
