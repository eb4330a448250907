// SPDX-License-Identifier: Apache-2.0

#include "programme/find_released.hpp"

namespace sala::programme {

namespace {

using Words = std::optional<std::string>;

Text text_of(const Words& json) { return json ? Text::read(*json).value_or(Text{}) : Text{}; }

// The JSON of a day of the programme, reduced to what a key names.
const Json* find_in(const Json& items, std::string_view key)
{
    for (const auto& item : items.items())
        if (item["key"].string() == key)
            return &item;
    return nullptr;
}

}  // namespace

std::vector<ClaimAbout> claims_about(store::Session& session, std::int64_t forum,
                                     const std::string& subject)
{
    std::vector<ClaimAbout> claims;
    for (const auto& [question, value, source, standing, note] :
         session.select<std::string, std::string, Words, std::string, std::string>(
             "SELECT c.question, c.value, s.title, c.standing, c.note FROM claim c "
             "LEFT JOIN source s ON s.forum = c.forum AND s.id = c.source "
             "WHERE c.forum = :forum AND c.subject = :subject ORDER BY c.position, c.id",
             forum, subject))
        claims.push_back(
            {text_of(question), text_of(value), text_of(source), standing, text_of(note)});
    return claims;
}

std::vector<GuidingQuestion> questions_of(store::Session& session, std::int64_t forum,
                                          const std::string& edition)
{
    std::vector<GuidingQuestion> questions;
    for (const auto& [words, source, note] : session.select<std::string, Words, std::string>(
             "SELECT q.text, s.title, q.note FROM question q "
             "LEFT JOIN edition e ON e.forum = q.forum AND e.id = q.edition "
             "LEFT JOIN source s ON s.forum = q.forum AND s.id = q.source "
             "WHERE q.forum = :forum AND (q.edition IS NULL OR e.key = :edition) "
             "ORDER BY q.number, q.id",
             forum, edition))
        questions.push_back({text_of(words), text_of(source), text_of(note)});
    return questions;
}

Text room_note(store::Session& session, std::int64_t forum, const std::string& room)
{
    const auto note = session.find<std::string>(
        "SELECT note FROM room WHERE forum = :forum AND key = :room", forum, room);
    return note ? text_of(std::get<0>(*note)) : Text{};
}

std::vector<Companion> delegates_of(store::Session& session, std::int64_t forum,
                                    const std::string& delegation)
{
    std::vector<Companion> companions;
    for (const auto& [person, honorific, name, post, role] :
         session.select<std::string, std::string, std::string, Words, std::string>(
             "SELECT p.key, p.honorific, p.name, t.title, d.role FROM delegate d "
             "JOIN delegation n ON n.forum = d.forum AND n.id = d.delegation JOIN person p ON p.id "
             "= d.person "
             "LEFT JOIN post t ON t.id = d.post WHERE d.forum = :forum AND n.key = :delegation "
             "ORDER BY CASE d.role WHEN 'head' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END, d.position, "
             "d.id",
             forum, delegation)) {
        Speaker who;
        who.person_key = person;
        who.honorific = text_of(honorific);
        who.name = text_of(name);
        who.post = text_of(post);
        companions.push_back({std::move(who), role});
    }
    return companions;
}

Json sitting_json(const Programme& programme, const Sitting& sitting)
{
    const auto whole = to_json(programme);
    for (const auto& day : whole["days"].items())
        if (const auto* found = find_in(day["sittings"], sitting.key)) {
            auto json = *found;
            json.set("forum", programme.slug);
            json.set("day", day["day"]);
            json.set("time_zone", programme.zone);
            return json;
        }
    return {};
}

Json intervention_json(const Programme& programme, const Sitting& sitting,
                       const Intervention& intervention)
{
    const auto whole = sitting_json(programme, sitting);
    auto json = *find_in(whole["interventions"], intervention.key);
    json.set("forum", programme.slug);
    json.set("sitting", sitting.key);
    json.set("day", whole["day"]);
    json.set("time_zone", programme.zone);
    return json;
}

}  // namespace sala::programme
