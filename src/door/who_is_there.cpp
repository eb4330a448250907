// SPDX-License-Identifier: Apache-2.0

#include "door/who_is_there.hpp"

#include "base/whole_number.hpp"
#include "door/vehicle_naming.hpp"
#include "registration/comes_from.hpp"
#include "registration/coming.hpp"
#include "registration/likeness_store.hpp"
#include "registration/photo_store.hpp"

namespace sala::door {

using registration::Registered;

// Whoever was erased is let in no more. What a door saw before it heard of that is kept as a number
// at a door, of nobody.
static std::optional<Found> erased_bearer(web::Desk& desk, const forum::Forum& forum,
                                          const std::string& number,
                                          const std::optional<HeldBadge>& held)
{
    const auto id = whole_number(number);
    if (!id || !desk.may(forum::doors, {}) ||
        !registration::erasure_of(desk.session(), forum.id, Id<Registration>{*id}))
        return std::nullopt;
    Found found;
    if (held)
        found.bearer.badge_ended = held->ended;
    return found;
}

// Whoever was revoked is let in neither by name nor with a badge of another registration of theirs.
static std::optional<BadgeEnd::Why> revoked_now(const std::map<Id<Registration>, HeldBadge>& newest,
                                                Id<Registration> person)
{
    const auto held = newest.find(person);
    return held != newest.end() && is_revoked(held->second) ? held->second.ended : std::nullopt;
}

static Result<Found> found_person(web::Desk& desk, const forum::Forum& forum,
                                  const std::string& number, std::optional<HeldBadge> held)
{
    auto& session = desk.session();
    const auto one = registration::registered_as_one(session, forum.id, number);
    if (!one) {
        if (auto erased = erased_bearer(desk, forum, number, held))
            return *std::move(erased);
        return one.refusal();
    }
    const auto faces = Faces::read(desk, forum);
    if (!reaches(desk, faces.categories, *one))
        return forbidden("not-your-category", "Somebody else lets this category in.");
    Found found;
    found.admission.registration = one->registration.id();
    found.bearer = {one->holds_place, {}, faces.design_of(*one).zones};
    if (held) {
        found.admission.badge = held->badge.id;
        found.bearer.badge_ended = held->ended;
    }
    if (!found.bearer.badge_ended)
        found.bearer.badge_ended = revoked_now(
            newest_badges(session, forum.id, {one->registration.id()}), one->registration.id());
    return found;
}

// Zones are those of people: a pass opens the gate that it is held up at.
static Result<Found> found_vehicle(const web::Desk& desk, const VehiclePass& pass)
{
    if (!desk.may(forum::doors, {}))
        return forbidden("not-your-category", "Somebody else lets vehicles in.");
    Found found;
    found.admission.vehicle = pass.id;
    found.bearer.approved = pass.opens();
    return found;
}

Result<Found> found_by(web::Desk& desk, const forum::Forum& forum, const web::Form& form)
{
    auto& session = desk.session();
    if (form["code"].empty() && !form["vehicle"].empty()) {
        const auto pass = vehicle_at(session, forum.id, form["vehicle"]);
        return pass ? found_vehicle(desk, *pass) : pass.refusal();
    }
    if (form["code"].empty())
        return found_person(desk, forum, form["person"], std::nullopt);
    const auto scanned = read_token(registration::signing_key(session, forum.id), form["code"]);
    if (scanned && scanned->vehicle)
        if (const auto pass = vehicle_numbered(session, forum.id, scanned->vehicle))
            return found_vehicle(desk, *pass);
    if (scanned && scanned->badge)
        if (const auto held = badge_numbered(session, forum.id, scanned->badge))
            return found_person(desk, forum, held->badge.registration.word(), held);
    return missing("no-such-badge", "This is no badge of this forum.");
}

// By what its code holds, or by the eight letters under it.
static std::optional<HeldBadge> badge_meant(store::Session& session, const Faces& faces,
                                            const std::string& words)
{
    if (const auto scanned = read_token(faces.key, words); scanned && scanned->badge)
        return badge_numbered(session, faces.forum.id, scanned->badge);
    if (const auto typed = short_code_typed(words))
        for (const auto& held : badges_at(session, faces.forum.id))
            if (short_code(badge_token(faces.key, held.badge.id)) == *typed)
                return held;
    return std::nullopt;
}

// Twenty of those whom this door meets, or the bearer of the badge.
static std::vector<Registered> looked_up(web::Desk& desk, const Faces& faces,
                                         const std::string& words,
                                         const std::optional<HeldBadge>& held)
{
    auto& session = desk.session();
    constexpr std::size_t shown_max = 20;
    registration::Filter filter{.categories = categories_reached(desk, faces.categories),
                                .at_most = shown_max};
    if (held)
        filter.only = registration::standing_for(registration::merged_at(session, faces.forum.id),
                                                 held->badge.registration);
    else
        filter.words = words;
    auto people = registration::registered_at(session, faces.forum.id, filter);
    registration::show_as_approved(session, faces.forum.id, people);
    return people;
}

// By what the code of a pass holds, by the eight letters under it, or by a part of the plate.
static std::vector<DoorVehicle> vehicles_for(const web::Desk& desk, const Faces& faces,
                                             const std::string& words)
{
    std::vector<DoorVehicle> vehicles;
    if (!desk.may(forum::doors, {}))
        return vehicles;
    constexpr std::size_t shown_max = 20;
    const auto scanned = read_token(faces.key, words);
    const auto typed = short_code_typed(words);
    for (auto& pass : vehicles_at(desk.session(), faces.forum.id)) {
        const bool meant = (scanned && scanned->vehicle == pass.id) ||
                           plate_holds(pass.plate, words) ||
                           (typed && short_code(vehicle_token(faces.key, pass.id)) == *typed);
        if (!meant || vehicles.size() == shown_max)
            continue;
        auto delegation =
            registration::part_words(desk.reader(), faces.delegations, pass.delegation.number());
        vehicles.push_back({std::move(pass), std::move(delegation)});
    }
    return vehicles;
}

static std::vector<DoorPerson> people_for(web::Desk& desk, const Faces& faces,
                                          const std::string& words)
{
    std::vector<DoorPerson> people;
    std::vector<Id<Registration>> numbers;
    const auto held = badge_meant(desk.session(), faces, words);
    for (const auto& one : looked_up(desk, faces, words, held)) {
        numbers.push_back(one.registration.id());
        DoorPerson person{.one = one};
        person.category = faces.category_of(one);
        person.delegation = registration::comes_from(desk.reader(), faces.delegations, one);
        person.zones = faces.design_of(one).zones;
        people.push_back(std::move(person));
    }
    const auto photos = registration::photo_addresses(desk.session(), faces.forum.id, numbers);
    const auto seen = first_seen(desk.session(), faces.forum.id, numbers);
    const auto newest = newest_badges(desk.session(), faces.forum.id, numbers);
    for (auto& person : people) {
        const auto id = person.one.registration.id();
        if (const auto photo = photos.find(id); photo != photos.end())
            person.photo = photo->second;
        if (const auto was = seen.find(id); was != seen.end())
            person.seen = was->second;
        person.badge_ended = held && held->ended ? held->ended : revoked_now(newest, id);
    }
    return people;
}

AtTheDoor at_the_door(web::Desk& desk, const forum::Forum& forum, const std::string& words)
{
    if (words.empty())
        return {};
    const auto faces = Faces::read(desk, forum);
    return {people_for(desk, faces, words), vehicles_for(desk, faces, words)};
}

}  // namespace sala::door
