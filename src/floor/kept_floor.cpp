// SPDX-License-Identifier: Apache-2.0

#include "floor/kept_floor.hpp"

#include "registration/kept_registrations.hpp"

#include <fmt/format.h>

namespace sala::floor {

namespace {

constexpr int texts_days = 90;  // after the last day of the forum
constexpr int reasons_days = 365;

// What stands in the words of an order are numbers of entries; without them the record would tell
// another order.
constexpr auto are_words = "a.what <> 'order'";
// Who chaired, and for which group the chair entered somebody: the record is one of nobody without.
constexpr auto of_record = "(a.what = 'hand-over' OR (a.what = 'enter' AND a.kind = 'group'))";
// What a delegation said last of a speech that it gave: its topic, and its group, likewise.
constexpr auto of_speech =
    "EXISTS (SELECT 1 FROM inscription i JOIN floor_speech p ON p.forum = i.forum AND p.sitting = "
    "i.sitting AND p.delegation = i.delegation WHERE i.forum = inscription_words.forum AND i.id = "
    "inscription_words.inscription AND i.id = (SELECT MAX(n.id) FROM inscription n WHERE n.forum = "
    "i.forum AND n.sitting = i.sitting AND n.delegation = i.delegation))";

// Forums that are over, and what was written long enough ago: a sitting may be held, or led for a
// test, long after the days its forum has.
struct PastTime {
    std::string forums;
    Instant before;
};
PastTime past_time(store::Session& session, Instant now, int days)
{
    return {registration::forums_over_since(session, now, days),
            now - std::chrono::hours{24} * days};
}

Json texts_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [topic, speech, language, answers, on_behalf] :
         session.select<std::string, std::string, std::string, std::string, std::string>(
             "SELECT w.topic, w.speech, w.language, w.answers, w.on_behalf FROM inscription_words "
             "w JOIN "
             "inscription i ON i.forum = w.forum AND i.id = w.inscription WHERE i.by_login = "
             ":login ORDER BY i.id",
             login))
        all.push(Json::object({{"topic", topic},
                               {"speech", speech},
                               {"language", language},
                               {"on_behalf", on_behalf},
                               {"answers", Json::read(answers).value_or(Json::object())}}));
    for (const auto& [name, kind, content] : session.select<std::string, std::string, std::string>(
             "SELECT name, kind, content FROM speech_file WHERE by_login = :login ORDER BY id",
             login))
        all.push(Json::object({{"file", name}, {"kind", kind}, {"base64", content}}));
    return all;
}

void erase_texts(store::Session& session, Id<web::Login> login, Instant)
{
    session.run("DELETE FROM inscription_words WHERE EXISTS (SELECT 1 FROM inscription i WHERE "
                "i.forum = inscription_words.forum AND i.id = inscription_words.inscription AND "
                "i.by_login = :login)",
                login);
    session.run("DELETE FROM speech_file WHERE by_login = :login", login);
}

std::int64_t forget_texts(store::Session& session, Instant now)
{
    const auto [forums, before] = past_time(session, now, texts_days);
    const auto written = fmt::format(
        "forum IN {} AND EXISTS (SELECT 1 FROM inscription w WHERE w.forum = "
        "inscription_words.forum AND w.id = inscription_words.inscription AND w.at < :before)",
        forums);
    return session.run(
               fmt::format("DELETE FROM inscription_words WHERE {} AND NOT {}", written, of_speech),
               before) +
           session.run(fmt::format("UPDATE inscription_words SET speech = '', answers = '{{}}' "
                                   "WHERE {} AND (speech <> '' OR answers <> '{{}}')",
                                   written),
                       before) +
           session.run(
               fmt::format("DELETE FROM speech_file WHERE forum IN {} AND at < :before", forums),
               before);
}

Json reasons_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [what, words] : session.select<std::string, std::string>(
             fmt::format(
                 "SELECT a.what, w.words FROM floor_words w JOIN floor_act a ON a.forum = "
                 "w.forum AND a.id = w.act WHERE a.by_login = :login AND w.words <> '' AND {} "
                 "ORDER BY a.id",
                 are_words),
             login))
        all.push(Json::object({{"what", what}, {"words", words}}));
    for (const auto& [words] : session.select<std::string>(
             "SELECT w.words FROM floor_ballot_words w JOIN floor_ballot b ON b.forum = w.forum "
             "AND b.id = w.ballot WHERE b.by_login = :login ORDER BY b.id",
             login))
        all.push(Json::object({{"what", "card"}, {"words", words}}));
    for (const auto& [words] : session.select<std::string>(
             "SELECT words FROM floor_screen_aim WHERE by_login = :login AND words <> '' ORDER BY "
             "id",
             login))
        all.push(Json::object({{"what", "screen"}, {"words", words}}));
    return all;
}

void erase_reasons(store::Session& session, Id<web::Login> login, Instant)
{
    // The row stays: there were words, and it is not said that none were given.
    session.run(
        fmt::format("UPDATE floor_words SET words = '' WHERE words <> '' AND EXISTS (SELECT "
                    "1 FROM floor_act a WHERE a.forum = floor_words.forum AND a.id = "
                    "floor_words.act AND a.by_login = :login AND {})",
                    are_words),
        login);
    session.run("DELETE FROM floor_ballot_words WHERE EXISTS (SELECT 1 FROM floor_ballot b WHERE "
                "b.forum = floor_ballot_words.forum AND b.id = floor_ballot_words.ballot AND "
                "b.by_login = :login)",
                login);
    session.run("UPDATE floor_screen_aim SET words = '' WHERE by_login = :login", login);
}

std::int64_t forget_reasons(store::Session& session, Instant now)
{
    const auto [forums, before] = past_time(session, now, reasons_days);
    return session.run(fmt::format("UPDATE floor_words SET words = '' WHERE words <> '' AND forum "
                                   "IN {} AND EXISTS (SELECT 1 FROM floor_act a WHERE a.forum = "
                                   "floor_words.forum AND a.id = floor_words.act AND a.at < "
                                   ":before AND {} AND NOT {})",
                                   forums, are_words, of_record),
                       before) +
           session.run(fmt::format("DELETE FROM floor_ballot_words WHERE forum IN {} AND EXISTS "
                                   "(SELECT 1 FROM floor_ballot b WHERE b.forum = "
                                   "floor_ballot_words.forum AND b.id = floor_ballot_words.ballot "
                                   "AND b.at < :before)",
                                   forums),
                       before) +
           session.run(fmt::format("UPDATE floor_screen_aim SET words = '' WHERE words <> '' AND "
                                   "forum IN {} AND at < :before",
                                   forums),
                       before);
}

}  // namespace

std::vector<web::KeptData> kept_by_floor()
{
    return {
        {"speeches",
         tr("Texts of speeches, typed or as files, topics and answers to guiding questions that "
            "somebody handed in"),
         tr("For the interpreters, and for those who follow a speech."),
         tr("90 days after the last day of the forum, or after they were handed in when that is "
            "later. The topic and the group of a speech that was given stay in the record."),
         texts_copy, erase_texts, forget_texts},
        {"floor_words",
         tr("What somebody wrote while a sitting sat: reasons, rulings, messages to the hall, why "
            "a card objected"),
         tr("So that everybody in the hall knows why something was decided, and the record says "
            "it."),
         tr("365 days after the last day of the forum, or after it was written when that is later. "
            "What was done stays without its words; who chaired, and for which group somebody "
            "spoke, stays in the record."),
         reasons_copy, erase_reasons, forget_reasons},
    };
}

}  // namespace sala::floor
