// SPDX-License-Identifier: Apache-2.0
//
// A badge: one piece of paper that opens doors for one person, until it is replaced or revoked; how
// the badges of a category look, and where they open.

#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "registration/registration.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sala::door {

using registration::Registration;

// Badges that were printed in one go.
struct Print {
    std::int64_t forum = 0;
    Id<Print> id;
    Id<web::Login> by;
    Instant at;
};

struct Badge {
    std::int64_t forum = 0;
    Id<Badge> id;
    Id<Registration> registration;
    Id<Print> print;
};

struct BadgeEnd {
    enum Why { replaced, revoked };
    std::int64_t forum = 0;
    Id<Badge> badge;
    Why why = revoked;
    Id<web::Login> by;
    Instant at;
};
std::string_view word(BadgeEnd::Why why);

// What its QR code holds: a mark of its kind, its number and a signature. Nothing personal.
std::string badge_token(std::string_view key, Id<Badge> badge);
struct VehiclePass;
std::string vehicle_token(std::string_view key, Id<VehiclePass> pass);
// Which of the two it is, when the forum with this key has signed it.
struct Scanned {
    Id<Badge> badge;
    Id<VehiclePass> vehicle;
};
std::optional<Scanned> read_token(std::string_view key, std::string_view words);
// Eight letters that follow from it, "K7QR-2MXD", for people to read to each other. They are no
// part of it: a list that holds them, or somebody who hears them, is no nearer to the signature.
std::string short_code(std::string_view token);
// The same as somebody typed it, "k7qr 2mxd"; nothing when it cannot be one.
std::optional<std::string> short_code_typed(std::string_view words);

struct Design {
    std::int64_t category = 0;  // number; 0: everybody whose category has none of its own
    std::string colour = "indigo";
    std::vector<std::string> zones = {};
    bool photo = true;
};
// Refuses: no-such-colour; zone-too-long; too-many-zones.
Result<Design> designed(std::int64_t category, const std::string& colour, const std::string& zones,
                        bool photo);
std::string joined(const std::vector<std::string>& zones);

using Designs = std::map<std::int64_t, Design>;  // by category
const Design& design_for(const Designs& designs, std::int64_t category);

}  // namespace sala::door
