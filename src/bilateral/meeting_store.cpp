// SPDX-License-Identifier: Apache-2.0

#include "bilateral/meeting_store.hpp"

#include "sheet/called_here.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sala::bilateral {

void begin(store::Session& session, const Meeting& meeting, Instant at)
{
    const auto host = meeting.delegation(Side::host);
    const auto guest = meeting.delegation(Side::guest);
    const auto [low, high] = std::minmax(host, guest);
    session.run(
        "INSERT INTO meeting (forum, id, host, guest, low, high, round, at) VALUES (:forum, "
        ":id, :host, :guest, :low, :high, (SELECT COUNT(*) + 1 FROM meeting m WHERE "
        "m.forum = :forum AND m.low = :low AND m.high = :high), :at)",
        meeting.forum(), meeting.id(), host, guest, low, high, at);
    for (const auto side : meeting.sides())
        session.run("INSERT INTO meeting_party (forum, meeting, side, delegation) VALUES (:forum, "
                    ":meeting, :side, :delegation)",
                    meeting.forum(), meeting.id(), word(side), meeting.delegation(side));
}

void insert(store::Session& session, const Act& act)
{
    session.run(
        "INSERT INTO meeting_act (forum, meeting, number, step, side, own, on_behalf, slots, "
        "with_heads, pair, expires, by_login, at) VALUES (:forum, :meeting, :number, :step, "
        ":side, :own, :on_behalf, :slots, :with_heads, :pair, :expires, :by, :at)",
        act.forum, act.meeting, act.number, word(act.step), word(act.side), act.own, act.on_behalf,
        act.manner.slots, act.manner.with_heads, act.manner.pair, act.expires, act.by, act.at);
    if (!act.words.empty())
        session.run("INSERT INTO meeting_words (forum, meeting, number, words) VALUES (:forum, "
                    ":meeting, :number, :words)",
                    act.forum, act.meeting, act.number, act.words);
}

namespace {

// Those to which one delegation was asked, the host too; p is any row that names a meeting.
constexpr std::string_view of_own =
    " AND EXISTS (SELECT 1 FROM meeting_party o WHERE o.forum = p.forum AND o.meeting = p.meeting "
    "AND o.delegation = :own)";

std::vector<Meeting> bare_meetings(store::Session& session, std::int64_t forum,
                                   std::optional<std::int64_t> delegation)
{
    const std::string sql =
        "SELECT p.meeting, p.side, p.delegation FROM meeting_party p WHERE p.forum = :forum";
    using Number = std::int64_t;
    const auto rows =
        delegation
            ? session.select<Number, std::string, Number>(
                  sql + std::string(of_own) + " ORDER BY p.meeting", forum, *delegation)
            : session.select<Number, std::string, Number>(sql + " ORDER BY p.meeting", forum);
    std::map<Number, std::map<Side, Number>> parties;
    for (const auto& [meeting, side, who] : rows)
        parties[meeting][*side_named(side)] = who;
    std::vector<Meeting> meetings;
    meetings.reserve(parties.size());
    for (const auto& [id, sides] : parties) {
        std::vector<Number> all;
        for (const auto& [side, who] : sides)
            all.push_back(who);
        meetings.emplace_back(forum, Id<Meeting>{id}, std::move(all));
    }
    return meetings;
}

// In the order of the meetings.
std::vector<Act> acts_at(store::Session& session, std::int64_t forum,
                         std::optional<std::int64_t> delegation)
{
    using Number = std::int64_t;
    const std::string sql =
        "SELECT p.meeting, p.number, p.step, p.side, p.own, p.on_behalf, p.slots, p.with_heads, "
        "p.pair, p.expires, p.by_login, p.at, w.words FROM meeting_act p LEFT JOIN meeting_words w "
        "ON w.forum = p.forum AND w.meeting = p.meeting AND w.number = p.number WHERE p.forum = "
        ":forum";
    const auto select = [&](const std::string& where, const auto&... values) {
        return session
            .select<Number, Number, std::string, std::string, Number, Number, Number, Number,
                    std::string, Number, std::optional<Number>, Number, std::optional<std::string>>(
                sql + where + " ORDER BY p.meeting, p.number", values...);
    };
    std::vector<Act> acts;
    for (const auto& [meeting, number, step, side, own, on_behalf, slots, heads, pair, expires, by,
                      at, words] :
         delegation ? select(std::string(of_own), forum, *delegation) : select("", forum))
        acts.push_back({forum,
                        Id<Meeting>{meeting},
                        static_cast<int>(number),
                        *step_named(step),
                        *side_named(side),
                        own != 0,
                        on_behalf != 0,
                        {static_cast<int>(slots), heads != 0, pair},
                        words.value_or(""),
                        Instant{expires},
                        Id<web::Login>{by.value_or(0)},
                        Instant{at}});
    return acts;
}

}  // namespace

std::vector<Meeting> meetings_at(store::Session& session, std::int64_t forum,
                                 std::optional<std::int64_t> delegation)
{
    auto meetings = bare_meetings(session, forum, delegation);
    auto at = meetings.begin();
    for (auto& act : acts_at(session, forum, delegation)) {
        while (at->id() < act.meeting)
            ++at;
        *at = at->with(std::move(act));
    }
    return meetings;
}

Result<Meeting> meeting_of(store::Session& session, std::int64_t forum, std::int64_t delegation,
                           const std::string& number)
{
    for (auto& meeting : meetings_at(session, forum, delegation))
        if (meeting.id().word() == number)
            return std::move(meeting);
    return missing("no-such-meeting", "This delegation has no such meeting.");
}

std::vector<Meeting> between(const std::vector<Meeting>& all, std::int64_t one, std::int64_t other)
{
    std::vector<Meeting> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some), [&](const Meeting& meeting) {
        return meeting.meets(one) && meeting.meets(other);
    });
    return some;
}

std::map<std::int64_t, std::string> names_of(store::Session& session, const Meeting& meeting)
{
    std::map<std::int64_t, std::string> names;
    for (const auto& [login, name] : session.select<std::int64_t, std::string>(
             "SELECT DISTINCT a.by_login, " + sheet::called_here("a.by_login", "a.forum") +
                 " FROM meeting_act a WHERE a.by_login IS NOT NULL AND a.forum = :forum AND "
                 "a.meeting = :meeting",
             meeting.forum(), meeting.id()))
        names[login] = name;
    return names;
}

void note_company(web::Desk& desk, const Meeting& meeting, Side side, const Company& company)
{
    desk.session().run(
        "INSERT INTO meeting_company (forum, id, meeting, side, people, interpreter, "
        "by_login, at) VALUES (:forum, :id, :meeting, :side, :people, :interpreter, "
        ":by, :at)",
        meeting.forum(), desk.next_id<Company>(), meeting.id(), word(side), company.people,
        company.interpreter, desk.visitor().login, desk.now());
}

static Companies companies_where(store::Session& session, const char* where, const auto&... values)
{
    Companies companies;
    for (const auto& [meeting, side, people, interpreter] :
         session.select<std::int64_t, std::string, std::string, std::string>(
             fmt::format("SELECT meeting, side, people, interpreter FROM meeting_company WHERE "
                         "forum = :forum{} ORDER BY id",
                         where),
             values...))
        companies[{meeting, *side_named(side)}] = {people, interpreter};
    return companies;
}

Companies companies_at(store::Session& session, std::int64_t forum)
{
    return companies_where(session, "", forum);
}

Companies companies_of(store::Session& session, std::int64_t forum, std::int64_t meeting)
{
    return companies_where(session, " AND meeting = :meeting", forum, meeting);
}

}  // namespace sala::bilateral
