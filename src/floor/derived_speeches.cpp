// SPDX-License-Identifier: Apache-2.0

#include "floor/derived_speeches.hpp"

#include "floor/hall.hpp"

#include <fmt/format.h>

#include <set>
#include <tuple>

namespace sala::floor {

namespace {

using Number = std::int64_t;
using Speech =
    std::tuple<Number, std::string, Number, Number, Number, Number, Number, Number, Number, Number>;

std::set<Speech> stored(store::Session& session, Number forum, Number sitting)
{
    std::set<Speech> all;
    for (const auto& row : session.select<Number, std::string, Number, Number, Number, Number,
                                          Number, Number, Number, Number>(
             "SELECT entry, kind, delegation, person, post, intervention, began_at, ended_at, "
             "milliseconds, given FROM floor_speech WHERE forum = :forum AND sitting = :sitting",
             forum, sitting))
        all.insert(row);
    return all;
}

std::set<Speech> worked_out(const Floor& floor)
{
    std::set<Speech> all;
    for (const auto& one : floor.entries())
        if (one.was_heard())
            all.emplace(one.id, word(one.kind), one.delegation, one.person, one.post,
                        one.intervention, one.began_at.milliseconds(), one.ended_at.milliseconds(),
                        Number{one.spent.count()}, one.seconds + one.added);
    return all;
}

// Every sitting that has acts or speeches, without what is being rehearsed.
template <class Look>
void for_each_floor(store::Session& session, const Look& look)
{
    for (const auto& [slug, sitting] : session.select<std::string, std::string>(
             "SELECT f.key, s.key FROM sitting s JOIN forum f ON f.id = s.forum WHERE EXISTS "
             "(SELECT 1 FROM floor_act a WHERE a.forum = s.forum AND a.sitting = s.id) OR EXISTS "
             "(SELECT 1 FROM floor_speech p WHERE p.forum = s.forum AND p.sitting = s.id) ORDER BY "
             "f.key, s.key")) {
        const auto forum = forum::find_forum(session, slug);
        auto hall = forum ? find_hall(session, *forum, sitting) : std::nullopt;
        if (hall)
            look(without_rehearsal(*std::move(hall)));
    }
}

void keep(store::Session& session, const Hall& hall)
{
    keep_speeches(session, hall.forum.id, hall.sitting, hall.floor);
}

}  // namespace

void check_speeches(store::Session& session, std::vector<std::string>& wrong)
{
    for_each_floor(session, [&](const Hall& hall) {
        if (stored(session, hall.forum.id, hall.sitting) != worked_out(hall.floor))
            wrong.push_back(fmt::format("{}: the speeches of {} are not those of what was done on "
                                        "its floor.",
                                        hall.forum.slug, hall.key));
    });
}

bool speeches_are_lacking(store::Session& session)
{
    return session
        .find<std::int64_t>("SELECT 1 FROM floor_act a WHERE a.what = 'give' AND a.rehearsed = 0 "
                            "AND NOT EXISTS (SELECT 1 FROM floor_speech p WHERE p.forum = a.forum "
                            "AND p.sitting = a.sitting) LIMIT 1")
        .has_value();
}

void rebuild_speeches(store::Session& session)
{
    for_each_floor(session, [&](const Hall& hall) { keep(session, hall); });
}

void rebuild_speeches(store::Session& session, const std::string& slug, const std::string& sitting)
{
    for_each_floor(session, [&](const Hall& hall) {
        if (hall.forum.slug == slug && (sitting.empty() || hall.key == sitting))
            keep(session, hall);
    });
}

}  // namespace sala::floor
