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
    std::int64_t gone = 0;
    for (const auto* table : {"inscription_words", "speech_file"})
        gone += session.run(fmt::format("DELETE FROM {} WHERE forum IN {}", table,
                                        registration::forums_over_since(session, now, texts_days)));
    return gone;
}

Json reasons_copy(store::Session& session, Id<web::Login> login)
{
    auto all = Json::array();
    for (const auto& [what, words] : session.select<std::string, std::string>(
             fmt::format("SELECT a.what, w.words FROM floor_words w JOIN floor_act a ON a.forum = "
                         "w.forum AND a.id = w.act WHERE a.by_login = :login AND {} ORDER BY a.id",
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
    session.run(fmt::format("DELETE FROM floor_words WHERE EXISTS (SELECT 1 FROM floor_act a WHERE "
                            "a.forum = floor_words.forum AND a.id = floor_words.act AND a.by_login "
                            "= :login AND {})",
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
    const auto forums = registration::forums_over_since(session, now, reasons_days);
    return session.run(fmt::format("DELETE FROM floor_words WHERE forum IN {} AND EXISTS (SELECT 1 "
                                   "FROM floor_act a WHERE a.forum = floor_words.forum AND a.id = "
                                   "floor_words.act AND {})",
                                   forums, are_words)) +
           session.run(fmt::format("DELETE FROM floor_ballot_words WHERE forum IN {}", forums)) +
           session.run(fmt::format("UPDATE floor_screen_aim SET words = '' WHERE words <> '' AND "
                                   "forum IN {}",
                                   forums));
}

}  // namespace

std::vector<web::KeptData> kept_by_floor()
{
    return {
        {"speeches",
         tr("Texts of speeches, typed or as files, topics and answers to guiding questions that "
            "somebody handed in"),
         tr("For the interpreters, and for those who follow a speech."),
         tr("90 days after the last day of the forum."), texts_copy, erase_texts, forget_texts},
        {"floor_words",
         tr("What somebody wrote while a sitting sat: reasons, rulings, messages to the hall, why "
            "a card objected"),
         tr("So that everybody in the hall knows why something was decided, and the record says "
            "it."),
         tr("365 days after the last day of the forum. What was done stays without its words."),
         reasons_copy, erase_reasons, forget_reasons},
    };
}

}  // namespace sala::floor
