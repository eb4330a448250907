// SPDX-License-Identifier: Apache-2.0

#include "web/kept_data.hpp"

#include "mail/standing.hpp"
#include "web/act.hpp"
#include "web/api_token.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/owner_letter.hpp"
#include "web/passkey_store.hpp"
#include "web/provider_accounts.hpp"
#include "web/rename_login.hpp"
#include "web/sign_in_wish.hpp"

namespace sala::web {

namespace {

constexpr std::chrono::hours attempts_live{24};
constexpr std::chrono::hours sessions_live{24L * 30};  // after they are over
constexpr std::chrono::hours letters_live{24L * 30};   // those about a login
constexpr std::chrono::hours peers_live{24L * 365};

Json name_and_address(store::Session& session, Id<Login> login)
{
    const auto held = session.find<std::string, std::optional<std::string>, std::int64_t>(
        "SELECT l.name, a.address, l.created_at FROM login l LEFT JOIN login_address a ON a.login "
        "= "
        "l.id WHERE l.id = :login",
        login);
    if (!held)
        return {};
    auto passkeys = Json::array();
    for (const auto& one : passkeys_of(session, login))
        passkeys.push(
            Json::object({{"name", one.name},
                          {"since", one.created_at.milliseconds()},
                          {"used", one.used_at ? Json(one.used_at->milliseconds()) : Json()}}));
    auto accounts = Json::array();
    for (const auto& one : accounts_of(session, login))
        accounts.push(Json::object(
            {{"issuer", one.issuer}, {"subject", one.subject}, {"since", one.at.milliseconds()}}));
    auto earlier = Json::array();
    for (const auto& name : earlier_names_of(session, login))
        earlier.push(name);
    return Json::object({{"number", login.word()},
                         {"name", std::get<0>(*held)},
                         {"earlier_names", earlier},
                         {"address", std::get<1>(*held).value_or("")},
                         {"since", std::get<2>(*held)},
                         {"accounts", accounts},
                         {"passkeys", passkeys}});
}

void erase_name_and_address(store::Session& session, Id<Login> login, Instant now)
{
    session.run("UPDATE login SET name = '' WHERE id = :login", login);
    forget_earlier_names(session, login);
    session.run("DELETE FROM sign_in_wish WHERE address IN (SELECT address FROM login_address "
                "WHERE login = :login)",
                login);
    session.run("DELETE FROM login_address WHERE login = :login", login);
    forget_password(session, login);
    session.run("DELETE FROM login_subject WHERE login = :login", login);
    forget_codes(session, login);
    forget_passkeys(session, login);
    end_tokens_of(session, login, now);
    session.run("UPDATE api_token SET name = '' WHERE login = :login", login);
    end_server_roles(session, login, now);
    session.run("INSERT INTO login_erasure (login, at) VALUES (:login, :now)", login, now);
}

Json sessions_copy(store::Session& session, Id<Login> login)
{
    auto all = Json::array();
    for (const auto& [way, device, peer, language, started_at] :
         session.select<std::string, std::string, std::string, std::string, std::int64_t>(
             "SELECT way, device, peer, language, started_at FROM login_session WHERE login = "
             ":login ORDER BY started_at, token_hash",
             login))
        all.push(Json::object({{"way", way},
                               {"device", device},
                               {"peer", peer},
                               {"language", language},
                               {"started_at", started_at}}));
    return all;
}

void erase_sessions(store::Session& session, Id<Login> login, Instant now)
{
    end_sessions_of(session, login, now);
    session.run(
        "UPDATE login_session SET device = '', peer = '', language = '' WHERE login = :login",
        login);
    session.run("DELETE FROM login_device WHERE login = :login", login);
    session.run("DELETE FROM half_sign_in WHERE login = :login", login);
}

std::int64_t forget_sessions(store::Session& session, Instant now)
{
    const auto before = now - sessions_live;
    session.run("DELETE FROM login_session_end WHERE token_hash IN (SELECT token_hash FROM "
                "login_session WHERE expires_at < :before)",
                before);
    auto gone = session.run("DELETE FROM login_session WHERE expires_at < :before", before);
    // Signed out before it was over.
    for (const auto& [hash] : session.select<std::string>(
             "SELECT token_hash FROM login_session_end WHERE at < :before", before)) {
        session.run("DELETE FROM login_session_end WHERE token_hash = :hash", hash);
        gone += session.run("DELETE FROM login_session WHERE token_hash = :hash", hash);
    }
    session.run("DELETE FROM sign_in_link_use WHERE token_hash IN (SELECT token_hash FROM "
                "sign_in_link WHERE expires_at < :before)",
                before);
    session.run("DELETE FROM sign_in_link WHERE expires_at < :before", before);
    session.run("DELETE FROM half_sign_in WHERE expires_at < :now", now);
    session.run("DELETE FROM provider_trip WHERE expires_at < :now", now);
    session.run("DELETE FROM passkey_challenge WHERE expires_at < :now", now);
    session.run("DELETE FROM sign_in_wish WHERE at < :before", now - sign_in_wish_lives);
    return gone +
           session.run("DELETE FROM sign_in_attempt WHERE at < :before", now - attempts_live);
}

// The letter's place stays in the outbox, with what became of it; the words and the person go.
constexpr char without_words[] =
    "UPDATE letter SET to_address = '', to_name = '', subject = '', body = '' WHERE ";

// Addresses of logins are kept in small letters, those of letters as somebody typed them.
constexpr char to_login[] = "SELECT l.id FROM letter l JOIN login_address a ON a.address = "
                            "LOWER(l.to_address) WHERE a.login = :login";

Json letters_copy(store::Session& session, Id<Login> login)
{
    auto all = Json::array();
    for (const auto& [subject, body, at] : session.select<std::string, std::string, std::int64_t>(
             "SELECT l.subject, l.body, l.created_at FROM letter l JOIN login_address a ON "
             "a.address = LOWER(l.to_address) WHERE a.login = :login ORDER BY l.id",
             login))
        all.push(Json::object({{"subject", subject}, {"body", body}, {"at", at}}));
    return all;
}

void erase_letters(store::Session& session, Id<Login> login, Instant now)
{
    // What waits shall not leave any more; what is being sent cannot be called back.
    for (const auto& [letter] : session.select<std::int64_t>(to_login, login))
        mail::forget_words(session, Id<mail::Letter>{letter}, now);
    // Beside letters to others stands who approved or dropped them.
    session.run(
        "UPDATE letter_act SET detail = '' WHERE what IN ('approved', 'dropped') AND detail "
        "<> '' AND detail IN (SELECT name FROM login WHERE id = :login)",
        login);
}

std::int64_t forget_letters(store::Session& session, Instant now)
{
    std::int64_t gone = 0;
    for (const auto& reason : owner_letters())
        gone += session.run(std::string(without_words) +
                                "reason = :reason AND created_at < :before AND to_address <> ''",
                            reason, now - letters_live);
    return gone;
}

Json acts_copy(store::Session& session, Id<Login> login)
{
    auto all = Json::array();
    for (const auto& [verb, address, peer, at] :
         session.select<std::string, std::string, std::string, std::int64_t>(
             "SELECT verb, address, peer, at FROM act WHERE login = :login ORDER BY id", login))
        all.push(Json::object({{"what", verb}, {"address", address}, {"from", peer}, {"at", at}}));
    return all;
}

}  // namespace

std::vector<KeptData> kept_by_logins()
{
    // Letters are found by the address, so they go before it does.
    return {
        {"letters", tr("Letters about your login, and those sent to your address"),
         tr("So that they arrive, and the secretariat sees whether they did."),
         tr("Letters about a login: 30 days. Others: as long as the forum."), letters_copy,
         erase_letters, forget_letters},
        {"login", tr("Your name, your e-mail address and what your login is secured with"),
         tr("So that you can sign in, and others see who you are."),
         tr("Until you have yourself erased."), name_and_address, erase_name_and_address},
        {"sessions", tr("When, how, with which browser and from which address you signed in"),
         tr("So that you notice when it was not you."),
         tr("30 days after you signed out. Failed attempts: one day."), sessions_copy,
         erase_sessions, forget_sessions},
        {"acts", tr("What you changed here and when, and from which address"),
         tr("So that it can be told who decided what; the record cannot be changed unnoticed."),
         tr("The record stays, without your name once you are erased. From which address: one "
            "year."),
         acts_copy,
         [](store::Session& session, Id<Login> login, Instant) { erase_peers_of(session, login); },
         [](store::Session& session, Instant now) {
             return erase_peers(session, now - peers_live);
         }},
    };
}

void erase_login(store::Session& session, const std::vector<KeptData>& kept, Id<Login> login,
                 Instant now)
{
    for (const auto& data : kept)
        if (data.erase)
            data.erase(session, login, now);
}

std::vector<Concerned> concerned_by_erasure(store::Session& session,
                                            const std::vector<KeptData>& kept, Id<Login> login)
{
    std::vector<Concerned> all;
    for (const auto& data : kept)
        if (data.concerns)
            for (auto& one : data.concerns(session, login))
                all.push_back(std::move(one));
    return all;
}

void forget_in_time(store::Store& store, const std::vector<KeptData>& kept, Instant now)
{
    store.write([&](store::Session& session) {
        std::int64_t gone = 0;
        for (const auto& data : kept)
            if (data.forget)
                gone += data.forget(session, now);
        return gone > 0;
    });
}

}  // namespace sala::web
