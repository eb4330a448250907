// SPDX-License-Identifier: Apache-2.0
//
// Somebody signs in with a passkey and is not asked for a code: the device was there, and has
// checked that it is they. One whose counter went back is refused for good, and its owner is told.

#include "web/base64.hpp"
#include "web/passkey.view.hpp"
#include "web/session_cookie.hpp"
#include "web/sign_in_attempts.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static Result<Reply> enter(Desk& desk, const Form& form);

Verb sign_in_with_passkey()
{
    return {.path = "POST /login/passkey",
            .allow = anyone,
            .form = fields_of_passkey_sign_in(),
            .run = simply(enter)};
}

static std::string bytes(const Form& form, std::string_view field)
{
    return from_base64url(form[field]).value_or("");
}

// Its challenge must be this browser's: nobody is signed in as somebody else by another's answer.
static Allowed answers_this_browser(const Desk& desk, const std::string& challenge)
{
    if (!same_secret(cookie_of(desk.request(), passkey_cookie), challenge))
        return use_challenge(desk.session(), {}, {}, desk.now());
    return use_challenge(desk.session(), challenge, {}, desk.now());
}

// W3C Web Authentication, 7.2, step 22: a device that counts has counted on.
static Allowed counts_on(Desk& desk, const Passkey& passkey, std::int64_t counter)
{
    const bool counts = counter != 0 || passkey.counter != 0;
    if (!passkey.copied && (!counts || counter > passkey.counter))
        return allowed();
    if (!passkey.copied) {
        note_passkey_copy(desk.session(), passkey.id, desk.now());
        tell_owner(desk, passkey.login, passkey.name, PasskeyNews::copied);
    }
    return forbidden("passkey-copied",
                     "This passkey has counted fewer signatures than before, so there may be a "
                     "copy of it. It opens nothing any more. Sign in another way and add a new "
                     "one.");
}

Result<Reply> enter(Desk& desk, const Form& form)
{
    if (const auto may = may_sign_in_here(desk); !may)
        return may.refusal();
    const auto place = passkeys_here(desk);
    if (!place)
        return place.refusal();
    const PasskeyClient client{bytes(form, "client_data"), bytes(form, "authenticator_data")};
    const auto challenge = challenge_in(client.data);
    desk.keep_even_refused();  // a challenge is good once, whatever comes of it
    if (const auto asked = answers_this_browser(desk, challenge); !asked)
        return asked.refusal();
    const auto passkey = passkey_named(desk.session(), form["credential"]);
    if (!passkey || passkey_handle(desk.session(), passkey->login) != form["owner"])
        return wrong_passkey();
    const auto counter = signed_by_passkey(*place, client, bytes(form, "signature"),
                                           passkey->algorithm, passkey->key);
    if (!counter)
        return counter.refusal();
    if (const auto right = counts_on(desk, *passkey, *counter); !right)
        return right.refusal();
    note_passkey_use(desk.session(), passkey->id, *counter, desk.now());
    forget_attempts(desk.session(), {"passkey", challenge, desk.request().peer});
    return come_in_with_passkey(desk, passkey->login);
}

}  // namespace sala::web
