// SPDX-License-Identifier: Apache-2.0

#include "bilateral/times.hpp"

#include <algorithm>

namespace sala::bilateral {

namespace {

// "1904374800000/1904376000000"; the beginning alone is a moment.
Span read_span(const std::string& words)
{
    const auto bar = words.find('/');
    const Instant from{std::stoll(words.substr(0, bar))};
    return {from, bar == std::string::npos ? Instant{from.milliseconds() + 1}
                                           : Instant{std::stoll(words.substr(bar + 1))}};
}

}  // namespace

bool Times::is_away(const Span& time) const
{
    return std::any_of(away.begin(), away.end(), [&](const Span& span) {
        return span.from < time.to && time.from < span.to;
    });
}

void note_times(web::Desk& desk, std::int64_t forum, std::int64_t delegation, const Times& times)
{
    auto away = Json::array();
    for (const auto& span : times.away)
        away.push(std::to_string(span.from.milliseconds()) + "/" +
                  std::to_string(span.to.milliseconds()));
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
            for (const auto& span : list->items())
                times.away.push_back(read_span(span.string()));
        all[delegation] = std::move(times);
    }
    return all;
}

}  // namespace sala::bilateral
