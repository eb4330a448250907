// SPDX-License-Identifier: Apache-2.0

#include "web/sign_in_attempts.hpp"

#include "web/login_store.hpp"
#include "web/session_cookie.hpp"
#include "web/way_in.hpp"

namespace sala::web {

namespace {

std::int64_t most(std::string_view what)
{
    return what == "letter" ? letter_attempts_max
           : what == "code" ? code_attempts_max
                            : password_attempts_max;
}

bool is_this_machine(std::string_view peer)
{
    return peer.empty() || peer == "::1" || peer.starts_with("127.") ||
           peer.starts_with("::ffff:127.");
}

}  // namespace

std::string counted_for(store::Session& session, const Request& request, const std::string& address)
{
    const auto device = token_hash(cookie_of(request, device_cookie));
    const auto known = session.find<std::int64_t>(
        "SELECT COUNT(*) FROM login_device d JOIN login_address a ON a.login = d.login WHERE "
        "a.address = :address AND d.device_hash = :hash",
        address, device);
    return std::get<0>(*known) > 0 ? address + "\n" + device : address;
}

Allowed may_try(store::Session& session, const Attempt& attempt, Instant now)
{
    const auto since = now - attempts_count_for;
    const auto counted = session.find<std::int64_t, std::int64_t>(
        "SELECT (SELECT COUNT(*) FROM sign_in_attempt WHERE what = :what AND about = :about AND "
        "at > :since), (SELECT COUNT(*) FROM sign_in_attempt WHERE what = :what AND peer = :peer "
        "AND at > :since)",
        attempt.what, token_hash(attempt.about), since, attempt.peer);
    const auto [about, peer] = *counted;
    if (about < most(attempt.what) && (is_this_machine(attempt.peer) || peer < peer_attempts_max))
        return allowed();
    return too_many("too-many-attempts",
                    "That was tried too often. Please wait {count} minutes and try again.",
                    {{"count", std::to_string(attempts_count_for.count())}});
}

void note_attempt(store::Session& session, const Attempt& attempt, Instant now,
                  Numbering& numbering)
{
    session.run("DELETE FROM sign_in_attempt WHERE at < :yesterday", now - std::chrono::hours{24});
    session.run("INSERT INTO sign_in_attempt (id, what, about, peer, at) VALUES (:id, :what, "
                ":about, :peer, :at)",
                numbering.next(now.milliseconds()), attempt.what, token_hash(attempt.about),
                attempt.peer, now);
}

void forget_attempts(store::Session& session, const Attempt& attempt)
{
    session.run("DELETE FROM sign_in_attempt WHERE what = :what AND about = :about", attempt.what,
                token_hash(attempt.about));
}

}  // namespace sala::web
