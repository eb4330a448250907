// SPDX-License-Identifier: Apache-2.0
//
// What a piece of HTML says, without its marks: abstracts of other programmes arrive as HTML.

#pragma once

#include <string>
#include <string_view>

namespace sala::document {

// Whether the text holds an HTML tag that is commonly found in abstracts.
bool holds_html(std::string_view text);

// Paragraphs are parted by an empty line, list items begin with "- ", addresses of links follow
// their words in parentheses. Scripts and styles are left out. Never HTML again.
std::string text_of_html(std::string_view html);

}  // namespace sala::document
