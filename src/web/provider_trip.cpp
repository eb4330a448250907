// SPDX-License-Identifier: Apache-2.0

#include "web/provider_trip.hpp"

#include "web/session_cookie.hpp"

namespace sala::web {

namespace {

constexpr std::string_view cookie_name = "__Host-trip";

}  // namespace

Refusal no_provider()
{
    return missing("no-provider", "This server knows no other provider that signs people in.");
}

std::string trip_cookie(const std::string& state)
{
    return std::string(cookie_name) + "=" + state +
           "; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=" +
           std::to_string(std::chrono::seconds(provider_trip_lives).count());
}

void keep_trip(store::Session& session, const Trip& trip, Instant now)
{
    session.run("DELETE FROM provider_trip WHERE expires_at <= :now", now);
    session.run(
        "INSERT INTO provider_trip (state_hash, nonce, verifier, expires_at) VALUES (:hash, "
        ":nonce, :verifier, :until)",
        token_hash(trip.state), trip.nonce, trip.verifier, now + provider_trip_lives);
}

std::optional<Trip> trip_of(store::Session& session, const Request& request,
                            const std::string& state, Instant now)
{
    if (!same_secret(cookie_of(request, cookie_name), state))
        return std::nullopt;
    const auto kept = session.find<std::string, std::string>(
        "SELECT nonce, verifier FROM provider_trip WHERE state_hash = :hash AND expires_at > :now",
        token_hash(state), now);
    if (!kept)
        return std::nullopt;
    return Trip{state, std::get<0>(*kept), std::get<1>(*kept)};
}

void end_trip(store::Session& session, const std::string& state)
{
    session.run("DELETE FROM provider_trip WHERE state_hash = :hash", token_hash(state));
}

std::optional<ComeBack> login_of(store::Session& session, const std::string& issuer,
                                 const Identity& identity, Instant now)
{
    if (const auto known = session.find<std::int64_t>(
            "SELECT login FROM login_subject WHERE issuer = :issuer AND subject = :subject", issuer,
            identity.subject))
        return ComeBack{Id<Login>{std::get<0>(*known)}};
    const auto found = session.find<std::int64_t>(
        "SELECT login FROM login_address WHERE address = :address AND address <> ''",
        identity.address);
    if (!found)
        return std::nullopt;
    session.run("INSERT INTO login_subject (issuer, subject, login, at) VALUES (:issuer, :subject, "
                ":login, :at)",
                issuer, identity.subject, std::get<0>(*found), now);
    return ComeBack{Id<Login>{std::get<0>(*found)}, true};
}

}  // namespace sala::web
