// SPDX-License-Identifier: Apache-2.0

#include "floor/names.hpp"

#include "registration/particulars.hpp"

#include <algorithm>

namespace sala::floor {

namespace {

using Number = std::optional<std::int64_t>;
using Words = std::optional<std::string>;

Text text_of(const Words& json) { return json ? Text::read(*json).value_or(Text{}) : Text{}; }

std::vector<std::string> keys_of(std::string_view words)
{
    std::vector<std::string> keys;
    while (!words.empty()) {
        const auto space = words.find(' ');
        keys.emplace_back(words.substr(0, space));
        words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
    }
    return keys;
}

// An embassy, a union of states, the United Nations and a network have a country in which their
// office stands, and are not of it.
std::vector<DelegationName> read_delegations(store::Session& session, std::int64_t forum)
{
    std::vector<DelegationName> all;
    for (const auto& [id, key, name, city_name, organisation, city, code, country, seat] :
         session.select<std::int64_t, std::string, std::string, Words, Words, Words, Words, Words,
                        std::string>(
             "SELECT d.id, d.key, d.name, c.name, o.name, c.key, n.code, n.name, d.seat FROM "
             "delegation d LEFT JOIN city c ON c.id = d.city LEFT JOIN organisation o ON o.id = "
             "d.organisation LEFT JOIN country n ON n.id = COALESCE(c.country, d.country, CASE "
             "WHEN "
             "o.kind IN ('embassy', 'union', 'united-nations', 'network') THEN NULL ELSE o.country "
             "END) WHERE d.forum = :forum ORDER BY d.position, d.id",
             forum))
        all.push_back({id, key,
                       !name.empty() ? text_of(name)
                       : city_name   ? text_of(city_name)
                                     : text_of(organisation),
                       city.value_or(""), code.value_or(""), text_of(country), seat});
    return all;
}

std::vector<Planned> read_planned(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    std::vector<Planned> all;
    for (const auto& [id, key, number, delegation, person, post, minutes, level, on_behalf, topics,
                      title] :
         session.select<std::int64_t, std::string, Number, Number, Number, Number, Number,
                        std::string, std::string, std::string, std::string>(
             "SELECT id, key, number, delegation, person, post, minutes, level, on_behalf, topics, "
             "title FROM intervention WHERE forum = :forum AND sitting = :sitting AND cancelled = "
             "'' ORDER BY number, position, id",
             forum, sitting)) {
        Planned one;
        one.id = id;
        one.key = key;
        one.number = static_cast<int>(number.value_or(0));
        one.delegation = delegation.value_or(0);
        one.person = person.value_or(0);
        one.post = post.value_or(0);
        one.seconds = minutes.value_or(0) * 60;
        one.level = level;
        one.on_behalf = text_of(on_behalf);
        one.topics = keys_of(topics);
        one.title = text_of(title);
        all.push_back(std::move(one));
    }
    return all;
}

template <class Thing>
const Thing* in(const std::map<std::int64_t, Thing>& things, std::int64_t id)
{
    const auto found = things.find(id);
    return found == things.end() ? nullptr : &found->second;
}

}  // namespace

Text in_both(const std::string& english, const std::string& thai)
{
    Text text;
    text.set(Language::english(), {english, {}});
    text.set(Language::thai(), {thai, {}});
    return text;
}

Names Names::of(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    Names names;
    names.delegations_ = read_delegations(session, forum);
    names.planned_ = read_planned(session, forum, sitting);
    for (const auto& [id, honorific, name] : session.select<std::int64_t, std::string, std::string>(
             "SELECT id, honorific, name FROM person WHERE id IN (SELECT person FROM intervention "
             "WHERE forum = :forum UNION SELECT person FROM delegate WHERE forum = :forum UNION "
             "SELECT person FROM floor_act WHERE forum = :forum AND sitting = :sitting)",
             forum, sitting))
        names.persons_[id] = {text_of(honorific), text_of(name)};
    for (const auto& [id, title] : session.select<std::int64_t, std::string>(
             "SELECT id, title FROM post WHERE id IN (SELECT post FROM intervention WHERE forum = "
             ":forum UNION SELECT post FROM delegate WHERE forum = :forum UNION SELECT post FROM "
             "floor_act WHERE forum = :forum AND sitting = :sitting)",
             forum, sitting))
        names.posts_[id] = text_of(title);
    names.read_registered(session, forum, sitting);
    for (const auto& [delegation, person, post, role] :
         session.select<Number, Number, Number, std::string>(
             "SELECT delegation, person, post, role FROM delegate WHERE forum = :forum ORDER BY "
             "position, id",
             forum))
        names.members_.push_back(
            {delegation.value_or(0), person.value_or(0), post.value_or(0), role == "head"});
    for (const auto& [key, title] : session.select<std::string, std::string>(
             "SELECT key, title FROM topic WHERE forum = :forum", forum))
        names.topics_[key] = text_of(title);
    return names;
}

// Who was registered and is on no sheet has one number for who it is and for the post.
void Names::read_registered(store::Session& session, std::int64_t forum, std::int64_t sitting)
{
    using Name = std::string;
    for (const auto& [id, honorific_en, honorific_th, rank, name_en, name_th, post_en, post_th] :
         session.select<std::int64_t, Name, Name, Name, Name, Name, Name, Name>(
             "SELECT registration, honorific_en, honorific_th, rank, name_en, name_th, post_en, "
             "post_th FROM registration_person WHERE forum = :forum AND registration IN (SELECT "
             "person FROM floor_act WHERE forum = :forum AND sitting = :sitting)",
             forum, sitting)) {
        registration::Particulars person;
        person.set("honorific_en", honorific_en);
        person.set("honorific_th", honorific_th);
        person.set("rank", rank);
        persons_[id] = {person.honorific(), in_both(name_en, name_th)};
        if (auto post = in_both(post_en, post_th); !post.empty())
            posts_[id] = std::move(post);
    }
}

void Names::call_as_in(const programme::Programme& released, const programme::Sitting& sitting)
{
    for (auto& planned : planned_) {
        planned.is_released = planned.is_speaker_released = false;
        for (const auto& known : sitting.interventions)
            if (known.key == planned.key) {
                planned.title = known.title;
                planned.topics = known.topics;
                const auto* from = delegation(planned.delegation);
                const auto* speaks = person(planned.person);
                planned.is_released =
                    !known.cancelled && known.speaker.delegation_key == (from ? from->key : "");
                planned.is_speaker_released = speaks && known.speaker.name == speaks->name;
            }
    }
    for (auto& [key, title] : topics_)
        if (const auto* topic = released.topic(key))
            title = topic->title;
}

const DelegationName* Names::delegation(std::int64_t id) const
{
    const auto found = std::find_if(delegations_.begin(), delegations_.end(),
                                    [&](const DelegationName& one) { return one.id == id; });
    return found == delegations_.end() ? nullptr : &*found;
}

const DelegationName* Names::delegation(std::string_view key) const
{
    const auto found = std::find_if(delegations_.begin(), delegations_.end(),
                                    [&](const DelegationName& one) { return one.key == key; });
    return found == delegations_.end() ? nullptr : &*found;
}

const PersonName* Names::person(std::int64_t id) const { return in(persons_, id); }
const Text* Names::post(std::int64_t id) const { return in(posts_, id); }

const Planned* Names::planned(std::int64_t id) const
{
    const auto found = std::find_if(planned_.begin(), planned_.end(),
                                    [&](const Planned& one) { return one.id == id; });
    return found == planned_.end() ? nullptr : &*found;
}

const Text* Names::topic(std::string_view key) const
{
    const auto found = topics_.find(key);
    return found == topics_.end() ? nullptr : &found->second;
}

}  // namespace sala::floor
