// SPDX-License-Identifier: Apache-2.0
//
// The device has made a passkey: from now on it signs this person in. They are told by letter, and
// whoever is signed in elsewhere with less is signed out.

#include "web/base64.hpp"
#include "web/login_session.hpp"
#include "web/login_streams.hpp"
#include "web/passkey.view.hpp"
#include "web/session_cookie.hpp"

namespace sala::web {

static Result<Reply> add(Desk& desk, const Form& form);

Verb add_passkey()
{
    return {.path = "POST /login/mine/passkeys",
            .allow = signed_in,
            .form = fields_of_new_passkey(),
            .run = simply(add)};
}

Result<Reply> add(Desk& desk, const Form& form)
{
    const auto place = passkeys_here(desk);
    if (!place)
        return place.refusal();
    if (const auto may = may_change_second_step(desk); !may)
        return may.refusal();
    auto& session = desk.session();
    const auto login = desk.visitor().login;
    const auto client_data = from_base64url(form["client_data"]).value_or("");
    desk.keep_even_refused();  // a challenge is good once, whatever comes of it
    if (const auto used = use_challenge(session, challenge_in(client_data), login, desk.now());
        !used)
        return used.refusal();
    const auto made =
        made_passkey(*place, client_data, from_base64url(form["attestation"]).value_or(""));
    if (!made)
        return made.refusal();
    const NewPasskey added{desk.next_id<Passkey>(), login, form["name"], *made};
    if (const auto kept = keep_passkey(session, added, desk.now()); !kept)
        return kept.refusal();
    const auto token = cookie_of(desk.request(), session_cookie);
    strengthen_session(session, token);
    end_sessions_of(session, login, desk.now(), token);
    tell_owner(desk, login, added.name, PasskeyNews::added);
    desk.again(of_login(desk.visitor().login));
    return desk.go("/login/mine/passkeys");
}

}  // namespace sala::web
