// SPDX-License-Identifier: Apache-2.0
//
// The secretariat of the server decides that whoever belongs to a secretariat gives a code, or need
// not. Roles of those without one sleep from this moment.

#include "web/login_secrets.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> require(Desk& desk, const Form& form);

Verb require_code()
{
    return {.path = "POST /login/all",
            .allow = secretariat,
            .form = {choice(
                "gives_code", tr("The secretariat and codes"),
                {{"yes", tr("Ask the secretariat for a code")}, {"no", tr("Ask for no code")}})},
            .run = simply(require)};
}

Result<Reply> require(Desk& desk, const Form& form)
{
    keep_setting(desk.session(), desk.next_id<Setting>(), "secretariat-gives-code",
                 form["gives_code"], desk.visitor().login, desk.now());
    return desk.go("/login/all");
}

}  // namespace sala::web
