// SPDX-License-Identifier: Apache-2.0

#include "web/login_session.hpp"

#include <algorithm>

namespace sala::web {

namespace {

constexpr std::size_t device_bytes_max = 200;

}  // namespace

std::string start_session(store::Session& session, const Entry& entry, Instant now)
{
    auto token = random_token();
    session.run("INSERT INTO login_session (token_hash, login, csrf, started_at, expires_at, way, "
                "with_code, device, peer, language) VALUES (:hash, :login, :csrf, :now, :until, "
                ":way, :with_code, :device, :peer, :language)",
                token_hash(token), entry.login, random_token(), now, now + login_session_lives,
                entry.by_passkey ? std::string_view("passkey") : word(entry.way), entry.with_code,
                entry.device.substr(0, device_bytes_max), entry.peer, entry.language);
    return token;
}

std::optional<Visitor> visitor_of(store::Session& session, const std::string& session_token,
                                  Instant now)
{
    const auto rows = session.select<std::int64_t, std::string, std::string, std::int64_t,
                                     std::optional<std::string>, std::optional<std::string>>(
        "SELECT s.login, l.name, s.csrf, s.with_code, r.role, "
        "(SELECT g.value FROM server_setting g WHERE g.name = 'secretariat-gives-code' ORDER BY "
        "g.id DESC LIMIT 1) FROM login_session s "
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
    for (const auto& [login, name, csrf, with_code, role, gives_code] : rows) {
        visitor.login = Id<Login>{login};
        visitor.name = name;
        visitor.csrf = csrf;
        visitor.lacks_code = with_code == 0 && gives_code == "yes";
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

std::vector<OpenSession> sessions_of(store::Session& session, Id<Login> login, Instant now)
{
    std::vector<OpenSession> open;
    for (const auto& [hash, way, device, peer, started_at] :
         session.select<std::string, std::string, std::string, std::string, std::int64_t>(
             "SELECT s.token_hash, s.way, s.device, s.peer, s.started_at FROM login_session s "
             "WHERE "
             "s.login = :login AND s.expires_at > :now AND NOT EXISTS (SELECT 1 FROM "
             "login_session_end e WHERE e.token_hash = s.token_hash) ORDER BY s.started_at DESC, "
             "s.token_hash",
             login, now))
        open.push_back({hash, way, device, peer, Instant{started_at}});
    return open;
}

Allowed end_session_of(store::Session& session, Id<Login> login, const std::string& hash,
                       Instant now)
{
    const auto ended = session.run(
        "INSERT INTO login_session_end (token_hash, at) SELECT token_hash, :now FROM login_session "
        "WHERE token_hash = :hash AND login = :login ON CONFLICT (token_hash) DO NOTHING",
        now, hash, login);
    if (ended == 1)
        return allowed();
    return missing("no-such-session", "There is no such browser signed in.");
}

void end_sessions_of(store::Session& session, Id<Login> login, Instant now,
                     const std::string& but_token)
{
    session.run(
        "INSERT INTO login_session_end (token_hash, at) SELECT token_hash, :now FROM login_session "
        "WHERE login = :login AND token_hash <> :hash AND expires_at > :at ON CONFLICT "
        "(token_hash) DO NOTHING",
        now, login, token_hash(but_token), now);
}

void end_begun_sign_ins(store::Session& session, Id<Login> login, Instant now)
{
    session.run(
        "INSERT INTO sign_in_link_use (token_hash, at) SELECT token_hash, :now FROM sign_in_link "
        "WHERE login = :login AND expires_at > :at ON CONFLICT (token_hash) DO NOTHING",
        now, login, now);
    session.run("DELETE FROM half_sign_in WHERE login = :login", login);
}

bool came_in_lately(store::Session& session, const std::string& session_token, Instant now)
{
    return session
        .find<std::int64_t>("SELECT login FROM login_session WHERE token_hash = :hash AND way <> "
                            ":way AND started_at > :since",
                            token_hash(session_token), word(Way::password), now - proof_lasts)
        .has_value();
}

bool came_in_with_second_step(store::Session& session, const std::string& session_token)
{
    const auto held = session.find<std::int64_t>(
        "SELECT with_code FROM login_session WHERE token_hash = :hash", token_hash(session_token));
    return held && std::get<0>(*held) == 1;
}

void strengthen_session(store::Session& session, const std::string& session_token)
{
    session.run("UPDATE login_session SET with_code = 1 WHERE token_hash = :hash",
                token_hash(session_token));
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
    session.run("INSERT INTO api_token_end (token, at) SELECT id, :now FROM api_token WHERE "
                "expires_at > :at ON CONFLICT (token) DO NOTHING",
                now, now);
    session.run("DELETE FROM half_sign_in");
    session.run("DELETE FROM provider_trip");
    session.run("DELETE FROM passkey_challenge");
}

}  // namespace sala::web
