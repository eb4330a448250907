// SPDX-License-Identifier: Apache-2.0
//
// A link to somewhere else that a sheet names. Only http and https addresses become links; whatever
// else stands in the column is left out.

#pragma once

#include "web/html.hpp"

namespace sala::forum {

inline bool is_web_address(std::string_view address)
{
    return address.starts_with("https://") || address.starts_with("http://");
}

// `title` as a link, or alone when the address is no web address.
inline web::Html outside_link(const web::Reader& reader, const web::Html& title,
                              const std::string& address)
{
    if (!is_web_address(address))
        return title;
    return web::html(reader, "<a href=\"", address, "\" rel=\"nofollow noopener\">", title, "</a>");
}

}  // namespace sala::forum
