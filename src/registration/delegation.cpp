// SPDX-License-Identifier: Apache-2.0

#include "registration/delegation.hpp"

#include <algorithm>

namespace sala::registration {

std::vector<forum::Part> delegations_at(store::Session& session, std::int64_t forum)
{
    std::vector<forum::Part> all;
    for (const auto& [number, key, name] : session.select<std::int64_t, std::string, std::string>(
             "SELECT d.id, d.key, CASE WHEN d.name <> '' THEN d.name ELSE COALESCE(c.name, o.name, "
             "'') END FROM delegation d LEFT JOIN city c ON c.id = d.city LEFT JOIN organisation o "
             "ON o.id = d.organisation WHERE d.forum = :forum ORDER BY d.position, d.id",
             forum))
        all.push_back({number, key, Text::read(name).value_or(Text{})});
    return all;
}

const forum::Part* part_of(const std::vector<forum::Part>& parts, std::int64_t number)
{
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const forum::Part& part) { return part.number == number; });
    return found == parts.end() ? nullptr : &*found;
}

const forum::Part* part_keyed(const std::vector<forum::Part>& parts, std::string_view key)
{
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const forum::Part& part) { return part.key == key; });
    return found == parts.end() ? nullptr : &*found;
}

std::string part_words(const web::Reader& reader, const std::vector<forum::Part>& parts,
                       std::int64_t number)
{
    if (number == 0)  // noted at a door
        return reader.say(tr("without a delegation"));
    const auto* part = part_of(parts, number);
    if (!part)
        return reader.say(tr("No longer listed"));
    const auto words = part->name.words(reader.language);
    return words.empty() ? part->key : words;
}

Result<Delegation> load(web::Desk& desk, web::Of<Delegation>)
{
    auto forum = load(desk, web::Of<forum::Forum>{});
    if (!forum)
        return forum.refusal();
    for (auto& part : delegations_at(desk.session(), forum->id)) {
        const web::Limits limits{{"delegation", part.number}};
        if (part.key != desk.at("delegation") || !desk.may(forum::focal_points, limits))
            continue;
        const auto own = forum::delegations_of(desk);
        const bool speaks =
            std::find(own.begin(), own.end(), DelegationId{part.number}) != own.end();
        desk.acts_for("delegation/" + std::to_string(part.number));
        return Delegation{*std::move(forum), DelegationId{part.number}, part.key,
                          std::move(part.name), !speaks};
    }
    return missing("no-such-delegation",
                   "There is no such delegation here, or you do not speak for it.");
}

web::Frame delegation_frame(const web::Desk& desk, const Delegation& delegation)
{
    if (desk.may(web::secretariat))
        return forum::desk_frame(desk, delegation.forum, "registrations");
    return {delegation.forum.address(),
            delegation.forum.title,
            delegation.forum.bodies,
            {{delegation.address(), tr("Our delegation"), true},
             {delegation.address() + "/bilaterals", tr("Bilateral meetings")},
             {delegation.forum.address() + "/programme", tr("Programme")}},
            delegation.forum.zone,
            true};
}

}  // namespace sala::registration
