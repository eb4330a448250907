// SPDX-License-Identifier: Apache-2.0

#include "floor/text_store.hpp"

#include "base/json.hpp"

#include <algorithm>

namespace sala::floor {

std::vector<Inscription> texts_of(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    using Number = std::int64_t;
    using Words = std::optional<std::string>;
    std::vector<Inscription> all;
    for (const auto& [id, delegation, number, withdrawn, kind, level, person, prefers, by, at,
                      topic, speech, language, answers, on_behalf] :
         session.select<Number, Number, Number, Number, std::string, std::string, Number, Number,
                        std::optional<Number>, Number, Words, Words, Words, Words, Words>(
             "SELECT i.id, i.delegation, i.number, i.withdrawn, i.kind, i.level, i.person, "
             "i.prefers, i.by_login, i.at, w.topic, w.speech, w.language, w.answers, w.on_behalf "
             "FROM "
             "inscription i LEFT JOIN inscription_words w ON w.forum = i.forum AND w.inscription = "
             "i.id WHERE i.forum = :forum AND i.sitting = :sitting AND i.id = (SELECT MAX(n.id) "
             "FROM inscription n WHERE n.forum = i.forum AND n.sitting = i.sitting AND "
             "n.delegation = i.delegation) ORDER BY i.number",
             forum, sitting)) {
        Inscription one;
        one.id = id;
        one.sitting = sitting;
        one.delegation = delegation;
        one.number = number;
        one.withdrawn = withdrawn == 1;
        one.kind = kind_named(kind).value_or(Kind::statement);
        one.level = level;
        one.person = person;
        one.prefers = prefers;
        one.by = by.value_or(0);
        one.at = Instant{at};
        one.on_behalf = on_behalf.value_or("");
        one.topic = topic.value_or("");
        one.speech = speech.value_or("");
        one.language = language.value_or("");
        if (const auto json = Json::read(answers.value_or("")))
            for (const auto& [key, words] : json->members())
                one.answers[key] = words.string();
        all.push_back(std::move(one));
    }
    return all;
}

const Inscription* text_of(const std::vector<Inscription>& texts, std::int64_t delegation)
{
    const auto found = std::find_if(texts.begin(), texts.end(), [&](const Inscription& one) {
        return one.delegation == delegation && !one.withdrawn;
    });
    return found == texts.end() ? nullptr : &*found;
}

std::int64_t version_of(const std::vector<Inscription>& texts, std::int64_t delegation)
{
    const auto found = std::find_if(texts.begin(), texts.end(), [&](const Inscription& one) {
        return one.delegation == delegation;
    });
    return found == texts.end() ? 0 : found->id;
}

void keep_inscription(store::Session& session, std::int64_t forum, const Inscription& one)
{
    session.run("INSERT INTO inscription (forum, id, sitting, delegation, number, withdrawn, kind, "
                "level, person, prefers, by_login, at) VALUES (:forum, :id, :sitting, "
                ":delegation, :number, :withdrawn, :kind, :level, :person, :prefers, :by, :at)",
                forum, one.id, one.sitting, one.delegation, one.number, one.withdrawn,
                word(one.kind), one.level, one.person, one.prefers,
                one.by ? std::optional(one.by) : std::nullopt, one.at);
    auto answers = Json::object();
    for (const auto& [key, words] : one.answers)
        answers.set(key, words);
    session.run("INSERT INTO inscription_words (forum, inscription, topic, speech, language, "
                "answers, on_behalf) VALUES (:forum, :id, :topic, :speech, :language, :answers, "
                ":on_behalf)",
                forum, one.id, one.topic, one.speech, one.language, answers.write(), one.on_behalf);
}

std::map<std::int64_t, Inscribed> inscribed_at(store::Session& session, std::int64_t forum,
                                               std::int64_t sitting)
{
    std::map<std::int64_t, Inscribed> all;
    // The newest comes last and counts.
    using Words = std::optional<std::string>;
    for (const auto& [id, delegation, level, person, withdrawn, topic, tag, on_behalf] :
         session.select<std::int64_t, std::int64_t, std::string, std::int64_t, std::int64_t, Words,
                        Words, Words>(
             "SELECT i.id, i.delegation, i.level, i.person, i.withdrawn, w.topic, w.language, "
             "w.on_behalf FROM inscription i LEFT JOIN "
             "inscription_words w ON w.forum = i.forum AND w.inscription = i.id WHERE i.forum = "
             ":forum AND i.sitting = :sitting ORDER BY i.id",
             forum, sitting)) {
        const auto language = Language::named(tag.value_or(""));
        const auto text = [&](const Words& words) {
            return words.value_or("").empty()
                       ? Text{}
                       : Text(language ? *language : Language::english(), *words);
        };
        all[delegation] = {level, person, withdrawn == 1, text(topic), text(on_behalf), id};
    }
    return all;
}

Window window_before_sheet(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    const auto row = session.find<std::int64_t, std::int64_t>(
        "SELECT opens_at, closes_at FROM floor_window WHERE forum = :forum AND sitting = :sitting "
        "ORDER BY id DESC LIMIT 1",
        forum, sitting);
    return row ? Window{Instant{std::get<0>(*row)}, Instant{std::get<1>(*row)}} : Window{};
}

void keep_window(store::Session& session, std::int64_t forum, std::int64_t sitting, std::int64_t id,
                 const Window& window, std::int64_t by, Instant at)
{
    session.run("INSERT INTO floor_window (forum, id, sitting, opens_at, closes_at, by_login, at) "
                "VALUES (:forum, :id, :sitting, :opens, :closes, :by, :at)",
                forum, id, sitting, window.opens_at, window.closes_at,
                by ? std::optional(by) : std::nullopt, at);
}

Allowed takes_inscriptions(const Window& window, Instant now, const std::string& opens,
                           const std::string& closes)
{
    if (window.opens_at && now < window.opens_at)
        return conflict("not-yet", "Inscription opens on {time}.", {{"time", opens}});
    if (window.closes_at && now >= window.closes_at)
        return conflict("too-late",
                        "Inscription closed on {time}. Once the sitting has begun you can ask for "
                        "the floor in the hall.",
                        {{"time", closes}});
    return allowed();
}

std::vector<GuidingQuestion> guiding_questions(store::Session& session, std::int64_t forum,
                                               std::int64_t sitting)
{
    std::vector<GuidingQuestion> all;
    for (const auto& [key, words] : session.select<std::string, std::string>(
             "SELECT q.key, q.text FROM question q WHERE q.forum = :forum AND (q.edition IS NULL "
             "OR q.edition = (SELECT s.edition FROM sitting s WHERE s.forum = :forum AND s.id = "
             ":sitting)) ORDER BY q.number, q.id",
             forum, sitting))
        all.push_back({key, Text::read(words).value_or(Text{})});
    return all;
}

}  // namespace sala::floor
