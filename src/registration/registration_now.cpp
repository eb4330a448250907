// SPDX-License-Identifier: Apache-2.0

#include "registration/registration_now.hpp"

#include "script/name_sound.hpp"

#include <fmt/format.h>

#include <set>
#include <tuple>

namespace sala::registration {

namespace {

// Of no precedence: after all whose place is a number, which has four digits.
constexpr int last_place = 99'999;

constexpr char columns[] = "forum, registration, delegation, act, status, since, merged, category, "
                           "part, precedence, name, on_list, holds_place";

constexpr char not_erased[] = "NOT EXISTS (SELECT 1 FROM registration_erasure g WHERE g.forum = "
                              "r.forum AND g.registration = r.id)";

// Somebody was approved, and since then the delegation has corrected something, but asked for no
// other category.
std::string keeps_place()
{
    return fmt::format(
        "a.step = 'change' AND NOT EXISTS (SELECT 1 FROM registration_revision v WHERE v.forum = "
        "r.forum AND v.registration = r.id AND {} AND v.id > COALESCE((SELECT MAX(y.id) FROM "
        "registration_act y WHERE y.forum = r.forum AND y.registration = r.id AND y.step = "
        "'approve'), 0))",
        asks_for_category);
}

// The rows as they should be, of the registrations `r` that `where` names. Who was erased has none.
std::string worked_out(const std::string& where)
{
    std::string parts;
    for (const auto& [role, name] : delegation_roles())
        parts += fmt::format(" WHEN '{}' THEN {}", role, role_order(role));
    return fmt::format(
        "SELECT r.forum, r.id, r.delegation, a.id, COALESCE(a.status, 'draft'), COALESCE(a.at, "
        "r.at), CASE WHEN EXISTS (SELECT 1 FROM registration_merge m WHERE m.forum = r.forum AND "
        "m.merged = r.id AND NOT EXISTS (SELECT 1 FROM registration_merge_end e WHERE e.forum = "
        "m.forum AND e.merge = m.id)) THEN 1 ELSE 0 END, COALESCE(p.category, ''), CASE p.role{} "
        "ELSE 99 END, COALESCE(CAST(NULLIF(p.precedence, '') AS BIGINT), {}), COALESCE(p.name_en, "
        "''), CASE WHEN COALESCE(p.on_list, '') = '' THEN 0 ELSE 1 END, CASE WHEN a.status = "
        "'approved' OR ({}) THEN 1 ELSE 0 END FROM registration r LEFT "
        "JOIN registration_person p ON p.forum = r.forum AND p.registration = r.id LEFT JOIN "
        "registration_act a ON a.forum = r.forum AND a.registration = r.id AND a.id = (SELECT "
        "MAX(b.id) FROM registration_act b WHERE b.forum = r.forum AND b.registration = r.id) "
        "WHERE {} AND {}",
        parts, last_place, keeps_place(), not_erased, where);
}

std::int64_t keep_worked_out(store::Session& session, const std::string& where,
                             const auto&... values)
{
    return session.run(
        fmt::format("INSERT INTO registration_now ({}) {} ON CONFLICT (forum, registration) DO "
                    "UPDATE SET delegation = excluded.delegation, act = excluded.act, status = "
                    "excluded.status, since = excluded.since, merged = excluded.merged, category = "
                    "excluded.category, part = excluded.part, precedence = excluded.precedence, "
                    "name = excluded.name, on_list = excluded.on_list, holds_place = "
                    "excluded.holds_place",
                    columns, worked_out(where)),
        values...);
}

// One name of somebody, as it is compared.
struct HeardRow {
    std::int64_t forum;
    std::int64_t registration;
    std::string sound;
    std::string words;

