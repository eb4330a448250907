// SPDX-License-Identifier: Apache-2.0

#include "web/sign_in_letter.hpp"

#include "mail/secret_place.hpp"
#include "web/login_store.hpp"
#include "web/owner_letter.hpp"
#include "web/sign_in_attempts.hpp"

namespace sala::web {

static mail::Letter sign_in_letter(const Desk& desk, const std::string& address,
                                   const std::string& token)
{
    const auto& reader = desk.reader();
    return {
        .to_address = address,
        .to_name = {},
        .subject = reader.say(tr("Your link to sign in")),
        .body = mail::around_secret(
            owner_words(reader, {tr("This link signs you in. It works once, for 15 minutes:")}) +
                "\n",
            "\n\n" + reader.say(tr("If you did not ask for it, do nothing: nobody else has it.")) +
                "\n"),
        .language = reader.language,
        .reason = "sign_in_letter",
        .secret = desk.absolute("/login/" + token)};
}

Allowed may_ask_for_link(Desk& desk, const std::string& address)
{
    const auto about = counted_for(desk.session(), desk.request(), address);
    const Attempt attempt{"letter", about, desk.request().peer};
    if (const auto may = may_try(desk.session(), attempt, desk.now()); !may)
        return may;
    note_attempt(desk.session(), attempt, desk.now(), *desk.house().numbering);
    return allowed();
}

void send_sign_in_link(Desk& desk, const std::string& address)
{
    const auto login = desk.session().find<std::int64_t>(
        "SELECT login FROM login_address WHERE address = :address", address);
    if (!login || !desk.house().mail_leaves || desk.house().public_url.empty())
        return;
    const auto token =
        make_sign_in_link(desk.session(), Id<Login>{std::get<0>(*login)}, desk.now(), Way::letter);
    desk.tell_at_once(sign_in_letter(desk, address, token));
}

}  // namespace sala::web
