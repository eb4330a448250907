// SPDX-License-Identifier: Apache-2.0

#include "bilateral/party.hpp"

#include <algorithm>

namespace sala::bilateral {

std::string Known::words(const web::Reader& reader) const
{
    const auto said = name.words(reader.language);
    return said.empty() ? key : said;
}

std::vector<Known> known_at(store::Session& session, std::int64_t forum)
{
    std::vector<Known> all;
    for (const auto& [number, key, name, country, code, city] :
         session.select<std::int64_t, std::string, std::string, std::optional<std::int64_t>,
                        std::optional<std::string>, std::optional<std::int64_t>>(
             "SELECT d.id, d.key, CASE WHEN d.name <> '' THEN d.name ELSE COALESCE(c.name, o.name, "
             "'') END, n.id, n.code, d.city FROM delegation d LEFT JOIN city c ON c.id = d.city "
             "LEFT JOIN organisation o ON o.id = d.organisation LEFT JOIN country n ON n.id = "
             "COALESCE(d.country, c.country, o.country) WHERE d.forum = :forum ORDER BY "
             "d.position, d.id",
             forum))
        all.push_back({number, key, Text::read(name).value_or(Text{}), country.value_or(0),
                       code.value_or(""), city.has_value()});
    return all;
}

const Known* find(const std::vector<Known>& all, std::int64_t number)
{
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Known& one) { return one.number == number; });
    return found == all.end() ? nullptr : &*found;
}

const Known* find(const std::vector<Known>& all, std::string_view key)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Known& one) { return one.key == key; });
    return found == all.end() ? nullptr : &*found;
}

std::string words_of(const web::Reader& reader, const std::vector<Known>& all, std::int64_t number)
{
    const auto* known = find(all, number);
    return known ? known->words(reader) : reader.say(tr("No longer listed"));
}

std::string words_of(const web::Reader& reader, const std::vector<Known>& all,
                     const std::vector<std::int64_t>& numbers, std::string_view between)
{
    std::string words;
    for (const auto number : numbers) {
        if (!words.empty())
            words += between;
        words += words_of(reader, all, number);
    }
    return words;
}

// Whether one of the roles with which the verb is reached is for this very delegation. A delegate
// who is of the secretariat as well reads for the delegation, but speaks for it as the secretariat.
static bool belongs_to(const web::Desk& desk, std::int64_t delegation)
{
    const web::Limits limits{{"delegation", delegation}};
    const auto& roles = desk.visitor().roles;
    return std::any_of(roles.begin(), roles.end(), [&](const web::Held& held) {
        web::Visitor alone;
        alone.roles = {held};
        return held.limits.contains("delegation") && desk.permission().reaches(alone, limits);
    });
}

static bool is_focal_point(const web::Desk& desk, std::int64_t delegation)
{
    const auto& roles = desk.visitor().roles;
    return std::any_of(roles.begin(), roles.end(), [&](const web::Held& held) {
        const auto limit = held.limits.find("delegation");
        return held.role == "focal-point" && limit != held.limits.end() &&
               limit->second == delegation;
    });
}

Result<Party> load(web::Desk& desk, web::Of<Party>)
{
    auto forum = load(desk, web::Of<forum::Forum>{});
    if (!forum)
        return forum.refusal();
    auto all = known_at(desk.session(), forum->id);
    const auto* self = find(all, desk.at("delegation"));
    if (!self || !desk.may(desk.permission(), {{"delegation", self->number}}))
        return missing("no-such-delegation",
                       "There is no such delegation here, or you do not speak for it.");
    auto insiders = forum::insiders_of(desk.session(), forum->id, self->number);
    const bool waits = is_focal_point(desk, self->number) && !insiders.has(desk.visitor().login);
    const bool on_behalf = waits || !belongs_to(desk, self->number);
    desk.acts_for("delegation/" + std::to_string(self->number));
    auto known = *self;
    return Party{*std::move(forum), std::move(all), std::move(known),
                 on_behalf,         waits,          std::move(insiders)};
}

std::vector<std::int64_t> speaking_for_themselves(store::Session& session, std::int64_t forum)
{
    std::vector<std::int64_t> all;
    for (const auto& [delegation] : session.select<std::int64_t>(
             "SELECT DISTINCT g.delegation FROM role_grant g WHERE g.forum = :forum AND g.role = "
             "'focal-point' AND g.delegation IS NOT NULL",
             forum))
        all.push_back(delegation);
    return all;
}

web::Frame party_frame(const web::Desk& desk, const Party& party, std::string_view current)
{
    if (desk.may(web::secretariat))
        return forum::desk_frame(desk, party.forum, "bilaterals");
    web::Frame frame{
        party.forum.address(), party.forum.title, party.forum.bodies, {}, party.forum.zone, true};
    if (desk.may(forum::focal_points, {{"delegation", party.self.number}}))
        frame.menu.push_back({party.home(), tr("Our delegation"), current == "delegation"});
    frame.menu.push_back({party.address(), tr("Bilateral meetings"), current == "bilaterals"});
    frame.menu.push_back({party.home() + "/day", tr("Our day"), current == "day"});
    frame.menu.push_back({party.forum.address() + "/programme", tr("Programme")});
    return frame;
}

}  // namespace sala::bilateral
