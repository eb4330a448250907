// SPDX-License-Identifier: Apache-2.0
//
// Somebody puts their own name right: whoever gave them their first role may have mistyped it, and
// it signs what they do.

#include "web/own_name.hpp"
#include "web/own_name.view.hpp"
#include "web/rename_login.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> set(Desk& desk, const Form& form);

Verb set_own_name()
{
    return {.path = "POST /login/mine/name",
            .allow = signed_in,
            .form = fields_of_own_name(),
            .run = simply(set)};
}

Result<Reply> set(Desk& desk, const Form& form)
{
    if (const auto may = may_be_called(form["name"]); !may)
        return may.refusal();
    const auto& visitor = desk.visitor();
    desk.record(
        Rename{desk.next_id<Rename>(), visitor.login, visitor.name, form["name"], desk.now()});
    return desk.go("/login/mine");
}

}  // namespace sala::web
