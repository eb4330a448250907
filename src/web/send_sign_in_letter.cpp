// SPDX-License-Identifier: Apache-2.0
//
// A link that signs in goes to the address that was typed, if somebody with it may sign in here. It
// leaves by itself, at once; only its recipient sees it. Whoever asked is told the same either way.

#include "web/sign_in_attempts.hpp"
#include "web/sign_in_page.view.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static Result<Reply> send(Desk& desk, const Form& form);

Verb send_sign_in_letter()
{
    return {.path = "POST /login/letter",
            .allow = anyone,
            .form = fields_of_letter(),
            .run = simply(send)};
}

static mail::Letter sign_in_letter(const Desk& desk, const std::string& address,
                                   const std::string& name, const std::string& token)
{
    const auto& reader = desk.reader();
    return {.to_address = address,
            .to_name = name,
            .subject = reader.say(tr("Your link to sign in")),
            .body = reader.say(tr("Dear {name},", {{"name", name}})) + "\n\n" +
                    reader.say(tr("This link signs you in. It works once, for 15 minutes:")) +
                    "\n\n{secret}\n\n" +
                    reader.say(tr("If you did not ask for it, do nothing: nobody else has it.")) +
                    "\n",
            .language = reader.language,
            .reason = "sign_in_letter",
            .secret = desk.absolute("/login/" + token)};
}

Result<Reply> send(Desk& desk, const Form& form)
{
    if (const auto may = may_sign_in_here(desk); !may)
        return may.refusal();
    const auto address = plain_address(form["address"]);
    const Attempt attempt{"letter", address, desk.request().peer};
    if (const auto may = may_try(desk.session(), attempt, desk.now()); !may)
        return may.refusal();
    note_attempt(desk.session(), attempt, desk.now(), *desk.house().numbering);
    const auto person = desk.session().find<std::int64_t, std::string>(
        "SELECT a.login, l.name FROM login_address a JOIN login l ON l.id = a.login WHERE "
        "a.address = :address",
        address);
    if (person && desk.house().mail_leaves && !desk.house().public_url.empty()) {
        const auto token = make_sign_in_link(desk.session(), Id<Login>{std::get<0>(*person)},
                                             desk.now(), Way::letter);
        desk.tell_at_once(sign_in_letter(desk, address, std::get<1>(*person), token));
    }
    return desk.go("/login/letter?sent=1");
}

}  // namespace sala::web
