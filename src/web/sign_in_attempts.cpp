// SPDX-License-Identifier: Apache-2.0

#include "web/sign_in_attempts.hpp"

#include "web/login_store.hpp"
#include "web/peer.hpp"
#include "web/session_cookie.hpp"
#include "web/way_in.hpp"

#include <limits>

namespace sala::web {

namespace {

// A letter is limited by the links that are still good, and a beginning with a passkey is for
// nobody: of these the other end of the connection is counted alone.
std::int64_t most(std::string_view what)
{
    return what == "code"       ? code_attempts_max
           : what == "password" ? password_attempts_max
                                : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

Attempt password_attempt(store::Session& session, const Request& request,
                         const std::string& address)
{
    const auto device = token_hash(cookie_of(request, device_cookie));
    const auto known = session.find<std::int64_t>(
        "SELECT COUNT(*) FROM login_device d JOIN login_address a ON a.login = d.login WHERE "
        "a.address = :address AND d.device_hash = :hash",
        address, device);
    const bool own = std::get<0>(*known) > 0;
    return {"password", own ? address + "\n" + device : address, request.peer, !own};
}

Allowed may_try(store::Session& session, const Attempt& attempt, Instant now)
{
    const auto counted = session.find<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT COALESCE(SUM(CASE WHEN about = :about THEN 1 ELSE 0 END), 0), "
        "COALESCE(SUM(CASE WHEN about = :about AND peer = :peer THEN 1 ELSE 0 END), 0), "
        "COALESCE(SUM(CASE WHEN peer = :peer THEN 1 ELSE 0 END), 0) FROM sign_in_attempt WHERE "
        "what = :what AND at > :since AND (about = :about OR peer = :peer)",
        token_hash(attempt.about), network_of(attempt.peer), attempt.what,
        now - attempts_count_for);
    const auto [about, from_here, peer] = *counted;
    const bool for_it = attempt.by_strangers
                            ? from_here < most(attempt.what) && about < strangers_attempts_max
                            : about < most(attempt.what);
    if (for_it && (is_this_machine(attempt.peer) || peer < peer_attempts_max))
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
                network_of(attempt.peer), now);
}

void forget_attempts(store::Session& session, const Attempt& attempt)
{
    if (attempt.by_strangers)
        session.run("DELETE FROM sign_in_attempt WHERE what = :what AND about = :about AND peer = "
                    ":peer",
                    attempt.what, token_hash(attempt.about), network_of(attempt.peer));
    else
        session.run("DELETE FROM sign_in_attempt WHERE what = :what AND about = :about",
                    attempt.what, token_hash(attempt.about));
}

}  // namespace sala::web
