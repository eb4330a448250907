// SPDX-License-Identifier: Apache-2.0

#include "web/api_token.hpp"

#include "web/asked.hpp"
#include "web/percent.hpp"

namespace sala::web {

namespace {

// "/lyon-2030" is good for /lyon-2030 and /lyon-2030/desk, not for /lyon-2030-draft.
bool is_below(std::string_view path, std::string_view below)
{
    return below.empty() || path == below ||
           (path.starts_with(below) && path.substr(below.size()).starts_with('/'));
}

}  // namespace

Result<std::string> make_token(store::Session& session, Id<ApiToken> id, Id<Login> login,
                               const TokenScope& scope, bool with_code, Instant now, Instant until)
{
    if (!scope.below.empty() && (!leads_here(scope.below) || scope.below.ends_with('/')))
        return invalid("below", "not-an-address-here",
                       "This is no address of this server. Write it as /lyon-2030, or leave it "
                       "empty for every address.");
    auto token = std::string(token_beginning) + random_token();
    session.run("INSERT INTO api_token (id, login, name, token_hash, below, role, reads_only, "
                "with_code, created_at, expires_at) VALUES (:id, :login, :name, :hash, :below, "
                ":role, :reads_only, :with_code, :now, :until)",
                id, login, scope.name, token_hash(token), scope.below, scope.role, scope.reads_only,
                with_code, now, until);
    return token;
}

std::vector<KeptToken> tokens_of(store::Session& session, Id<Login> login, Instant now)
{
    std::vector<KeptToken> tokens;
    for (const auto& [id, name, below, role, reads_only, created_at, expires_at, ended_at] :
         session.select<std::int64_t, std::string, std::string, std::string, std::int64_t,
                        std::int64_t, std::int64_t, std::optional<std::int64_t>>(
             "SELECT t.id, t.name, t.below, t.role, t.reads_only, t.created_at, t.expires_at, e.at "
             "FROM api_token t LEFT JOIN api_token_end e ON e.token = t.id WHERE t.login = :login "
             "ORDER BY t.id DESC",
             login))
        tokens.push_back({Id<ApiToken>{id},
                          {name, below, role, reads_only == 1},
                          Instant{created_at},
                          Instant{expires_at},
                          ended_at.has_value() || Instant{expires_at} <= now});
    return tokens;
}

Allowed end_token(store::Session& session, Id<Login> login, const std::string& number, Instant now)
{
    for (const auto& token : tokens_of(session, login, now))
        if (token.id.word() == number && !token.over) {
            session.run("INSERT INTO api_token_end (token, at) VALUES (:token, :at)", token.id,
                        now);
            return allowed();
        }
    return missing("no-such-token", "There is no such token, or it has ended.");
}

void end_tokens_of(store::Session& session, Id<Login> login, Instant now)
{
    session.run(
        "INSERT INTO api_token_end (token, at) SELECT id, :now FROM api_token WHERE login = "
        ":login ON CONFLICT (token) DO NOTHING",
        now, login);
}

bool reaches_everywhere(store::Session& session, const Request& request)
{
    const auto token = asked(request).api_token;
    return token.empty() ||
           session
               .find<std::int64_t>("SELECT login FROM api_token WHERE token_hash = :hash AND below "
                                   "= ''",
                                   token_hash(token))
               .has_value();
}

std::optional<TokenHolder> holder_of(store::Session& session, const std::string& token,
                                     std::string_view path, Instant now)
{
    const auto rows =
        session.select<std::int64_t, std::string, std::string, std::string, std::int64_t,
                       std::int64_t, std::optional<std::string>, std::optional<std::string>>(
            "SELECT t.login, l.name, t.below, t.role, t.reads_only, t.with_code, r.role, "
            "(SELECT g.value FROM server_setting g WHERE g.name = 'secretariat-gives-code' ORDER "
            "BY g.id DESC LIMIT 1) FROM api_token t JOIN login l ON l.id = t.login "
            "LEFT JOIN api_token_end e ON e.token = t.id "
            "LEFT JOIN login_role r ON r.login = t.login AND r.given = 1 AND NOT EXISTS "
            "(SELECT 1 FROM login_role x WHERE x.login = r.login AND x.role = r.role AND x.given = "
            "0 AND x.id > r.id) "
            "WHERE t.token_hash = :hash AND t.expires_at > :now AND e.at IS NULL",
            token_hash(token), now);
    if (rows.empty() || !is_below(path, std::get<2>(rows.front())))
        return std::nullopt;
    TokenHolder holder;
    for (const auto& [login, name, below, only, reads_only, with_code, role, gives_code] : rows) {
        holder.visitor.login = Id<Login>{login};
        holder.visitor.name = name;
        holder.visitor.by_token = true;
        holder.visitor.reads_only = reads_only == 1;
        holder.visitor.lacks_code = with_code == 0 && gives_code == "yes";
        holder.scope = {{}, below, only, reads_only == 1};
        if (role)
            holder.visitor.roles.push_back({*role});
    }
    return holder;
}

}  // namespace sala::web
