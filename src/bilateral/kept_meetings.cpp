// SPDX-License-Identifier: Apache-2.0

#include "bilateral/kept_meetings.hpp"

#include "bilateral/terms_store.hpp"
#include "registration/kept_registrations.hpp"

#include <fmt/format.h>

namespace sala::bilateral {

namespace {

// The newest revision of a sheet, and every one that a head has confirmed: what the two agreed on
// belongs to both, so it is no single person's to take away.
constexpr auto is_what_stands =
    "(w.number = (SELECT MAX(n.number) FROM terms_revision n WHERE n.forum = w.forum AND n.meeting "
    "= w.meeting) OR EXISTS (SELECT 1 FROM head_confirmation c WHERE c.forum = w.forum AND "
    "c.meeting = w.meeting AND c.number = w.number))";

Json words_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [step, words] : session.select<std::string, std::string>(
             "SELECT a.step, w.words FROM meeting_words w JOIN meeting_act a ON a.forum = w.forum "
             "AND a.meeting = w.meeting AND a.number = w.number WHERE a.by_login = :login ORDER BY "
             "a.at, a.meeting, a.number",
             login))
        all.push(Json::object({{"step", step}, {"words", words}}));
    return all;
}

void erase_words(store::Session& session, Id<web::Login> login, Instant)
{
    session.run("DELETE FROM meeting_words WHERE EXISTS (SELECT 1 FROM meeting_act a WHERE a.forum "
                "= meeting_words.forum AND a.meeting = meeting_words.meeting AND a.number = "
                "meeting_words.number AND a.by_login = :login)",
                login);
}

Json company_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [people, interpreter] : session.select<std::string, std::string>(
             "SELECT people, interpreter FROM meeting_company WHERE by_login = :login ORDER BY id",
             login))
        all.push(Json::object({{"people", people}, {"interpreter", interpreter}}));
    return all;
}

void erase_company(store::Session& session, Id<web::Login> login, Instant)
{
    session.run("DELETE FROM meeting_company WHERE by_login = :login", login);
}

Json records_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [words, next] : session.select<std::string, std::string>(
             "SELECT r.words, r.next_step FROM meeting_record r JOIN meeting_outcome o ON o.forum "
             "= r.forum AND o.id = r.outcome WHERE o.by_login = :login ORDER BY o.id",
             login))
        all.push(Json::object({{"words", words}, {"next_step", next}}));
    return all;
}

void erase_records(store::Session& session, Id<web::Login> login, Instant)
{
    session.run("DELETE FROM meeting_record WHERE EXISTS (SELECT 1 FROM meeting_outcome o WHERE "
                "o.forum = meeting_record.forum AND o.id = meeting_record.outcome AND o.by_login = "
                ":login)",
                login);
}

Json commitments_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [status, words] : session.select<std::string, std::string>(
             "SELECT a.status, w.words FROM commitment_words w JOIN commitment_act a ON a.forum = "
             "w.forum AND a.id = w.act WHERE a.by_login = :login ORDER BY a.id",
             login))
        all.push(Json::object({{"status", status}, {"words", words}}));
    return all;
}

void erase_commitments(store::Session& session, Id<web::Login> login, Instant)
{
    session.run("DELETE FROM commitment_words WHERE EXISTS (SELECT 1 FROM commitment_act a WHERE "
                "a.forum = commitment_words.forum AND a.id = commitment_words.act AND a.by_login = "
                ":login)",
                login);
}

Json terms_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [items] : session.select<std::string>(
             "SELECT w.items FROM terms_words w JOIN terms_revision r ON r.forum = w.forum AND "
             "r.meeting = w.meeting AND r.number = w.number WHERE r.by_login = :login ORDER BY "
             "r.at, r.meeting, r.number",
             login))
        all.push(items_json(read_items(items)));
    return all;
}

