// SPDX-License-Identifier: Apache-2.0

#include "forum/row_needed.hpp"

#include "sheet/revision.hpp"

#include <map>
#include <set>

namespace sala::forum {

namespace {

using sheet::Sheet;

// Whoever takes a delegation away would leave its people without anybody who speaks for them.
bool has_people(store::Session& session, std::int64_t forum, std::int64_t delegation)
{
    const auto people = session.find<std::int64_t>(
        "SELECT (SELECT COUNT(*) FROM registration WHERE forum = :forum AND delegation = :id) + "
        "(SELECT COUNT(*) FROM invitation WHERE forum = :forum AND delegation = :id)",
        forum, delegation);
    return people && std::get<0>(*people) > 0;
}

// Whoever takes a category away would take its people out of every count and list of it.
Allowed nobody_needs_category(store::Session& session, std::int64_t forum,
                              const sheet::StoredRow& row)
{
    const auto used = session.find<std::int64_t, std::int64_t, std::int64_t>(
        "SELECT (SELECT COUNT(*) FROM registration_now WHERE forum = :forum AND category = :key "
        "AND merged = 0 AND status NOT IN ('refused', 'withdrawn')), (SELECT COUNT(*) FROM "
        "asked_question q WHERE q.forum = :forum AND q.category = :key AND NOT EXISTS (SELECT 1 "
        "FROM asked_question_end e WHERE e.forum = q.forum AND e.question = q.id)), (SELECT "
        "COUNT(*) FROM role_grant g WHERE g.forum = :forum AND g.category = :id AND NOT EXISTS "
        "(SELECT 1 FROM role_withdrawal w WHERE w.forum = g.forum AND w.role_grant = g.id))",
        forum, row.row.key, row.id);
    const auto& [people, questions, roles] = *used;
    if (people + questions + roles == 0)
        return allowed();
    return conflict("category-in-use",
                    "“{key}” stays, because it is in use. People registered in it: {people}, "
                    "questions asked of it: {questions}, roles given for it: {roles}. Give the "
                    "people another category, and end the rest.",
                    {{"key", row.row.key},
                     {"people", std::to_string(people)},
                     {"questions", std::to_string(questions)},
                     {"roles", std::to_string(roles)}});
}

// Of each sheet the rows without which a floor could not be told any more: who is in a list or
// spoke, is inscribed, or showed a card; speeches of sittings that were opened; and these sittings.
// What is only rehearsed goes by itself, and a list that nobody has opened follows the programme.
std::map<std::string, std::set<std::int64_t>> named_on_floors(store::Session& session,
                                                              std::int64_t forum)
{
    std::map<std::string, std::set<std::int64_t>> named;
    for (const auto& [sheet, row] : session.select<std::string, std::int64_t>(
             "SELECT 'delegations', a.delegation FROM floor_act a WHERE a.forum = :forum AND "
             "a.rehearsed = 0 UNION SELECT 'delegations', b.delegation FROM floor_ballot b WHERE "
             "b.forum = :forum UNION SELECT 'interventions', a.intervention FROM floor_act a WHERE "
             "a.forum = :forum AND a.rehearsed = 0 AND EXISTS (SELECT 1 FROM floor_act o WHERE "
             "o.forum = a.forum AND o.sitting = a.sitting AND o.what = 'open' AND o.rehearsed = 0) "
             "UNION SELECT 'sittings', o.sitting FROM floor_act o WHERE o.forum = :forum AND "
             "o.what = 'open' AND o.rehearsed = 0 UNION SELECT 'sittings', p.sitting FROM "
             "floor_poll p WHERE p.forum = :forum",
             forum))
        named[sheet].insert(row);
    for (const auto& [sitting, delegation] : session.select<std::int64_t, std::int64_t>(
             "SELECT i.sitting, i.delegation FROM inscription i WHERE i.forum = :forum AND "
             "i.withdrawn = 0 AND i.id = (SELECT MAX(n.id) FROM inscription n WHERE n.forum = "
             "i.forum AND n.sitting = i.sitting AND n.delegation = i.delegation)",
             forum)) {
        named["sittings"].insert(sitting);
        named["delegations"].insert(delegation);
    }
    return named;
}

Refusal floor_keeps(const std::string& sheet, const std::string& key)
{
    const Arguments row{{"key", key}};
    if (sheet == "delegations")
        return conflict("on-a-floor",
                        "“{key}” stays: it is in a list of speakers or a record, is inscribed, or "
                        "showed a card, and would be nobody there.",
                        row);
    if (sheet == "interventions")
        return conflict("on-a-floor",
                        "“{key}” stays, because its sitting has been opened and its record needs "
                        "it. Mark it as cancelled if it is not given; then the chair can take it "
                        "off the list.",
                        row);
    return conflict("on-a-floor",
                    "“{key}” stays: it has been opened, something is decided in it, or delegations "
                    "are inscribed. Mark it as cancelled if it does not take place.",
                    row);
}

}  // namespace

Allowed nobody_needs(store::Session& session, const Sheet& sheet, std::int64_t forum,
                     const sheet::StoredRow& row)
{
    if (sheet.name == "categories")
        return nobody_needs_category(session, forum, row);
    if (sheet.name == "delegations" && has_people(session, forum, row.id))
        return conflict("delegation-has-people",
                        "“{key}” was invited or has registered people, so it stays. Refuse or "
                        "withdraw those who do not come.",
                        {{"key", row.row.key}});
    if (named_on_floors(session, forum)[sheet.name].count(row.id) > 0)
        return floor_keeps(sheet.name, row.row.key);
    return allowed();
}

// Delegations that were invited or have people, and are on the sheet no more.
void add_lost_delegations(store::Session& session, std::int64_t forum,
                          std::vector<sheet::Problem>& problems)
{
    const auto lost = session.find<std::int64_t>(
        "SELECT COUNT(*) FROM (SELECT delegation FROM registration WHERE forum = :forum UNION "
        "SELECT delegation FROM invitation WHERE forum = :forum) x WHERE NOT EXISTS (SELECT 1 FROM "
        "delegation d WHERE d.forum = :forum AND d.id = x.delegation)",
        forum);
    if (lost && std::get<0>(*lost) > 0)
        problems.push_back(
            {"delegations", 0, "", "delegation-has-people",
             tr_count("{count} delegation that was invited or has registered people would be taken "
                      "away. Keep its row.",
                      "{count} delegations that were invited or have registered people would be "
                      "taken away. Keep their rows.",
                      static_cast<std::size_t>(std::get<0>(*lost)))});
}

std::vector<sheet::Problem> lost_categories(store::Session& session, std::int64_t forum)
{
    std::vector<sheet::Problem> problems;
    for (const auto& [key] : session.select<std::string>(
             "SELECT x.category FROM (SELECT category FROM registration_now WHERE forum = :forum "
             "AND merged = 0 AND status NOT IN ('refused', 'withdrawn') UNION SELECT q.category "
             "FROM asked_question q WHERE q.forum = :forum AND NOT EXISTS (SELECT 1 FROM "
             "asked_question_end e WHERE e.forum = q.forum AND e.question = q.id)) x WHERE "
             "x.category <> '' AND NOT EXISTS (SELECT 1 FROM category c WHERE c.forum = :forum AND "
             "c.key = x.category) ORDER BY x.category",
             forum))
        problems.push_back({"categories", 0, "key", "category-in-use",
                            tr("People are registered in the category “{key}”, or it is asked "
                               "something, and the sheet does not have it. Keep its row.",
                               {{"key", key}})});
    return problems;
}

std::vector<sheet::Problem> taken_from_floors(store::Session& session, std::int64_t forum,
                                              Instant at)
{
    std::vector<sheet::Problem> problems;
    auto named = named_on_floors(session, forum);
    for (const auto& [name, id, was] : session.select<std::string, std::int64_t, std::string>(
             "SELECT sheet, row_id, was FROM revision WHERE forum = :forum AND at = :at AND origin "
             "= 'import' AND became = '' AND sheet IN ('delegations', 'interventions', "
             "'sittings') ORDER BY id",
             forum, at)) {
        const auto row = sheet::read_row_json(sheet::sheet_named(name), was);
        if (!row || named[name].count(id) == 0)
            continue;
        auto kept = floor_keeps(name, row->key);
        problems.push_back({name, 0, "key", kept.code, std::move(kept.sentence)});
    }
    return problems;
}

}  // namespace sala::forum
