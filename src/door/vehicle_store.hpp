// SPDX-License-Identifier: Apache-2.0
//
// Passes for vehicles: a plate, for which delegation, until it is ended.

#pragma once

#include "door/badge.hpp"
#include "registration/delegation.hpp"
#include "store/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::door {

struct VehiclePass {
    std::int64_t forum = 0;
    Id<VehiclePass> id;
    registration::DelegationId delegation;
    std::string plate;  // both stand beside the act and are forgotten after the forum
    std::string remark;
    Id<web::Login> by;
    Instant at;
    bool ended = false;
};
void insert(store::Session& session, const VehiclePass& pass);
struct VehicleEnd {
    std::int64_t forum = 0;
    Id<VehiclePass> pass;
    Id<web::Login> by;
    Instant at;
};
void insert(store::Session& session, const VehicleEnd& end);

// In the order in which they were given out; those that ended, too. One statement.
std::vector<VehiclePass> vehicles_at(store::Session& session, std::int64_t forum);
std::optional<VehiclePass> vehicle_numbered(store::Session& session, std::int64_t forum,
                                            Id<VehiclePass> pass);

}  // namespace sala::door
