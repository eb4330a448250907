// SPDX-License-Identifier: Apache-2.0
//
// Naming a vehicle: what several verbs do alike.

#pragma once

#include "door/vehicle_store.hpp"
#include "web/desk.hpp"

namespace sala::door {

inline constexpr std::size_t vehicles_of_a_delegation_max = 200;

// The same plate, however it was typed: without spaces and hyphens, in small letters.
bool same_plate(std::string_view one, std::string_view other);
// The same way of comparing, for a part of a plate that somebody reads from the road.
bool plate_holds(std::string_view plate, std::string_view part);

// A vehicle of this delegation is written down. The secretariat gives it its pass by that; named by
// a delegation it waits. `instead_of`: another one, which ends. Refuses plate-there-already, within
// the delegation; too-many-vehicles.
Result<Id<VehiclePass>> name_vehicle(web::Desk& desk, std::int64_t forum,
                                     registration::DelegationId delegation, const web::Form& form,
                                     std::optional<Id<VehiclePass>> instead_of = {});

}  // namespace sala::door
