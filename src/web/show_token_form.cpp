// SPDX-License-Identifier: Apache-2.0
//
// Somebody wants a program to read or write here with their login, and says how little it may do.

#include "web/token_form.view.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_token_form()
{
    return {.path = "GET /login/mine/tokens", .allow = signed_in, .run = simply(show)};
}

Result<Reply> show(Desk& desk)
{
    if (desk.wants(Format::html))
        return desk.show(token_page(desk));
    auto tokens = Json::array();
    for (const auto& token : tokens_of(desk.session(), desk.visitor().login, desk.now()))
        tokens.push(Json::object({{"id", token.id.word()},
                                  {"name", token.scope.name},
                                  {"below", token.scope.below},
                                  {"role", token.scope.role},
                                  {"reads_only", token.scope.reads_only},
                                  {"expires_at", token.expires_at.milliseconds()},
                                  {"over", token.over}}));
    return desk.show(Json::object({{"tokens", tokens}}));
}

}  // namespace sala::web
