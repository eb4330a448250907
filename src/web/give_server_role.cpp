// SPDX-License-Identifier: Apache-2.0
//
// Somebody else becomes a secretary of the whole server. They sign in with the address they get
// letters at.

#include "mail/letter.hpp"
#include "web/all_logins.view.hpp"
#include "web/login_store.hpp"
#include "web/verb.hpp"

namespace sala::web {

static Result<Reply> give(Desk& desk, const Form& form);

Verb give_server_role()
{
    return {.path = "POST /login/all/secretaries",
            .allow = secretariat,
            .form = fields_of_secretary(),
            .run = simply(give)};
}

Result<Reply> give(Desk& desk, const Form& form)
{
    const auto address = plain_address(form["address"]);
    if (!mail::is_mail_address(address))
        return mail::no_mail_address("address", form["address"]);
    auto& numbering = *desk.house().numbering;
    const auto name = form["name"].empty() ? address : form["name"];
    const auto login = login_at(desk.session(), address, name, desk.now(), numbering);
    if (!set_server_secretary(desk.session(), login, true, desk.now(), numbering))
        return conflict("role-held-already", "This person is a secretary of the server already.");
    desk.acts_for("login/" + login.word());
    return desk.go("/login/all");
}

}  // namespace sala::web
