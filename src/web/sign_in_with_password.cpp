// SPDX-License-Identifier: Apache-2.0
//
// Somebody signs in with address and password. Whether the address is unknown, the password wrong
// or none was ever set, the answer is the same and takes as long; too many attempts have to wait.

#include "web/login_secrets.hpp"
#include "web/password.hpp"
#include "web/sign_in_attempts.hpp"
#include "web/sign_in_page.view.hpp"
#include "web/way_in.hpp"

namespace sala::web {

static std::any weigh(const BeforeTurn& before);
static Result<Reply> enter(Desk& desk, const Form& form);

Verb sign_in_with_password()
{
    return {.path = "POST /login",
            .allow = anyone,
            .form = fields_of_password_sign_in(),
            .run = simply(enter),
            .prepare = weigh};
}

namespace {

struct Weighed {
    std::optional<Id<Login>> login;  // whose password it is
    std::string hash;                // as it was; it may have been changed since
};

}  // namespace

// Hashing is what takes long, so it is done before the turn, and not at all for who must wait.
std::any weigh(const BeforeTurn& before)
{
    const auto address = plain_address(before.form["address"]);
    std::optional<KeptPassword> kept;
    bool may = false;
    before.look([&](store::Session& session) {
        may = static_cast<bool>(may_try(session, password_attempt(session, before.request, address),
                                        before.house.clock()));
        kept = password_at(session, address);
    });
    if (!may)
        return Weighed{};
    const auto& hash = kept ? kept->hash : nobodys_hash();
    const auto fits = strangers_password_fits(before.form["password"], hash);
    if (!fits)
        return fits.refusal();
    return *fits && kept ? Weighed{kept->login, kept->hash} : Weighed{};
}

Result<Reply> enter(Desk& desk, const Form& form)
{
    if (const auto may = may_sign_in_here(desk); !may)
        return may.refusal();
    const auto address = plain_address(form["address"]);
    const auto attempt = password_attempt(desk.session(), desk.request(), address);
    if (const auto may = may_try(desk.session(), attempt, desk.now()); !may)
        return may.refusal();
    const auto& weighed = desk.prepared<Weighed>();
    const auto now = weighed.login ? password_of(desk.session(), *weighed.login) : std::nullopt;
    if (!now || now->hash != weighed.hash) {
        note_attempt(desk.session(), attempt, desk.now(), *desk.house().numbering);
        desk.keep_even_refused();
        return invalid({}, "wrong-address-or-password",
                       "Address and password do not belong together. Check both, or get a link by "
                       "e-mail.");
    }
    forget_attempts(desk.session(), attempt);
    return come_in(desk, *weighed.login, Way::password);
}

}  // namespace sala::web
