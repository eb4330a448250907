// SPDX-License-Identifier: Apache-2.0

#include "door/vehicle_naming.hpp"

#include "registration/photo_store.hpp"

#include <algorithm>

namespace sala::door {

static std::string compared(std::string_view plate)
{
    std::string words;
    for (const char c : plate)
        if (c != ' ' && c != '-')
            words += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return words;
}

bool same_plate(std::string_view one, std::string_view other)
{
    return compared(one) == compared(other);
}

bool plate_holds(std::string_view plate, std::string_view part)
{
    const auto letters = compared(part);
    return !letters.empty() && compared(plate).find(letters) != std::string::npos;
}

static Allowed may_be_named(store::Session& session, std::int64_t forum,
                            registration::DelegationId delegation, const std::string& plate,
                            std::optional<Id<VehiclePass>> instead_of)
{
    const auto there = vehicles_at(session, forum, {.delegation = delegation, .standing = true});
    if (!instead_of && there.size() >= vehicles_of_a_delegation_max)
        return conflict("too-many-vehicles",
                        "A delegation has at most {limit} vehicles. Take one away that does not "
                        "come.",
                        {{"limit", std::to_string(vehicles_of_a_delegation_max)}});
    if (std::any_of(there.begin(), there.end(), [&](const VehiclePass& one) {
            return one.id != instead_of && same_plate(one.plate, plate);
        }))
        return invalid("plate", "plate-there-already",
                       "This delegation has a vehicle with this plate already.");
    return allowed();
}

Result<Id<VehiclePass>> name_vehicle(web::Desk& desk, std::int64_t forum,
                                     registration::DelegationId delegation, const web::Form& form,
                                     std::optional<Id<VehiclePass>> instead_of)
{
    if (const auto may = may_be_named(desk.session(), forum, delegation, form["plate"], instead_of);
        !may)
        return may.refusal();
    if (instead_of)
        desk.record(VehicleEnd{forum, *instead_of, desk.visitor().login, desk.now()});
    const auto id = desk.next_id<VehiclePass>();
    desk.record(VehiclePass{forum, id, delegation, form["plate"], form["remark"],
                            desk.visitor().login, desk.now()});
    if (desk.may(web::secretariat)) {
        registration::made_signing_key(desk.session(), forum, desk.now());
        desk.record(VehicleGiven{forum, id, desk.visitor().login, desk.now()});
    }
    return id;
}

}  // namespace sala::door
