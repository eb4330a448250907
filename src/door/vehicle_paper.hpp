// SPDX-License-Identifier: Apache-2.0
//
// The passes of vehicles on paper, for behind the windscreen.

#pragma once

#include "door/vehicle_store.hpp"
#include "forum/forum_store.hpp"

namespace sala::door {

// More would keep a worker from others for seconds.
inline constexpr std::size_t passes_a_paper = 500;

// One page a pass, or several on a sheet to cut, as the address asks. `passes` is not empty.
web::Reply passes_on_paper(const web::Desk& desk, const forum::Forum& forum,
                           const std::vector<VehiclePass>& passes);

}  // namespace sala::door
