// SPDX-License-Identifier: Apache-2.0

#include "report/facts.hpp"

#include "script/person_name.hpp"

#include <algorithm>

namespace sala::report {

namespace {

using Words = std::optional<std::string>;

Text text_of(const Words& json) { return json ? Text::read(*json).value_or(Text{}) : Text{}; }

std::optional<script::PartialDate> date_of(const std::string& iso)
{
    if (const auto date = script::PartialDate::read(iso))
        return *date;
    return std::nullopt;
}

void add_part(std::vector<PersonFact>& people, PersonFact person, PersonFact::Part part)
{
    auto known = std::find_if(people.begin(), people.end(),
                              [&](const PersonFact& one) { return one.key == person.key; });
    if (known == people.end())
        known = people.insert(people.end(), std::move(person));
    known->parts.push_back(std::move(part));
}

// Those who spoke, in the order of the programme; then those who came with a delegation.
std::vector<PersonFact> people_of(store::Session& session, std::int64_t forum)
{
    std::vector<PersonFact> people;
    const auto read = [&](const char* sql) {
        for (const auto& [key, honorific, name, post, code, country, what, number] :
             session.select<std::string, std::string, std::string, Words, Words, Words, std::string,
                            std::optional<std::int64_t>>(sql, forum))
            add_part(people,
                     {key,
                      text_of(honorific),
                      text_of(name),
                      text_of(post),
                      code.value_or(""),
                      text_of(country),
                      {}},
                     {what, static_cast<int>(number.value_or(0))});
    };
    read(
        "SELECT p.key, p.honorific, p.name, t.title, n.code, n.name, i.act, i.number FROM "
        "intervention i "
        "JOIN person p ON p.id = i.person JOIN sitting s ON s.forum = i.forum AND s.id = i.sitting "
        "LEFT JOIN post t ON t.id = i.post LEFT JOIN city c ON c.id = t.city "
        "LEFT JOIN country n ON n.id = COALESCE(t.country, c.country) "
        "WHERE i.forum = :forum AND i.cancelled = '' ORDER BY s.position, s.id, i.number, "
        "i.position, i.id");
    read("SELECT p.key, p.honorific, p.name, t.title, n.code, n.name, d.role, NULL FROM delegate d "
         "JOIN person p ON p.id = d.person LEFT JOIN post t ON t.id = d.post LEFT JOIN city c ON "
         "c.id = t.city "
         "LEFT JOIN country n ON n.id = COALESCE(t.country, c.country) "
         "WHERE d.forum = :forum ORDER BY d.position, d.id");
    return people;
}

std::vector<Question> questions_of(store::Session& session, std::int64_t forum)
{
    std::vector<Question> questions;
    for (const auto& [key, subject, question, value, standing, source, note] :
         session.select<std::string, std::string, std::string, std::string, std::string, Words,
                        std::string>(
             "SELECT c.key, c.subject, c.question, c.value, c.standing, s.title, c.note FROM claim "
             "c "
             "LEFT JOIN source s ON s.forum = c.forum AND s.id = c.source WHERE c.forum = :forum "
             "ORDER BY c.position, c.id",
             forum)) {
        const auto words = text_of(question);
        auto known = std::find_if(questions.begin(), questions.end(), [&](const Question& one) {
            return one.subject == subject && one.words == words;
        });
        if (known == questions.end())
            known = questions.insert(questions.end(), {subject, words, {}});
        known->answers.push_back(
            {key, text_of(value), text_of(source), standing == "primary", text_of(note)});
    }
    return questions;
}

void read_occasion(store::Session& session, std::int64_t forum, Facts& facts)
{
    for (const auto& [title, date, city, venue, place] :
         session.select<std::string, std::string, Words, Words, Words>(
             "SELECT f.title, f.date, c.name, v.name, v.place FROM forum f LEFT JOIN city c ON "
             "c.id = f.city "
             "LEFT JOIN venue v ON v.forum = f.id WHERE f.id = :forum ORDER BY v.position, v.id "
             "LIMIT 1",
             forum)) {
        facts.forum = text_of(title);
        facts.date = date_of(date);
        facts.city = text_of(city);
        facts.venue = text_of(venue);
        facts.place = text_of(place);
    }
    for (const auto& [key, name, theme, date] :
         session.select<std::string, std::string, std::string, std::string>(
             "SELECT key, name, theme, date FROM edition WHERE forum = :forum ORDER BY position, "
             "id",
             forum))
        facts.editions.push_back({key, text_of(name), text_of(theme), date_of(date)});
}

void read_lists(store::Session& session, std::int64_t forum, Facts& facts)
{
    for (const auto& [name, count] : session.select<std::string, std::optional<std::int64_t>>(
             "SELECT name, count FROM category WHERE forum = :forum ORDER BY number, position, id",
             forum))
        facts.categories.push_back({text_of(name), count});
    for (const auto& [title] : session.select<std::string>(
             "SELECT title FROM topic WHERE forum = :forum ORDER BY number, position, id", forum))
        facts.topics.push_back(text_of(title));
    for (const auto& [text] : session.select<std::string>(
             "SELECT text FROM follow_up WHERE forum = :forum ORDER BY number, position, id",
             forum))
        facts.follow_ups.push_back(text_of(text));
    for (const auto& [name] : session.select<std::string>(
             "SELECT o.name FROM organisation o JOIN listing l ON l.row_id = o.id AND l.sheet = "
             "'organisations' "
             "WHERE l.forum = :organisations UNION ALL "
             "SELECT b.name FROM body b JOIN listing l ON l.row_id = b.id AND l.sheet = 'bodies' "
             "WHERE l.forum = :bodies UNION ALL SELECT v.name FROM venue v WHERE v.forum = :venues "
             "UNION ALL "
             "SELECT v.aliases FROM venue v WHERE v.forum = :aliases AND v.aliases <> ''",
             forum, forum, forum, forum))
        facts.other_names.push_back(text_of(name));
}

void add_wordings(std::vector<std::string>& names, const Text& text)
{
    for (const auto& [language, wording] : text.wordings())
        for (const auto* words : {&wording.verbatim, &wording.corrected})
            if (!words->empty())
                names.push_back(*words);
}

}  // namespace

const EditionFact* Facts::edition(std::string_view key) const
{
    for (const auto& one : editions)
        if (one.key == key)
            return &one;
    return nullptr;
}

std::vector<std::string> Facts::names_of_people() const
{
    std::vector<std::string> names;
    for (const auto& person : people) {
        add_wordings(names, person.name);
        for (const auto& [language, wording] : person.name.wordings())
            if (const auto* honorific = person.honorific.in(language))
                names.push_back(script::join(honorific->shown(), wording.shown(), language));
    }
    return names;
}

std::vector<std::string> Facts::names_of_others() const
{
    std::vector<std::string> names;
    for (const auto& other : other_names)
        add_wordings(names, other);
    return names;
}

Facts load_facts(store::Session& session, std::int64_t forum)
{
    Facts facts;
    read_occasion(session, forum, facts);
    facts.people = people_of(session, forum);
    facts.questions = questions_of(session, forum);
    read_lists(session, forum, facts);
    facts.floor = floor_facts(session, forum);
    return facts;
}

}  // namespace sala::report
