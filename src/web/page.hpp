// SPDX-License-Identifier: Apache-2.0
//
// What a verb shows: the middle of a page, and what the frame around it has to know.

#pragma once

#include "web/html.hpp"

#include <string>
#include <vector>

namespace sala::web {

struct MenuItem {
    std::string address;
    Sentence label;
    bool current = false;
    std::int64_t count = 0;  // the badge behind the word; 0 shows none
};

// The eaves above a page: the server's own, or a forum's.
struct Frame {
    std::string home = "/";
    Text name;      // empty: Sala
    Text subtitle;  // small, beneath the name
    std::vector<MenuItem> menu;
    std::string zone;   // whose clock the page shows; empty when it shows none
    bool desk = false;  // where one works: the filled eaves
};

struct Page {
    std::string title;  // words for the browser's tab, already in the reader's language
    Html body;
    Frame frame = {};
    std::string description = {};
    std::string json_ld = {};                                     // schema.org, canonical JSON
    std::vector<std::pair<std::string, std::string>> feeds = {};  // address, media type
    std::string body_class = {};
};

}  // namespace sala::web
