// SPDX-License-Identifier: Apache-2.0
//
// Who stands at a door: one whom their badge names, or some of whom a part of a name is known.

#pragma once

#include "door/admission_store.hpp"
#include "door/door_list.hpp"
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
// By the "code" of a badge, else by the number of the "person". What is filled in of the admission
// is who it is of. Refuses not-your-category and no-such-badge; missing when the forum has nobody
// of this number.
Result<Found> found_by(web::Desk& desk, const forum::Forum& forum, const web::Form& form);

struct DoorPerson {
    registration::Registered one;
    std::string photo;
    std::string category;
    std::string delegation;
    std::vector<std::string> zones;
    std::optional<FirstSeen> seen;
};
// At most twenty of those whom this door lets in, or the bearer of the badge whose code is typed;
// nobody for no words.
std::vector<DoorPerson> people_for(web::Desk& desk, const forum::Forum& forum,
                                   const std::string& words);

}  // namespace sala::door
