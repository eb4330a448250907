// SPDX-License-Identifier: Apache-2.0
//
// Vehicles of delegations: named by a delegation or by the secretariat, given a pass by the
// secretariat, ended by either. What becomes of one is a row each time.

#pragma once

#include "door/badge.hpp"
#include "registration/delegation.hpp"
#include "store/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sala::door {

struct VehiclePass {
    enum State { waiting, given, ended };

    std::int64_t forum = 0;
    Id<VehiclePass> id;
    registration::DelegationId delegation;
    std::string plate;  // both stand beside the act and are forgotten after the forum
    std::string remark;
    Id<web::Login> by;
    Instant at;
    State state = waiting;

    bool opens() const { return state == given; }
};
std::string_view word(VehiclePass::State state);  // "waiting", "given", "ended"
std::optional<VehiclePass::State> vehicle_state_named(std::string_view word);

void insert(store::Session& session, const VehiclePass& pass);  // waits, whatever its state says
struct VehicleGiven {
    std::int64_t forum = 0;
    Id<VehiclePass> pass;
    Id<web::Login> by;
    Instant at;
};
void insert(store::Session& session, const VehicleGiven& given);
struct VehicleEnd {
    std::int64_t forum = 0;
    Id<VehiclePass> pass;
    Id<web::Login> by;
    Instant at;
};
void insert(store::Session& session, const VehicleEnd& end);
// What it is, said anew. The plate of a pass never changes: another plate is another pass.
void keep_remark(store::Session& session, std::int64_t forum, Id<VehiclePass> pass,
                 const std::string& remark);

struct VehicleFilter {
    std::optional<registration::DelegationId> delegation = {};
    std::optional<VehiclePass::State> state = {};
    bool standing = false;   // those that have not ended
    std::string words = {};  // in the plate or in what it is
    std::optional<Id<VehiclePass>> only = {};
    std::optional<Id<VehiclePass>> until = {};  // those entered up to this one
    std::size_t at_most = 100'000;
    std::size_t from = 0;
};
// In the order in which they were entered. One statement.
std::vector<VehiclePass> vehicles_at(store::Session& session, std::int64_t forum,
                                     const VehicleFilter& filter = {});
std::int64_t count_vehicles(store::Session& session, std::int64_t forum,
                            const VehicleFilter& filter);
// How many wait for a pass, and which of them was entered last.
struct WaitingVehicles {
    std::int64_t count = 0;
    Id<VehiclePass> last;
};
WaitingVehicles waiting_vehicles(store::Session& session, std::int64_t forum);
std::optional<VehiclePass> vehicle_numbered(store::Session& session, std::int64_t forum,
                                            Id<VehiclePass> pass);
// Missing when the forum, or the delegation when one is named, has none of this number.
Result<VehiclePass> vehicle_at(store::Session& session, std::int64_t forum,
                               const std::string& number,
                               std::optional<registration::DelegationId> delegation = {});
// To be changed: refuses pass-ended-already as well.
Result<VehiclePass> standing_vehicle_at(store::Session& session, std::int64_t forum,
                                        const std::string& number,
                                        std::optional<registration::DelegationId> delegation = {});

}  // namespace sala::door
