// SPDX-License-Identifier: Apache-2.0

#include "web/called_at.hpp"

#include "sheet/called_here.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace sala::web {

namespace {

// So many at a time as a statement holds.
constexpr std::ptrdiff_t at_a_time = 5000;

// Numbers of ours, never words of others.
void each_some(const std::set<std::int64_t>& numbers, auto&& f)
{
    const std::vector<std::int64_t> all(numbers.begin(), numbers.end());
    for (auto from = all.begin(); from != all.end();) {
        const auto to = from + std::min(at_a_time, all.end() - from);
        f(fmt::format("{}", fmt::join(from, to, ",")));
        from = to;
    }
}

constexpr char given_names[] =
    "FROM role_grant g JOIN forum f ON f.id = g.forum LEFT JOIN role_grant_name n ON n.forum = "
    "g.forum AND n.role_grant = g.id";

}  // namespace

std::map<std::int64_t, Called> called_at(store::Session& session, const std::string& place,
                                         const std::set<std::int64_t>& logins)
{
    std::map<std::int64_t, Called> called;
    if (place.empty())
        return called;
    each_some(logins, [&](const std::string& some) {
        for (const auto& [login, grant, name] :
             session.select<std::int64_t, std::int64_t, std::string>(
                 fmt::format("SELECT g.login, g.id, COALESCE(n.name, '') {} WHERE '/' || f.key = "
                             ":place AND g.login IN ({}) ORDER BY g.id",
                             given_names, some),
                 place)) {
            auto& one = called[login];
            one.grant = std::to_string(grant);
            if (!name.empty())
                one.name = name;
        }
    });
    return called;
}

std::string name_of_act(const NamesOfActs& names, const NameOfAct& act)
{
    auto found = names.lower_bound(act);
    if (found == names.begin())
        return {};
    --found;
    return found->first.login == act.login && found->first.at == act.at ? found->second
                                                                        : std::string{};
}

Recipients recipients_of(store::Session& session, const std::set<std::int64_t>& grants,
                         const std::set<std::int64_t>& given_at)
{
    Recipients recipients;
    const auto add = [&](const char* column, const std::string& some) {
        for (const auto& [grant, by, at, name] :
             session.select<std::int64_t, std::optional<std::int64_t>, std::int64_t, std::string>(
                 fmt::format("SELECT g.id, g.by_login, g.at, CASE WHEN n.name <> '' THEN n.name "
                             "ELSE l.name END {} JOIN login l ON l.id = g.login WHERE {} IN ({})",
                             given_names, column, some))) {
            recipients.by_grant.emplace(grant, name);
            recipients.by_act.emplace(NameOfAct{by.value_or(0), at, grant}, name);
        }
    };
    each_some(grants, [&](const std::string& some) { add("g.id", some); });
    each_some(given_at, [&](const std::string& some) { add("g.at", some); });
    return recipients;
}

std::string logins_called()
{
    return fmt::format(
        "SELECT l.id FROM login l WHERE LOWER({}) LIKE LOWER(:who) ESCAPE '\\'",
        sheet::called_here("l.id", "(SELECT f.id FROM forum f WHERE '/' || f.key = :own)"));
}

std::string is_about_role_of_called()
{
    return fmt::format(
        "(a.verb = 'grant_role' AND EXISTS (SELECT 1 FROM role_grant g WHERE g.at = a.at AND "
        "g.by_login = a.login AND g.login IN ({0}) AND g.id = (SELECT MAX(h.id) FROM role_grant h "
        "WHERE h.at = a.at AND h.by_login = a.login AND h.id < a.id))) OR (a.verb = "
        "'withdraw_role' AND a.address IN (SELECT '/' || "
        "f.key || '/roles/' || CAST(g.id AS TEXT) || '/withdraw' FROM role_grant g JOIN forum f ON "
        "f.id = g.forum WHERE g.login IN ({0})))",
        logins_called());
}

}  // namespace sala::web