// Rows are named by their three numbers, so that both engines delete them alike.
std::int64_t delete_terms(store::Session& session, const std::string& which, const auto&... values)
{
    std::int64_t gone = 0;
    for (const auto& [forum, meeting, number] :
         session.select<std::int64_t, std::int64_t, std::int64_t>(
             "SELECT w.forum, w.meeting, w.number FROM terms_words w JOIN terms_revision r ON "
             "r.forum = w.forum AND r.meeting = w.meeting AND r.number = w.number WHERE " +
                 which,
             values...))
        gone += session.run("DELETE FROM terms_words WHERE forum = :forum AND meeting = :meeting "
                            "AND number = :number",
                            forum, meeting, number);
    return gone;
}

void erase_terms(store::Session& session, Id<web::Login> login, Instant)
{
    delete_terms(session, fmt::format("r.by_login = :login AND NOT {}", is_what_stands), login);
}

Instant days_before(Instant now, int days) { return now - std::chrono::hours(24 * days); }

// What is written after the forum is kept as long as what was written before.
std::int64_t forget_words(store::Session& session, Instant now)
{
    const auto forums = registration::forums_over_since(session, now, words_days);
    const auto since = days_before(now, words_days);
    return session.run(fmt::format("DELETE FROM meeting_words WHERE forum IN {} AND EXISTS (SELECT "
                                   "1 FROM meeting_act a WHERE a.forum = meeting_words.forum AND "
                                   "a.meeting = meeting_words.meeting AND a.number = "
                                   "meeting_words.number AND a.at < :since)",
                                   forums),
                       since) +
           session.run(
               fmt::format("DELETE FROM meeting_company WHERE forum IN {} AND at < :since", forums),
               since) +
           session.run(
               fmt::format("DELETE FROM meeting_record WHERE forum IN {} AND EXISTS (SELECT "
                           "1 FROM meeting_outcome o WHERE o.forum = meeting_record.forum "
                           "AND o.id = meeting_record.outcome AND o.at < :since)",
                           forums),
               since);
}

std::int64_t forget_terms(store::Session& session, Instant now)
{
    return delete_terms(session,
                        fmt::format("w.forum IN {} AND r.at < :since AND NOT ({})",
                                    registration::forums_over_since(session, now, terms_days),
                                    all_confirmed),
                        days_before(now, terms_days));
}

}  // namespace

std::optional<script::Day> words_stand_until(store::Session& session, std::int64_t forum,
                                             Instant now)
{
    return registration::forgotten_after(session, forum, now, words_days);
}

std::optional<script::Day> terms_stand_until(store::Session& session, std::int64_t forum,
                                             Instant now)
{
    return registration::forgotten_after(session, forum, now, terms_days);
}

std::vector<web::KeptData> kept_by_meetings()
{
    const auto until =
        tr("90 days after the last day of the forum, or after it was written when that was "
           "later.");
    return {
        {"meeting_words", tr("What was written to another delegation: asks, answers and reasons"),
         tr("So that the other side understands what is asked, and why something cannot be."),
         until, words_copy, erase_words, forget_words},
        {"meeting_company", tr("Who comes along to a meeting and who interprets"),
         tr("So that the other side knows whom it meets."), until, company_copy, erase_company},
        {"meeting_records", tr("What was said at a meeting and the next step, as a side noted it"),
         tr("For the two delegations alone, so that what was said is not forgotten."), until,
         records_copy, erase_records},
        {"terms", tr("The sheets of terms that somebody sent to the other side"),
         tr("So that two delegations agree on the same words."),
         tr("What both heads confirmed stays as long as the forum stands here, everything else for "
            "365 days after its last day, or after it was written when that was later. Who is "
            "erased takes along what was replaced since."),
         terms_copy, erase_terms, forget_terms},
        {"commitment_words", tr("What somebody said became of a commitment of their city"),
         tr("So that both sides know why it is kept, given up or open."),
         tr("As long as the commitment itself."), commitments_copy, erase_commitments},
    };
}

}  // namespace sala::bilateral
