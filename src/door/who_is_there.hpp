// SPDX-License-Identifier: Apache-2.0
//
// Who stands at a door: one whom their badge names, or some of whom a part of a name is known; and
// which vehicle, by its pass or by its plate.

#pragma once

#include "door/admission_store.hpp"
#include "door/door_list.hpp"
#include "door/vehicle_store.hpp"
#include "registration/registration_store.hpp"
#include "web/form.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::door {

// Who stands there, by badge or by name.
struct Found {
    Admission admission;
    Bearer bearer;
};
// By the "code" of a badge or a pass, else by the number of the "vehicle" or of the "person". What
// is filled in of the admission is who it is of. Refuses not-your-category and no-such-badge;
// missing when the forum has nobody and nothing of this number.
Result<Found> found_by(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

struct DoorPerson {
    registration::Registered one;
    std::string photo;
    std::string category;
    std::string delegation;
    std::vector<std::string> zones;
    std::optional<FirstSeen> seen;
    std::optional<BadgeEnd::Why> badge_ended = {};  // as in Bearer
};
struct DoorVehicle {
    VehiclePass pass;
    std::string delegation;
};
struct AtTheDoor {
    std::vector<DoorPerson> people;
    std::vector<DoorVehicle> vehicles;
};
// At most twenty people and twenty vehicles of those whom this door meets, or the bearer of the
// badge or the pass whose code is typed; nobody for no words.
AtTheDoor at_the_door(web::Desk& desk, const forum::Forum& forum, const std::string& words);

}  // namespace sala::door
