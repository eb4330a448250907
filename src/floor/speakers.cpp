// SPDX-License-Identifier: Apache-2.0

#include "floor/speakers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sala::floor {

namespace {

// On the sheet of delegates, or in the programme; null: neither.
std::optional<Member> known_member(const Hall& hall, std::int64_t person)
{
    for (const auto& member : hall.names.members())
        if (member.person == person)
            return member;
    for (const auto& planned : hall.names.planned())
        if (planned.person == person)
            return Member{planned.delegation, planned.person, planned.post};
    return std::nullopt;
}

bool is_there(const std::vector<MaySpeak>& all, const Member& member, const Text& name)
{
    return std::any_of(all.begin(), all.end(), [&](const MaySpeak& one) {
        return one.member.delegation == member.delegation &&
               (one.member.person == member.person ||
                one.name.words(Language::english()) == name.words(Language::english()));
    });
}

void add(std::vector<MaySpeak>& all, const Hall& hall, const Member& member)
{
    const auto* person = hall.names.person(member.person);
    if (person && !is_there(all, member, person->name))
        all.push_back({member, person->name});
}

}  // namespace

Speaker speaker_by(const Hall& hall, std::int64_t delegation, const Planned* planned,
                   const Inscribed* said)
{
    if (said && said->person != 0) {
        const auto member = known_member(hall, said->person);
        return {said->person, member ? member->post : said->person};
    }
    const auto usual = planned ? level_named(planned->level) : Level::head;
    if (said && level_named(said->level) != usual)
        return {};
    if (planned && planned->person != 0)
        return {planned->person, planned->post};
    for (const auto& member : hall.names.members())
        if (member.delegation == delegation && member.is_head)
            return {member.person, member.post};
    return {};
}

Speaker speaker_for(const Hall& hall, std::int64_t delegation, Kind kind, const Planned* planned)
{
    if (!is_listed(kind))
        return {};
    const auto found = hall.inscribed.find(delegation);
    const bool counts =
        delegation != 0 && found != hall.inscribed.end() && !found->second.withdrawn;
    return speaker_by(hall, delegation, planned, counts ? &found->second : nullptr);
}

void name_in(Step& step, const Speaker& speaker)
{
    step.person = speaker.person;
    step.post = speaker.post;
}

std::vector<MaySpeak> who_may_speak(store::Session& session, const Hall& hall,
                                    std::int64_t delegation)
{
    std::vector<MaySpeak> all;
    for (const auto& member : hall.names.members())
        if (delegation == 0 || member.delegation == delegation)
            add(all, hall, member);
    for (const auto& planned : hall.names.planned())
        if (planned.person != 0 && (delegation == 0 || planned.delegation == delegation))
            add(all, hall, {planned.delegation, planned.person, planned.post});
    // The number of a registration stands for the person, and for the post it says.
    const auto select = [&](const std::string& whose, auto... bound) {
        for (const auto& [id, of, english, thai] :
             session.select<std::int64_t, std::int64_t, std::string, std::string>(
                 "SELECT n.registration, n.delegation, p.name_en, p.name_th FROM registration_now "
                 "n JOIN registration_person p ON p.forum = n.forum AND p.registration = "
                 "n.registration WHERE n.forum = :forum AND n.holds_place = 1 AND n.merged = 0 "
                 "AND " +
                     whose + " ORDER BY n.delegation, n.part, n.precedence, n.name",
                 hall.forum.id, bound...)) {
            const Member member{of, id, id};
            if (const auto name = in_both(english, thai); !is_there(all, member, name))
                all.push_back({member, name});
        }
    };
    if (delegation != 0)
        select("n.delegation = :delegation", delegation);
    else
        select("n.delegation IN (SELECT a.delegation FROM floor_act a WHERE a.forum = :forum AND "
               "a.sitting = :sitting)",
               hall.sitting);
    return all;
}

Result<Speaker> speaker_chosen(store::Session& session, const Hall& hall, std::int64_t delegation,
                               std::int64_t person)
{
    if (person == 0)
        return Speaker{};
    for (const auto& one : who_may_speak(session, hall, delegation))
        if (one.member.person == person)
            return Speaker{person, one.member.post};
    return invalid("person", "no-such-speaker",
                   "This person is not of the delegation. Choose somebody of its people, or whose "
                   "registration was approved.");
}

}  // namespace sala::floor
