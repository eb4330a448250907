// SPDX-License-Identifier: Apache-2.0

#include "floor/floor_store.hpp"

#include "sheet/called_here.hpp"

namespace sala::floor {

void insert(store::Session& session, const Kept& kept)
{
    const auto& [forum, sitting, act] = kept;
    const auto& step = act.step;
    session.run(
        "INSERT INTO floor_act (forum, sitting, number, id, what, entry, other, seconds, kind, "
        "delegation, person, post, intervention, by_chair, rehearsed, by_login, at) VALUES "
        "(:forum, :sitting, :number, :id, :what, :entry, :other, :seconds, :kind, :delegation, "
        ":person, :post, :intervention, :by_chair, :rehearsed, :by, :at)",
        forum, sitting, act.number, act.id, word(step.what), step.entry, step.other, step.seconds,
        step.what == What::enter ? word(step.kind) : std::string{}, step.delegation, step.person,
        step.post, step.intervention, act.by_chair, act.rehearsed,
        act.by ? std::optional(act.by) : std::nullopt, act.at);
    if (!step.words.empty())
        session.run("INSERT INTO floor_words (forum, act, words) VALUES (:forum, :act, :words)",
                    forum, act.id, step.words);
}

std::vector<Act> acts_of(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    using Number = std::int64_t;
    std::vector<Act> acts;
    for (const auto& [number, id, what, entry, other, seconds, kind, delegation, person, post,
                      intervention, by_chair, rehearsed, by, at, words] :
         session.select<Number, Number, std::string, Number, Number, Number, std::string, Number,
                        Number, Number, Number, Number, Number, std::optional<Number>, Number,
                        std::optional<std::string>>(
             "SELECT a.number, a.id, a.what, a.entry, a.other, a.seconds, a.kind, a.delegation, "
             "a.person, a.post, a.intervention, a.by_chair, a.rehearsed, a.by_login, a.at, w.words "
             "FROM floor_act a LEFT JOIN floor_words w ON w.forum = a.forum AND w.act = a.id WHERE "
             "a.forum = :forum AND a.sitting = :sitting ORDER BY a.number",
             forum, sitting)) {
        Act act;
        act.id = id;
        act.number = number;
        act.step.what = what_named(what).value_or(What::message);
        act.step.entry = entry;
        act.step.other = other;
        act.step.seconds = seconds;
        act.step.kind = kind_named(kind).value_or(Kind::statement);
        act.step.delegation = delegation;
        act.step.person = person;
        act.step.post = post;
        act.step.intervention = intervention;
        act.step.words = words.value_or("");
        act.words_gone = words && words->empty();
        act.by = by.value_or(0);
        act.by_chair = by_chair == 1;
        act.rehearsed = rehearsed == 1;
        act.at = Instant{at};
        acts.push_back(std::move(act));
    }
    return acts;
}

std::map<std::int64_t, std::string> chairs_since(store::Session& session, std::int64_t forum,
                                                 std::int64_t sitting, std::int64_t seen)
{
    std::map<std::int64_t, std::string> names;
    for (const auto& [login, name] : session.select<std::int64_t, std::string>(
             "SELECT DISTINCT a.by_login, " + sheet::called_here("a.by_login", "a.forum") +
                 " FROM floor_act a WHERE a.by_login IS NOT NULL AND "
                 "a.forum = :forum AND a.sitting = :sitting AND a.number > :seen AND a.by_chair = "
                 "1",
             forum, sitting, seen))
        names.emplace(login, name);
    return names;
}

std::vector<KeptRules> rules_of(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    std::vector<KeptRules> all;
    for (const auto& [id, of, since, rules] :
         session.select<std::int64_t, std::int64_t, std::int64_t, std::string>(
             "SELECT id, sitting, since, rules FROM floor_rules WHERE forum = :forum AND sitting "
             "IN (0, :sitting) ORDER BY CASE WHEN sitting = 0 THEN 0 ELSE 1 END, id",
             forum, sitting)) {
        // Of the forum the newest, as long as the sitting has none of its own.
        if (!all.empty() && all.back().sitting == 0)
            all.clear();
        all.push_back({id, of, since, Json::read(rules).value_or(Json::object())});
    }
    return all;
}

void keep_rules(store::Session& session, const NewRules& rules)
{
    session.run("INSERT INTO floor_rules (forum, id, sitting, since, rules, by_login, at) VALUES "
                "(:forum, :id, :sitting, :since, :rules, :by, :at)",
                rules.forum, rules.id, rules.sitting, rules.since, rules.rules.write(),
                rules.by ? std::optional(rules.by) : std::nullopt, rules.at);
}

void keep_draw(store::Session& session, const Draw& draw)
{
    session.run("INSERT INTO floor_draw (forum, id, sitting, number, by_login, at) VALUES (:forum, "
                ":id, :sitting, :number, :by, :at)",
                draw.forum, draw.id, draw.sitting, draw.number,
                draw.by ? std::optional(draw.by) : std::nullopt, draw.at);
}

std::int64_t drawn_for(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    const auto row = session.find<std::int64_t>(
        "SELECT number FROM floor_draw WHERE forum = :forum AND sitting IN (0, :sitting) ORDER BY "
        "id DESC LIMIT 1",
        forum, sitting);
    return row ? std::get<0>(*row) : 0;
}

Rehearsal rehearsal_of(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    const auto row = session.find<std::int64_t, std::int64_t>(
        "SELECT running, number FROM floor_rehearsal WHERE forum = :forum AND sitting = :sitting",
        forum, sitting);
    return row ? Rehearsal{std::get<0>(*row) == 1, std::get<1>(*row)} : Rehearsal{};
}

void begin_rehearsal(store::Session& session, std::int64_t forum, std::int64_t sitting,
                     std::int64_t last)
{
    session.run("INSERT INTO floor_rehearsal (forum, sitting, running, number) VALUES (:forum, "
                ":sitting, 1, :last) ON CONFLICT (forum, sitting) DO UPDATE SET running = 1, "
                "number = excluded.number",
                forum, sitting, last);
}

void end_rehearsal(store::Session& session, std::int64_t forum, std::int64_t sitting,
                   std::int64_t last)
{
    session.run("DELETE FROM floor_words WHERE forum = :forum AND act IN (SELECT id FROM floor_act "
                "WHERE forum = :forum AND sitting = :sitting AND rehearsed = 1)",
                forum, sitting);
    session.run("DELETE FROM floor_act WHERE forum = :forum AND sitting = :sitting AND rehearsed = "
                "1",
                forum, sitting);
    session.run("UPDATE floor_rehearsal SET running = 0, number = :last WHERE forum = :forum AND "
                "sitting = :sitting",
                last, forum, sitting);
}

void keep_speeches(store::Session& session, std::int64_t forum, std::int64_t sitting,
                   const Floor& floor)
{
    session.run("DELETE FROM floor_speech WHERE forum = :forum AND sitting = :sitting", forum,
                sitting);
    for (const auto& entry : floor.entries())
        if (entry.was_heard())
            session.run("INSERT INTO floor_speech (forum, sitting, entry, kind, delegation, "
                        "person, post, intervention, began_at, ended_at, milliseconds, given) "
                        "VALUES (:forum, :sitting, :entry, :kind, :delegation, :person, :post, "
                        ":intervention, :began, :ended, :spent, :given)",
                        forum, sitting, entry.id, word(entry.kind), entry.delegation, entry.person,
                        entry.post, entry.intervention, entry.began_at, entry.ended_at,
                        std::int64_t{entry.spent.count()}, entry.seconds + entry.added);
}

}  // namespace sala::floor
