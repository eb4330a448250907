// SPDX-License-Identifier: Apache-2.0
//
// What a request asks for, before anything of the store is known: which page, as what, in which
// language, and under whose login.

#pragma once

#include "web/desk.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sala::web {

struct Asked {
    std::string path;                                        // as sent, without query and extension
    std::vector<std::pair<std::string, std::string>> query;  // cleaned as a form is
    Format format = Format::html;
    bool by_extension = false;
    Language language = Language::english();
    std::string session_token;  // empty where a login would be readable on the way
    std::string api_token;      // of a program; likewise

    // What is shown may be for this reader alone.
    bool has_login() const { return !session_token.empty() || !api_token.empty(); }
};

Asked asked(const Request& request);

// The representation an Accept header likes best (RFC 9110, 12.5.1); pages for those who take all.
Format format_of_accept(std::string_view accept);

// "th;q=0.8, en" taken apart: names in small letters with their weights, in their order; weight 0
// is left out.
std::vector<std::pair<std::string, double>> weighted(std::string_view header);

}  // namespace sala::web
