// SPDX-License-Identifier: Apache-2.0

#include "registration/kept_registrations.hpp"

#include "registration/erasing.hpp"
#include "registration/invitation_store.hpp"
#include "registration/own_copy.hpp"
#include "registration/particular.hpp"
#include "script/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace sala::registration {

namespace {

constexpr int visa_days = 30;  // after the last day of the forum
constexpr int stay_days = 90;

constexpr int unsaid_days = 365;  // after somebody was registered last

// Whoever was written to takes the whole invitation along; a focal point only their own name.
void erase_invitations(store::Session& session, Id<web::Login> login, Instant)
{
    for (const auto& [forum, invitation] : session.select<std::int64_t, std::int64_t>(
             "SELECT r.forum, r.invitation FROM invitation_recipient r JOIN login_address a ON "
             "LOWER(r.address) = a.address WHERE a.login = :login",
             login))
        erase_words(session, forum, Id<Invitation>{invitation});
    session.run("UPDATE invitation_answer_words SET focal_name = '', focal_address = '' WHERE "
                "LOWER(focal_address) IN (SELECT address FROM login_address WHERE login = :login)",
                login);
}

std::int64_t forget_columns(store::Session& session, const std::vector<Particular::Group>& groups,
                            const std::string& forums)
{
    std::string becomes;
    std::string said;
    for (const auto& column : all_particulars()) {
        if (std::find(groups.begin(), groups.end(), column.group) == groups.end())
            continue;
        becomes += column.name + " = '', ";
        said += (said.empty() ? "" : " || ") + column.name;
    }
    return session.run(fmt::format("UPDATE registration_person SET {}version = version + 1 WHERE "
                                   "forum IN {} AND {} <> ''",
                                   becomes, forums, said));
}

// What was written over and what was wished for hold the same words.
std::int64_t forget_visas(store::Session& session, Instant now)
{
    const auto forums = forums_over_since(session, now, visa_days);
    auto gone = forget_columns(session, {Particular::visa}, forums);
    for (const auto* table :
         {"registration_revision", "registration_proposal_words", "person_photo"})
        gone += session.run(fmt::format("DELETE FROM {} WHERE forum IN {}", table, forums));
    return gone;
}

std::int64_t forget_stays(store::Session& session, Instant now)
{
    const auto forums = forums_over_since(session, now, stay_days);
    auto gone = forget_columns(session, {Particular::contact, Particular::stay, Particular::travel},
                               forums);
    for (const auto* table : {"asked_answer", "registration_reason", "registration_proposal_reason",
                              "vehicle_pass_words"})
        gone += session.run(fmt::format("DELETE FROM {} WHERE forum IN {}", table, forums));
    return gone + session.run(fmt::format("UPDATE admission SET registration = NULL, badge = NULL "
                                          "WHERE registration IS NOT NULL AND forum IN {}",
                                          forums));
}

// The last day as far as it is known: of its days and of its date the later one, a date without an
// end only where no day is given.
std::optional<script::Day> last_day_of(const std::string& date, const std::string& newest_day)
{
    std::optional<script::Day> last;
    if (const auto day = script::parse_iso_day(newest_day))
        last = *day;
    const auto said = script::PartialDate::read(date);
    if (!said)
        return last;
    const auto end = said->last_day();
    if (!end)
        return last ? last : std::optional(said->first_day());
    // “2030” is a year: its days say better when the forum was over.
    return last && !said->end().has_day() ? last : std::max(last.value_or(*end), *end);
}

}  // namespace

bool forgets_visas(store::Session& session, std::int64_t forum, Instant now)
{
    auto over = forums_over_since(session, now, visa_days);
    over.back() = ',';
    return over.find("," + std::to_string(forum) + ",") != std::string::npos;
}

// The last day of each forum, as forums_over_since says it.
static std::map<std::int64_t, script::Day> last_days(store::Session& session)
{
    std::map<std::int64_t, script::Day> all;
    for (const auto& [forum, date, newest_day, registered_at] :
         session.select<std::int64_t, std::string, std::optional<std::string>,
                        std::optional<std::int64_t>>(
             "SELECT f.id, f.date, (SELECT MAX(d.date) FROM day d WHERE d.forum = f.id AND "
             "LENGTH(d.date) = 10), (SELECT MAX(r.at) FROM registration r WHERE r.forum = f.id) "
             "FROM forum f ORDER BY f.id")) {
        auto last = last_day_of(date, newest_day.value_or(""));
        // Nobody said when it is: what was entered is not kept for ever all the same.
        if (!last && registered_at)
            last = script::plus_days(script::today_in(script::Zone::utc(), Instant{*registered_at}),
                                     unsaid_days);
        if (last)
            all.emplace(forum, *last);
    }
    return all;
}

std::string forums_over_since(store::Session& session, Instant now, int days)
{
    const auto today = script::today_in(script::Zone::utc(), now);
    std::string over = "(0";
    for (const auto& [forum, last] : last_days(session))
        if (script::plus_days(last, days) < today)
            over += fmt::format(",{}", forum);
    return over + ")";
}

std::optional<script::Day> forgotten_after(store::Session& session, std::int64_t forum, Instant now,
                                           int days)
{
    const auto all = last_days(session);
    const auto last = all.find(forum);
    if (last == all.end())
        return std::nullopt;
    return script::plus_days(std::max(last->second, script::today_in(script::Zone::utc(), now)),
                             days);
}

std::vector<web::KeptData> kept_by_registration()
{
    return {
        {"registrations",
         tr("Of whoever is registered: name, honorific, rank, post, organisation and part in the "
            "delegation, what was asked for and decided with its reasons, and their badges"),
         tr("So that it is known who comes, and can be told afterwards who came."),
         tr("As long as the forum stands here, or until you or the secretariat have it erased."),
         registrations_copy,
         erase_registered_by,
         {},
         concerned_by},
        {"visas",
         tr("Nationality, passport and date of birth, the photo, and earlier versions of "
            "what was entered"),
         tr("For the letter to the consulate, and for the badge."),
         tr("30 days after the last day of the forum."),
         visas_copy,
         {},
         forget_visas},
        {"stays",
         tr("E-mail address and telephone, diet, hotel, flights, answers to the forum's questions, "
            "vehicles, and at which door a badge was seen"),
         tr("So that somebody waits at the airport, and the room and the meal are right."),
         tr("90 days after the last day of the forum. Then only numbers are left."),
         stays_copy,
         {},
         forget_stays},
        {"invitations", tr("Who was invited for a delegation, and the focal point who was named"),
         tr("So that the letter arrives, and somebody can be asked."),
         tr("As long as the forum stands here, or until you have yourself erased."),
         invitations_copy, erase_invitations},
    };
}

}  // namespace sala::registration
