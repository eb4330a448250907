// SPDX-License-Identifier: Apache-2.0

#include "web/login_store.hpp"

#include "web/base64.hpp"
#include "web/login_name.hpp"
#include "web/own_name.hpp"

#include <charconv>
#include <sodium.h>

namespace sala::web {

namespace {

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
    return to_base64url({reinterpret_cast<const char*>(bytes), sizeof bytes});
}

std::string token_hash(std::string_view token)
{
    unsigned char hash[32];
    crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(token.data()),
                       token.size(), nullptr, 0);
    return to_base64url({reinterpret_cast<const char*>(hash), sizeof hash});
}

Id<Login> secretariat_login(store::Session& session, Instant now, Numbering& numbering)
{
    const auto held = session.find<std::int64_t>(
        "SELECT r.login FROM login_role r WHERE r.role = 'secretariat' AND r.given = 1 AND NOT "
        "EXISTS (SELECT 1 FROM login_role t WHERE t.login = r.login AND t.role = r.role AND "
        "t.given "
        "= 0 AND t.id > r.id) ORDER BY r.id LIMIT 1");
    if (held)
        return Id<Login>{std::get<0>(*held)};
    const Id<Login> login{numbering.next(now.milliseconds())};
    session.run("INSERT INTO login (id, name, created_at) VALUES (:id, :name, :at)", login,
                name_of_first_login, now);
    session.run("INSERT INTO login_role (id, login, role, given, at) VALUES (:id, :login, "
                "'secretariat', 1, :at)",
                numbering.next(now.milliseconds()), login, now);
    return login;
}

bool set_server_secretary(store::Session& session, Id<Login> login, bool given, Instant now,
                          Numbering& numbering)
{
    if (is_server_secretary(session, login) == given)
        return false;
    session.run("INSERT INTO login_role (id, login, role, given, at) VALUES (:id, :login, "
                "'secretariat', :given, :now)",
                numbering.next(now.milliseconds()), login, given, now);
    return true;
}

std::optional<NamedLogin> login_numbered(store::Session& session, const std::string& number)
{
    std::int64_t id = 0;
    const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), id);
    if (failed != std::errc{} || end != number.data() + number.size())
        return std::nullopt;
    const auto row = session.find<std::string>(
        "SELECT l.name FROM login l WHERE l.id = :id AND NOT EXISTS (SELECT 1 FROM login_erasure e "
        "WHERE e.login = l.id)",
        id);
    if (!row)
        return std::nullopt;
    return NamedLogin{Id<Login>{id}, std::get<0>(*row)};
}

bool is_server_secretary(store::Session& session, Id<Login> login)
{
    const auto given = session.find<std::int64_t>(
        "SELECT given FROM login_role WHERE login = :login AND role = 'secretariat' ORDER BY id "
        "DESC LIMIT 1",
        login);
    return given && std::get<0>(*given) == 1;
}

void end_server_roles(store::Session& session, Id<Login> login, Instant now)
{
    for (const auto& [role] : session.select<std::string>(
             "SELECT DISTINCT role FROM login_role WHERE login = :login AND given = 1", login))
        session.run(
            "INSERT INTO login_role (id, login, role, given, at) SELECT MAX(id) + 1, :login, "
            ":role, 0, :now FROM login_role",
            login, role, now);
}

bool is_last_secretary(store::Session& session, Id<Login> login)
{
    bool is_one = false;
    bool is_alone = true;
    for (const auto& [secretary] : session.select<std::int64_t>(
             "SELECT r.login FROM login_role r WHERE r.role = 'secretariat' AND r.given = 1 AND "
             "r.id = (SELECT MAX(n.id) FROM login_role n WHERE n.login = r.login AND n.role = "
             "r.role)"))
        if (secretary == login.number())
            is_one = true;
        else
            is_alone = false;
    return is_one && is_alone;
}

std::string plain_address(std::string_view address)
{
    const auto begin = address.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    std::string plain(address.substr(begin, address.find_last_not_of(" \t") - begin + 1));
    for (char& c : plain)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return plain;
}

Id<Login> login_at(store::Session& session, const std::string& address, const std::string& name,
                   Instant now, Numbering& numbering)
{
    const auto plain = plain_address(address);
    // Drawn for a known address as well: the number of what is made next would tell whether it is.
    const Id<Login> login{numbering.next(now.milliseconds())};
    if (const auto held = session.find<std::int64_t>(
            "SELECT login FROM login_address WHERE address = :address", plain))
        return Id<Login>{std::get<0>(*held)};
    // Whoever typed it may have typed what each reader takes for the office.
    session.run("INSERT INTO login (id, name, created_at) VALUES (:id, :name, :at)", login,
                looks_like_the_office(name) ? plain : name, now);
    session.run("INSERT INTO login_address (login, address) VALUES (:login, :address)", login,
                plain);
    return login;
}

std::string_view word(Way way)
{
    constexpr std::string_view words[] = {"server", "letter", "password", "provider"};
    return words[static_cast<std::size_t>(way)];
}

std::string make_sign_in_link(store::Session& session, Id<Login> login, Instant now, Way way)
{
    auto token = random_token();
    session.run("INSERT INTO sign_in_link (token_hash, login, expires_at, way) VALUES (:hash, "
                ":login, :until, :way)",
                token_hash(token), login, now + sign_in_link_lives, word(way));
    return token;
}

static std::optional<UsedLink> link_that_works(store::Session& session, const std::string& token,
                                               Instant now)
{
    const auto link = session.find<std::int64_t, std::string>(
        "SELECT l.login, l.way FROM sign_in_link l LEFT JOIN sign_in_link_use u ON u.token_hash = "
        "l.token_hash "
        "WHERE l.token_hash = :hash AND l.expires_at > :now AND u.at IS NULL",
        token_hash(token), now);
    if (!link)
        return std::nullopt;
    return UsedLink{Id<Login>{std::get<0>(*link)},
                    std::get<1>(*link) == word(Way::letter) ? Way::letter : Way::server};
}

Allowed sign_in_link_works(store::Session& session, const std::string& token, Instant now)
{
    return link_that_works(session, token, now) ? allowed() : Allowed(link_is_over());
}

Result<UsedLink> use_sign_in_link(store::Session& session, const std::string& token, Instant now)
{
    const auto link = link_that_works(session, token, now);
    if (!link)
        return link_is_over();
    session.run("INSERT INTO sign_in_link_use (token_hash, at) VALUES (:hash, :at)",
                token_hash(token), now);
    return *link;
}

}  // namespace sala::web
