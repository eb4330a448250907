// SPDX-License-Identifier: Apache-2.0
//
// What stands on a badge: from a person, their category's design and a token to a piece of paper.

#pragma once

#include "document/badge.hpp"
#include "door/badge_store.hpp"
#include "door/vehicle_store.hpp"
#include "registration/registration_form.view.hpp"

#include <string>
#include <vector>

namespace sala::door {

// What all badges of a forum share, read once.
struct Faces {
    const forum::Forum& forum;
    const web::Reader& reader;  // in whose language the badge leads; the other one follows
    std::vector<forum::Part> delegations;
    std::vector<forum::Part> categories;
    Designs designs;
    std::string key;

    static Faces read(const web::Desk& desk, const forum::Forum& forum);

    document::Badge of_person(const registration::Registered& one, Id<Badge> badge,
                              const std::string& photo) const;
    document::Badge of_vehicle(const VehiclePass& pass) const;
    const Design& design_of(const registration::Registered& one) const;
    // What their category is called; empty when they have none.
    std::string category_of(const registration::Registered& one) const;

private:
    document::Badge empty_face() const;
};

// What the address asks for: size=a6 or id1, cut=yes.
document::BadgeSheet sheet_for(const web::Desk& desk, std::string title);

}  // namespace sala::door
