// SPDX-License-Identifier: Apache-2.0

#include "web/passkey_store.hpp"

#include "web/base64.hpp"
#include "web/login_store.hpp"

namespace sala::web {

namespace {

constexpr char columns[] =
    "SELECT id, login, name, credential, algorithm, key, counter, created_at, used_at, copied_at "
    "FROM passkey WHERE ";

template <class... Values>
std::vector<Passkey> passkeys_where(store::Session& session, const std::string& condition,
                                    const Values&... values)
{
    std::vector<Passkey> found;
    for (const auto& [id, login, name, credential, algorithm, key, counter, created_at, used_at,
                      copied_at] :
         session.select<std::int64_t, std::int64_t, std::string, std::string, std::int64_t,
                        std::string, std::int64_t, std::int64_t, std::optional<std::int64_t>,
                        std::optional<std::int64_t>>(columns + condition, values...))
        found.push_back(
            {Id<Passkey>{id}, Id<Login>{login}, name, credential, static_cast<int>(algorithm),
             from_base64url(key).value_or(""), counter, Instant{created_at},
             used_at ? std::optional(Instant{*used_at}) : std::nullopt, copied_at.has_value()});
    return found;
}

}  // namespace

std::string passkey_handle(store::Session& session, Id<Login> login)
{
    session.run("INSERT INTO passkey_owner (login, handle) VALUES (:login, :handle) ON CONFLICT "
                "(login) DO NOTHING",
                login, random_token());
    return std::get<0>(
        *session.find<std::string>("SELECT handle FROM passkey_owner WHERE login = :login", login));
}

std::vector<Passkey> passkeys_of(store::Session& session, Id<Login> login)
{
    return passkeys_where(session, "login = :login ORDER BY id", login);
}

std::optional<Passkey> passkey_named(store::Session& session, const std::string& credential)
{
    auto found = passkeys_where(session, "credential = :credential", credential);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::string new_challenge(store::Session& session, Id<Login> login, Instant now)
{
    session.run("DELETE FROM passkey_challenge WHERE expires_at <= :now", now);
    auto challenge = random_token();
    session.run("INSERT INTO passkey_challenge (challenge_hash, login, expires_at) VALUES (:hash, "
                ":login, :until)",
                token_hash(challenge), login ? std::optional(login.number()) : std::nullopt,
                now + passkey_challenge_lives);
    return challenge;
}

Allowed use_challenge(store::Session& session, const std::string& challenge, Id<Login> login,
                      Instant now)
{
    const auto used =
        session.run("DELETE FROM passkey_challenge WHERE challenge_hash = :hash AND expires_at > "
                    ":now AND COALESCE(login, 0) = :login",
                    token_hash(challenge), now, login);
    if (used == 1)
        return allowed();
    return forbidden("passkey-challenge-over",
                     "This took more than five minutes, or began in another browser. Please try "
                     "again.");
}

Allowed keep_passkey(store::Session& session, const NewPasskey& added, Instant now)
{
    const auto credential = to_base64url(added.made.credential);
    if (passkey_named(session, credential))
        return conflict("passkey-known", "This passkey is known here already.");
    if (passkeys_of(session, added.login).size() >= passkeys_max)
        return conflict("too-many-passkeys",
                        "More than {count} passkeys nobody can keep apart. Remove one first.",
                        {{"count", std::to_string(passkeys_max)}});
    session.run("INSERT INTO passkey (id, login, name, credential, algorithm, key, counter, "
                "created_at) VALUES (:id, :login, :name, :credential, :algorithm, :key, :counter, "
                ":at)",
                added.id, added.login, added.name, credential,
                static_cast<std::int64_t>(added.made.algorithm), to_base64url(added.made.key),
                static_cast<std::int64_t>(added.made.counter), now);
    return allowed();
}

void note_passkey_use(store::Session& session, Id<Passkey> passkey, std::int64_t counter,
                      Instant now)
{
    session.run("UPDATE passkey SET counter = :counter, used_at = :now WHERE id = :id", counter,
                now, passkey);
}

void note_passkey_copy(store::Session& session, Id<Passkey> passkey, Instant now)
{
    session.run("UPDATE passkey SET copied_at = :now WHERE id = :id", now, passkey);
}

Result<std::string> remove_passkey_of(store::Session& session, Id<Login> login,
                                      const std::string& number)
{
    for (const auto& one : passkeys_of(session, login))
        if (one.id.word() == number) {
            session.run("DELETE FROM passkey WHERE id = :id", one.id);
            return one.name;
        }
    return missing("no-such-passkey", "There is no such passkey.");
}

void forget_passkeys(store::Session& session, Id<Login> login)
{
    session.run("DELETE FROM passkey_challenge WHERE login = :login", login);
    session.run("DELETE FROM passkey WHERE login = :login", login);
    session.run("DELETE FROM passkey_owner WHERE login = :login", login);
}

}  // namespace sala::web
