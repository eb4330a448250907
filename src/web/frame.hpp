// SPDX-License-Identifier: Apache-2.0
//
// The frame around every page: eaves above, the page in the middle, the plinth below.

#pragma once

#include "web/page.hpp"

namespace sala::web {

class Desk;

// The whole document, from <!DOCTYPE html> on.
Html framed(const Desk& desk, const Page& page);

// A page that only says a sentence: not found, not allowed, an incident.
Page sentence_page(const Desk& desk, const Sentence& title, const Sentence& sentence,
                   const std::string& back_to);

// A whole document that needs no desk: for what is refused before any page is reached, and for
// incidents. `back_to` is a path of this server.
Html bare_document(const Reader& reader, const Sentence& title, const Sentence& sentence,
                   const std::string& back_to);

// A hidden field that proves the form came from one of our pages.
Html csrf_field(const Desk& desk);

}  // namespace sala::web
