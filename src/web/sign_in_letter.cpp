// SPDX-License-Identifier: Apache-2.0

#include "web/sign_in_letter.hpp"

#include "web/login_store.hpp"
#include "web/sign_in_attempts.hpp"

namespace sala::web {

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

Allowed may_ask_for_link(Desk& desk, const std::string& address)
{
    const Attempt attempt{"letter", address, desk.request().peer};
    if (const auto may = may_try(desk.session(), attempt, desk.now()); !may)
        return may;
    note_attempt(desk.session(), attempt, desk.now(), *desk.house().numbering);
    return allowed();
}

void send_sign_in_link(Desk& desk, const std::string& address)
{
    const auto person = desk.session().find<std::int64_t, std::string>(
        "SELECT a.login, l.name FROM login_address a JOIN login l ON l.id = a.login WHERE "
        "a.address = :address",
        address);
    if (!person || !desk.house().mail_leaves || desk.house().public_url.empty())
        return;
    const auto token =
        make_sign_in_link(desk.session(), Id<Login>{std::get<0>(*person)}, desk.now(), Way::letter);
    desk.tell_at_once(sign_in_letter(desk, address, std::get<1>(*person), token));
}

}  // namespace sala::web
