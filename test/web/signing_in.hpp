// SPDX-License-Identifier: Apache-2.0
//
// What the tests of signing in have in common: Ama with her password, and the letters that were
// written.

#pragma once

#include "jar.hpp"

#include "mail/outbox.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/password.hpp"

#include <doctest/doctest.h>

namespace sala {

inline const std::string ama = "ama@accra.example";
inline const std::string good = "river lantern copper tide";

inline web::House told()
{
    web::House house;
    house.public_url = "https://forum.example.org";
    house.mail_leaves = true;
    return house;
}

// One hash for all cases: making it is what takes long.
inline void gives_password(Stage& stage, const std::string& address)
{
    static const auto hash = web::password_hash(good);
    stage.browser_of(address);
    stage.store().write([&](store::Session& session) {
        const auto login = web::login_at(session, address, address, stage.now(), stage.numbering());
        web::keep_password(session, login, hash, stage.now());
        return true;
    });
}

inline Shown signs_in(Jar& jar, const std::string& address, const std::string& password)
{
    return jar.post("/login", {{"address", address}, {"password", password}});
}

inline Id<web::Login> login_with(Stage& stage, const std::string& address)
{
    stage.browser_of(address);
    Id<web::Login> login;
    stage.store().write([&](store::Session& session) {
        login = web::login_at(session, address, address, stage.now(), stage.numbering());
        return true;
    });
    return login;
}

// As with the link of a letter: one step, and no code.
inline Shown comes_by_letter(Stage& stage, Jar& jar, const std::string& address = ama)
{
    const auto login = login_with(stage, address);
    std::string token;
    stage.store().write([&](store::Session& session) {
        token = web::make_sign_in_link(session, login, stage.now(), web::Way::letter);
        return true;
    });
    return jar.post("/login/" + token, {});
}

// All letters, newest first, those that somebody waits for among them.
inline std::vector<mail::Kept> letters(Stage& stage)
{
    stage.postman_comes();
    std::vector<mail::Kept> all;
    stage.store().read([&](store::Session& session) { all = mail::list(session); });
    return all;
}

inline std::string secret_of(Stage& stage, const mail::Kept& letter)
{
    std::string secret;
    stage.store().read(
        [&](store::Session& session) { secret = mail::secret_of(session, letter.id); });
    return secret;
}

}  // namespace sala
