// SPDX-License-Identifier: Apache-2.0

#include "door/door_list.hpp"

#include "door/admission_store.hpp"
#include "registration/comes_from.hpp"
#include "registration/coming.hpp"
#include "registration/likeness_store.hpp"
#include "registration/photo_store.hpp"
#include "registration/revocation.hpp"
#include "script/day.hpp"
#include "web/signed_number.hpp"

#include <algorithm>

namespace sala::door {

using registration::Registered;

namespace {

// Every badge of the forum, oldest first, under whoever stands for the person it was printed for.
// No badge of whoever was revoked opens a door.
std::map<Id<Registration>, std::vector<HeldBadge>> all_badges(store::Session& session,
                                                              std::int64_t forum)
{
    const auto merged = registration::merged_at(session, forum);
    std::map<Id<Registration>, std::vector<HeldBadge>> badges;
    for (auto& held : badges_at(session, forum))
        badges[registration::standing_for(merged, held.badge.registration)].push_back(held);
    for (const auto& [person, at] : registration::revoked_at(session, forum))
        for (auto& held : badges[person])
            if (!held.ended)
                held.ended = BadgeEnd::revoked;
    return badges;
}

Json badge_json(const std::string& key, const HeldBadge& held)
{
    const auto token = badge_token(key, held.badge.id);
    return Json::object({{"digest", web::sha256_hex(token)},
                         {"code", short_code(token)},
                         {"ended", held.ended ? Json(word(*held.ended)) : Json("")}});
}

std::string other_name(const Registered& one, const std::string& shown)
{
    for (const auto& language : web::interface_languages()) {
        const auto words =
            directory::whole_name(one.particulars.honorific(), one.particulars.name(), language);
        if (words != shown)
            return words;
    }
    return one.particulars["name_own"];
}

Json words_json(const std::vector<std::string>& words)
{
    auto list = Json::array();
    for (const auto& word : words)
        list.push(word);
    return list;
}

Json person_json(const Faces& faces, const Registered& one)
{
    const auto& reader = faces.reader;
    const auto& design = faces.design_of(one);
    const auto name = registration::person_words(reader, one.particulars);
    return Json::object({{"id", one.registration.id().word()},
                         {"name", name},
                         {"other", other_name(one, name)},
                         {"post", one.particulars.post().words(reader.language)},
                         {"delegation", registration::comes_from(reader, faces.delegations, one)},
                         {"category", faces.category_of(one)},
                         {"colour", design.colour},
                         {"zones", words_json(design.zones)},
                         {"approved", one.holds_place}});
}

Json vehicles_json(store::Session& session, const Faces& faces)
{
    auto list = Json::array();
    for (const auto& pass : vehicles_at(session, faces.forum.id)) {
        if (pass.state == VehiclePass::waiting)  // nothing was printed that could be held up
            continue;
        const auto token = vehicle_token(faces.key, pass.id);
        list.push(
            Json::object({{"id", pass.id.word()},
                          {"digest", web::sha256_hex(token)},
                          {"code", short_code(token)},
                          {"plate", pass.plate},
                          {"remark", pass.remark},
                          {"delegation", registration::part_words(faces.reader, faces.delegations,
                                                                  pass.delegation.number())},
                          {"ended", pass.state == VehiclePass::ended}}));
    }
    return list;
}

// What was seen before is taken for a week; later a telephone has no more use for the list. Whoever
// opens a door after that, to try it out, keeps the list for a day.
Json of_use_until(store::Session& session, std::int64_t forum, Instant now)
{
    const auto row = session.find<std::optional<std::string>>(
        "SELECT MAX(date) FROM day WHERE forum = :forum AND LENGTH(date) = 10", forum);
    const auto last = script::parse_iso_day(row ? std::get<0>(*row).value_or("") : "");
    if (!last)
        return {};
    const auto end = Instant{} + std::chrono::hours(24) * (script::days_between({}, *last) + 1);
    return std::max(end + admission_age_max, now + std::chrono::hours(24)).milliseconds();
}

}  // namespace

constexpr char at_a_door[] = "stands at a door";

std::string stands_there(const std::string& key, Id<web::Login> login)
{
    return key.empty() ? std::string{} : web::signed_number(key, at_a_door, login.number());
}

Id<web::Login> who_stood_there(const web::Desk& desk, const std::string& key,
                               const std::string& words)
{
    const auto login = web::read_signed_number(key, at_a_door, words);
    return login ? Id<web::Login>{*login} : desk.visitor().login;
}

bool reaches(const web::Desk& desk, const std::vector<forum::Part>& categories,
             const Registered& one)
{
    return desk.may(forum::doors,
                    registration::category_limits(categories, one.particulars["category"]));
}

std::optional<std::vector<std::string>>
categories_reached(const web::Desk& desk, const std::vector<forum::Part>& categories)
{
    if (desk.may(forum::doors, {}))
        return std::nullopt;
    std::vector<std::string> keys;
    for (const auto& part : categories)
        if (desk.may(forum::doors, registration::category_limits(categories, part.key)))
            keys.push_back(part.key);
    return keys;
}

std::vector<std::string> zones_of(const Designs& designs)
{
    std::vector<std::string> zones;
    for (const auto& [category, design] : designs)
        for (const auto& zone : design.zones)
            if (std::find(zones.begin(), zones.end(), zone) == zones.end())
                zones.push_back(zone);
    return zones;
}

Json door_list(const web::Desk& desk, const forum::Forum& forum)
{
    auto& session = desk.session();
    const auto faces = Faces::read(desk, forum);
    const auto badges = all_badges(session, forum.id);
    const auto photos = registration::photo_addresses(session, forum.id, {});
    const auto seen = first_seen(session, forum.id);
    auto people = Json::array();
    auto everybody = registration::registered_at(
        session, forum.id, {.categories = categories_reached(desk, faces.categories)});
    registration::show_as_approved(session, forum.id, everybody);
    for (const auto& one : everybody) {
        const auto id = one.registration.id();
        const auto held = badges.find(id);
        if (!one.holds_place && held == badges.end())
            continue;
        auto json = person_json(faces, one);
        auto list = Json::array();
        if (held != badges.end())
            for (const auto& badge : held->second)
                list.push(badge_json(faces.key, badge));
        json.set("badges", std::move(list));
        if (const auto photo = photos.find(id); photo != photos.end())
            json.set("photo", photo->second);
        if (const auto was = seen.find(id); was != seen.end())
            json.set("seen", Json::object({{"door", was->second.door},
                                           {"at", was->second.at.milliseconds()},
                                           {"admission", was->second.admission.word()}}));
        people.push(std::move(json));
    }
    return Json::object(
        {{"at", desk.now().milliseconds()},
         {"until", of_use_until(session, forum.id, desk.now())},
         {"csrf", desk.visitor().csrf},
         {"by", stands_there(faces.key, desk.visitor().login)},
         {"zones", words_json(zones_of(faces.designs))},
         {"people", std::move(people)},
         {"vehicles", desk.may(forum::doors, {}) ? vehicles_json(session, faces) : Json::array()}});
}

}  // namespace sala::door
