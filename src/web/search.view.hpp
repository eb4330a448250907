// SPDX-License-Identifier: Apache-2.0
//
// The field in which somebody says whom they look for in a long list.

#pragma once

#include "web/pages.view.hpp"

namespace sala::web {

// Narrows a list by words. Shown where a list has pages, and where it was narrowed: a short one is
// read as it is. The words are the first that narrow it.
inline Html search_of(const Reader& reader, const Pages& pages, const Sentence& label)
{
    const auto& [name, words] = pages.narrowed.front();
    return when(!words.empty() || pages.from > 0 || !pages.ends(), [&] {
        return html(reader, "<form class=\"stack screen\" role=\"search\" method=\"get\" action=\"",
                    pages.address, "\">\n<p><label for=\"", name, "\">", label,
                    "</label><input id=\"", name, "\" name=\"", name, "\" type=\"search\" value=\"",
                    words, "\"></p>\n<p><button type=\"submit\" data-kind=\"plain\">",
                    tr("Narrow the list"), "</button></p>\n</form>\n");
    });
}

}  // namespace sala::web
