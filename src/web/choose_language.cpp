// SPDX-License-Identifier: Apache-2.0
//
// A visitor chooses the language of the pages, and the choice is remembered.

#include "web/session_cookie.hpp"
#include "web/verb.hpp"

#include <algorithm>

namespace sala::web {

static Result<Reply> choose(Desk& desk);

Verb choose_language()
{
    return {.path = "GET /about/language",
            .allow = anyone,
            .query = {{.name = "to",
                       .meaning = "The language.",
                       .words = {"en", "th"},
                       .required = true},
                      {.name = "back", .meaning = "The path of this server to go to afterwards."}},
            .run = simply(choose)};
}

Result<Reply> choose(Desk& desk)
{
    const auto& languages = interface_languages();
    const auto wanted =
        std::find_if(languages.begin(), languages.end(),
                     [&](const Language& language) { return language.tag() == desk.query("to"); });
    if (wanted == languages.end())
        return missing("no-such-language", "The pages are in English and Thai.");
    return desk.go(desk.query("back")).with("Set-Cookie", set_language(wanted->tag()));
}

}  // namespace sala::web
