// SPDX-License-Identifier: Apache-2.0

#include "web/login_secrets.hpp"

#include "web/code.hpp"
#include "web/login_store.hpp"

namespace sala::web {

namespace {

Refusal wrong_code()
{
    return invalid("code", "wrong-code",
                   "This is not the code of this moment. Each works once, for half a minute; check "
                   "that the telephone's clock is right.");
}

// Good for this login once: whoever is second finds it used.
bool uses_recovery_code(store::Session& session, Id<Login> login, const std::string& typed,
                        Instant now)
{
    return session.run("UPDATE recovery_code SET used_at = :now WHERE login = :login AND "
                       "code_hash = :hash AND used_at IS NULL",
                       now, login, token_hash(plain_code(typed))) == 1;
}

// The first code of a key was given at `step`. Answers the recovery codes that go with it.
std::vector<std::string> confirmed(store::Session& session, Id<Login> login, std::int64_t step,
                                   Instant now)
{
    session.run("UPDATE login_code_key SET confirmed_at = :now, last_step = :step WHERE login = "
                ":login",
                now, step, login);
    auto codes = recovery_codes();
    session.run("DELETE FROM recovery_code WHERE login = :login", login);
    for (const auto& one : codes)
        session.run("INSERT INTO recovery_code (login, code_hash) VALUES (:login, :hash)", login,
                    token_hash(plain_code(one)));
    return codes;
}

}  // namespace

std::optional<KeptPassword> password_at(store::Session& session, const std::string& address)
{
    const auto found = session.find<std::int64_t, std::string>(
        "SELECT p.login, p.hash FROM login_password p JOIN login_address a ON a.login = p.login "
        "WHERE a.address = :address",
        plain_address(address));
    if (!found)
        return std::nullopt;
    return KeptPassword{Id<Login>{std::get<0>(*found)}, std::get<1>(*found)};
}

std::optional<KeptPassword> password_of(store::Session& session, Id<Login> login)
{
    const auto found =
        session.find<std::string>("SELECT hash FROM login_password WHERE login = :login", login);
    if (!found)
        return std::nullopt;
    return KeptPassword{login, std::get<0>(*found)};
}

void keep_password(store::Session& session, Id<Login> login, const std::string& hash, Instant now)
{
    session.run("INSERT INTO login_password (login, hash, at) VALUES (:login, :hash, :at) ON "
                "CONFLICT (login) DO UPDATE SET hash = :hash, at = :at",
                login, hash, now);
}

void forget_password(store::Session& session, Id<Login> login)
{
    session.run("DELETE FROM login_password WHERE login = :login", login);
}

std::optional<CodeKey> code_key_of(store::Session& session, Id<Login> login)
{
    const auto found = session.find<std::string, std::optional<std::int64_t>>(
        "SELECT key, confirmed_at FROM login_code_key WHERE login = :login", login);
    if (!found)
        return std::nullopt;
    return CodeKey{std::get<0>(*found), std::get<1>(*found).has_value()};
}

void begin_code_key(store::Session& session, Id<Login> login)
{
    // A key that somebody has seen and not confirmed is never confirmed later by somebody else.
    session.run("INSERT INTO login_code_key (login, key) VALUES (:login, :key) ON CONFLICT (login) "
                "DO UPDATE SET key = excluded.key WHERE login_code_key.confirmed_at IS NULL",
                login, code_key());
}

Result<std::vector<std::string>> confirm_code_key(store::Session& session, Id<Login> login,
                                                  const std::string& code, Instant now)
{
    const auto key = code_key_of(session, login);
    if (!key || key->confirmed)
        return conflict("no-code-key", "There is no key to confirm. Begin anew, please.");
    const auto step = step_of_code(key->key, plain_code(code), now, 0);
    if (!step)
        return wrong_code();
    return confirmed(session, login, *step, now);
}

Result<std::vector<std::string>> replace_code_key(store::Session& session, Id<Login> login,
                                                  const NewCodeKey& given, Instant now)
{
    const auto step = is_code_key(given.key)
                          ? step_of_code(given.key, plain_code(given.new_code), now, 0)
                          : std::nullopt;
    if (!step)
        return invalid("new_code", "wrong-new-code",
                       "This is not the code that the new key shows at this moment. Scan it anew, "
                       "and check that the telephone's clock is right.");
    if (const auto good = use_code(session, login, given.code, now); !good)
        return good.refusal();
    session.run("UPDATE login_code_key SET key = :key WHERE login = :login", given.key, login);
    return confirmed(session, login, *step, now);
}

Allowed use_code(store::Session& session, Id<Login> login, const std::string& typed, Instant now)
{
    const auto key = session.find<std::string, std::int64_t>(
        "SELECT key, last_step FROM login_code_key WHERE login = :login AND confirmed_at IS NOT "
        "NULL",
        login);
    if (!key)
        return wrong_code();
    if (const auto step =
            step_of_code(std::get<0>(*key), plain_code(typed), now, std::get<1>(*key));
        step) {
        session.run("UPDATE login_code_key SET last_step = :step WHERE login = :login", *step,
                    login);
        return allowed();
    }
    return uses_recovery_code(session, login, typed, now) ? allowed() : Allowed(wrong_code());
}

std::int64_t recovery_codes_left(store::Session& session, Id<Login> login)
{
    return std::get<0>(*session.find<std::int64_t>(
        "SELECT COUNT(*) FROM recovery_code WHERE login = :login AND used_at IS NULL", login));
}

void forget_codes(store::Session& session, Id<Login> login)
{
    session.run("DELETE FROM login_code_key WHERE login = :login", login);
    session.run("DELETE FROM recovery_code WHERE login = :login", login);
}

constexpr std::string_view gives_code = "secretariat-gives-code";

bool secretariat_gives_code(store::Session& session)
{
    const auto newest = session.find<std::string>(
        "SELECT value FROM server_setting WHERE name = :name ORDER BY id DESC LIMIT 1", gives_code);
    return newest && std::get<0>(*newest) == "yes";
}

bool must_give_code(store::Session& session, Id<Login> login)
{
    const auto is_secretary_of_a_forum = [&] {
        return session
            .find<std::int64_t>(
                "SELECT 1 FROM role_grant g WHERE g.login = :login AND g.role = 'secretariat' AND "
                "NOT EXISTS (SELECT 1 FROM role_withdrawal w WHERE w.forum = g.forum AND "
                "w.role_grant = g.id) LIMIT 1",
                login)
            .has_value();
    };
    return secretariat_gives_code(session) &&
           (is_server_secretary(session, login) || is_secretary_of_a_forum());
}

void keep_setting(store::Session& session, Id<Setting> id, std::string_view name,
                  std::string_view value, Id<Login> by, Instant now)
{
    session.run("INSERT INTO server_setting (id, name, value, by_login, at) VALUES (:id, :name, "
                ":value, :by_login, :at)",
                id, name, value, by, now);
}

}  // namespace sala::web
