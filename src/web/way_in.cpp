// SPDX-License-Identifier: Apache-2.0

#include "web/way_in.hpp"

#include "base/whole_number.hpp"
#include "web/login_secrets.hpp"
#include "web/login_session.hpp"
#include "web/owner_letter.hpp"
#include "web/session_cookie.hpp"

namespace sala::web {

namespace {

std::string own_cookie(std::string_view name, const std::string& value, std::int64_t seconds)
{
    return std::string(name) + "=" + value +
           "; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=" + std::to_string(seconds);
}

// The act of coming in is theirs, although nobody was signed in when it began.
constexpr std::string_view themselves = "themselves/";

constexpr std::int64_t device_cookie_seconds = 400L * 24 * 3600;

// "Somebody signed in": who it was not can end that session at once.
OwnerNews new_browser(const Desk& desk)
{
    return {tr("Somebody signed in from a new browser"),
            {tr("Somebody has just signed in with your login, from a browser that was not used for "
                "it before. If it was you, all is well."),
             tr("If it was not you, sign that browser out here and change your password: {address}",
                {{"address", desk.absolute("/login/mine")}})},
            "device_letter"};
}

// Remembers the browser; answers what its cookie becomes, empty when it knows it already.
std::string remember_device(Desk& desk, Id<Login> login)
{
    auto& session = desk.session();
    auto device = cookie_of(desk.request(), device_cookie);
    const auto known = session.find<std::int64_t, std::int64_t>(
        "SELECT (SELECT COUNT(*) FROM login_device WHERE login = :login), (SELECT COUNT(*) FROM "
        "login_device WHERE login = :login AND device_hash = :hash)",
        login, token_hash(device));
    const auto [devices, this_one] = *known;
    if (this_one > 0)
        return {};
    if (device.empty())
        device = random_token();
    session.run("INSERT INTO login_device (login, device_hash, at) VALUES (:login, :hash, :at)",
                login, token_hash(device), desk.now());
    if (devices > 0)
        tell_owner(desk, login, new_browser(desk));
    return own_cookie(device_cookie, device, device_cookie_seconds);
}

Reply let_in(Desk& desk, Entry entry)
{
    const auto login = entry.login;
    desk.acts_for(std::string(themselves) + login.word());
    entry.device = desk.request().header("User-Agent");
    entry.peer = desk.request().peer;
    entry.language = desk.reader().language.tag();
    // This browser forgets the cookie it brings; whoever has kept it comes in with it no more.
    end_session(desk.session(), cookie_of(desk.request(), session_cookie), desk.now());
    const auto token = start_session(desk.session(), entry, desk.now());
    const auto next = next_of(desk.request());
    auto reply = desk.go(next.empty() ? "/" : next).with("Set-Cookie", set_session(token));
    if (!next.empty())
        reply.with("Set-Cookie", end_next());
    if (const auto device = remember_device(desk, login); !device.empty())
        reply.with("Set-Cookie", device);
    return reply;
}

}  // namespace

std::optional<Id<Login>> came_in_as(const Desk& desk)
{
    const std::string_view whom = desk.acting_for();
    const auto number =
        whom.starts_with(themselves) ? whole_number(whom.substr(themselves.size())) : std::nullopt;
    return number ? std::optional(Id<Login>{*number}) : std::nullopt;
}

Allowed may_sign_in_here(const Desk& desk)
{
    if (desk.request().secure || desk.request().loopback)
        return allowed();
    return forbidden("sign-in-needs-tls",
                     "Signing in is off because this connection is not encrypted. "
                     "Open this server's https address, or use the machine it runs on.");
}

Reply come_in(Desk& desk, Id<Login> login, Way way)
{
    const auto key = code_key_of(desk.session(), login);
    // Whoever has the machine could take the code away; so its link counts as one.
    if (way == Way::server || !key || !key->confirmed)
        return let_in(desk, {.login = login, .way = way, .with_code = way == Way::server});
    desk.acts_for(std::string(themselves) + login.word());
    const auto token = random_token();
    desk.session().run("DELETE FROM half_sign_in WHERE expires_at <= :now", desk.now());
    desk.session().run("INSERT INTO half_sign_in (token_hash, login, way, expires_at) VALUES "
                       "(:hash, :login, :way, :until)",
                       token_hash(token), login, word(way), desk.now() + half_sign_in_lives);
    return desk.go("/login/code")
        .with("Set-Cookie",
              own_cookie(half_cookie, token, std::chrono::seconds(half_sign_in_lives).count()));
}

Reply come_in_with_passkey(Desk& desk, Id<Login> login)
{
    return let_in(desk, {.login = login, .by_passkey = true});
}

std::optional<HalfWay> half_way(store::Session& session, const Request& request, Instant now)
{
    const auto held = session.find<std::int64_t, std::string>(
        "SELECT login, way FROM half_sign_in WHERE token_hash = :hash AND expires_at > :now AND "
        "attempts < :most",
        token_hash(cookie_of(request, half_cookie)), now, half_attempts_max);
    if (!held)
        return std::nullopt;
    for (const auto way : {Way::letter, Way::password, Way::provider})
        if (std::get<1>(*held) == word(way))
            return HalfWay{Id<Login>{std::get<0>(*held)}, way};
    return std::nullopt;
}

void note_wrong_code(store::Session& session, const Request& request)
{
    session.run("UPDATE half_sign_in SET attempts = attempts + 1 WHERE token_hash = :hash",
                token_hash(cookie_of(request, half_cookie)));
}

Reply come_in_with_code(Desk& desk, const HalfWay& half)
{
    desk.session().run("DELETE FROM half_sign_in WHERE token_hash = :hash",
                       token_hash(cookie_of(desk.request(), half_cookie)));
    return let_in(desk, {.login = half.login, .way = half.way})
        .with("Set-Cookie", own_cookie(half_cookie, "", 0));
}

}  // namespace sala::web
