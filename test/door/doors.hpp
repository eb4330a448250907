// SPDX-License-Identifier: Apache-2.0
//
// Lyon 2030 with people who are approved and have badges, and two who stand at doors.

#pragma once

#include "registration/guests.hpp"

#include "door/badge_store.hpp"
#include "door/vehicle_store.hpp"
#include "registration/photo_store.hpp"

namespace sala {

inline const std::string esi = "esi@door.example";
inline const std::string noi = "noi@door.example";

class Doors : public Guests {
public:
    explicit Doors(web::House house = {}) : Guests(std::move(house))
    {
        gives(esi, "door");
        gives(noi, "door");
    }

    // Makes the badges of all who have none; answers the address of the print.
    std::string prints()
    {
        const auto made = post("/lyon-2030/badges", {});
        REQUIRE(made.status == 303);
        return made.location;
    }

    struct Held {
        std::string number;
        std::string token;
    };
    // The newest badge of somebody, with what its code holds.
    Held badge_of(const std::string& registration)
    {
        Held held;
        store().read([&](store::Session& session) {
            const Id<registration::Registration> id{std::stoll(registration)};
            const auto badges = door::newest_badges(session, forum_id(), {id});
            held.number = badges.at(id).badge.id.word();
            held.token = door::badge_token(registration::signing_key(session, forum_id()),
                                           badges.at(id).badge.id);
        });
        return held;
    }

    // Gives Accra a pass for a vehicle; answers what its code holds.
    std::string vehicle_token_of(const std::string& plate)
    {
        REQUIRE(post("/lyon-2030/vehicles", {{"delegation", "accra"}, {"plate", plate}}).status ==
                303);
        std::string token;
        store().read([&](store::Session& session) {
            token = door::vehicle_token(registration::signing_key(session, forum_id()),
                                        door::vehicles_at(session, forum_id()).back().id);
        });
        return token;
    }

    Shown scans(const std::string& token, const std::string& scan, Fields more = {},
                const std::string& who = esi)
    {
        Fields fields{{"scan", scan}, {"code", token}};
        if (std::none_of(more.begin(), more.end(), [](auto& one) { return one.first == "door"; }))
            fields.emplace_back("door", "Main");
        fields.insert(fields.end(), more.begin(), more.end());
        return post("/lyon-2030/door", fields, by(who));
    }
};

}  // namespace sala