    auto operator<=>(const HeardRow&) const = default;
};

// Of those for whom nobody else stands. `where` speaks of registration_person p.
std::set<HeardRow> heard_now(store::Session& session, const std::string& where,
                             const auto&... values)
{
    std::set<HeardRow> rows;
    for (const auto& [forum, registration, english, thai, own] :
         session.select<std::int64_t, std::int64_t, std::string, std::string, std::string>(
             fmt::format("SELECT p.forum, p.registration, p.name_en, p.name_th, p.name_own FROM "
                         "registration_person p JOIN registration_now n ON n.forum = p.forum AND "
                         "n.registration = p.registration AND n.merged = 0 WHERE {}",
                         where),
             values...))
        for (const auto* name : {&english, &thai, &own}) {
            // Everybody has a row, so that it is seen who has none yet; a script without a name
            // adds no other.
            if (name->empty() && name != &english)
                continue;
            auto heard = script::heard(*name);
            std::string words;
            for (const auto& word : heard.words)
                words += (words.empty() ? "" : " ") + word;
            rows.insert({forum, registration, std::move(heard.sound), std::move(words)});
        }
    return rows;
}

void insert(store::Session& session, const std::set<HeardRow>& rows)
{
    for (const auto& row : rows)
        session.run("INSERT INTO registration_heard (forum, registration, sound, words) VALUES "
                    "(:forum, :registration, :sound, :words)",
                    row.forum, row.registration, row.sound, row.words);
}

constexpr char not_now[] = "NOT EXISTS (SELECT 1 FROM registration_now n WHERE n.forum = r.forum "
                           "AND n.registration = r.id)";
constexpr char not_heard[] = "NOT EXISTS (SELECT 1 FROM registration_heard h WHERE h.forum = "
                             "p.forum AND h.registration = p.registration)";

using NowRow = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::optional<std::int64_t>,
                          std::string, std::int64_t, std::int64_t, std::string, std::int64_t,
                          std::int64_t, std::string, std::int64_t, std::int64_t>;

std::vector<NowRow> now_rows(store::Session& session, const std::string& sql)
{
    return session.select<std::int64_t, std::int64_t, std::int64_t, std::optional<std::int64_t>,
                          std::string, std::int64_t, std::int64_t, std::string, std::int64_t,
                          std::int64_t, std::string, std::int64_t, std::int64_t>(sql);
}

}  // namespace

void note_now(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    keep_worked_out(session, "r.forum = :forum AND r.id = :id", forum, id);
}

void note_heard(store::Session& session, std::int64_t forum, Id<Registration> id)
{
    session.run("DELETE FROM registration_heard WHERE forum = :forum AND registration = :id", forum,
                id);
    insert(session, heard_now(session, "p.forum = :forum AND p.registration = :id", forum, id));
}

bool lists_lack_somebody(store::Session& session)
{
    return !session
                .select<std::int64_t>(fmt::format(
                    "SELECT r.id FROM registration r WHERE {} AND {} LIMIT 1", not_now, not_erased))
                .empty() ||
           !session
                .select<std::int64_t>(
                    fmt::format("SELECT p.registration FROM registration_person p JOIN "
                                "registration_now n ON n.forum = p.forum AND n.registration = "
                                "p.registration AND n.merged = 0 WHERE {} LIMIT 1",
                                not_heard))
                .empty();
}

void complete_lists(store::Session& session)
{
    keep_worked_out(session, not_now);
    insert(session, heard_now(session, not_heard));
}

void rebuild_lists(store::Session& session)
{
    session.run("DELETE FROM registration_heard");
    session.run("DELETE FROM registration_now");
    complete_lists(session);
}

void check_lists(store::Session& session, std::vector<std::string>& wrong)
{
    const auto say = [&](const char* what) {
        wrong.push_back(fmt::format("{} do not follow from what was done and entered. They are "
                                    "made anew by a restore of a backup.",
                                    what));
    };
    if (now_rows(session, fmt::format("SELECT {} FROM registration_now ORDER BY forum, "
                                      "registration",
                                      columns)) !=
        now_rows(session, worked_out("1 = 1 ORDER BY r.forum, r.id")))
        say("The lists of registrations");
    std::set<HeardRow> kept;
    for (auto& [forum, registration, sound, words] :
         session.select<std::int64_t, std::int64_t, std::string, std::string>(
             "SELECT forum, registration, sound, words FROM registration_heard"))
        kept.insert({forum, registration, std::move(sound), std::move(words)});
    if (kept != heard_now(session, "1 = 1"))
        say("The names of those who are registered, as they are compared,");
}

}  // namespace sala::registration
