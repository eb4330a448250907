// SPDX-License-Identifier: Apache-2.0
//
// The secretariat of the server sees every login and how it is secured, and decides whether a
// secretariat must give a code.

#include "web/all_logins.view.hpp"
#include "web/login_secrets.hpp"
#include "web/verb.hpp"
#include "web/words_anywhere.hpp"

namespace sala::web {

static Result<Reply> show(Desk& desk);

Verb show_all_logins()
{
    return {.path = "GET /login/all",
            .allow = secretariat,
            .query = {{.name = "q",
                       .meaning = "Only those with these words in the name or the address."},
                      {.name = "from", .meaning = "How many to leave out before the first."}},
            .run = simply(show)};
}

constexpr char found_by_words[] =
    "WHERE LOWER(l.name) LIKE :words ESCAPE '!' OR COALESCE(a.address, '') LIKE :words ESCAPE '!' ";

static std::int64_t count_logins(store::Session& session, const std::string& words)
{
    const auto found = session.find<std::int64_t>(
        std::string("SELECT COUNT(*) FROM login l LEFT JOIN login_address a ON a.login = l.id ") +
            found_by_words,
        words_anywhere(words));
    return found ? std::get<0>(*found) : 0;
}

static std::vector<LoginLine> logins_found(store::Session& session, Instant now,
                                           const std::string& words, std::size_t from)
{
    std::vector<LoginLine> lines;
    for (const auto& [id, name, address, password_at, code_at, secretary, sessions, last,
                      passkeys] :
         session.select<std::int64_t, std::string, std::optional<std::string>,
                        std::optional<std::int64_t>, std::optional<std::int64_t>,
                        std::optional<std::int64_t>, std::int64_t, std::optional<std::int64_t>,
                        std::int64_t>(
             "SELECT l.id, l.name, a.address, p.at, k.confirmed_at, "
             "(SELECT r.given FROM login_role r WHERE r.login = l.id AND r.role = 'secretariat' "
             "ORDER BY r.id DESC LIMIT 1), "
             "(SELECT COUNT(*) FROM login_session s WHERE s.login = l.id AND s.expires_at > :now "
             "AND NOT EXISTS (SELECT 1 FROM login_session_end e WHERE e.token_hash = "
             "s.token_hash)), "
             "(SELECT MAX(s.started_at) FROM login_session s WHERE s.login = l.id), "
             "(SELECT COUNT(*) FROM passkey y WHERE y.login = l.id) "
             "FROM login l LEFT JOIN login_address a ON a.login = l.id "
             "LEFT JOIN login_password p ON p.login = l.id "
             "LEFT JOIN login_code_key k ON k.login = l.id " +
                 std::string(found_by_words) + "ORDER BY l.id LIMIT :most OFFSET :from",
             now, words_anywhere(words), static_cast<std::int64_t>(logins_a_page),
             static_cast<std::int64_t>(from)))
        lines.push_back({Id<Login>{id}, name, address.value_or(""), password_at.has_value(),
                         code_at.has_value(), passkeys, secretary == 1, sessions,
                         Instant{last.value_or(0)}});
    return lines;
}

Result<Reply> show(Desk& desk)
{
    const auto words = desk.query("q");
    const auto from = from_of(desk);
    const AllLogins all{
        logins_found(desk.session(), desk.now(), words, from),
        {"/login/all", {{"q", words}}, count_logins(desk.session(), words), from, logins_a_page},
        secretariat_gives_code(desk.session())};
    if (desk.wants(Format::html))
        return desk.show(all_logins_page(desk, all));
    auto logins = Json::array();
    for (const auto& line : all.lines)
        logins.push(Json::object({{"id", line.login.word()},
                                  {"name", line.name},
                                  {"address", line.address},
                                  {"has_password", line.has_password},
                                  {"has_code", line.has_code},
                                  {"passkeys", line.passkeys},
                                  {"secretary", line.secretary},
                                  {"sessions", line.sessions}}));
    return desk.show(Json::object({{"secretariat_gives_code", all.gives_code},
                                   {"found", all.pages.found},
                                   {"next", next_json(all.pages)},
                                   {"logins", logins}}));
}

}  // namespace sala::web
