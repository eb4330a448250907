// SPDX-License-Identifier: Apache-2.0
//
// From where somebody comes, as badges and doors say it.

#pragma once

#include "registration/delegation.hpp"
#include "registration/registration_store.hpp"

namespace sala::registration {

// The delegation; of who was noted at a door without one the organisation, which may be empty.
inline std::string comes_from(const web::Reader& reader,
                              const std::vector<forum::Part>& delegations, const Registered& one)
{
    const auto delegation = one.registration.delegation();
    return delegation ? part_words(reader, delegations, delegation.number())
                      : one.particulars["organisation"];
}

}  // namespace sala::registration
