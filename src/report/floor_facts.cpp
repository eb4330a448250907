// SPDX-License-Identifier: Apache-2.0

#include "report/floor_facts.hpp"

#include "forum/moment.view.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <utility>

#include <fmt/format.h>

namespace sala::report {

namespace {

using Words = std::optional<std::string>;
using Titles = std::map<std::string, Text>;

Text text_of(const Words& json) { return json ? Text::read(*json).value_or(Text{}) : Text{}; }

// A delegation's own name, else that of its city or organisation.
Text name_of(const Words& own, const Words& city, const Words& organisation)
{
    return text_of(own && !own->empty() ? own : city ? city : organisation);
}

Titles topics_at(store::Session& session, std::int64_t forum)
{
    Titles titles;
    for (const auto& [key, title] : session.select<std::string, std::string>(
             "SELECT key, title FROM topic WHERE forum = :forum", forum))
        titles[key] = text_of(title);
    return titles;
}

// Of the programme; else what the delegation wrote when it inscribed, for the list.
std::vector<Text> topics_of(const Titles& titles, const Words& planned, const Words& inscribed,
                            const Words& language, const std::string& kind)
{
    std::vector<Text> topics;
    std::istringstream keys(planned.value_or(""));
    for (std::string key; keys >> key;)
        if (const auto found = titles.find(key); found != titles.end())
            topics.push_back(found->second);
    const bool is_listed = kind == "statement" || kind == "group";
    if (topics.empty() && is_listed && inscribed && !inscribed->empty()) {
        const auto tag = Language::named(language.value_or(""));
        topics.emplace_back(tag ? *tag : Language::english(), *inscribed);
    }
    return topics;
}

std::vector<SpokenFact> spoken_at(store::Session& session, std::int64_t forum)
{
    const auto titles = topics_at(session, forum);
    std::vector<SpokenFact> all;
    for (const auto& [sitting, own, city, organisation, person, post, kind, milliseconds, planned,
                      inscribed, language] :
         session.select<std::string, Words, Words, Words, Words, Words, std::string, std::int64_t,
                        Words, Words, Words>(
             "SELECT s.key, d.name, c.name, o.name, p.name, t.title, f.kind, f.milliseconds, "
             "v.topics, w.topic, w.language FROM floor_speech f JOIN sitting s ON s.forum = "
             "f.forum AND s.id = f.sitting LEFT JOIN delegation d ON d.forum = f.forum AND d.id = "
             "f.delegation LEFT JOIN city c ON c.id = d.city LEFT JOIN organisation o ON o.id = "
             "d.organisation LEFT JOIN person p ON p.id = f.person LEFT JOIN post t ON t.id = "
             "f.post LEFT JOIN intervention v ON v.forum = f.forum AND v.id = f.intervention LEFT "
             "JOIN inscription_words w ON w.forum = f.forum AND w.inscription = (SELECT MAX(i.id) "
             "FROM inscription i WHERE i.forum = f.forum AND i.sitting = f.sitting AND "
             "i.delegation = f.delegation) WHERE f.forum = :forum AND f.kind <> 'chair' ORDER BY "
             "f.began_at, f.entry",
             forum)) {
        auto who = name_of(own, city, organisation);
        auto name = text_of(person);
        if (who.empty())
            std::swap(who, name);
        all.push_back({sitting, std::move(who), std::move(name), text_of(post), kind,
                       topics_of(titles, planned, inscribed, language, kind), milliseconds / 1000});
    }
    return all;
}

// Who rules again has thought better of it.
std::vector<LedFact> led_at(store::Session& session, std::int64_t forum)
{
    std::vector<LedFact> all;
    std::map<std::int64_t, std::size_t> ruled;  // entry -> where
    for (const auto& [sitting, what, entry, ruling, words, at, own, city, organisation] :
         session.select<std::string, std::string, std::int64_t, std::int64_t, Words, std::int64_t,
                        Words, Words, Words>(
             "SELECT s.key, a.what, a.entry, a.other, w.words, a.at, d.name, c.name, o.name FROM "
             "floor_act a JOIN sitting s ON s.forum = a.forum AND s.id = a.sitting LEFT JOIN "
             "floor_words w ON w.forum = a.forum AND w.act = a.id LEFT JOIN floor_act e ON e.forum "
             "= a.forum AND e.id = a.entry LEFT JOIN delegation d ON d.forum = e.forum AND d.id = "
             "e.delegation LEFT JOIN city c ON c.id = d.city LEFT JOIN organisation o ON o.id = "
             "d.organisation WHERE a.forum = :forum AND a.what IN ('rule', 'hand-over') AND "
             "a.rehearsed = 0 AND NOT EXISTS (SELECT 1 FROM floor_act u WHERE u.forum = a.forum "
             "AND u.sitting = a.sitting AND u.what = 'undo' AND u.other = a.number) ORDER BY a.id",
             forum)) {
        LedFact fact{sitting, what == "rule",     name_of(own, city, organisation),
                     ruling,  words.value_or(""), Instant{at}};
        if (const auto known = ruled.find(entry); fact.is_ruling && known != ruled.end()) {
            all[known->second] = std::move(fact);
            continue;
        }
        if (fact.is_ruling)
            ruled[entry] = all.size();
        all.push_back(std::move(fact));
    }
    return all;
}

// The newest card of each delegation, and those that lie on the piles of secret polls.
std::vector<DecidedFact> decided_at(store::Session& session, std::int64_t forum)
{
    std::vector<DecidedFact> all;
    for (const auto& [sitting, question, agree, object, abstain] :
         session.select<std::string, std::string, std::int64_t, std::int64_t, std::int64_t>(
             "SELECT s.key, p.question, COUNT(CASE v.card WHEN 'agree' THEN 1 END), "
             "COUNT(CASE v.card WHEN 'object' THEN 1 END), "
             "COUNT(CASE v.card WHEN 'abstain' THEN 1 END) FROM floor_poll p JOIN floor_poll_end e "
             "ON e.forum = p.forum AND e.poll = p.id JOIN sitting s ON s.forum = p.forum AND s.id "
             "= p.sitting LEFT JOIN (SELECT forum, poll, card FROM floor_secret_card UNION ALL "
             "SELECT b.forum, b.poll, b.card FROM floor_ballot b WHERE b.id = (SELECT MAX(n.id) "
             "FROM floor_ballot n WHERE n.forum = b.forum AND n.poll = b.poll AND n.delegation = "
             "b.delegation)) v ON v.forum = p.forum AND v.poll = p.id WHERE p.forum = :forum "
             "GROUP BY p.id, s.key, p.question ORDER BY p.id",
             forum))
        all.push_back({sitting, question, agree, object, abstain});
    return all;
}

// As on the record of the floor.
Sentence kind_name(const std::string& kind)
{
    if (kind == "group")
        return tr("Statement on behalf of a group");
    if (kind == "response")
        return tr("Response");
    if (kind == "question")
        return tr("Interposed question");
    if (kind == "order")
        return tr("Point of order");
    if (kind == "reply")
        return tr("Right of reply");
    return tr("Statement");
}

Sentence ruling_sentence(const LedFact& fact, const std::string& who)
{
    if (fact.ruling == 1)
        return tr("The point of order of {who} was upheld", {{"who", who}});
    if (fact.ruling == 2)
        return tr("The point of order of {who} was not upheld", {{"who", who}});
    return tr("The point of order of {who} was noted", {{"who", who}});
}

// Without the sitting's other parts where there are none.
template <class Fact>
void add_lines(std::string& words, const web::Reader& reader, const std::vector<Fact>& facts,
               std::string_view sitting)
{
    for (const auto& fact : facts)
        if (fact.sitting == sitting)
            if (const auto line = line_of(reader, fact); !line.empty())
                words += (words.empty() ? "" : "\n\n") + line;
}

}  // namespace

const FloorFacts::Sitting* FloorFacts::sitting(std::string_view key) const
{
    const auto found = std::find_if(sittings.begin(), sittings.end(),
                                    [&](const Sitting& one) { return one.key == key; });
    return found == sittings.end() ? nullptr : &*found;
}

FloorFacts floor_facts(store::Session& session, std::int64_t forum)
{
    FloorFacts facts;
    facts.spoken = spoken_at(session, forum);
    facts.led = led_at(session, forum);
    facts.decided = decided_at(session, forum);
    std::set<std::string> known;
    for (const auto& one : facts.spoken)
        known.insert(one.sitting);
    for (const auto& one : facts.led)
        known.insert(one.sitting);
    for (const auto& one : facts.decided)
        known.insert(one.sitting);
    for (const auto& [key, title] : session.select<std::string, std::string>(
             "SELECT key, title FROM sitting WHERE forum = :forum ORDER BY position, id", forum))
        if (known.contains(key))
            facts.sittings.push_back({key, text_of(title)});
    return facts;
}

std::string line_of(const web::Reader& reader, const SpokenFact& fact)
{
    auto who = fact.who.words(reader.language);
    for (const auto* more : {&fact.person, &fact.post})
        if (!more->empty())
            who += ", " + more->words(reader.language);
    std::string topics;
    for (const auto& topic : fact.topics)
        topics += (topics.empty() ? "" : "; ") + topic.words(reader.language);
    const Arguments said{{"who", who},
                         {"kind", reader.say(kind_name(fact.kind))},
                         {"time", fmt::format("{}:{:02}", fact.seconds / 60, fact.seconds % 60)},
                         {"topics", topics}};
    return reader.say(topics.empty() ? tr("{who} ({kind}, {time})", said)
                                     : tr("{who} ({kind}, {time}): {topics}", said));
}

std::string line_of(const web::Reader& reader, const LedFact& fact)
{
    if (fact.is_ruling)
        return reader.say(ruling_sentence(fact, fact.who.words(reader.language))) +
               (fact.words.empty() ? "" : ": " + fact.words);
    if (fact.words.empty())
        return {};
    return reader.say(tr("In the chair since {time}: {name}",
                         {{"time", forum::moment_words(reader, fact.at)}, {"name", fact.words}}));
}

std::string line_of(const web::Reader& reader, const DecidedFact& fact)
{
    return fact.question + " " +
           reader.say(tr("Agree: {agree}. Object: {object}. Abstain: {abstain}.",
                         {{"agree", std::to_string(fact.agree)},
                          {"object", std::to_string(fact.object)},
                          {"abstain", std::to_string(fact.abstain)}}));
}

std::string words_of_floor(const web::Reader& reader, const FloorFacts& facts,
                           std::string_view sitting)
{
    const auto* named = facts.sitting(sitting);
    if (!named)
        return {};
    auto words = named->title.words(reader.language);
    add_lines(words, reader, facts.spoken, sitting);
    add_lines(words, reader, facts.led, sitting);
    add_lines(words, reader, facts.decided, sitting);
    return words;
}

}  // namespace sala::report
