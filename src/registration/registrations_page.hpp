// SPDX-License-Identifier: Apache-2.0
//
// The list of registrations as an address narrows it, within what the visitor may decide about.

#pragma once

#include "registration/registrations.view.hpp"

namespace sala::registration {

// A manager of one category sees that category and nothing else. Refuses not-your-category.
Result<RegistrationsPage> registrations_asked_for(const web::Desk& desk, const forum::Forum& forum,
                                                  std::size_t at_most);

}  // namespace sala::registration
