// SPDX-License-Identifier: Apache-2.0

#include "programme/programme_store.hpp"

#include <list>
#include <mutex>

namespace sala::programme {

std::vector<Release> releases_of(store::Session& session, std::int64_t forum)
{
    std::vector<Release> releases;
    for (auto& [number, name, note, by, at, changes] :
         session.select<std::int64_t, std::string, std::string, std::optional<std::string>,
                        std::int64_t, std::string>(
             "SELECT r.number, r.name, r.note, l.name, r.at, r.changes FROM release r "
             "LEFT JOIN login l ON l.id = r.login WHERE r.forum = :forum ORDER BY r.number DESC",
             forum))
        releases.push_back(
            {number, name, note, by.value_or(""), Instant{at}, read_changes(changes)});
    return releases;
}

std::optional<Release> newest_release(store::Session& session, std::int64_t forum)
{
    const auto row = session.find<std::int64_t, std::string, std::string, std::int64_t>(
        "SELECT number, name, note, at FROM release WHERE forum = :forum ORDER BY number DESC "
        "LIMIT 1",
        forum);
    if (!row)
        return std::nullopt;
    return Release{std::get<0>(*row),          std::get<1>(*row),
                   std::get<2>(*row),          {},
                   Instant{std::get<3>(*row)}, {}};
}

std::shared_ptr<const Programme> released_programme(store::Session& session, std::int64_t forum,
                                                    std::optional<std::int64_t> number)
{
    // A release never changes, so what was read once is good for as long as the program runs; the
    // moment of the release tells two stores apart.
    struct Held {
        std::int64_t forum, number, at;
        std::shared_ptr<const Programme> programme;
    };
    static std::mutex mutex;
    static std::list<Held> recent;
    constexpr std::size_t recent_max = 16;

    const auto wanted =
        number
            ? session.find<std::int64_t, std::int64_t>(
                  "SELECT number, at FROM release WHERE forum = :forum AND number = :number", forum,
                  *number)
            : session.find<std::int64_t, std::int64_t>("SELECT number, at FROM release WHERE forum "
                                                       "= :forum ORDER BY number DESC LIMIT 1",
                                                       forum);
    if (!wanted)
        return nullptr;
    const auto [release, at] = *wanted;
    {
        const std::lock_guard lock(mutex);
        for (auto held = recent.begin(); held != recent.end(); ++held)
            if (held->forum == forum && held->number == release && held->at == at) {
                recent.splice(recent.begin(), recent, held);
                return recent.front().programme;
            }
    }
    const auto row = session.find<std::string>(
        "SELECT programme FROM release WHERE forum = :forum AND number = :number", forum, release);
    const auto json = Json::read(std::get<0>(*row));
    auto programme = json ? read_programme(*json) : std::nullopt;
    if (!programme)
        throw Fault("release " + std::to_string(release) + " is not readable");
    auto shared = std::make_shared<const Programme>(std::move(*programme));
    const std::lock_guard lock(mutex);
    recent.push_front({forum, release, at, shared});
    if (recent.size() > recent_max)
        recent.pop_back();
    return shared;
}

std::int64_t keep_release(store::Session& session, std::int64_t forum, const Programme& programme,
                          const std::string& name, const std::string& note,
                          std::optional<std::int64_t> login, Instant at)
{
    const auto before = released_programme(session, forum);
    const auto last = newest_release(session, forum);
    const auto number = last ? last->number + 1 : 1;
    auto changes = Json::array();
    if (before)
        for (const auto& change : changes_between(*before, programme))
            changes.push(to_json(change));
    session.run("INSERT INTO release (forum, number, name, note, login, at, programme, changes) "
                "VALUES (:forum, :number, :name, :note, :login, :at, :programme, :changes)",
                forum, number, name, note, login, at, to_json(programme).write(), changes.write());
    return number;
}

Json to_json(const Programme& programme, const Release& release)
{
    auto json = to_json(programme);
    json.set("release", Json::object({{"number", release.number},
                                      {"name", release.name},
                                      {"at", release.at.milliseconds()}}));
    return json;
}

std::map<std::string, int> sequences(store::Session& session, std::int64_t forum,
                                     std::int64_t number)
{
    std::map<std::string, int> counted;
    for (const auto& [changes] : session.select<std::string>(
             "SELECT changes FROM release WHERE forum = :forum AND number <= :number", forum,
             number))
        for (const auto& change : read_changes(changes))
            if (change.moves_calendar())
                ++counted[change.kind + ":" + change.key];
    return counted;
}

}  // namespace sala::programme
