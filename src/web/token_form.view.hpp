// SPDX-License-Identifier: Apache-2.0
//
// The form in which somebody says what a program may do with their login, and the token it gets.

#pragma once

#include "web/api_token.hpp"
#include "web/field.view.hpp"
#include "web/frame.hpp"

namespace sala::web {

inline std::vector<Field> fields_of_token()
{
    return {text("name", tr("What the program is called")).at_most(100),
            text("below", tr("Addresses it may use"))
                .optional()
                .at_most(200)
                .hinted(tr("Such as /lyon-2030: that address and all beneath it. Empty: every "
                           "address.")),
            text("role", tr("The only role it has"))
                .optional()
                .at_most(50)
                .hinted(tr("Such as secretariat or press. Empty: every role that you have.")),
            number("days", tr("Days it is good for")).at_least(1).at_most(token_days_max),
            tick("changes", tr("It may change things, not only read"))};
}

inline Page token_page(const Desk& desk)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Make a token for a program")),
            .body =
                html(reader,
                     "<div class=\"narrow\">\n<form class=\"card stack\" "
                     "method=\"post\" action=\"/login/mine/tokens\">\n",
                     csrf_field(desk), "<h1>", tr("Make a token for a program"), "</h1>\n<p>",
                     tr("A program sends it with every request. Give it as little as it needs."),
                     "</p>\n", refused_note(desk), fields_of(desk, fields_of_token()),
                     "<p><button type=\"submit\">", tr("Make the token"),
                     "</button></p>\n</form>\n</div>\n")};
}

inline Page made_token_page(const Desk& desk, const std::string& token)
{
    const auto& reader = desk.reader();
    return {.title = reader.say(tr("Your new token")),
            .body = html(reader, "<div class=\"narrow\">\n<div class=\"card stack\">\n<h1>",
                         tr("Your new token"), "</h1>\n<p>",
                         tr("Copy it into the program now: it is not shown again."),
                         "</p>\n<pre><code>", token, "</code></pre>\n<p>",
                         tr("The program sends it as a header:"),
                         "</p>\n<pre><code>Authorization: Bearer ", token,
                         "</code></pre>\n<p><a class=\"button\" href=\"/login/mine\">",
                         tr("I have copied it"), "</a></p>\n</div>\n</div>\n")};
}

}  // namespace sala::web
