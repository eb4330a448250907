// SPDX-License-Identifier: Apache-2.0

#include "web/login_store.hpp"

#include <sodium.h>

namespace sala::web {

namespace {

std::string base64(const unsigned char* bytes, std::size_t size)
{
    std::string text(sodium_base64_encoded_len(size, sodium_base64_VARIANT_URLSAFE_NO_PADDING),
                     '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.resize(text.size() - 1);
    return text;
}

Refusal link_is_over()
{
    return forbidden(
        "sign-in-link-over",
        "This link has been used or is older than 15 minutes. Ask for a fresh one: on the "
        "server, `sala sign-in` prints it.");
}

}  // namespace

std::string random_token()
{
    if (sodium_init() < 0)
        throw Fault("the source of randomness is not available");
    unsigned char bytes[32];
    randombytes_buf(bytes, sizeof bytes);
    return base64(bytes, sizeof bytes);
}

std::string token_hash(std::string_view token)
{
    unsigned char hash[32];
    crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(token.data()),
                       token.size(), nullptr, 0);
    return base64(hash, sizeof hash);
}

Id<Login> secretariat_login(store::Session& session, Instant now, Numbering& numbering)
{
    const auto held = session.find<std::int64_t>("SELECT login FROM login_role WHERE role = "
                                                 "'secretariat' AND given = 1 ORDER BY id LIMIT 1");
    if (held)
        return Id<Login>{std::get<0>(*held)};
    const Id<Login> login{numbering.next(now.milliseconds())};
    session.run("INSERT INTO login (id, name, created_at) VALUES (:id, :name, :at)", login,
                "Secretariat", now);
    session.run("INSERT INTO login_role (id, login, role, given, at) VALUES (:id, :login, "
                "'secretariat', 1, :at)",
                numbering.next(now.milliseconds()), login, now);
    return login;
}

std::string plain_address(std::string_view address)
{
    std::string plain;
    for (const char c : address)
        if (c != ' ' && c != '\t')
            plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return plain;
}

Id<Login> login_at(store::Session& session, const std::string& address, const std::string& name,
                   Instant now, Numbering& numbering)
{
    const auto plain = plain_address(address);
    if (const auto held = session.find<std::int64_t>(
            "SELECT login FROM login_address WHERE address = :address", plain))
        return Id<Login>{std::get<0>(*held)};
    const Id<Login> login{numbering.next(now.milliseconds())};
    session.run("INSERT INTO login (id, name, created_at) VALUES (:id, :name, :at)", login, name,
                now);
    session.run("INSERT INTO login_address (login, address) VALUES (:login, :address)", login,
                plain);
    return login;
}

std::string make_sign_in_link(store::Session& session, Id<Login> login, Instant now)
{
    auto token = random_token();
    session.run(
        "INSERT INTO sign_in_link (token_hash, login, expires_at) VALUES (:hash, :login, :until)",
        token_hash(token), login, now + sign_in_link_lives);
    return token;
}

Allowed sign_in_link_works(store::Session& session, const std::string& token, Instant now)
{
    const auto link = session.find<std::int64_t>(
        "SELECT l.login FROM sign_in_link l LEFT JOIN sign_in_link_use u ON u.token_hash = "
        "l.token_hash "
        "WHERE l.token_hash = :hash AND l.expires_at > :now AND u.at IS NULL",
        token_hash(token), now);
    if (!link)
        return link_is_over();
    return allowed();
}

Result<std::string> use_sign_in_link(store::Session& session, const std::string& token, Instant now)
{
    if (auto works = sign_in_link_works(session, token, now); !works)
        return works.refusal();
    const auto hash = token_hash(token);
    session.run("INSERT INTO sign_in_link_use (token_hash, at) VALUES (:hash, :at)", hash, now);
    auto session_token = random_token();
    session.run(
        "INSERT INTO login_session (token_hash, login, csrf, started_at, expires_at) "
        "SELECT :hash, login, :csrf, :now, :until FROM sign_in_link WHERE token_hash = :link",
        token_hash(session_token), random_token(), now, now + login_session_lives, hash);
    return session_token;
}

std::optional<Visitor> visitor_of(store::Session& session, const std::string& session_token,
                                  Instant now)
{
    const auto rows =
        session.select<std::int64_t, std::string, std::string, std::optional<std::string>>(
            "SELECT s.login, l.name, s.csrf, r.role FROM login_session s "
            "JOIN login l ON l.id = s.login "
            "LEFT JOIN login_session_end e ON e.token_hash = s.token_hash "
            "LEFT JOIN login_role r ON r.login = s.login AND r.given = 1 AND NOT EXISTS "
            "(SELECT 1 FROM login_role t WHERE t.login = r.login AND t.role = r.role AND t.given = "
            "0 AND t.id > r.id) "
            "WHERE s.token_hash = :hash AND s.expires_at > :now AND e.at IS NULL",
            token_hash(session_token), now);
    if (rows.empty())
        return std::nullopt;
    Visitor visitor;
    for (const auto& [login, name, csrf, role] : rows) {
        visitor.login = Id<Login>{login};
        visitor.name = name;
        visitor.csrf = csrf;
        if (role)
            visitor.roles.push_back({*role});
    }
    return visitor;
}

void end_session(store::Session& session, const std::string& session_token, Instant now)
{
    session.run(
        "INSERT INTO login_session_end (token_hash, at) SELECT token_hash, :now FROM login_session "
        "WHERE token_hash = :hash ON CONFLICT (token_hash) DO NOTHING",
        now, token_hash(session_token));
}

void end_every_way_in(store::Session& session, Instant now)
{
    session.run(
        "INSERT INTO login_session_end (token_hash, at) SELECT token_hash, :now FROM login_session "
        "WHERE expires_at > :at ON CONFLICT (token_hash) DO NOTHING",
        now, now);
    session.run(
        "INSERT INTO sign_in_link_use (token_hash, at) SELECT token_hash, :now FROM sign_in_link "
        "WHERE expires_at > :at ON CONFLICT (token_hash) DO NOTHING",
        now, now);
}

}  // namespace sala::web
