// SPDX-License-Identifier: Apache-2.0

#include "bilateral/times.hpp"

#include <algorithm>

namespace sala::bilateral {

bool Times::is_away(Instant begins) const
{
    return std::find(away.begin(), away.end(), begins) != away.end();
}

void note_times(web::Desk& desk, std::int64_t forum, std::int64_t delegation, const Times& times)
{
    auto away = Json::array();
    for (const auto begins : times.away)
        away.push(std::to_string(begins.milliseconds()));
    desk.session().run(
        "INSERT INTO meeting_times (forum, id, delegation, away, parallel, by_login, "
        "at) VALUES (:forum, :id, :delegation, :away, :parallel, :by, :at)",
        forum, desk.next_id<Times>(), delegation, away.write(), times.parallel,
        desk.visitor().login, desk.now());
}

std::map<std::int64_t, Times> times_at(store::Session& session, std::int64_t forum)
{
    std::map<std::int64_t, Times> all;
    for (const auto& [delegation, away, parallel] :
         session.select<std::int64_t, std::string, std::int64_t>(
             "SELECT delegation, away, parallel FROM meeting_times WHERE forum = :forum ORDER BY "
             "id",
             forum)) {
        Times times;
        times.parallel = static_cast<int>(parallel);
        if (const auto list = Json::read(away))
            for (const auto& begins : list->items())
                times.away.emplace_back(std::stoll(begins.string()));
        all[delegation] = std::move(times);
    }
    return all;
}

}  // namespace sala::bilateral
